"""What leaves the database: tables in files that other programs read.

Formats: `csv`, `xlsx` (of `excel_cells`), `spss`, `stata` (both by `statistics`), `parquet`,
`json`, `xlsform`, and `archive` with its `pages` and `scripts`.
Tables: `fields` declares a column, `sheets` puts all tables in one spelling; `export_tables` of
interviews, `wide`, `coding_tables`, `case_table`, `decision_table`, `claim_table`, `call_tables`,
`work_tables`, `paradata`, `opening_table`, `stamp_table`.
What they are read from: `snapshot` of one moment, `sources`, `record_sources`, `talks`,
`record_rows`, `interview_rows`, `partial`, `frames`, `python_values`, `stored_text`.
Files that are whole or not there: `writing`, `files`, `placing`, `problems`.
"""

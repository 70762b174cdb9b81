"""Reading files from outside: all of their faults at once, and nothing of them half.

What is read: `contacts`, `claim_forms`, `units` of another sample, `codings`.
How a file becomes a table: `files` (bytes), `packed`, `xlsx` with `sheet_xml`, `csv`, `lines`,
`headings`, `file_columns` with `tool_names`, `table`.
How a cell becomes a value: `cells`, `unit_cells`, `dates`.  What can be wrong: `problems`.
"""

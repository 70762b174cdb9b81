"""What is derived from a questionnaire: tables, documents, and forms that other programs read.

`codebook` is the questionnaire as data, `described` what it belongs to.  From it: `printed`, `ddi`,
`json_schema`, `paper_form`, `xlsform` with `xlsform_rules` and `xpath`; the data's `columns` and
`variables` with their `variables_table`.
Between versions: `changes` carry an answer over, `union` is all of them, `rebuilt` is an old one.
"""

"""What is shown to others: figures, pages and files.

`catalogue` lists what can be written, `export_request` is what somebody wants of it, `exports` are
the formats for data, `html` and `lengths` are what pages are made with.
The public list: `overview`, `overview_tables`, `overview_text`, `overview_letter`.
The rest: `report`, `status`, `quality`, `claim_figures`, `claim_matrix`, `codebook`, `coding`,
`trail`.
"""

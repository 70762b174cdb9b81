"""The report, counted once more: every number on the page, from the tables as they lie.

`season` makes what is counted, `raw` reads it, and every `recount_` counts a few chapters by hand;
`test_every_figure` holds the page against them, and knows when something on it was not counted.
"""

"""Programs that do the least that could be done, for the rows to be held against."""

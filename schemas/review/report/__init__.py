"""What reports are made of: what was found out, and the chapters that every survey can have.

blocks      headings, sentences, figures, tables and quotations: what a chapter consists of
figures     blocks of what was counted
data    everything that a report counts
quotes      what people said, without what would tell on them
method, effort, way, questions   chapters for any survey

A survey's own chapters lie in its folder.  Nothing is drawn here.
"""

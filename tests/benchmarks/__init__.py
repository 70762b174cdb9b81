"""How fast the program is, beside the least that could be done.

`uv run python -m tests.benchmarks` measures, `--readme` puts the table into the README, `--large`
takes the sizes, too, that take minutes to be made.  `uv run python -m tests.benchmarks.one_key`
shows where the time of a key goes.

Every row measures the program and a floor in turn, in one run, and tells their ratio; machines are
noisy, so seconds alone say nothing.  A row is one file in `rows`, a floor one in `floors`.  What
must not drift (commits, pictures and lines painted for a key, modules imported) is counted by the
tests instead, for nothing here fails a test.
"""

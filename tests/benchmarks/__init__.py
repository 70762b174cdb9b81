"""How fast the program is, beside the least that could be done.

`uv run python -m tests.benchmarks` measures, `--readme` puts the table into the README, `--large`
takes the sizes, too, that take minutes to be made.  `uv run python -m tests.benchmarks.one_key`
shows where the time of a key goes.

Every row measures the program and a floor in turn, in one run, and tells their ratio; machines are
noisy, so seconds alone say nothing.  Where it is to be seen how something grows, the floor is the
program itself, with less before it.  A row is one file in `rows`, a floor one in `floors`.

What must not drift is counted by the tests instead, for nothing here fails a test: statements,
commits, syncs, pages and trips of an answer (`tests/db/test_counts.py`, `test_round_trips.py`),
pictures and lines for a key (`tests/interviewer/terminal/test_painting.py`), modules before the
first picture (`tests/packaging/test_first_picture.py`), rows and cases of the first list
(`tests/interviewer/test_first_list.py`).
"""

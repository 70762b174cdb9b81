"""A season of calls to made-up municipalities, played by several policies with the same luck.

`python -m tests.simulation` prints how they did.
"""

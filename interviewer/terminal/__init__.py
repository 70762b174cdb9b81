"""Where the program meets the terminal: keys in, pictures out, and the loop in between.

Without Textual: `loop` holds the state and runs in a `host`; `routing` leads to the screens;
`storing` is the thread of the database; `at_once` and `player` run it without a terminal.
With it: `run` opens the `app`; `keyboard` and `pointer` take what hands do, `picture` paints,
`painting` says when, `looks` in which colours; `clipboard` and `telephone` hand things on;
`closing` hears that it is over; `textual_parts` is all that Textual keeps to itself.
"""

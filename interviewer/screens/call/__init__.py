"""A case being worked on: the question at hand, and what is open on top of it.

`state` holds all of it, `arriving` makes it of what is stored, `notices` are said of their own
accord, `undoing` is Ctrl+Z.
Keys: `keys` on the question, `entry_keys` in its answer, `in_panel` and `panel_keys` in one of the
`panels`, `offers` by name.
Pictures: `draw` puts together `draw_bar`, `rail`, `draw_question` with `draw_aloud`, `draw_panels`
and `draw_side`; `speak` is for the ear.
"""

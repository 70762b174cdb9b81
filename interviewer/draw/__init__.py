"""From a state to lines on the screen: pure, and the only place that knows how things look.

What is written on: `page`, `lines`, `columns`, `bars` around it, `clicks` on it; by ear: `spoken`.
How it looks: `theme` names the parts, `palettes` the colours, `ink`, `plain_signs`, `large`.
What several screens show: `search_line`, `reading`, `asking`, `ways`, `help`, `contact`,
`case_file`, `waiting`, `the_way`, and the `prompter` beside them.
"""

"""What a questionnaire is written in: types, conditions, sections, and the route through them.

Written down: `questionnaire`, `sections`, `questions`, `types`, `checks`, `conditions`; what is
wrong with it: `declaring`, `consistency`.
Conditions read: `condition_values`, `condition_words`, `condition_data`.
Answers: `answers`, `parse` from what is typed, `show` for people; in the database `unreadable`, and
`apart` where they tell who somebody is.
Asked: `preloads` before the first question, and `walk`, the route; then all of it a `document`.
"""

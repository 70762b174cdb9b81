"""A conversation without a screen: entries, answers, what a call has come to, what is learnt.

One interview: `conversation`, its `entries`, `text_field`, `long_text`, `objections`,
`leave_taking`.
Its case: `held_case`, `restore` from what is stored, `dispositions`, `agreements`,
`contact_updates`, `contact_changes`, `undo`.
What must be stored: `task`, with the `stamp` of when; `unsaved_tasks` could not be, with
`kept_verbs` and `kept_values`.
What a coordinator reads and says: `finished`, `sharing_lines`, `conflict_lines`, `consenting`.
"""

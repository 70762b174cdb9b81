"""What a coordinator decides from the command line, by the verbs of the screens.

Who and about what: `signing`, `find`, `console`.
To look at: `queue_listing`, `shared_listing`, `codes_listing`, `show_unit`, `rules`, `judging`.
An interview: `verdicts`, `sharing`, `coding`, and `edit` with its `edit_request`, `edit_checks`
and `answer_args`.
A case: `contacts`, `distributing`.  A person: `person`, `retaining`.
"""

"""Whom we ring, how a call ends, when to ring again, and whom to ring next.

What happens: `departments`, `contact_rows`, `contact_matching`, `calls` with `call_codes` and
`call_ends`, `outcomes` with `outcome_rows`, `core`, `undone`, `letter`.
What follows: `whom_to_dial`, `case_outcomes`, `rests`, `whereabouts`, `front_line`, `ranking` of
all cases.
When: `appointments` with `appointment_check`, `moments` as they are said, `call_window`,
`workdays`, `public_holidays`.
Who: `my_day` of an interviewer, `distribution` of the work, `telling_apart` of contact points.
By which rules: `settings` of a project with `setting_kinds`, `parts` that questions play.
"""

"""What is made of finished interviews: classes, decisions, shared services, rates, figures.

One interview: `classes`, `classify`, `finished_interviews`, `decisions`, `reviewed_interview`.
Several about one service: `sharing`, `sharing_parts`, `services_found`, `disputes`.
An earlier phase: `earlier_phase`, `claims`, `claim_forms`, `claim_contacts`, `claim_matrix`.
The public list: `overview` with `overview_lines`, `overview_entries`, `overview_decisions` and
`overview_changes`, `consents`, `permission`.
Persons: `privacy` finds them in text, `sought` is one of them.
Figures: `followed`, `progress`, `rates`, `frequencies`, `shares`, `having`, `tilemap`, and the
`report`.
Open answers: `coding`.  How the work is done: `quality`.
"""

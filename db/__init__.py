"""What is remembered: verbs over SQLite or PostgreSQL, called by what a person would say.

Opening: `open_database` and `addresses`, `database` (read and write), `driver_errors`, `sqlite`,
`postgresql`, `patient_connection`, `patience`, `waiting`, `upgrade` with `migrations`, `marks`,
`write_count`, `permissions`, `drives`, `plain_sql`, `looked_into`, `first_look`, `survey_in_file`,
`problems`.
Rows: `tables`, `column_types`, `stored_json`, `rows` (to `records` and back), `statements`,
`bare_session` and `ready_statements`, `survey_codes`, `references`, `case_parts`, `case_rows`,
`kept_rows`, `lying`, `history_rows`, `in_turn`, `unit_rows`, `named_anew`.
A case: `cases`, `opened_cases`, `leases`, `calls`, `appointments`, `interviews`, `carry_over`,
`claims`, `happened`, `undoing`, `case_notes`, `assignments`, `openings`, `withdrawal`.
What a coordinator does: `review_desk`, `reviews`, `decisions`, `case_decisions`,
`refused_decisions`, `discarding`, `shared_services`, `coding`, `coding_desk` and `open_codes`,
`quality`, `reclassified`.
All cases at once: `call_list`, `summaries`, `remembered`, `histories`, `finished`, `standings`,
`progress`, `followed` and `compared`, `public_list` and `overviews`.
People and units: `people`, `seats`, `persons`, `units`, `claim_forms`.
Files: `imports` with `import_plans` and `contact_plans`, `exports` with `stamp`, `merge`.
Keeping it: `backup` with `backup_places`, `moving`, `health`, `spoilt`, `emptied`, `trail`,
`server`, `codebooks`, `versions`, `released`.
"""

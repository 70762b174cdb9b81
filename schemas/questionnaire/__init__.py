"""What a questionnaire is written in: types, conditions, sections, and the route through them."""

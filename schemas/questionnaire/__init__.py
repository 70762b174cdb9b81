"""What a questionnaire is written in: answers, conditions, sections, and the route through them."""

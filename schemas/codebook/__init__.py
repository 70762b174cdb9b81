"""What is derived from a questionnaire: tables, documents, and forms that other programs read."""

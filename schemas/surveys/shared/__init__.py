"""What several surveys ask in the same words: code lists, definitions, questions, translations."""

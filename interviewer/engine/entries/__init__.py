"""What one question does until there is an answer: one small pure state for each form of entry."""

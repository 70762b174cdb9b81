"""Open answers put under codes: a small list for each question, that grows as one reads."""

"""What is shown to others: the public overview and the report, as pages that need no network."""

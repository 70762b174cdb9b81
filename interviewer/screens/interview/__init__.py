"""One finished interview, and what can be decided about it."""

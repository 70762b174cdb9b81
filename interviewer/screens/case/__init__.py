"""One case, and what a coordinator can decide about it."""

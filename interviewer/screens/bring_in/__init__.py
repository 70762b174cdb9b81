"""A file with whom to ring is brought in."""

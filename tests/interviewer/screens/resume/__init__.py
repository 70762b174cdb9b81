"""A case that was left in the middle."""

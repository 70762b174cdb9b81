"""A coordinator's queue."""

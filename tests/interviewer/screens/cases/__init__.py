"""A coordinator's cases."""

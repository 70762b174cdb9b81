"""The case card."""

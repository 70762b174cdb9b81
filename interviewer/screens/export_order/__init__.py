"""Ordering a file."""

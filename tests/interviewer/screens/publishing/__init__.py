"""Figures and files from the coordinator's screen: one key each, and the same as the commands."""

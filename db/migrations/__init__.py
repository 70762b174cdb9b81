"""Numbered changes of the tables, each run with its record in one transaction."""

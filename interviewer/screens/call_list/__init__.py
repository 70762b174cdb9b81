"""Whom to call now, and why."""

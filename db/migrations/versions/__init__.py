"""The migrations themselves. A published one is never edited."""

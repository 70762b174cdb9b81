"""The coordinator's queue: finished interviews to look at."""

"""The second survey on the same program: its season, its screens and its commands."""

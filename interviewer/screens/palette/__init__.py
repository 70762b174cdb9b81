"""Everything that can be done from where one is, by its name."""

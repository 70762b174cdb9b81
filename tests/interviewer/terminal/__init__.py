"""Keys in, pictures out."""

"""In an interview."""

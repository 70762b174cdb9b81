"""How far the calling has come."""

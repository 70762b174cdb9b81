"""A case between calls: whom to ring, and the way so far."""

"""A case being worked on: the question at hand, and what is open on top of it."""

"""The conversation line by line, for screen readers: the same states, keys and loop, no screen."""

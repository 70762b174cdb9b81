"""Calls and the coordinator's desk line by line, for screen readers: by the same states, keys and
loop, without a screen.
"""

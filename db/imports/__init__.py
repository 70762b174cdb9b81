"""Reading files from outside: all of their faults at once, and nothing of them half."""

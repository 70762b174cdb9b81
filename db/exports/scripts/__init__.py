"""What goes into an archive so that others can make the main figures again: no program of ours."""

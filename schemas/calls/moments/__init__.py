"""When? A time as people in Norway type it, read into a moment or into a problem."""

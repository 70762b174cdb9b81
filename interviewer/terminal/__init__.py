"""Where the program meets the terminal: keys in, pictures out, and the loop in between."""

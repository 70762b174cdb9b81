"""What was typed or decided, and not stored when the program ended: offered, and stored once."""

"""Each screen in a folder of its own: its state, how it is drawn, what its keys lead to."""

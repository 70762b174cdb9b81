"""What opens on top of a question during a call: each is a small state of its own."""

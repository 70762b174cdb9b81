"""What is shipped, and what may import what."""

"""What would be published, to read before it is."""

"""What can be taken out."""

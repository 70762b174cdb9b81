"""What is asked, in the order of the conversation."""

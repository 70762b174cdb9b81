"""What tests lean on; imports nothing, so that `pin` runs before anything is installed."""

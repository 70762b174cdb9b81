"""Quality while it runs: everybody's for a coordinator, and one's own for oneself."""

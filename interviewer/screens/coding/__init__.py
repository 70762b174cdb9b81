"""Open answers put under codes."""

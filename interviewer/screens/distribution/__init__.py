"""Who rings what."""

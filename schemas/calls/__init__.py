"""Whom we ring, how a call ends, when to ring again, and whom to ring next."""

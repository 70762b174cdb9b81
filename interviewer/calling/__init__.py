"""What one calls and asks with: the call list, a case, a call, the interview."""

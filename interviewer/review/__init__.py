"""The coordinator's desk on screen: what to look at, one interview, shared services, progress."""

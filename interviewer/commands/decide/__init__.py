"""The coordinator's desk on the command line: what `ringerunde review …` does and prints."""

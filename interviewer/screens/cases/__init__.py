"""The cases that wait for a coordinator."""

"""The tests; the folders below mirror the rooms they test."""

"""Claim against finding."""

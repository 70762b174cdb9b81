"""Sentences in the languages we speak, and how numbers, addresses and names are written."""

"""The pages that are shown to others: for everybody, quiet, on every screen and on paper."""

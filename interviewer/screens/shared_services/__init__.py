"""Services that units share."""

"""While the database is being opened."""

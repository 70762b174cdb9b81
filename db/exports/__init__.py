"""What leaves the database: tables in files that other programs read."""

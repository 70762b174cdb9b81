"""The data layer, on real SQLite files and a real PostgreSQL server."""

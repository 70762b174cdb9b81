"""Two laptops without a server: a part of the cases handed out in a file, and merged in again."""

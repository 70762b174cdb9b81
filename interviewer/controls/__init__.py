"""What several screens are made of: the keys, lists that typing searches, forms, pages, F1."""

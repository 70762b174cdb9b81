"""Who is practised with: stories, answers and words of invented municipalities."""

"""Who is practised with: scenarios, answers and words of invented municipalities."""

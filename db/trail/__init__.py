"""Who did what when: every change of a row that counts, each entry chained to the one before."""

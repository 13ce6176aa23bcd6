"""Sentences: every one that holds a figure is read once, into words, groups and clauses."""

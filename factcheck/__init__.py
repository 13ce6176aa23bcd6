"""Numeric-claim fact-check helper."""

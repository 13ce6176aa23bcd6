"""Pairs of claims: whether two figures answer one question, by one table of parts."""

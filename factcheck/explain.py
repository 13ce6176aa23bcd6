"""The trace of one sentence or figure."""

"""A person's decisions on conflicts: an append-only log, anchored to the text."""

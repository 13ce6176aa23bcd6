"""Reports: each a function from a Scan to text."""

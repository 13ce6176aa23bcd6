"""Going through conflicts: in the terminal, on the web."""

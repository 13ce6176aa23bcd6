"""Going through conflicts: in the terminal, in the browser, and watching for new ones."""

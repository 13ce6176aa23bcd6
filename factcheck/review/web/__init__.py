"""The review in the browser: the live html report on 127.0.0.1, deciding into the same log."""

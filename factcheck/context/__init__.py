"""What a number is about: each part its own module, each with its cues as data in ``rules/context/``."""

"""Find numerals: digits, words, magnitudes, vague words; and what only looks like one."""

"""How many independent origins a group has: copied passages, shared speakers, credited agencies."""

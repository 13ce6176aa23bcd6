"""The only door to quantulum3: unit names, symbols, dimensions, conversion."""

"""Units: names, symbols, dimensions, exact conversion; the only door to quantulum3."""

from factcheck.units.index import CURRENCY, UnitIndex, unit_index
from factcheck.units.model import Unit

__all__ = ["CURRENCY", "Unit", "UnitIndex", "unit_index"]

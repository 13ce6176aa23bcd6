"""Quantities: numeral + hedge + unit, as two intervals over exact decimals."""

from factcheck.numerals import Seen
from factcheck.quantities.measured import Measured, distance, measured
from factcheck.quantities.model import Change, ChangePart, Hedge, Kind, Quantity, Reading
from factcheck.quantities.reading import read_quantities
from factcheck.units import Unit

__all__ = [
    "Change", "ChangePart", "Hedge", "Kind", "Measured", "Quantity", "Reading", "Seen", "Unit", "distance", "measured",
    "read_quantities",
]  # fmt: skip

"""Quantities: numeral + hedge + unit, as two intervals over exact decimals."""

from factcheck.numerals import Seen
from factcheck.quantities.measured import COUNT, SHARE, Common, Scale, common, distance, factor_into, scale_of
from factcheck.quantities.model import Change, ChangePart, Hedge, Kind, Quantity, Reading
from factcheck.quantities.reading import read_quantities
from factcheck.units import Unit

__all__ = [
    "COUNT", "SHARE", "Change", "ChangePart", "Common", "Hedge", "Kind", "Quantity", "Reading", "Scale", "Seen", "Unit",
    "common", "distance", "factor_into", "read_quantities", "scale_of",
]  # fmt: skip

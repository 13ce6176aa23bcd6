"""What a unit is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: singular English name (``day``, ``kilometre``, ``USD``, ``percent``).

    ``dimension`` names what can be converted into what; a value times ``factor``, plus ``offset``, is in its base unit
    (``None`` where there is no exact conversion, as between currencies).
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)
    ambiguous: bool = False  # "dollars" of an unnamed country
    called: str | None = None  # of a named country's currency: the ambiguous one it may be called, "dollar" for USD

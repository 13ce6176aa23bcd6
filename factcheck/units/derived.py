"""Units that follow from others: with metric prefixes ("kilovolt", "kV"), squared and cubed ("km²", "cubic feet")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from factcheck.units.model import Unit
from factcheck.vocabulary import toml_table

_PREFIXES: Mapping[str, tuple[tuple[str, ...], int]] = {
    "nano": (("n",), -9),
    "micro": (("μ", "µ"), -6),
    "milli": (("m",), -3),
    "centi": (("c",), -2),
    "deci": (("d",), -1),
    "hecto": (("h",), 2),
    "kilo": (("k",), 3),
    "mega": (("M",), 6),
    "giga": (("G",), 9),
    "tera": (("T",), 12),
    "peta": (("P",), 15),
}
_LITRES = Decimal(1000)  # of a cubic metre
_POWERS = (
    ("square", "area", 2, ("square", "sq", "sq."), "squared", ("2", "²", "^2")),
    ("cubic", "volume", 3, ("cubic", "cu", "cu."), "cubed", ("3", "³", "^3")),
)


@toml_table
class Metric:
    symbols: tuple[str, ...]
    prefixes: tuple[str, ...]
    words: tuple[str, ...] = ()


class Derived(NamedTuple):
    """A unit with its words (singular) and symbols."""

    unit: Unit
    words: tuple[str, ...]
    symbols: tuple[str, ...]


def prefixed(metric: Mapping[str, Metric], units: Mapping[str, Unit]) -> Iterator[Derived]:
    """Every base with each of its prefixes."""
    for name, base in metric.items():
        for prefix in base.prefixes:
            letters, power = _PREFIXES[prefix]
            unit = _known(units, prefix + name, units[name].dimension, _scaled(units[name], Decimal(10) ** power))
            words = tuple(prefix + word for word in (name, *base.words))
            yield Derived(unit, words, tuple(letter + symbol for letter in letters for symbol in base.symbols))


def powers(lengths: Mapping[str, tuple[str, ...]], units: Mapping[str, Unit]) -> Iterator[Derived]:
    """The square and the cube of every length; the last of its forms is its symbol."""
    for name, forms in lengths.items():
        for adjective, dimension, power, before, behind, marks in _POWERS:
            factor = units[name].factor
            size = None if factor is None else factor**power * (_LITRES if dimension == "volume" else 1)
            unit = _known(units, f"{adjective} {name}", dimension, size)
            words = (*(f"{word} {form}" for form in forms for word in before), *(f"{form} {behind}" for form in forms))
            yield Derived(unit, words, tuple(forms[-1] + mark for mark in marks))


def _scaled(base: Unit, size: Decimal) -> Decimal | None:
    return None if base.factor is None else base.factor * size


def _known(units: Mapping[str, Unit], name: str, dimension: str, factor: Decimal | None) -> Unit:
    """The unit that has the name already, where it has a factor; else a new one."""
    known = units.get(name)
    return known if known is not None and known.factor is not None else Unit(name, dimension, factor)

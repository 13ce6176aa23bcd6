"""The index of unit words and symbols: quantulum3's, less what news uses otherwise, plus ours from ``units.toml``."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from factcheck.units.derived import Metric, powers, prefixed
from factcheck.units.model import Unit
from factcheck.units.source import INDEX
from factcheck.vocabulary import Vocabulary, toml_table

CURRENCY = "currency"
_START = re.compile(r"[^\W\d_]+|.")
_CODE = 3  # letters of an ISO code
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pence",
    "family": "families",
    "child": "children",
    "person": "people",
}

_FOREIGN = {"krona": "kronor", "krone": "kroner", "koruna": "korun", "leu": "lei", "lev": "leva", "lira": "lire"}


@toml_table
class Source:
    refuse_words: frozenset[str]
    refuse_symbols: frozenset[str]
    names: Mapping[str, str]


@toml_table
class OwnUnit:
    dimension: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


@toml_table
class Currency:
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    ambiguous: bool = False
    major: str = ""


@toml_table
class Sense:
    """A symbol of several units: the plain one ("" for none), and others with the words near it that tell them."""

    plain: str
    others: Mapping[str, frozenset[str]]


@toml_table
class Per:
    words: frozenset[str]
    short: Mapping[str, str]
    adverbs: Mapping[str, str]


@toml_table
class Rate:
    unit: str
    per: str
    times: Decimal = Decimal(1)


@toml_table
class Money:
    apart: frozenset[str]


@toml_table
class Behind:
    metres: frozenset[str]
    million: frozenset[str]
    pictures: frozenset[int]
    k: frozenset[str]
    magnitude: frozenset[str]


@toml_table
class Between:
    words: frozenset[str]


@toml_table
class UnitTable:
    """The table ``units.toml``."""

    source: Source
    factors: Mapping[str, Mapping[str, Decimal]]
    offsets: Mapping[str, Decimal]
    units: Mapping[str, OwnUnit]
    metric: Mapping[str, Metric]
    powers: Mapping[str, tuple[str, ...]]
    senses: Mapping[str, Sense]
    slang: Mapping[str, Decimal]
    currencies: Mapping[str, Currency]
    money: Money
    behind: Behind
    between: Between
    rates: Mapping[str, Rate]
    per: Per


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """Units by their words (lower-case, hyphens as spaces), symbols (as written) and currency prefixes."""

    words: Mapping[str, Unit]
    longest: Mapping[str, int]  # first word -> most words of a unit that starts with it
    symbols: Mapping[str, Unit]
    starts: frozenset[str]  # the first word or sign of all of these
    glued: Mapping[str, Unit]  # symbols that stand right behind a number only
    prefixes: Mapping[str, Unit]
    prefix_ends: frozenset[str]  # what they end with: the last two letters, or the last sign
    apart: frozenset[str]  # short prefixes that may stand apart from the number
    after_metres: frozenset[str]  # behind "5m": it is a length
    after_million: frozenset[str]  # behind "5m": it is a count
    pictures: frozenset[int]  # "4K", "1080p"
    after_k: frozenset[str]  # behind "10k": it is no magnitude
    quakes: frozenset[str]  # behind "7.7": it is a magnitude
    between: frozenset[str]  # may stand between a number and its unit
    per: Mapping[str, str]  # "barrels" -> "barrel": what a rate may be given by
    adverbs: Mapping[str, str]
    rates: Mapping[str, Rate]  # "bpd": the unit, what it is given by, and how many of it
    codes: Mapping[str, Unit]  # currencies by the ISO codes that are nothing else in capitals
    senses: Mapping[str, Sense]
    slang: Mapping[str, Decimal]  # "grand": what it multiplies a number of an unknown currency by
    majors: Mapping[str, Unit]  # a hundredth of a currency -> the currency
    named: Mapping[str, Unit] = field(repr=False)


@functools.lru_cache(maxsize=8)
def unit_index(vocabulary: Vocabulary) -> UnitIndex:
    """The index of a vocabulary, built once."""
    table = vocabulary.bind("units", UnitTable)
    units = _units(table)
    words = dict(_source_words(table, units))
    symbols = dict(_source_symbols(table, units))
    glued: dict[str, Unit] = {}
    for derived in (*prefixed(table.metric, units), *powers(table.powers, units)):
        units[derived.unit.name] = derived.unit
        words.update((form, derived.unit) for word in derived.words for form in inflected(word))
        symbols.update((symbol, derived.unit) for symbol in derived.symbols)
    for name, own in table.units.items():
        words.update((form, units[name]) for word in own.words for form in inflected(word))
        symbols.update((symbol, units[name]) for symbol in own.symbols)
        glued.update((symbol, units[name]) for symbol in own.glued)
    prefixes: dict[str, Unit] = {}
    for name, currency in table.currencies.items():
        words.update((form, units[name]) for word in currency.words for form in inflected(word))
        prefixes.update((prefix, units[name]) for prefix in currency.prefixes)
        signs = [sign for sign in currency.prefixes if len(sign) == 1 and not sign.isascii()]
        for suffix in (*currency.suffixes, *signs):
            (glued if len(suffix) == 1 and suffix.isascii() else symbols)[suffix] = units[name]
    longest: dict[str, int] = {}
    for phrase in words:
        first, count = phrase.split(" ", 1)[0], phrase.count(" ") + 1
        longest[first] = max(count, longest.get(first, 0))
    return UnitIndex(
        words=words,
        longest=longest,
        symbols=symbols,
        starts=frozenset((*longest, *(_START.match(symbol)[0] for symbol in (*symbols, *glued, *table.senses)))),  # type: ignore[index]
        glued={**symbols, **glued},
        prefixes=prefixes,
        prefix_ends=frozenset(prefix[-2:] if prefix[-1].isalpha() else prefix[-1] for prefix in prefixes),
        apart=table.money.apart,
        after_metres=table.behind.metres,
        after_million=table.behind.million,
        pictures=table.behind.pictures,
        after_k=table.behind.k,
        quakes=table.behind.magnitude,
        between=table.between.words,
        per={form: word for word in table.per.words for form in inflected(word)}
        | {form: word for short, word in table.per.short.items() for form in inflected(short)},
        adverbs=table.per.adverbs,
        rates=table.rates,
        codes={prefix: unit for prefix, unit in prefixes.items() if len(prefix) == _CODE and prefix == unit.name},
        senses=table.senses,
        slang=table.slang,
        majors={name: units[currency.major] for name, currency in table.currencies.items() if currency.major},
        named=units,
    )


def _units(table: UnitTable) -> dict[str, Unit]:
    """Every unit by its name here."""
    factors = {name: (dimension, factor) for dimension, of in table.factors.items() for name, factor in of.items()}
    units: dict[str, Unit] = {}
    for source_name, entity in _source()["units"].items():
        name = table.source.names.get(source_name, source_name)
        units[name] = _unit(name, entity, factors, table.offsets)
    for name, own in table.units.items():
        units[name] = _unit(name, own.dimension, factors, table.offsets)
    plain = {word: name for name, currency in table.currencies.items() if currency.ambiguous for word in currency.words}
    for name, currency in table.currencies.items():
        called = next((plain[last] for word in currency.words if (last := word.rpartition(" ")[2]) in plain), None)
        called = None if currency.ambiguous else called
        units[name] = Unit(name, CURRENCY, ambiguous=currency.ambiguous, called=called)
    return units


def _unit(
    name: str, dimension: str, factors: Mapping[str, tuple[str, Decimal]], offsets: Mapping[str, Decimal]
) -> Unit:
    if name not in factors:
        return Unit(name, dimension)
    dimension, factor = factors[name]
    return Unit(name, dimension, factor, offsets.get(name, Decimal(0)))


@functools.cache
def _source() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(INDEX.read_text(encoding="utf-8"))
    return data


def _source_words(table: UnitTable, units: Mapping[str, Unit]) -> Iterator[tuple[str, Unit]]:
    for surface, names in _source()["surfaces"].items():
        if surface not in table.source.refuse_words and not surface.startswith(
            ("peta", "exa", "atto", "zepto", "yocto")
        ):
            name = names[0]
            yield surface.replace("-", " "), units[table.source.names.get(name, name)]


def _source_symbols(table: UnitTable, units: Mapping[str, Unit]) -> Iterator[tuple[str, Unit]]:
    for symbol, names in _source()["symbols"].items():
        if symbol not in table.source.refuse_symbols and len(names) == 1 and (len(symbol) > 1 or not symbol.isalpha()):
            yield symbol, units[table.source.names.get(names[0], names[0])]


def inflected(phrase: str) -> Iterable[str]:
    """A unit's words and their plural: "mile per hour", "miles per hour"; hyphens as spaces."""
    phrase = phrase.replace("-", " ")
    if phrase.startswith("degree "):
        return (phrase, phrase.replace("degree ", "degrees ", 1))
    head, middle, tail = phrase.partition(" per ")
    if not middle:
        for joint in (" of ", " a ", " an ", " to ", " squared", " cubed"):
            head, middle, tail = phrase.partition(joint)
            if middle:
                break
        else:
            head, tail = phrase, ""
    rest, _, last = head.rpartition(" ")
    lead = f"{rest} " if rest else ""
    foreign = (f"{lead}{_FOREIGN[last]}{middle}{tail}",) if last in _FOREIGN else ()
    return (phrase, f"{lead}{_plural(last)}{middle}{tail}", *foreign)


def _plural(word: str) -> str:
    return _IRREGULAR.get(word, word + "s")

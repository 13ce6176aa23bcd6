"""Reading a text's quantities: numerals, what belongs to them, what they really are, what they say."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.numerals import Seen, lexicon, plain_digits
from factcheck.quantities.ages import is_limit
from factcheck.quantities.bounds import intervals
from factcheck.quantities.changes import Changes, changes, multiplies, read_change
from factcheck.quantities.compounds import join_compounds, to_major
from factcheck.quantities.draft import Draft
from factcheck.quantities.drafting import Drafter, Tables
from factcheck.quantities.hedges import hedges
from factcheck.quantities.levels import share_unit
from factcheck.quantities.model import Hedge, Kind, Quantity, Reading
from factcheck.quantities.ranges import Joiner
from factcheck.quantities.restating import mark_restated
from factcheck.quantities.rows import take_rows
from factcheck.quantities.tables import lookalikes
from factcheck.spans import Span
from factcheck.units import CURRENCY, unit_index
from factcheck.vocabulary import Vocabulary

_INDEX, _INDEX_REACH, _NEAR = "index points", 4, 150  # figures and characters back
# "3 times as many", "5 times higher"; but "shot 3 times" is a count.
_NO_MORE = r"(?!(?:after|over|under|either|other|ever|per|later|earlier|however)\b)"
_TIMES = re.compile(rf"[ -]times (?:as|more|less|the|that|what|its|their|his|her|{_NO_MORE}[a-z]+er)\b")
# What kind of quantity a dimension makes; any other is "other".
_KINDS: dict[str, Kind] = {
    CURRENCY: "money",
    "percent": "percent",
    "points": "points",
    "time": "duration",
    "months": "duration",
    "length": "length",
    "area": "area",
    "volume": "volume",
    "mass": "mass",
    "ton": "mass",
    "speed": "speed",
    "temperature": "temperature",
    "energy": "energy",
    "power": "power",
    "pressure": "pressure",
    "data storage": "data",
    "frequency": "frequency",
    "force": "force",
    "angle": "angle",
    "magnitude": "magnitude",
    "index points": "count",
}


def read_quantities(text: str, vocabulary: Vocabulary, spans: Sequence[Span] | None = None) -> Reading:
    """Every quantity of ``text`` and everything that only looks like one, in text order.

    ``spans`` are the blocks in which to look (the whole text when None); a quantity never crosses one.
    """
    if not text.isascii():
        text = plain_digits(text)
    tables, size = _tables(vocabulary), len(text)
    quantities: list[Quantity] = []
    seen: list[Seen] = []
    for low, high in ((0, size),) if spans is None else ((span.start, span.stop) for span in spans):
        limit = min(high, size)
        first = tables.lexicon.next(text, low, limit)
        if first is not None:  # as in less than half of the blocks
            _read_block(text, low, limit, first, tables, quantities, seen)
    if len(seen) > 1:
        seen.sort(key=lambda found: found.span)
    return Reading(tuple(quantities), tuple(seen)) if quantities or seen else _NOTHING


_NOTHING = Reading((), ())


@functools.lru_cache(maxsize=8)
def _tables(vocabulary: Vocabulary) -> Tables:
    return Tables(
        lexicon(vocabulary), unit_index(vocabulary), hedges(vocabulary), lookalikes(vocabulary), changes(vocabulary)
    )


def _read_block(
    text: str,
    low: int,
    limit: int,
    first: tuple[int, int],
    tables: Tables,
    quantities: list[Quantity],
    seen: list[Seen],
) -> None:
    """Read one block from its first digit or number word on."""
    drafter = Drafter(text, low, limit, tables)
    drafts = drafter.drafts(first)
    if not drafts:
        seen.extend(drafter.seen)
        return
    joined = drafts
    if len(drafts) > 1:
        joiner = Joiner(text, limit, tables.looks, tables.changes)
        joined = joiner.join(join_compounds(drafts, text, tables.units))
        drafter.seen.extend(joiner.seen)
    kept = [draft for draft in joined if draft.doubt is None]
    mark_restated(kept, text)
    figures = [draft for draft in kept if draft.doubt is None] if len(kept) > 1 else kept
    take_rows(figures, text)
    for at, draft in enumerate(figures):
        share_unit(figures, at, text)
        draft.age = is_limit(draft, text, limit, tables.looks)
        draft.unit = tables.units.named["year"] if draft.age and draft.unit is None else draft.unit
        _tell_change(figures, at, kept, text, limit, tables.changes)
        if draft.change == "down" and draft.change_part == "by":
            draft.value = abs(draft.value)  # "fallen by −3.16 %": the sign says it again
    for draft in figures:
        to_major(draft, tables.units)
    places = {id(draft): len(quantities) + at for at, draft in enumerate(figures)}
    quantities.extend(_quantity(draft, text, kept, places, tables.hedges.spread) for draft in figures)
    seen.extend(drafter.seen)
    seen.extend(Seen(Span(draft.start, draft.stop), draft.doubt) for draft in joined if draft.doubt is not None)


def _tell_change(figures: list[Draft], at: int, kept: list[Draft], text: str, limit: int, known: Changes) -> None:
    """Say what rose or fell: by the words around the number, by the number it restates, or by "doubled" itself."""
    draft = figures[at]
    origin = kept[draft.echoes] if draft.echoes is not None else None
    if origin is not None and origin.change is not None:
        draft.change, draft.change_part = origin.change, origin.change_part
        draft.trace.extend(origin.trace)
        return
    if draft.numeral.form == "ordinal" or draft.change_part is not None:
        return
    if draft.numeral.form == "multiple" and multiplies(draft, known):
        draft.change, draft.change_part = ("up" if draft.value > 1 else "down"), "by"
        return
    read_change(draft, text, limit, known)
    if draft.unit is None:
        _take_index(draft, figures[max(0, at - _INDEX_REACH) : at])


def _take_index(draft: Draft, earlier: list[Draft]) -> None:
    """In "fell 120.5 points to 20,345.6" the level of the index is in its points too."""
    for other in earlier:
        near = draft.change_part == "to" and draft.start - other.stop < _NEAR
        if near and other.unit is not None and other.unit.dimension == _INDEX and other.value < draft.value:
            draft.unit = other.unit


def _quantity(
    draft: Draft, text: str, kept: list[Draft], places: dict[int, int], spread: Mapping[str, Decimal]
) -> Quantity:
    hard, typical = intervals(draft, spread)
    number = Span(draft.start, draft.stop)
    start = min(draft.start, draft.hedge_start) if draft.hedge_start >= 0 else draft.start
    stop = max(draft.stop, draft.hedge_stop)
    bounds = draft.numeral.bounds
    return Quantity(
        span=number if number == (start, stop) else Span(start, stop),
        number=number,
        values=draft.values or ((draft.value,) if bounds is None else bounds.typical),
        hard=hard,
        typical=typical,
        kind=_kind(draft, text),
        hedge=_hedge(draft),
        unit=draft.unit,
        unit_span=draft.unit_span,
        per=draft.per,
        grain=draft.grain,
        change=draft.change,
        change_part=draft.change_part,
        alternatives=draft.alternatives,
        vague=bounds is not None,
        tally=draft.tally,
        words=draft.numeral.words,
        restates=None if draft.restates is None else places.get(id(kept[draft.restates])),
        cell=draft.cell,
        trace=(*_told(draft, text), *draft.trace),
    )


def _told(draft: Draft, text: str) -> list[str]:
    """The words that were read, and as what."""
    told = [f'number: "{text[draft.start : draft.stop]}"']
    if 0 <= draft.hedge_start < draft.start:
        told.append(f'{draft.hedge}: "{text[draft.hedge_start : draft.start].strip()}"')
    elif draft.hedge_stop > 0:
        told.append(f'{draft.hedge}: "{text[draft.stop : draft.hedge_stop].strip()}"')
    if draft.unit is not None:
        written = f': "{draft.unit_span.of(text)}"' if draft.unit_span else ""
        told.append(f"unit {draft.unit.name}{written}")
    if draft.per is not None:
        told.append(f"per {draft.per}")
    return told


def _hedge(draft: Draft) -> Hedge | None:
    if draft.hedge is not None:
        return draft.hedge
    if draft.range and not draft.alternatives:
        return "range"
    return "vague" if draft.numeral.bounds is not None else None


def _kind(draft: Draft, text: str) -> Kind:
    form = draft.numeral.form
    if draft.age:
        return "age"
    if draft.per is not None and draft.per[0].isdigit():
        return "rate"  # "14.2 per 100,000 people"
    if draft.unit is not None:
        rate = draft.per is not None and draft.unit.dimension not in ("percent", "points")
        return "rate" if rate else _KINDS.get(draft.unit.dimension, "other")
    if form == "ordinal":
        return "ordinal"
    if form == "multiple" or _TIMES.match(text, draft.stop) or (form == "digits" and text[draft.stop - 1] in "xX"):
        return "multiple"
    return "ratio" if form == "fraction" and abs(draft.value) < 1 else "count"

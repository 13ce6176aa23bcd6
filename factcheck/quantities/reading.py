"""Reading a text's quantities: numerals, what belongs to them, what they really are, what they say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.numerals import Lexicon, Seen, lexicon, read_numeral
from factcheck.quantities.ages import is_limit, is_old, person_age
from factcheck.quantities.measures import attach_unit
from factcheck.quantities.prefix import attach_prefix, currency_before, plausible_letters
from factcheck.quantities.suffix import attach_suffix
from factcheck.quantities.bounds import intervals
from factcheck.quantities.changes import Changes, changes, read_change
from factcheck.quantities.draft import Draft, draft_of, take_article
from factcheck.quantities.hedges import Hedges, hedge_after, hedge_before, hedges
from factcheck.quantities.lookalikes import why_not
from factcheck.quantities.model import Hedge, Kind, Quantity, Reading
from factcheck.quantities.ranges import Joiner
from factcheck.quantities.restating import mark_restated
from factcheck.quantities.structures import name_around, structure_at
from factcheck.quantities.tables import Lookalikes, lookalikes
from factcheck.quantities.wordalikes import why_not_word
from factcheck.spans import Span
from factcheck.units import UnitIndex, unit_index
from factcheck.vocabulary import Vocabulary

_KINDS: dict[str, Kind] = {
    "currency": "money", "percent": "percent", "points": "points", "time": "duration", "months": "duration", "length": "length", "area": "area",
    "volume": "volume", "mass": "mass", "ton": "mass", "speed": "speed", "temperature": "temperature", "energy": "energy", "power": "power",
    "pressure": "pressure", "data storage": "data", "frequency": "frequency", "force": "force", "angle": "angle", "magnitude": "magnitude",
    "index points": "count",
}  # fmt: skip


def read_quantities(text: str, vocabulary: Vocabulary, spans: Sequence[Span] | None = None) -> Reading:
    """Every quantity of ``text`` and everything that only looks like one, in text order.

    ``spans`` are the blocks in which to look (the whole text when None); a quantity never crosses one.
    """
    reader = _Reader(text, vocabulary)
    for span in spans if spans is not None else (Span(0, len(text)),):
        reader.read(span.start, min(span.stop, len(text)))
    return Reading(tuple(reader.quantities), tuple(sorted(reader.seen, key=lambda found: found.span)))


class _Reader:
    """The tables of one vocabulary over one text."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.lexicon: Lexicon = lexicon(vocabulary)
        self.units: UnitIndex = unit_index(vocabulary)
        self.hedges: Hedges = hedges(vocabulary)
        self.looks: Lookalikes = lookalikes(vocabulary)
        self.changes: Changes = changes(vocabulary)
        self.quantities: list[Quantity] = []
        self.seen: list[Seen] = []

    def read(self, low: int, limit: int) -> None:
        """Read one block."""
        drafts: list[Draft] = []
        find, at = self.lexicon.find, low
        match = find.search(self.text, at, limit)
        while match:
            draft, at = self._draft(match.start(), match.end(), max(low, at), low, limit)
            if draft is not None:
                drafts.append(draft)
            match = find.search(self.text, max(at, match.end()), limit)
        joiner = Joiner(self.text, self.looks, self.changes)
        joined = joiner.join(drafts)
        self.seen.extend(joiner.seen)
        kept = [draft for draft in joined if draft.doubt is None]
        mark_restated(kept, self.text)
        self.seen.extend(
            Seen(Span(draft.start, draft.stop), draft.doubt) for draft in joined if draft.doubt is not None
        )
        kept = [draft for draft in kept if draft.doubt is None]
        base = len(self.quantities)
        for draft in kept:
            draft.age = is_limit(draft, self.looks)
            self._tell_change(draft, kept, limit)
        self.quantities.extend(self._quantity(draft, base) for draft in kept)

    def _draft(self, start: int, stop: int, floor: int, low: int, limit: int) -> tuple[Draft | None, int]:
        """The number at a match and where to go on; what is no number goes to ``seen``."""
        if self.text[start].isalpha():
            return self._worded(start, stop, floor, low, limit)
        around = self._glued(start, low, limit)
        if isinstance(around, int):
            return None, around
        structure = structure_at(self.text, start, limit)
        if structure is not None:
            return None, self._see(start, structure[0], structure[1])
        numeral = read_numeral(self.lexicon, self.text, start, stop, low, limit)
        if numeral is None:
            end = start
            while end < limit and (self.text[end].isdigit() or self.text[end] in ",."):
                end += 1
            return None, self._see(start, end, "number in a code")
        if (
            self.text[numeral.stop : numeral.stop + 1] == "/"
            and self.text[numeral.stop + 1 : numeral.stop + 2].isdigit()
        ):
            end = numeral.stop + 1
            while end < limit and self.text[end].isdigit():
                end += 1
            return None, self._see(start, end, "name")
        draft = draft_of(numeral, self.text, low)
        attach_prefix(draft, self.text, floor, self.units)
        reason = attach_suffix(draft, self.text, limit, self.lexicon.words, self.units)
        if reason:
            end = draft.stop
            while end < limit and (self.text[end].isalnum()):
                end += 1
            return None, self._see(draft.start, end, reason)
        self._complete(draft, limit)
        if draft.ordinal:
            draft.numeral = numeral._replace(form="ordinal", word="")
            reason = self._digit_ordinal(draft, limit)
        elif not draft.prefixed:
            reason = why_not(draft, self.text, low, limit, self.looks)
        return self._settled(draft, reason)

    def _digit_ordinal(self, draft: Draft, limit: int) -> str | None:
        last = draft.words[-1].strip(".,") if draft.words else ""
        if last in self.looks.dates.months or last in self.looks.dates.weekdays:
            return "date"
        return why_not_word(draft, self.text, limit, self.looks)

    def _worded(self, start: int, stop: int, floor: int, low: int, limit: int) -> tuple[Draft | None, int]:
        numeral = read_numeral(self.lexicon, self.text, start, stop, low, limit)
        if numeral is None:
            return None, stop
        draft = draft_of(numeral, self.text, low)
        if numeral.form in ("words", "fraction", "vague"):
            attach_prefix(draft, self.text, floor, self.units)
        self._complete(draft, limit)
        reason = why_not_word(draft, self.text, limit, self.looks)
        take_article(draft, self.text, low)
        return self._settled(draft, reason)

    def _complete(self, draft: Draft, limit: int) -> None:
        hedge_before(draft, self.hedges)
        if draft.numeral.form not in ("zero", "ordinal"):
            attach_unit(draft, self.text, limit, self.units)
            hedge_after(draft, self.text, limit, self.hedges)

    def _settled(self, draft: Draft, reason: str | None) -> tuple[Draft | None, int]:
        old = is_old(draft, self.text)
        if reason is None and old is not None and person_age(draft, self.text, len(self.text), self.looks):
            reason = "age of a person"
        if old is not None:
            draft.end = max(draft.end, old)
        draft.doubt = reason
        return draft, max(draft.stop, draft.end if reason is None else draft.stop)

    def _glued(self, start: int, low: int, limit: int) -> int | None:
        """Where to go on when the digit is part of a name, an address or the like; None when it stands for itself."""
        before = self.text[start - 1] if start > low else " "
        if before in ' \n($€£,“"\u00a0':
            return None
        if self._currency_letters(start, low, limit):
            return None
        hyphen = before in "-‑" and start - 1 > low and self.text[start - 2].isalpha()
        found = name_around(self.text, start, low, limit)
        if found is None and hyphen:
            found = self._hyphen_name(start, low, limit)
        if found is None:
            return None
        return self._see(*found)

    def _currency_letters(self, start: int, low: int, limit: int) -> bool:
        found = currency_before(self.text, start, low, self.units)
        numeral = found and read_numeral(self.lexicon, self.text, start, start + 1, low, limit)
        if not found or not numeral:
            return False
        return plausible_letters(draft_of(numeral, self.text, low), self.text, found[1], self.units)

    def _hyphen_name(self, start: int, low: int, limit: int) -> tuple[int, int, str] | None:
        """ "F-16", "Covid-19", "TPP-11"; but "minus-5", "magnitude-6.1", "to-260,000" lead to a number."""
        at = start - 1
        while at > low and (self.text[at - 1].isalnum() or self.text[at - 1] in "-‑"):
            at -= 1
        word = self.text[at : start - 1].lower()
        if word in (
            "minus",
            "negative",
            "magnitude",
            "to",
            "or",
            "and",
            "about",
            "nearly",
            "than",
            "top",
            "over",
            "under",
            "sub",
            "up",
            "from",
            "some",
        ):
            return None
        if word.startswith(("mid", "pre", "post", "early", "late")) or not word:
            return None
        stop = start
        while stop < limit and (
            self.text[stop].isalnum() or (self.text[stop] in "-." and self.text[stop + 1 : stop + 2].isalnum())
        ):
            stop += 1
        return at, stop, "name"

    def _see(self, start: int, stop: int, why: str) -> int:
        self.seen.append(Seen(Span(start, stop), why))
        return stop

    def _tell_change(self, draft: Draft, kept: list[Draft], limit: int) -> None:
        origin = kept[draft.echoes] if draft.echoes is not None else None
        if origin is not None and origin.change is not None:
            draft.change, draft.change_part, draft.trace = (
                origin.change,
                origin.change_part,
                [*draft.trace, *origin.trace],
            )
        elif draft.change_part is None:
            read_change(draft, self.text, limit, self.changes)

    def _quantity(self, draft: Draft, base: int) -> Quantity:
        if draft.unit is not None and draft.unit.dimension == "magnitude":
            draft.hyphenated = True
        hard, typical = intervals(draft)
        start = min(draft.start, draft.hedge_start) if draft.hedge_start >= 0 else draft.start
        stop = max(draft.stop, draft.hedge_stop)
        hedge: Hedge | None = draft.hedge
        if hedge is None and draft.range and not draft.alternatives:
            hedge = "range"
        if hedge is None and draft.numeral.bounds is not None:
            hedge = "vague"
        values = draft.values or (draft.value,)
        if draft.numeral.bounds is not None and not draft.values:
            values = draft.numeral.bounds.typical
        return Quantity(
            Span(start, stop), Span(draft.start, draft.stop), values, hard, typical, _kind(draft), hedge, draft.unit, draft.unit_span, draft.per,
            draft.grain, draft.change, draft.change_part, draft.alternatives, draft.numeral.bounds is not None, draft.numeral.words,
            None if draft.restates is None else base + draft.restates, tuple(draft.trace),
        )  # fmt: skip


def _kind(draft: Draft) -> Kind:
    form = draft.numeral.form
    if draft.age:
        return "age"
    if draft.unit is not None:
        if draft.per is not None and draft.unit.dimension not in ("percent", "points"):
            return "rate"
        return _KINDS.get(draft.unit.dimension, "other")
    if form == "ordinal":
        return "ordinal"
    if form == "multiple":
        return "multiple"
    if form == "fraction" and abs(draft.value) < Decimal(1):
        return "ratio"
    return "count"

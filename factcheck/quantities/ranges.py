"""Two numbers that are one quantity: ranges, alternatives, ratios; and pairs that are not."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.numerals import Seen
from factcheck.quantities.changes import Changes, told_before
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes
from factcheck.spans import Span

_RANGE_MARK = re.compile(r"\s?[-–—‑−]\s?|\s?\bto[\s-]{1,2}|-\s?to\s?-?")
_OR = re.compile(r"\s(?:or|and/or)\s")
_AND = re.compile(r"\sand\s")
_COMMA = re.compile(r",\s")
_SLASH = re.compile(r"/")
_IN = re.compile(r"(?:\s|-)(?:in|out of|of)(?:\s|-)(?:every |each )?")
_MONEY_BEHIND = re.compile(r"\s")


class Joiner:
    """Joins the drafts of one block into quantities, in text order."""

    def __init__(self, text: str, limit: int, looks: Lookalikes, changes: Changes) -> None:
        self.text, self.limit, self.looks, self.changes = text, limit, looks, changes
        self.seen: list[Seen] = []

    def join(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with ranges, alternatives, scores and ratios put together."""
        joined: list[Draft] = []
        at = 0
        while at < len(drafts):
            draft = drafts[at]
            used = 1
            if at + 1 < len(drafts):
                used = self._listed(drafts, at) or self._pair(draft, drafts[at + 1])
            if used:
                joined.append(draft)
            at += abs(used) if used else 2
        return joined

    def _gap(self, first: Draft, second: Draft) -> str:
        return self.text[first.end : second.start] if 0 <= second.start - first.end < 16 else "…"

    def _pair(self, first: Draft, second: Draft) -> int:
        """2 when the two became one; 1 when they stay two; 0 when they are a score."""
        gap = self._gap(first, second)
        if gap == "…" or first.numeral.form in ("zero", "multiple", "ordinal") or second.numeral.form in ("zero", "multiple"):
            return 1
        if _IN.fullmatch(gap) and self._ratio(first, second):
            return 2
        if _RANGE_MARK.fullmatch(gap):
            return self._ranged(first, second, gap)
        if _AND.fullmatch(gap) and self._between(first):
            return self._merge(first, second)
        if _OR.fullmatch(gap) and self._alternative(first, second):
            self._merge(first, second)
            first.alternatives = True
            return 2
        if gap == "/" and first.prefixed and second.prefixed:
            return self._merge(first, second)
        return 1

    def _between(self, first: Draft) -> bool:
        words = first.words[-3:]
        return any(word.strip("(\"“") == "between" for word in words)

    def _ratio(self, first: Draft, second: Draft) -> bool:
        """"one in four", "three out of five", "9 in 10": a share, unless the first counts a set of its own."""
        gap = self._gap(first, second).strip().lower()
        if first.unit or second.unit or not 0 < first.value < second.value <= 1_000_000 or first.factor != 1:
            return False
        if gap == "of" or (gap == "in" and second.value not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)):
            return False
        if gap == "in" and first.value > 9 and second.value != 100:
            return False
        first.value = first.value / second.value
        first.grain, first.values = None, ()
        first.stop, first.end = second.stop, second.end
        first.numeral = first.numeral._replace(form="fraction", stop=second.stop)
        first.doubt = None
        first.trace.append("a share of so many")
        return True

    def _ranged(self, first: Draft, second: Draft, gap: str) -> int:
        dash = "to" not in gap
        if dash and first.value >= second.value and not first.prefixed and not self._bound_by_unit(first, second):
            return self._score(first, second)
        if dash and " " in gap.replace("\u00a0", " ") and second.doubt and not second.unit:
            return 1
        if not dash and self._is_change(first):
            return self._from_to(first, second)
        if not self._fit(first, second):
            return 1
        if dash and self._sports(first, second):
            return self._score(first, second)
        return self._merge(first, second)

    def _bound_by_unit(self, first: Draft, second: Draft) -> bool:
        return second.unit is not None and (first.factor < second.factor or first.value < 0)

    def _is_change(self, first: Draft) -> bool:
        """"from 25 % to 50 %" after rise or cut; "rose 5 % to 20 %"; but "dropped by 1 to 1.5 degrees" is a range."""
        words = first.words
        last = words[-1].strip("(\"“") if words else ""
        told = told_before(words, self.changes, 12)
        if last == "from":
            return told is not None
        return first.unit is not None and told is not None and told.verb and last != "by" and told.distance <= 1 and last != "to"

    def _from_to(self, first: Draft, second: Draft) -> int:
        told = told_before(first.words, self.changes, 12)
        last = first.words[-1].strip("(\"“") if first.words else ""
        if second.unit is not None and first.unit is None and last == "from":
            first.unit, first.prefixed = second.unit, second.prefixed
            if first.factor == 1 < second.factor and first.value < 1000:
                self._share(first, second)
        direction = told.change if told else None
        if direction is None and first.unit == second.unit:
            direction = "up" if second.value > first.value else "down"
        first.change, first.change_part = direction, "from" if last == "from" else "by"
        second.change, second.change_part = direction, "to"
        first.doubt = second.doubt = None
        return 1

    def _fit(self, first: Draft, second: Draft) -> bool:
        """Whether two numbers are of one kind: the same unit, or one unit for both."""
        if first.unit is None:
            return not (second.prefixed and second.unit is not None) or first.factor == 1
        if second.unit is None:
            return first.prefixed or first.unit.dimension == "magnitude"
        return first.unit.name == second.unit.name or first.unit.ambiguous or second.unit.ambiguous

    def _alternative(self, first: Draft, second: Draft) -> bool:
        if first.prefixed != second.prefixed and second.prefixed:
            return False
        ordered = first.value < second.value or first.factor != second.factor
        return ordered and self._fit(first, second) and first.unit is None or first.unit == second.unit

    def _share(self, first: Draft, second: Draft) -> None:
        first.value *= second.factor
        first.grain = first.grain * second.factor if first.grain else None
        first.factor = second.factor

    def _merge(self, first: Draft, second: Draft) -> int:
        if not self._fit(first, second):
            return 1
        if first.factor == 1 < second.factor and first.value < 1000 and first.value * second.factor < second.value:
            self._share(first, second)
        if second.unit is None or (first.prefixed and not second.prefixed):
            second.unit = second.unit or first.unit
        if second.value < first.value and first.value > 0 and not self._fit_down(first, second):
            return 1
        first.values = ((*first.values,) if first.values else (first.value,)) + (second.value,)
        first.range = True
        first.stop, first.end = second.stop, second.end
        if first.unit is None or (first.unit.ambiguous and second.unit is not None):
            first.unit, first.unit_span = second.unit, second.unit_span
        first.unit_span = second.unit_span or first.unit_span
        first.per = first.per or second.per
        first.hyphenated = second.hyphenated
        first.hedge_stop = max(first.hedge_stop, second.hedge_stop)
        first.hedge = first.hedge or (second.hedge if second.hedge_stop >= 0 else None)
        first.doubt = None
        return 2

    def _fit_down(self, first: Draft, second: Draft) -> bool:
        return first.unit is not None and first.unit == second.unit and not first.prefixed

    def _listed(self, drafts: list[Draft], at: int) -> int:
        """"30, 50 or 100 days": bare numbers, commas, and an "or" before the last."""
        stop = at
        while stop + 1 < len(drafts) and stop - at < 6:
            gap = self._gap(drafts[stop], drafts[stop + 1])
            if drafts[stop].unit is not None or drafts[stop].numeral.form not in ("digits", "words"):
                return 0
            if _COMMA.fullmatch(gap):
                stop += 1
                continue
            if stop > at and re.fullmatch(r",?\sor\s", gap):
                return self._take_list(drafts, at, stop + 1)
            return 0
        return 0

    def _take_list(self, drafts: list[Draft], at: int, stop: int) -> int:
        first, last = drafts[at], drafts[stop]
        values = [draft.value for draft in drafts[at : stop + 1]]
        first.values = tuple(values)
        first.alternatives = True
        first.stop, first.end, first.unit, first.unit_span = last.stop, last.end, last.unit, last.unit_span
        first.per, first.doubt = last.per, None
        return stop - at + 1

    def _sports(self, first: Draft, second: Draft) -> bool:
        if first.unit or second.unit or first.numeral.words:
            return False
        words = {word.strip(".,;:()") for word in first.words[-6:]}
        return bool(words & self.looks.scores.sports) and second.value - first.value < 60

    def _score(self, first: Draft, second: Draft) -> int:
        """A vote is two figures; a sports score is none."""
        after = self.text[second.stop : second.stop + 40].lower().split()
        around = {word.strip(".,;:()’'") for word in (*first.words[-10:], *after[:4])}
        if around & self.looks.scores.votes and first.value > second.value:
            first.doubt = second.doubt = None
            return 1
        if first.unit is not None:
            return 1
        self.seen.append(Seen(Span(first.start, second.stop), "score"))
        return 0

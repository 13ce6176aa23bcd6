"""Two numbers that are one quantity: ranges, alternatives, shares; and pairs that are not: changes, votes, scores."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from factcheck.numerals import Seen
from factcheck.quantities.between import between_bounds, bounded
from factcheck.quantities.changes import Changes, is_ranging, told_before
from factcheck.quantities.clocks import is_clock_span
from factcheck.quantities.draft import Draft, words_before_hedge
from factcheck.quantities.lists import gap_between, listed
from factcheck.quantities.neighbours import alike, is_next
from factcheck.quantities.scores import in_sets, is_match, keep_tally
from factcheck.quantities.shares import is_share, part_of_unit, share_of
from factcheck.quantities.sharing import convert, fit, share_magnitude, share_unit, take_millions
from factcheck.quantities.tables import Lookalikes, is_plural, next_word, next_words
from factcheck.spans import Span
from factcheck.units import CURRENCY

_DASH = re.compile(r"\s?[-–—‑−~〜～]\s?")
_TO = re.compile(r"\s(?:up\s)?to[\s-]{1,2}(?:an?\s)?|-\s?to[\s-]|\s(?:through|thru)\s")
_FROM = re.compile(r"\s(?:up\s|down\s)?from\s")
_OR = re.compile(r",?\s(?:or|and/or)\s(?:even\s|perhaps\s|maybe\s)?")
_AND = re.compile(r"\sand\s")
_COMMA = re.compile(r",\s")
_MOVED = re.compile(r",?\s(?:up|down|off)\s(?:by\s)?")
_ALONE = ("zero", "multiple", "ordinal")
_STAYS = frozenset(["date", "year", "years", "age of a person", "clock time", "decade"])
_BACKWARD = frozenset(["date", "clock time"])  # told behind the second of two: "between 2 and 3 in the morning"
_WIDEST = 2  # times the lower of two ends around a stroke
_LEAP = 10  # "grew by 290,000 to 7.1 million"
_FAR = 12  # words back to the verb of a "from": "rose by a tenth of a percentage point, from 4.3 percent to 4.4"
_NEAR_TIMES = 4  # how many times as great the second of two numbers round a long dash may be
_TIGHT, _FIRST_YEAR = 31, 1500  # between a day of a month and a year
_SMALLEST_SHARE = 10  # "50 percent to 49"; but "cut the rate 50 percent to 2"
_STEP = Decimal("2.5")  # "by $2 to $9": so much apart, they are the change and the new level


Joint = Literal["dash", "to", "and", "or", ""]
_JOINTS: tuple[tuple[Joint, re.Pattern[str]], ...] = (("dash", _DASH), ("to", _TO), ("and", _AND), ("or", _OR))


def _joint(gap: str) -> Joint:
    """Of which kind the mark or word between two numbers is, if it can make them one."""
    return next((kind for kind, pattern in _JOINTS if pattern.fullmatch(gap)), "")


class Joiner:
    """Joins the drafts of one block into quantities, in text order."""

    def __init__(self, text: str, limit: int, looks: Lookalikes, changes: Changes) -> None:
        self.text, self.limit, self.looks, self.changes = text, limit, looks, changes
        self.seen: list[Seen] = []
        self.drafts: list[Draft] = []

    def join(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with ranges, alternatives, scores and shares put together."""
        joined: list[Draft] = []
        self.drafts, at = drafts, 0
        while at < len(drafts):
            used = 1
            gap = self._gap(drafts[at], drafts[at + 1]) if at + 1 < len(drafts) else ""
            if gap:
                used = listed(drafts, at, self.text) or self._pair(drafts[at], drafts[at + 1], gap)
            if used:
                joined.append(drafts[at])
            at += used or 2  # a score takes both away
        self._share_back(joined)
        return joined

    def _share_back(self, joined: list[Draft]) -> None:
        """Give the unit that the last two of a list share to those before: "50, 60 and 70 dollars"."""
        for at in range(len(joined) - 2, -1, -1):
            if joined[at + 1].listed and _COMMA.fullmatch(self._gap(joined[at], joined[at + 1])):
                share_unit(joined[at], joined[at + 1], self.text, listed=True)

    def _gap(self, first: Draft, second: Draft) -> str:
        return gap_between(first, second, self.text)

    def _pair(self, first: Draft, second: Draft, gap: str) -> int:
        """2 when the two became one; 1 when they stay two; 0 when they are a score."""
        joint = _joint(gap)
        tight = joint in ("dash", "to")
        if first.numeral.form in _ALONE or second.numeral.form in _ALONE or self._shares_doubt(first, second, gap):
            return 1
        if joint and (first.doubt in _STAYS or second.doubt in _STAYS):
            return self._doubted(first, second, tight=tight)
        if (tight or joint == "and") and is_clock_span(first, second, self.text, self.looks):
            first.doubt = second.doubt = "clock time"
            return 1
        if gap == "-to-" and self._is_odds(first, second):
            return 1
        if second.hedge is not None and first.hedge is not None and bounded(first, second, self.text):
            return between_bounds(first, second)
        if tight:
            take_millions(first, second, self.text)
            return self._dashed(first, second, gap) if joint == "dash" else self._reaching(first, second)
        return self._worded(first, second, gap, joint)

    def _shares_doubt(self, first: Draft, second: Draft, gap: str) -> bool:
        """Give the second of two what the first is no figure for: "photo 3 of 12", "ages 5, 7 and 9"."""
        named = first.doubt == "name" and (gap in ("-", "–", " of ") or self._row(first, second, gap))  # "737-800"
        if named or is_next(first, second, gap, self.text, self.limit):
            second.doubt = "name" if named else first.doubt
            return True
        return False

    def _is_odds(self, first: Draft, second: Draft) -> bool:
        """Whether "-to-" joins no range: "by a 2-to-1 margin", "by a 120-to-51 vote"."""
        if second.value == 1 and not second.numeral.words:
            second.doubt = "odds or a scale"
            return True
        if first.numeral.words or second.numeral.words or second.value > first.value:
            return False  # no tally: "by two-to-one margins"
        return keep_tally(first, second, self.text, self.looks)

    def _worded(self, first: Draft, second: Draft, gap: str, joint: Joint) -> int:
        """Two numbers with a word or a mark between that is no dash and no "to"."""
        both, either = joint == "and", joint == "or"
        if gap == " of " and first.numeral.form == "fraction" and second.value == 1 and second.unit is not None:
            return part_of_unit(first, second)
        points = second.unit is not None and second.unit.dimension == "index points"
        if _MOVED.fullmatch(gap) and first.unit is None and points:
            first.unit = second.unit  # "the index (16369.03 up 58.06 points)"
        if is_share(gap):
            return share_of(first, second, gap)
        if both and "between" in (word.strip('("“') for word in first.words[-3:]):
            return self._merge(first, second)
        if either and first.value == 1 and (first.doubt or "").startswith("one,") and second.value == 2:
            first.doubt = None  # "one or two"
        if either and self._alternative(first, second):
            used = self._merge(first, second)
            first.alternatives = used == 2
            return used
        if gap == "/" and first.prefixed is second.prefixed and self._spans_stroke(first, second):
            return self._merge(first, second)
        beside = gap == "/" or both
        if first.unit is None and second.unit is not None and (beside or _FROM.fullmatch(gap)):
            share_unit(first, second, self.text, listed=beside)
        return 1

    def _spans_stroke(self, first: Draft, second: Draft) -> bool:
        """Whether a stroke joins the ends of a range: "1.5/2.0 mln bags", "145.80/85 yen"; not a high and its low."""
        written, last = (self.text[draft.numeral.start : draft.numeral.stop] for draft in (first, second))
        if last.isdigit() and len(last) == len(written.partition(".")[2]) and second.factor == 1:
            whole = first.value // 1 + Decimal(last).scaleb(-len(last))  # "145.80/85"
            if whole > first.value:
                second.value, second.grain = whole, first.grain
        return first.prefixed or first.value < second.value / second.factor <= first.value * _WIDEST

    def _row(self, first: Draft, second: Draft, gap: str) -> bool:
        """Whether a range of names is told: "Rooms 12 through 14"; not "Trump 58 to 28 percent"."""
        return (
            "through" in gap and _TO.fullmatch(gap) is not None and alike(second, first) and second.value > first.value
        )

    def _doubted(self, first: Draft, second: Draft, *, tight: bool) -> int:
        """What the first is, the second is too, unless it has a unit: "2014 to 2017", "Oct. 18-22"."""
        led = first.words[-1] if first.words else ""
        if first.doubt is None and second.doubt in _BACKWARD and (tight or led in ("between", "from", "on", "of")):
            if first.hedge is None and alike(first, second):
                first.doubt = second.doubt  # "between 27 and 30 April", "13-19 May"
            return 1
        if tight and second.doubt == "year" and first.doubt is None and self._counted_span(first, second):
            second.doubt = None
            return self._merge(first, second)  # "an estimated 500-2000 died"
        if tight and second.doubt == "age of a person" and first.doubt is None and alike(first, second):
            first.doubt = second.doubt  # "25- to 34-year-olds"
            return 1
        listed = tight or not any(is_plural(word.lower()) for word in next_words(self.text, second.stop, self.limit, 2))
        if listed and first.doubt in _STAYS and alike(second, first):
            second.doubt = first.doubt
        return 1

    def _counted_span(self, first: Draft, second: Draft) -> bool:
        """Whether what looks like a year ends a range that is hedged or counted: "500-2000 homes"; not "May 5-2000"."""
        if first.unit or first.numeral.words or not _TIGHT < first.value < second.value or first.value >= _FIRST_YEAR:
            return False
        return first.hedge is not None or is_plural(next_word(self.text, second.stop, self.limit))

    def _dashed(self, first: Draft, second: Draft, gap: str) -> int:
        if gap == " — " and not self._spans_break(first, second):
            return 1  # a break, not a range: "$420 billion — $3,300 for every household"
        if first.value >= second.value and not first.prefixed and not (second.factor > first.factor or first.value < 0):
            return self._score(first, second)
        spaced = " " in gap and (first.numeral.words or second.numeral.words)  # "We need five – ten people died"
        if (spaced or first.doubt or second.doubt) and not (first.unit or second.unit):
            return 1
        if gap == "-" and second.numeral.words and not first.numeral.words and self.text[second.start].isupper():
            first.doubt = second.doubt = "name"
            return 1  # "7-Eleven"
        if is_match(first, second, self.looks) or in_sets(first, second, self.text, self.drafts):
            return self._score(first, second)
        return self._merge(first, second)

    def _spans_break(self, first: Draft, second: Draft) -> bool:
        """Whether a long dash joins two plain numbers of one noun: "some 10,000 — 12,000 fans"."""
        plain = not (first.unit or second.unit or first.numeral.words or second.numeral.words or second.hedge)
        near = first.value < second.value <= first.value * _NEAR_TIMES
        return plain and near and any(is_plural(word) for word in next_words(self.text, second.stop, self.limit, 2))

    def _score(self, first: Draft, second: Draft) -> int:
        """A tally of votes or of a match is two figures; any other score is none."""
        sets = in_sets(first, second, self.text, self.drafts)
        if not sets and (keep_tally(first, second, self.text, self.looks) or self._tells_more(first, second)):
            return 1
        self.seen.append(Seen(Span(first.start, second.stop), "score"))
        return 0

    def _tells_more(self, first: Draft, second: Draft) -> bool:
        """Whether a spaced dash breaks off: "put the toll at 40 - 30 men and 10 women"; not "Lund 3 - 1 Arvo"."""
        counted = next_words(self.text, second.stop, self.limit, 2)
        spaced = self.text[first.stop].isspace() and self.text[second.start - 1].isspace()
        return spaced and any(is_plural(word) and word.islower() for word in counted)

    def _reaching(self, first: Draft, second: Draft) -> int:
        """Tell a range, "10 to 20", from a change, "from 25 % to 50 %" after rise or cut, "rose 5 % to 20 %"."""
        if first.numeral.form == "fraction" and second.numeral.form != "fraction":
            return 1  # "revised up by a tenth to 0.5 percent"
        words = words_before_hedge(first)
        last = words[-1].strip('("“') if words else ""
        told = told_before(words, self.changes, _FAR if last == "from" else 3)
        shares = (first.unit is None or first.unit.dimension == "percent") and first.factor == second.factor == 1
        sums = first.unit is not None and first.unit.dimension == CURRENCY and first.unit is second.unit
        if last not in ("from", "between") and (shares or sums) and second.value <= first.value:
            if (
                first.unit is not None
                and second.unit is None
                and second.hedge is None
                and second.value > _SMALLEST_SHARE
            ):
                second.unit = first.unit
            if second.unit is not None and first.unit is None and second.change is None and told is None:
                first.unit = second.unit  # "ahead by 44 to 36 percent"
            return 1  # "42 percent to 39 percent": two shares of a vote; "outspent her $900 to $400"
        if told is None or not (told.verb or last == "from") or told.word == "ranging" or is_ranging(words):
            return self._merge(first, second)
        if last == "from":
            return self._from_to(first, second, told.word, told.change)
        between = [word.strip() for word in words[len(words) - told.distance :]]
        stepped = first.unit is not None and second.unit is not None and second.value > first.value * _STEP
        leap = told.verb and first.unit is second.unit is None and second.value > first.value * _LEAP
        leap = leap and (last == "by" or not between)  # "grew by 290,000 to 7.1 million", "rose 12.3 to 10,410"
        plain = first.unit is not None and last not in ("by", "to", "between") and told.distance <= 1
        if told.change is not None and ((last == "by" and stepped) or leap or (plain and "to" not in between)):
            return self._from_to(first, second, told.word, told.change, part="by")
        return self._merge(first, second)

    def _from_to(self, first: Draft, second: Draft, word: str, change: str | None, part: str = "from") -> int:
        if part == "from" and first.unit is None:
            first.unit, first.prefixed = second.unit, second.prefixed
            share_magnitude(first, second)
        if (
            second.unit is None
            and first.unit is not None
            and (part == "from" or first.unit.dimension == "index points")
        ):
            second.unit = first.unit
        if change is None and first.unit == second.unit:
            change = "up" if second.value > first.value else "down"
            word = ""
        first.change, first.change_part = change, part  # type: ignore[assignment]
        second.change, second.change_part = change, "to"  # type: ignore[assignment]
        first.doubt = second.doubt = None
        first.trace.append(f'{part}: verb "{word}"' if word else f"{part}: the two levels")
        second.trace.append(f'to: verb "{word}"' if word else "to: the two levels")
        return 1

    def _alternative(self, first: Draft, second: Draft) -> bool:
        """Whether two numbers are alternatives: "two or three", "30 or 40 days"; not "10 points, or 2 %"."""
        if first.doubt or second.doubt or first.numeral.bounds or second.numeral.bounds or not fit(first, second):
            return False
        low, high = sorted((first.value, second.value))
        if high > low * _NEAR_TIMES and ("," in self._gap(first, second) or first.per != second.per):
            return False  # "1.3 million each, or 14.3 million in all", "$85 million or $12.50 a share"
        if first.per != second.per and (first.per is not None or first.numeral.form == "fraction"):
            return False  # "$31.50 a share, or $4.2 billion", "by a fifth, or 2.3 per 1,000"
        return first.unit is None or (second.unit is not None and first.unit.name == second.unit.name) or first.prefixed

    def _merge(self, first: Draft, second: Draft) -> int:
        if not fit(first, second):
            return 1
        share_magnitude(first, second, dashed=_DASH.fullmatch(self._gap(first, second)) is not None)
        convert(first, second)
        if second.value < first.value and not (first.value < 0 or (first.unit and first.unit == second.unit)):
            return 1
        first.values = (first.value, second.value)
        first.range, first.doubt = True, None
        first.stop, first.end = second.stop, second.end
        if first.unit is None or (first.unit.ambiguous and second.unit is not None):
            first.unit = second.unit
        first.unit_span = second.unit_span or first.unit_span
        first.per = first.per or second.per
        first.hyphenated = second.hyphenated
        first.hedge_stop = max(first.hedge_stop, second.hedge_stop)
        first.hedge = first.hedge or (second.hedge if second.hedge_stop >= 0 else None)
        return 2

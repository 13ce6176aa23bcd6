"""From a match of digits or a number word to a draft, or to what it is instead of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.numerals import Lexicon, Seen, read_numeral
from factcheck.quantities.ages import is_old, person_age
from factcheck.quantities.articles import ARTICLE, may_stand_for_one, stands_for_one
from factcheck.quantities.changes import Changes
from factcheck.quantities.draft import Draft, draft_of, take_article
from factcheck.quantities.hedges import Hedges, hedge_after, hedge_before
from factcheck.quantities.labels import counter_at
from factcheck.quantities.lookalikes import why_not
from factcheck.quantities.measures import attach_unit
from factcheck.quantities.prefix import attach_prefix, currency_before, plausible_letters
from factcheck.quantities.structures import hyphen_name, name_around, structure_at
from factcheck.quantities.suffix import attach_magnitude, attach_suffix, multiply
from factcheck.quantities.tables import Lookalikes
from factcheck.quantities.wordalikes import DENIAL, goes_on, why_not_word
from factcheck.spans import Span
from factcheck.units import UnitIndex

_OPEN = " \n\t\u00a0\u202f($€£¥“\"‘'"  # before digits that stand for themselves
_LINK = re.compile(r"[:.w](?://|[a-z]{2,4}/|ww\.)")  # what every web address holds, found fast
_WEB = re.compile(
    r"(?:\b[a-z]{2,8}://|\bwww\.|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|int|info|news|co\.uk|ly|io|me|tv)/)"
    r"[^\s<>\"“”]{1,2000}?(?=[.,;:!?)\]'’]*(?:[\s<>\"“”]|\Z))"
)
_HOST = 280  # characters of an address before that
_RUN = re.compile(r"[0-9.,]*[0-9]")
_MAGNITUDE = re.compile(r"[ -](hundred|thousand|million|billion|trillion)\b")
_GLUED = re.compile(r"[0-9][0-9.,]*[^\W\d_]")
_SLASH = re.compile(r"/[0-9]++(?![.,][0-9])")
_ALPHANUMERIC = re.compile(r"[^\W_]*")


@dataclass(frozen=True, slots=True)
class Tables:
    """All the words of one vocabulary that reading needs."""

    lexicon: Lexicon
    units: UnitIndex
    hedges: Hedges
    looks: Lookalikes
    changes: Changes


class Drafter:
    """Reads the numbers of one block, from left to right; what is none goes to ``seen``."""

    def __init__(self, text: str, low: int, limit: int, tables: Tables) -> None:
        self.text, self.low, self.limit, self.tables = text, low, limit, tables
        self.seen: list[Seen] = []
        self.at = low  # everything before is read
        self.ended = -1  # where the last number ended with its unit
        self.addresses = list(_web_addresses(text, low, limit))

    def drafts(self, first: tuple[int, int]) -> list[Draft]:
        """Every number of the block, doubtful ones too, from its first digit or number word on."""
        found: list[Draft] = []
        lexicon = self.tables.lexicon
        place: tuple[int, int] | None = first
        while place:
            start, stop = place
            address = self._address_at(start) if self.addresses else None
            if address:
                self._see(*address)
                place = lexicon.next(self.text, self.at, self.limit)
                continue
            draft = self._worded(start, stop) if self.text[start].isalpha() else self._digits(start, stop)
            if draft is not None:
                if found and found[-1].doubt == DENIAL and 0 <= draft.hedge_start <= found[-1].start < draft.start:
                    found.pop()  # the "no" of "no more than"
                found.append(draft)
                glued = draft.end == draft.stop or self.text[draft.stop].isalpha()
                self.ended = draft.end if draft.doubt is None and glued else -1
                self.at = max(draft.stop, draft.end if draft.doubt is None else draft.stop)
            self.at = max(self.at, stop)
            place = lexicon.next(self.text, self.at, self.limit)
        return found

    def _address_at(self, start: int) -> tuple[int, int, str] | None:
        """The web address around a place."""
        while self.addresses and self.addresses[0][1] <= start:
            self.addresses.pop(0)
        if self.addresses and self.addresses[0][0] <= start:
            return (*self.addresses[0], "web address")
        return None

    def _see(self, start: int, stop: int, why: str) -> None:
        self.seen.append(Seen(Span(start, stop), why))
        self.at = stop

    def _digits(self, start: int, stop: int) -> Draft | None:
        if self._is_glued(start):
            return None
        text, limit, tables = self.text, self.limit, self.tables
        opens = start == 0 or text[start - 1] == "\n"
        counter = counter_at(text, start, limit) if opens else None
        if counter is not None:
            self._see(start, counter, "list number")
            return None
        structure = structure_at(text, start, limit)
        if structure is not None:
            self._see(start, *structure)
            return None
        numeral = read_numeral(tables.lexicon, text, start, stop, self.low, limit)
        if numeral is None:
            run = _RUN.match(text, start, limit)
            self._see(start, run.end() if run else stop, "number in a code")
            return None
        if not numeral.counts:
            self._see(numeral.start, numeral.stop, "a number beyond all counting")
            return None
        plain = text.startswith("/", numeral.stop) and text[start : numeral.stop].isdigit()
        improper = _SLASH.match(text, numeral.stop, limit) if plain else None
        if improper:  # 9/11, 24/7; two prices of one market are figures: "41.50/42.00"
            self._see(start, improper.end(), "name")
            return None
        draft = draft_of(numeral, text, self.low)
        attach_prefix(draft, text, max(self.low, self.at), tables.units, self.low)
        reason = attach_suffix(draft, text, limit, tables.lexicon.words, tables.units)
        if reason:
            rest = _ALPHANUMERIC.match(text, draft.stop, limit)
            self._see(draft.start, rest.end() if rest else draft.stop, reason)
            return None
        return self._settled(draft, self._why_not_digits(draft))

    def _why_not_digits(self, draft: Draft) -> str | None:
        self._complete(draft)
        if draft.ordinal:
            draft.numeral = draft.numeral._replace(form="ordinal", word="")
            last = draft.words[-1].strip(".,") if draft.words else ""
            dated = last in self.tables.looks.dates.months or last in self.tables.looks.dates.weekdays
            return "date" if dated else why_not_word(draft, self.text, self.limit, self.tables.looks)
        return None if draft.prefixed else why_not(draft, self.text, self.low, self.limit, self.tables.looks)

    def _worded(self, start: int, stop: int) -> Draft | None:
        numeral = read_numeral(self.tables.lexicon, self.text, start, stop, self.low, self.limit)
        if numeral is None:
            return None
        if not numeral.counts:
            self._see(numeral.start, numeral.stop, "a number beyond all counting")
            return None
        article = numeral.word == ARTICLE
        if article and not may_stand_for_one(
            self.text, start, stop, self.tables.hedges.before, self.tables.looks.article
        ):
            return None
        draft = draft_of(numeral, self.text, self.low)
        if numeral.form in ("words", "fraction", "vague"):
            attach_prefix(draft, self.text, max(self.low, self.at), self.tables.units, self.low)
        if numeral.form == "words":
            attach_magnitude(draft, self.text, self.limit, self.tables.lexicon.words)
        self._complete(draft)
        if article and not stands_for_one(draft, self.text, self.tables.looks.article):
            return None
        looks = self.tables.looks
        reason = why_not_word(draft, self.text, self.limit, looks)
        if reason is not None and goes_on(
            draft, reason, self.text, self.limit, self.tables.lexicon.words.cardinals, looks
        ):
            reason = None
        take_article(draft, self.text, self.low)
        return self._settled(draft, reason)

    def _complete(self, draft: Draft) -> None:
        if draft.ordinal or draft.numeral.form == "ordinal":
            return
        if draft.numeral.form != "zero":
            attach_unit(draft, self.text, self.limit, self.tables.units)
        hedge_before(draft, self.tables.hedges)
        if draft.numeral.form != "zero":
            hedge_after(draft, self.text, self.limit, self.tables.hedges)
            self._magnify_hedged(draft)

    def _magnify_hedged(self, draft: Draft) -> None:
        """Take in a magnitude behind a hedge: "thirty-odd thousand", "20-plus million"."""
        match = _MAGNITUDE.match(self.text, draft.hedge_stop, self.limit) if draft.hedge_stop > draft.stop else None
        if match and draft.factor == 1 and draft.unit is None:
            multiply(draft, self.tables.lexicon.words.magnitudes[match[1]], match.end())
            draft.hedge_stop = match.end()
            attach_unit(draft, self.text, self.limit, self.tables.units)

    def _settled(self, draft: Draft, reason: str | None) -> Draft:
        old = is_old(draft, self.text)
        if old is not None:
            if reason is None and person_age(draft, self.text, old, self.limit, self.tables.looks):
                reason = "age of a person"
            draft.end = max(draft.end, old)
        draft.doubt = reason
        return draft

    def _is_glued(self, start: int) -> bool:
        """Whether the digit is part of a name, an address or the like; if so, all of that is seen."""
        before = self.text[start - 1] if start > self.low else " "
        if before in _OPEN or self._currency_letters(start) or (self.ended == start - 1 and self._ends_range(start)):
            return False
        found = name_around(self.text, start, self.low, self.limit)
        if found is None and (before == "§" or (before == "\u00a0" and self.text[start - 2 : start - 1] == "§")):
            found = start, _ALPHANUMERIC.match(self.text, start, self.limit).end(), "name"  # type: ignore[union-attr]
        if found is None and before in "-‑" and start - 1 > self.low and self.text[start - 2].isalpha():
            found = hyphen_name(self.text, start, self.low, self.limit, self.tables.looks)
        if found is None:
            return False
        self._see(*found)
        return True

    def _ends_range(self, start: int) -> bool:
        """Whether the digit starts the second of two numbers with glued units: "5k-20k", "3km-5km"; not "10b-13"."""
        return self.text[start - 1] in "-–~" and _GLUED.match(self.text, start, self.limit) is not None

    def _currency_letters(self, start: int) -> bool:
        """Whether a currency stands right before the digit: "RM79", "US$5", "PS2.7m"."""
        found = currency_before(self.text, start, self.low, self.tables.units)
        numeral = found and read_numeral(self.tables.lexicon, self.text, start, start + 1, self.low, self.limit)
        if not found or not numeral:
            return False
        return plausible_letters(draft_of(numeral, self.text, self.low), self.text, found[1], self.tables.units)


def _web_addresses(text: str, low: int, limit: int) -> Iterator[tuple[int, int]]:
    """Where the web addresses of a block start and stop."""
    if text.find("/", low, limit) < 0 and text.find("www.", low, limit) < 0:
        return
    while link := _LINK.search(text, low, limit):
        address = _WEB.search(text, max(low, link.start() - _HOST), limit)
        if address is None:
            return
        yield address.span()
        low = address.end()

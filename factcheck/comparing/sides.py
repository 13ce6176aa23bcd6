"""A pair of claims made ready for comparing: in reading order, with their days, voices and numbers side by side."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.context.beside import Beside
from factcheck.pairs.differences import Difference, differences
from factcheck.pairs.values import Fit, Pairing, Reading, fit, pair_up
from factcheck.vocabulary import Vocabulary, toml_table

_ENTRY = re.compile(
    r"\W*(?:[^\W\d_]+\W+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)?\W*"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|\.(?P<dotted>\d\d)(?=\s?[aApP]\.?[mM]\b))(?![\d:])"
    r"(?:\s?(?P<half>[aApP])\.?[mM]\b)?"
)
_WORD = re.compile(r"\b\w+")
_CUE_REACH = 60  # characters around a number in which a cue such as "the previous toll was" may stand
_GROWING = frozenset({"count", "percent", "duration", "length", "other"})  # kinds of numbers


@toml_table
class ComparingWords:
    """The words and numbers of ``rules/context/comparing.toml``."""

    superseded: tuple[str, ...]
    moved: tuple[str, ...]
    first: tuple[str, ...]
    revised: tuple[str, ...]
    drift_alike: Decimal
    drift_words: int
    growing: frozenset[str]
    shrinking: frozenset[str]
    deeds: frozenset[str]


def comparing_words(vocabulary: Vocabulary) -> ComparingWords:
    return vocabulary.bind("comparing", ComparingWords)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two comparable claims, ``a`` first in time or else in reading order, and all that the levels ask of them."""

    a: Claim
    b: Claim
    pairing: Pairing
    fit: Fit
    vocabulary: Vocabulary
    differences: tuple[Difference, ...]  # the parts in which they are not surely the same

    @property
    def one_document(self) -> bool:
        return self.a.figure.document.id == self.b.figure.document.id

    @property
    def under_headline(self) -> bool:
        """Whether a headline stands against its own text."""
        voices = self.a.figure.context.voice, self.b.figure.context.voice
        return self.one_document and voices[0] == "headline" != voices[1]

    @property
    def growing(self) -> bool:
        return grows(self.a, self.vocabulary) and grows(self.b, self.vocabulary)

    @property
    def shrinking(self) -> bool:
        """Whether both counts fall as people are found and helped: those missing, trapped or in hospital."""
        words = comparing_words(self.vocabulary).shrinking
        return not (words.isdisjoint(_kind(self.a)) or words.isdisjoint(_kind(self.b)))

    @property
    def one_speaker(self) -> bool:
        return all(each.part != "speaker" for each in self.differences)

    @property
    def two_speakers(self) -> bool:
        return any(each.part == "speaker" and each.standing == "unlike" for each in self.differences)


def sides_of(a: Claim, b: Claim, vocabulary: Vocabulary) -> Sides | None:
    """The pair ready for comparing, or ``None`` when the two quantities cannot be compared."""
    first, second = in_order(a, b)
    pairing = pair_up(first.figure.quantity, second.figure.quantity)
    if isinstance(pairing, str):
        return None
    numbers = fit(pairing, first.figure.quantity, second.figure.quantity)
    one, other = first.figure.context.beside, second.figure.context.beside
    if numbers == "apart" and one != other:
        pairing = replace(pairing, a=_with(pairing.a, one), b=_with(pairing.b, other))
        numbers = fit(pairing, first.figure.quantity, second.figure.quantity)
    return Sides(first, second, pairing, numbers, vocabulary, differences(first.figure, second.figure, vocabulary))


def _with(reading: Reading, beside: Beside | None) -> Reading:
    """A count with those who are told beside it: "Anna Berg and eight others" are nine."""
    if beside is None:
        return reading
    values = tuple(value + beside.most for value in reading.values)
    return Reading(values, beside.over(reading.hard), beside.over(reading.typical), reading.grain)


def in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims, the one first in time or else in reading order first."""
    return (a, b) if _order(a) <= _order(b) and not entered_later(a, b) else (b, a)


def entered_later(a: Claim, b: Claim) -> bool:
    """Whether both stand in entries of one live report, each with its clock, and that of ``a`` is the later."""
    if a.figure.document.id != b.figure.document.id:
        return False
    one, other = _stamp(a), _stamp(b)
    return one is not None and other is not None and one[0] == other[0] and one[1] > other[1]


def _stamp(claim: Claim) -> tuple[str, int] | None:
    """The day, as it is written, and the minute of the clock that leads the line of a number: "UPDATE 3:20 p.m.:"."""
    figure = claim.figure
    start = figure.document.text.rfind("\n", 0, figure.quantity.span.start) + 1
    found = _ENTRY.match(figure.document.text, start, figure.quantity.span.start)
    if found is None:
        return None
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in "pP") if found["half"] else int(found["hour"])
    return found["day"] or "", 60 * hour + int(found["minute"] or found["dotted"])


def _order(claim: Claim) -> tuple[dt.date, str, int]:
    when, document = claim.figure.context.when, claim.figure.document
    day = document.published or (when.stop if when is not None else dt.date.max)
    return day, document.path, claim.figure.quantity.number.start


def as_of(claim: Claim) -> dt.date | None:
    """The day as of which a running count stands: the end of its span, else the day of its document."""
    published, when = claim.figure.document.published, claim.figure.context.when
    if published is None:
        return None if when is None else when.stop
    if when is None or (when.start < published and claim.aggregation != "total"):
        return published
    return min(when.stop, published)


def grows(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the count is of a kind that grows while news comes in: a running total, a toll, arrests, damage."""
    grown = not comparing_words(vocabulary).growing.isdisjoint(_kind(claim))
    return (grown or claim.aggregation in ("total", "level")) and claim.figure.quantity.kind in _GROWING


def _kind(claim: Claim) -> set[str]:
    """The parts of a claim's type, and its action."""
    action = claim.figure.context.action
    return {*(claim.type or "").split("."), action.lemma if action is not None else ""}


def superseded(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the text gives the number as one that has been overtaken ("the previous toll was 20")."""
    quantity = claim.figure.quantity
    return quantity.change_part == "from" or _cued(claim, comparing_words(vocabulary).superseded, quantity.number.start)


def moving(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the text says that the count has moved ("rises to 70", "so far")."""
    quantity, cues = claim.figure.quantity, comparing_words(vocabulary).moved
    return quantity.change_part == "to" or _cued(claim, cues, quantity.span.stop + _CUE_REACH)


def is_revised(first: Claim, later: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the first of two numbers is given as an estimate ("a flash reading"), or the later as a revision."""
    words = comparing_words(vocabulary)
    told = ((first, words.first), (later, words.revised))
    return any(_cued(claim, cues, claim.figure.quantity.span.stop + _CUE_REACH) for claim, cues in told)


def _cued(claim: Claim, cues: tuple[str, ...], stop: int) -> bool:
    """Whether a cue stands close before a number, or after it up to ``stop``, in its sentence."""
    figure = claim.figure
    start = max(figure.sentence.start, figure.quantity.span.start - _CUE_REACH)
    said = " ".join(_WORD.findall(figure.document.text, start, min(figure.sentence.stop, stop))).lower()
    return any(f" {cue} " in f" {said} " for cue in cues)

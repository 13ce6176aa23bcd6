"""Numbers that label one thing: "Norvex 52 Ltd", "juror 4", "the 1200 block", "error 404", "the back four"."""

from __future__ import annotations

import re

from factcheck.lemmas import noun_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_plural

_COMPANY = re.compile(
    r" (?:(?:&|and) [A-Z][a-z]+ )?(?:Ltd|Limited|Inc|LLC|LLP|plc|PLC|Corp|Corporation|Co|Company|GmbH|AG|SA|NV"
    r"|Group|Holdings|Partners|Capital|Ventures|Productions|Entertainment|Studios|Records|Foundation|FC|Fund|Acquisition)\b"
)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w&'’.-]* $")
_BLOCK = re.compile(r"[ -]blocks?\b(?: (?:of|on|from)\b|[.,;])")
_VOTE = re.compile(r"[-–][0-9]")  # "passed the court 5-4"
_MARKS = "\"'“”‘’(["
_CLAIMED = frozenset(["in", "of", "to"])
_SEVERAL = re.compile(r"(?:,| and| to|-) [0-9]{1,5}(?! ?[%$€£0-9]| [a-z-]+s\b)")
_MOST_DIGITS, _HUNDRED = 6, 100
_COUNTER = re.compile(r"(?P<first>[0-9]{1,3}) ?(?:of|/) ?(?P<last>[0-9]{1,3})[ \t]*(?:\n|$)")


def is_label(draft: Draft, text: str, limit: int, first: str, known: Lookalikes) -> bool:
    """Whether plain digits without a unit label one company, person, room, block or message."""
    if draft.hedge is not None or draft.factor != 1 or draft.value % 1 or draft.value < 1:
        return False
    if text.startswith("block", draft.stop + 1) and _BLOCK.match(text, draft.stop, limit):
        return "the" in draft.words[-1:] or text[draft.stop] == "-"
    company = text[draft.stop + 1 : draft.stop + 2].isupper() and _COMPANY.match(text, draft.stop, limit)
    if company and _NAME_BEFORE.search(draft.before):
        return True
    if first.lower() in known.names.messages and draft.value >= _HUNDRED:
        return True
    return (
        _is_numbered(draft, text, first, known) and not is_plural(first.lower()) and not _VOTE.match(text, draft.stop)
    )


def _is_numbered(draft: Draft, text: str, first: str, known: Lookalikes) -> bool:
    """Whether one thing of a kind bears the number: "delegate 44 walked out"; not "told the delegate 44 votes"."""
    if not draft.words or draft.before[-1:] not in (" ", "\u00a0"):
        return False
    word = draft.words[-1].strip(_MARKS)
    if not word.isalpha() or draft.numeral.stop - draft.numeral.start > _MOST_DIGITS:
        return False
    if word in known.names.numbered:
        return True
    if noun_lemma(word) in known.names.numbered and _SEVERAL.match(text, draft.stop):
        return True  # "delegates 44 and 45 left"
    return first != "of" and noun_lemma(word) == word and word in known.ages.people and draft.words[-2:-1] != ["the"]


def is_model(draft: Draft, after: list[str], known: Lookalikes) -> bool:
    """Whether a number with a letter glued behind is a maker's model: "a Boeing 777F", "Article 3c"."""
    word = draft.words[-1].strip(_MARKS) if draft.words else ""
    named = word in known.names.always or word in known.names.before or word in known.names.capital
    flown = any(word.lower() in known.names.after for word in after[:1])  # "a 787F jet"
    return (named or flown) and draft.hedge is None and word not in _CLAIMED


def is_squad(draft: Draft, last: str, first: str, known: Lookalikes) -> bool:
    """Whether a number word names players or finalists: "the back four", "a back-four"; not "the final four days"."""
    if last not in known.names.squads or draft.value == 1 or draft.hedge is not None or draft.unit is not None:
        return False
    led = draft.words[-2:-1] in (["the"], ["a"], ["our"], ["their"], ["his"], ["its"]) or draft.before[-1:] == "-"
    return led and not is_plural(first)


def counter_at(text: str, start: int, limit: int) -> int | None:
    """Where a counter of pictures that has the line it starts to itself ends: "7 of 10"."""
    match = _COUNTER.match(text, start, limit)
    if match is None or int(match["first"]) > int(match["last"]):
        return None
    return match.end("last")

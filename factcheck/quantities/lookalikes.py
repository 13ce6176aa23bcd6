"""Why digits that stand alone may be no figure: a date, a year, a name, an age, an address, a list number."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.lemmas import noun_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_body, is_plural, next_words

_STREET = re.compile(
    r" (?:[NSEW]\.?[EW]?\.? |North |South |East |West )?(?:(?:[A-Z][\w.'’]*|[0-9]+(?:st|nd|rd|th)) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Parkway|Highway"
    r"|(?:Way|Court|Place|Terrace|Square)(?=[,.;]))\b"
)
_SHORT_YEAR = re.compile(r"(?:^|[\s(])['’‘]$")
_STARTS = re.compile(r"(?:^|[.:;,]|\b(?:and|or))\s*\($")
_MOST_ITEMS = 20
_LIST = re.compile(r"[0-9]{1,2}[.)]\s+\S")
_LINE_START = re.compile(r"(?:^|\n)[ \t#*•]*$")
_LAST = re.compile(r"(?P<prior>\S+\s+)?(?P<word>\S+)[ \u00a0\n]+$")
_POSTCODE = re.compile(r"\b[A-Z]{2} $")
_NAME_COMMA = re.compile(r"([^\W\d_][\w.'’-]+),[ \u00a0]$")
_NAME_BRACKET = re.compile(r"[A-Z][\w.'’-]+ \($")
_CLOSED = re.compile(r"[,;.)](?!\d)|\s*$|\s+and\s+(?:[0-9]{1,2}|[a-z]+)[,.;]")
_DAY = re.compile(r"(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)?,?")
_ITEM_BEFORE = re.compile(r"(?:[:;,.]|\b(?:and|or))\s+$")
_OLDEST = Decimal(120)
_MARKS = ".,;:()[]\"'“”‘’"
_STRICT_YEAR = frozenset(["in", "since", "during", "until", "by", "early", "late", "fiscal"])
_ROUGH_YEAR = frozenset(["around", "circa", "c.", "ca.", "about"])


def why_not(draft: Draft, text: str, low: int, limit: int, known: Lookalikes) -> str | None:
    """A reason against digits without currency: what stands around them makes them something else."""
    written = text[draft.numeral.start : draft.numeral.stop]
    last = draft.words[-1].strip(_MARKS) if draft.words else ""
    after = next_words(text, draft.stop, limit)
    plain = written.isdigit()
    if plain and _in_date(draft, last, after[0] if after else "", known):
        return "date"
    if plain and draft.unit is None:
        reason = _bare(draft, text, low, limit, written) or (
            _is_age(draft, text, last, after, known) and "age of a person"
        )
        if reason:
            return reason
    if plain and _is_year(draft, written, last, after, text, known):
        return "year"
    if draft.unit is None and draft.factor == 1 and _named(draft, after, known):
        return "name"
    return None


def _in_date(draft: Draft, last: str, first: str, known: Lookalikes) -> bool:
    months = known.dates.months
    if draft.value > 31 and not (1000 if _is_day(draft.words[-2:-1]) else 1500) <= draft.value <= 2100:
        return False
    if last in months and draft.before[-1:] in " \u00a0\n" and draft.words[-1][-1:] not in ",;":
        return last != "may" or re.search(r"May\s$", draft.before) is not None
    return draft.value <= 31 and first[:1].isupper() and first.lower() in months


def _is_day(words: list[str]) -> bool:
    """Whether the last of some words is a day of a month: "4,", "14th"."""
    return bool(words) and _DAY.fullmatch(words[-1]) is not None


def _after_day(draft: Draft, known: Lookalikes) -> bool:
    """Whether a month, a day and a comma stand before the number: "July 4, 1776"."""
    month = draft.words[-2].strip(_MARKS) if len(draft.words) > 1 else ""
    return month in known.dates.months and draft.words[-1].endswith(",") and _is_day(draft.words)


def _bare(draft: Draft, text: str, low: int, limit: int, written: str) -> str | None:
    if len(written) == 2 and _SHORT_YEAR.search(draft.before):
        return "year"
    if len(written) > 1 and written[0] == "0":
        return "code"
    if _LIST.match(text, draft.start, limit) and _LINE_START.search(text, max(low, draft.start - 12), draft.start):
        return "list number"
    around = text[max(0, draft.start - 1) : draft.start], text[draft.stop : draft.stop + 1]
    if around == ("[", "]"):
        return "reference mark"
    if around == ("(", ")") and draft.value <= _MOST_ITEMS and _STARTS.search(draft.before):
        return "list number"
    if around[1] == ")" and draft.value <= _MOST_ITEMS and _opens_item(draft, text, limit):
        return "list number"
    if around[0] == "#":
        return "name"
    if _STREET.match(text, draft.stop, limit):
        return "address"
    return "postcode" if len(written) == 5 and _POSTCODE.search(draft.before) else None


def _opens_item(draft: Draft, text: str, limit: int) -> bool:
    """Whether a number and its lone closing bracket open an item of a running list: "for two reasons: 1) …, 2) …"."""
    before = draft.before
    open_bracket = before.rfind("(") > before.rfind(")")
    spaced = draft.stop + 1 < limit and text[draft.stop + 1].isspace()
    return spaced and not open_bracket and _ITEM_BEFORE.search(before) is not None


def _is_age(draft: Draft, text: str, last: str, after: list[str], known: Lookalikes) -> bool:
    """Whether it is somebody's age: "aged 12", "who was 10", "Ann Lee, 34,", "two sons, 11 and 14", "Ann Lee (34)"."""
    if draft.value >= _OLDEST or draft.value < 1 or draft.prefixed:
        return False
    if last in known.ages.cues and draft.before[-1:] in " \u00a0":
        return True
    if draft.words[-3:] == ["at", "the", "age"] or draft.words[-4:] == ["at", "the", "age", "of"]:
        return True
    follow = after[0].lower() if after else ""
    if last in known.ages.be and known.ages.persons.intersection(draft.words[-4:]):
        return not is_plural(follow) and follow not in ("percent", "per", "people", "of", "out", "in")
    comma = _NAME_COMMA.search(draft.before)
    if comma and draft.hedge is None and _CLOSED.match(text, draft.stop):
        return comma[1][0].isupper() or noun_lemma(comma[1]) in known.ages.people
    return bool(_NAME_BRACKET.search(draft.before)) and text[draft.stop : draft.stop + 1] == ")" and draft.value > 5


def _is_year(draft: Draft, written: str, last: str, after: list[str], text: str, known: Lookalikes) -> bool:
    """Four plain digits: a year unless a unit, a hedge or a counted noun says otherwise."""
    dated = _after_day(draft, known)
    if len(written) != 4 or not (1000 if dated else 1500) <= draft.value <= 2100 or draft.prefixed:
        return False
    if after and after[0] in known.dates.year_levels and draft.value >= 1900:
        return True
    if draft.hedge is not None and not (last in _ROUGH_YEAR and draft.value >= 1900):
        return False
    strict = dated or last in _STRICT_YEAR or last in known.dates.months
    modern = draft.value >= 1900
    if draft.unit is not None:
        return modern and last in ("since", "fiscal") and not draft.hyphenated
    first = after[0] if after else ""
    if text[draft.stop : draft.stop + 1] == "-":
        return modern and not is_plural(first.lower())
    named = bool(first) and first[0].isupper() and last == "the"  # "the 1799 Logan Act"
    likely = modern or strict or named or last in _ROUGH_YEAR or last in ("between", "from")
    if not first or first.lower() in known.dates.year_after:
        return likely
    noun = after[1] if first[0].isupper() and len(after) > 1 else first
    if is_plural(noun) and not noun[0].isupper():  # "2000 evacuees" or "2016 elections"
        return modern and (strict or draft.value % 50 != 0)
    return likely


def _named(draft: Draft, after: list[str], known: Lookalikes) -> bool:
    """Whether a word beside the number makes it a name: "Flight 610", "a 737 jet", "Stoxx 50"."""
    match = _LAST.search(draft.before)
    first = after[0] if after else ""
    word = match["word"].lstrip("(\"“‘'[").rstrip("\"”’'") if match else ""
    lower = word.lower()
    names = known.names
    if is_body(draft.before, known) and not is_plural(first.lower()):
        return True
    if word and (word[-1] not in ",;:.!?)" or lower in names.before or lower in names.capital) and draft.hedge is None:
        if lower in names.before or (word[0].isupper() and lower in names.capital):
            return lower in names.always or not is_plural(first.lower())
        if match and _named_by_capital(word, match["prior"] or "", draft, first, known):
            return True
    if draft.numeral.form != "digits" or draft.value < 2:
        return False
    return first in names.after_capital or (first.lower() in names.after and draft.value >= 100)


def _named_by_capital(word: str, prior: str, draft: Draft, first: str, known: Lookalikes) -> bool:
    """A capitalised word inside running text, right before plain digits with nothing behind that could be counted."""
    if not word[0].isupper() or not prior or prior.rstrip()[-1] in '.!?:"”':
        return False
    if first and not first[0].isupper() and first not in known.names.ends:
        return False
    if draft.numeral.words or draft.value < 2 or draft.value != draft.value.to_integral_value():
        return False
    running = sum(token[:1].islower() and len(token) > 3 for token in draft.before.split()[1:])
    return running >= 2

"""Why digits that stand alone may be no figure: a date, a year, a name, an age, an address, a list number."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_plural, next_words

_STREET = re.compile(
    r" (?:[NSEW]\.?[EW]?\.? |North |South |East |West )?(?:(?:[A-Z][\w.'’]*|[0-9]+(?:st|nd|rd|th)) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Place|Terrace|Square|Parkway|Highway)\b"
)
_LIST = re.compile(r"[0-9]{1,2}[.)]\s+\S")
_APPOSITIVE = re.compile(r"[,;.)]|\s+(?:and|who|whose|was|were|has|had|from|of|both|is|died|said|told)\b|\s*$")
_LINE_START = re.compile(r"(?:^|\n)[ \t#*•]*$")
_LAST = re.compile(r"(\S+)[ \u00a0\n]+$")
_SMALL = Decimal(120)
_PUNCTUATION = ".,;:()[]\"'“”‘’"
_BE = frozenset(
    [
        "is",
        "was",
        "be",
        "being",
        "turned",
        "turns",
        "turning",
        "turn",
        "am",
        "are",
        "were",
        "i'm",
        "he's",
        "she's",
        "aged",
        "age",
        "ages",
    ]
)
_PERSONS = frozenset(["he", "she", "who", "i", "they", "i'm", "he's", "she's", "whose"])
_DATE_JOINTS = frozenset(["and", "to", "or", "through", "-", "–", "until", "the", "of"])


def why_not(draft: Draft, text: str, low: int, limit: int, known: Lookalikes) -> str | None:
    """A reason that holds whatever else is said of the number; for bare digits without currency."""
    written = text[draft.numeral.start : draft.numeral.stop]
    last = draft.words[-1].strip(_PUNCTUATION) if draft.words else ""
    after = next_words(text, draft.stop, limit)
    first = after[0] if after else ""
    plain = written.isdigit()
    if plain and _in_date(draft, last, first, known):
        return "date"
    if draft.unit is None and plain:
        reason = _bare(draft, text, low, limit, written, last, after, known)
        if reason:
            return reason
    if _is_year(draft, written, last, first, text, known):
        return "year"
    if draft.unit is None and draft.factor == 1:
        return _named(draft, text, limit, after, known)
    return None


def _in_date(draft: Draft, last: str, first: str, known: Lookalikes) -> bool:
    months = known.dates.months
    if draft.value > 31 and len(str(draft.value)) != 4:
        return False
    if last in months and draft.before[-1:] in " \u00a0" and draft.words[-1][-1:] not in ",;" and last != "may":
        return True
    if last == "may" and re.search(r"May[ \u00a0]$", draft.before) and draft.value <= 31:
        return True
    if draft.value <= 31 and first.lower() in months and first[:1].isupper():
        return True
    return draft.value <= 31 and first == "of" and False


def _bare(
    draft: Draft, text: str, low: int, limit: int, written: str, last: str, after: list[str], known: Lookalikes
) -> str | None:
    if len(written) > 1 and written[0] == "0":
        return "code"
    if _LIST.match(text, draft.numeral.start, limit) and _LINE_START.search(
        text, max(low, draft.start - 12), draft.start
    ):
        return "list number"
    if text[draft.start - 1 : draft.start] == "[" and text[draft.stop : draft.stop + 1] == "]":
        return "reference mark"
    if text[draft.start - 1 : draft.start] == "#":
        return "name"
    if _STREET.match(text, draft.stop, limit):
        return "address"
    if len(written) == 5 and re.search(r"\b[A-Z]{2} $", draft.before):
        return "postcode"
    if draft.value < _SMALL and _is_age(draft, text, last, after):
        return "age of a person"
    return None


def _is_age(draft: Draft, text: str, last: str, after: list[str]) -> bool:
    before = draft.before
    if last in ("aged", "age", "ages") and before[-1:] in " \u00a0":
        return True
    if len(draft.words) > 1 and last in _BE and draft.words[-2].strip(_PUNCTUATION) in _PERSONS:
        follow = after[0].lower() if after else ""
        return not is_plural(follow) and follow not in ("percent", "per", "people")
    if re.search(r"[A-Z][\w.'’-]+,[ \u00a0]$", before) and _APPOSITIVE.match(text, draft.stop) and draft.value >= 1:
        return draft.hedge is None and draft.value == draft.value.to_integral_value()
    return (
        bool(re.search(r"[A-Z][\w.'’-]+ \($", before)) and text[draft.stop : draft.stop + 1] == ")" and draft.value > 5
    )


def _is_year(draft: Draft, written: str, last: str, first: str, text: str, known: Lookalikes) -> bool:
    if len(written) != 4 or not written.isdigit() or not 1500 <= draft.value <= 2100 or draft.prefixed:
        return False
    strict = last in ("in", "since", "during", "until", "by", "early", "late", "fiscal") or last in known.dates.months
    modern = 1900 <= draft.value <= 2099
    if draft.unit is not None:
        return strict and modern and last in ("since", "fiscal") and not draft.hyphenated
    lower = first.lower()
    glued = text[draft.stop : draft.stop + 1]
    if glued == "-":
        return modern and not is_plural(lower)
    if not first or first[0].isupper() or lower in known.dates.year_after:
        return modern or last in known.dates.year_before
    if is_plural(lower):
        return strict and modern
    return modern or last in known.dates.year_before


def _named(draft: Draft, text: str, limit: int, after: list[str], known: Lookalikes) -> str | None:
    """Whether a word beside the number makes it a name: "Flight 610", "a 737 jet", "Stoxx 50"."""
    match = _LAST.search(draft.before)
    word = match[1] if match else ""
    bare = word.strip("(\"“‘'[").rstrip("\"”’'")
    lower, first = bare.lower(), (after[0] if after else "")
    if bare and word[-1] not in ",;:.!?)" or lower in ("no.", "nos.", "sec.", "art.", "vol."):
        singular = lower.rstrip(",")
        if singular in known.names.before or singular in known.names.always:
            if singular in known.names.always or not is_plural(first.lower()):
                return "name"
        elif _names_by_capital(bare, draft, first):
            return "name"
    if (
        first.lower() in known.names.after
        and draft.numeral.form == "digits"
        and draft.value >= 100
        and not is_plural(first.lower())
    ):
        return "name"
    return None


def _names_by_capital(bare: str, draft: Draft, first: str) -> bool:
    """A capitalised word right before plain digits, in running text, with nothing behind that could be counted."""
    if not bare[:1].isupper() or len(draft.words) < 3 or draft.hedge is not None or draft.value < 2:
        return False
    if first and not (
        first[0].isupper()
        or first.lower()
        in ("was", "is", "to", "and", "or", "in", "on", "at", "for", "with", "has", "will", "that", "from", "by", "as")
    ):
        return False
    tokens = draft.before.split()[1:]
    lower = sum(token[:1].islower() and len(token) > 3 for token in tokens)
    return lower >= 2 and draft.numeral.form == "digits" and draft.value == draft.value.to_integral_value()

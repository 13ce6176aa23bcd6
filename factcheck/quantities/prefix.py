"""What stands right before a number and belongs to its value: a currency and a sign."""

from __future__ import annotations

from factcheck.quantities.draft import Draft, look_left
from factcheck.units import Unit, UnitIndex

_SIGNS = "-\u2212\u2010\u2011"
_SIGN_WORDS = ("minus ", "minus-", "negative ")
_LONGEST = 6
_MAGNITUDE_LETTERS = ("m", "b", "k")


def attach_prefix(draft: Draft, text: str, low: int, units: UnitIndex) -> None:
    """Take in a currency and a sign that stand before the number: "$", "US$", "HK $", "USD 10", "-$5", "minus 5"."""
    at = draft.start
    if at > low + 1 and text[at - 1] in _SIGNS and currency_before(text, at - 1, low, units):
        draft.value, at = -draft.value, at - 1
    found = currency_before(text, at, low, units)
    if found:
        draft.unit, at = found
        draft.prefixed = True
    at = _signed(draft, text, at, low)
    if at != draft.start:
        draft.start = at
        look_left(draft, text, low)


def _signed(draft: Draft, text: str, at: int, low: int) -> int:
    """Where the number starts with its sign; a dash that opens a line is a bullet."""
    if draft.value <= 0:
        return at
    if at - 1 > low and text[at - 1] in _SIGNS and text[at - 2] in " (\u00a0":
        draft.value = -draft.value
        return at - 1
    for word in _SIGN_WORDS:
        if text[max(low, at - len(word)) : at].lower() == word:
            draft.value = -draft.value
            return at - len(word)
    return at


def currency_before(text: str, at: int, low: int, units: UnitIndex) -> tuple[Unit, int] | None:
    """The currency that ends right before ``at``, and where it starts."""
    if at <= low:
        return None
    if text[at - 1] in " \u00a0":
        return _apart(text, at - 1, low, units)
    for size in range(min(at - low, _LONGEST), 0, -1):
        start = at - size
        unit = units.prefixes.get(text[start:at])
        if unit is not None and not (text[start].isalpha() and start > low and text[start - 1].isalpha()):
            return unit, start
    return None


def _apart(text: str, stop: int, low: int, units: UnitIndex) -> tuple[Unit, int] | None:
    """A currency with a space behind it: codes ("USD 10"), "Rs 500", "RM 5", a symbol ("$ 5"); no lone letter."""
    start = stop
    while start > low and not text[start - 1].isspace() and text[start - 1] not in "(-–" and stop - start < _LONGEST:
        start -= 1
    word = text[start:stop]
    unit = units.prefixes.get(word)
    if unit is None:
        return None
    letters = sum(letter.isalpha() for letter in word)
    known = letters == 0 or word in units.apart or (letters >= 3 and word.isupper())
    return (unit, start) if known else None


def plausible_letters(draft: Draft, text: str, start: int, units: UnitIndex) -> bool:
    """Whether letters glued before digits are a currency: "RM79", "PS2.7m", but not "N95", "R2", "PS5"."""
    letters = text[start : draft.numeral.start]
    if len(letters) >= 3 or letters in units.apart or not letters.isalpha():
        return True
    written = text[draft.numeral.start : draft.numeral.stop]
    glued = text[draft.numeral.stop : draft.numeral.stop + 1]
    return draft.factor > 1 or "," in written or glued in _MAGNITUDE_LETTERS

"""What stands right before a number and belongs to its value: a currency and a sign."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft, look_left
from factcheck.units import Unit, UnitIndex

_SIGNS = "-\u2212\u2010\u2011"
_SIGN_WORDS = ("minus ", "minus-", "negative ")
_LONGEST = 7
_CODE, _WORD = 3, 16
_SYMBOLS = "$€£¥"
_OWNER = re.compile(r"(?<![^\W_])(?P<letters>[A-Za-z]{1,3})(?P<gap>[ \u00a0]?)\Z")
_LOWER = re.compile(r"(?:^|[\s(])[a-z][a-z,’'-]* \Z")
_HASH = "#"  # a pound sign that a feed lost
_HUNDREDTHS = re.compile(r"[0-9]\.[0-9]{2}\Z")  # "DM2.70"
_MAGNITUDE_LETTERS = ("m", "b", "k")


def attach_prefix(draft: Draft, text: str, low: int, units: UnitIndex, block: int) -> None:
    """Take in a currency and a sign that stand before the number: "$", "US$", "HK $", "USD 10", "-$5", "minus 5".

    ``low`` is where the number before it ended, ``block`` where the block starts.
    """
    at = draft.start
    if at > low and text[at - 1] == "(" and text[draft.stop : draft.stop + 1] == ")" and _lost(draft, text, low, units):
        look_left(draft, text, block)
        return
    if at > low + 1 and text[at - 1] in _SIGNS and currency_before(text, at - 1, low, units):
        draft.value, at = -draft.value, at - 1
    found = currency_before(text, at, low, units)
    if found and (text[found[1]] != _HASH or _is_sum(draft, text)):
        draft.unit, at = found
        draft.prefixed = True
    at = _signed(draft, text, at, low)
    if at != draft.start:
        draft.start = at
        look_left(draft, text, block)


def _lost(draft: Draft, text: str, low: int, units: UnitIndex) -> bool:
    """Take in the brackets of a loss: "$(1.2) million", "$ (0.30)", "(4.1) million dollars"; not "(3) people"."""
    found = currency_before(text, draft.start - 1, low, units)
    if found is None and _SIZE.match(text, draft.stop + 1) is None:
        return False
    draft.start -= 1
    if found:
        draft.unit, draft.start = found
        draft.prefixed = True
    draft.stop += 1
    draft.end = draft.stop
    return True


_SIZE = re.compile(r" (?:thousand|[mb]illion|trillion)\b")


def _signed(draft: Draft, text: str, at: int, low: int) -> int:
    """Where the number starts with its sign; a dash that opens a line is a bullet."""
    sign = 0
    if at - 1 > low and text[at - 1] in _SIGNS and text[at - 2] in " (\u00a0":
        sign = 1
    elif draft.before.endswith(("s ", "s-", "e ", "S ", "E ")) and draft.words[-2:-1] != ["or"]:
        sign = next((len(word) for word in _SIGN_WORDS if text[max(low, at - len(word)) : at].lower() == word), 0)
    if not sign or not draft.value or draft.value.is_signed():
        return at
    draft.value = -draft.value
    return at - sign


def currency_before(text: str, at: int, low: int, units: UnitIndex) -> tuple[Unit, int] | None:
    """The currency that ends right before ``at``, and where it starts."""
    if at <= low:
        return None
    stop = at - 1 if text[at - 1] in " \u00a0" else at
    if text[stop - 1] not in units.prefix_ends and text[stop - 2 : stop] not in units.prefix_ends:
        return None
    if stop < at:
        return _apart(text, stop, low, units)
    qualified = _qualified(text, at - 1, low, units) if text[at - 1] in _SYMBOLS else None
    if qualified:
        return qualified
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
    qualified = _qualified(text, stop - 1, low, units) if word and word[-1] in _SYMBOLS else None
    if qualified:
        return qualified
    unit = units.prefixes.get(word)
    if unit is None:
        return None
    signed = not word.rstrip(".").isalpha()  # "US$ 5"
    mixed = word[1:].lower() != word[1:] or not word.isascii()  # "KSh 300", "Kč 300"
    known = signed or (mixed and len(word) > 1) or word in units.apart
    return (unit, start) if known else None


def _qualified(text: str, at: int, low: int, units: UnitIndex) -> tuple[Unit, int] | None:
    """A symbol at ``at`` with the letters that say whose it is: "SGD$", "mxn$", "C $", "US $"; not "plan B $5"."""
    match = _OWNER.search(text, max(low, at - _LONGEST), at)
    if match is None:
        return None
    letters = match["letters"]
    code = units.codes.get(letters.upper()) if len(letters) == _CODE and not match["gap"] else None
    unit = code or (units.prefixes.get(letters + text[at]) if letters.isupper() else None)
    lone = (
        len(letters) == 1 and match["gap"] and not _LOWER.search(text, max(low, match.start() - _WORD), match.start())
    )
    return None if unit is None or lone else (unit, match.start())


def _is_sum(draft: Draft, text: str) -> bool:
    """Whether a number behind "#" can be no rank: "#37.6 m", "#308,192"; not "#1", "#12"."""
    written = text[draft.numeral.start : draft.numeral.stop]
    return draft.factor > 1 or "," in written or "." in written


def plausible_letters(draft: Draft, text: str, start: int, units: UnitIndex) -> bool:
    """Whether letters glued before digits are a currency: "RM79", "PS2.7m", "DM2.70", but not "N95", "R2", "PS5"."""
    letters = text[start : draft.numeral.start]
    if len(letters) >= 3 or letters in units.apart or not letters.isalpha():
        return True
    written = text[draft.numeral.start : draft.numeral.stop]
    glued = text[draft.numeral.stop : draft.numeral.stop + 1]
    return draft.factor > 1 or "," in written or glued in _MAGNITUDE_LETTERS or _HUNDREDTHS.search(written) is not None

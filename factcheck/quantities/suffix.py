"""What is glued behind a number's digits: a symbol ("%", "km", "°C"), a magnitude ("5bn"), or what makes it a name."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.numerals.vocabulary import NumberWords
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import is_plural, next_word
from factcheck.quantities.unit_words import sense_of, unit_at
from factcheck.spans import Span
from factcheck.units import CURRENCY, Unit, UnitIndex

_SIGNS = "%％‰°º℃℉€£¢₽₴₪$＄¥₹₩₺′″\"'’”"
_APART = re.compile(r"[ \u00a0]([A-Za-z]{1,4})\b")
_CODED = re.compile(
    r"[ \u00a0]?(?:(?P<size>[MkKBTm]|mn|bn)(?P<code>[A-Z]{3})"
    r"|(?P<after>[A-Z]{3})[ \u00a0]?(?P<sized>mn?|bn|[MB]|[mb]illion|trillion))\b"
)
_BEHIND_LOSS = re.compile(r" ?(thousand|[mb]illion|trillion|mn?|bn|[kMB])\b")
_SIZED_SIGN = re.compile(r" ?(?P<size>[Mk]|mn?|bn)(?P<sign>[$€£¥])(?! ?[0-9])")
_LETTERS = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(
    r"(?:sq|cu|deg)\.? ?[^\W\d_]{1,2}\b"
    r"|[^\W\d_]+(?:[/·.-][^\W\d_]{1,20}){0,3}(?:\^?[23](?![0-9])|[²³])?"
    rf"|[{_SIGNS}](?: ?[CFK]\b|-?point\b|pts?\b)?(?:'')?"
)
_COMPANY = re.compile(r" (?:Co|Company|Corp|Inc)\b")
_SHORT = 2
_ORDINAL = {1: "st", 2: "nd", 3: "rd"}
_GROUP = re.compile(r"\b(?:over|under)-$", re.IGNORECASE)
_LONGEST_QUOTE = 1000  # how far back an open quotation is looked for
_MOST_FEET = 1000
# Before "17c", which then are cents; not "the 5c", "iPhone 5c".
_CENTS_AFTER = frozenset(
    [
        "costs", "cost", "at", "for", "to", "by", "of", "from", "than", "a", "is", "was", "only",
        "just", "about", "up", "down", "rose", "fell", "pay", "paid", "worth", "under", "over", "extra", "or",
    ]
)  # fmt: skip
_NO_SECONDS = 1000
_RETIREMENT_PLAN = 401
_HEIGHT = re.compile(r"['’][0-9]{1,2}[\"”″]")


def attach_suffix(draft: Draft, text: str, limit: int, words: NumberWords, units: UnitIndex) -> str | None:
    """Take in what is glued behind the digits; a reason when that makes the number something else."""
    if text[draft.stop - 1] == ")":
        size = _BEHIND_LOSS.match(text, draft.stop, limit)
        if size:  # "$(1.2) million"
            multiply(draft, words.magnitudes.get(size[1]) or words.suffixes.coded[size[1]], size.end())
        return None
    if _apart(draft, text, limit, words, units):
        return None
    at = draft.stop
    if at >= limit or not (text[at].isalpha() or text[at] in _SIGNS):
        return None
    match = _SYMBOL.match(text, at, limit)
    if match is None:
        return None
    letters = _LETTERS.match(text, at, limit)
    if letters and _is_ordinal(draft, letters.group()):
        draft.ordinal, draft.stop, draft.end = True, letters.end(), letters.end()
        return None
    for stop in dict.fromkeys((match.end(), letters.end() if letters else at + 1)):
        unit = units.glued.get(text[at:stop])
        if unit is not None and not _counts(text[at:stop], draft, text, stop, words, units):
            unit = sense_of(text[at:stop], text, draft.start, stop, limit, units) or unit
            return _set_symbol(draft, unit, text, at, stop)
    return _lettered(draft, text, limit, letters, words, units) if letters else None


def attach_magnitude(draft: Draft, text: str, limit: int, words: NumberWords) -> None:
    """Take in a short magnitude apart from a number word: "about one mln acres"."""
    apart = _APART.match(text, draft.stop, limit) if text[draft.stop + 1 : draft.stop + 2] in "bmt" else None
    if apart and apart[1] in words.suffixes.apart:
        multiply(draft, words.suffixes.always[apart[1]], apart.end())


def _apart(draft: Draft, text: str, limit: int, words: NumberWords, units: UnitIndex) -> bool:
    """Take in a magnitude apart from the digits, or with a currency: "5 bn", "3.5 m euros", "120 MEUR"."""
    first = text[draft.stop : draft.stop + 2].lstrip(" \u00a0")[:1]
    if not first.isalpha() or (first.islower() and first not in "kmbt"):
        return False
    coded = _CODED.match(text, draft.stop, limit) if first.isupper() or first in "kmb" else None
    code = units.codes.get(coded["code"] or coded["after"]) if coded else None
    if coded and code is not None:
        size = coded["size"] or coded["sized"]
        factor = words.suffixes.coded.get(size) or words.magnitudes[size]
        multiply(draft, factor, coded.end())
        draft.unit = draft.unit if draft.prefixed else code
        return True
    signed = _SIZED_SIGN.match(text, draft.stop, limit) if first in "Mkmb" else None
    if signed and not draft.prefixed and signed["sign"] in units.glued:
        multiply(draft, words.suffixes.coded[signed["size"]], signed.end())
        draft.unit = units.glued[signed["sign"]]
        return True
    apart = _APART.match(text, draft.stop, limit)
    if apart is None:
        return False
    if apart[1] in words.suffixes.apart:
        multiply(draft, words.suffixes.always[apart[1]], apart.end())
        return True
    money = apart[1] in words.suffixes.coded and unit_at(text, apart.end(), limit, units)
    if money and _pays(money[0]):
        multiply(draft, words.suffixes.coded[apart[1]], apart.end())
        return True
    if draft.prefixed and apart[1] in ("m", "M", "B"):  # "SEK 45 m"; not the pole of "a $45 m pole"
        after = next_word(text, apart.end(), limit)
        if not after or after.lower() in words.suffixes.behind_money:
            multiply(draft, words.suffixes.coded[apart[1]], apart.end())
            return True
    return False


def _pays(unit: Unit) -> bool:
    """Whether a unit may be money: pounds too."""
    return unit.dimension == CURRENCY or unit.name == "pound"


def _lettered(
    draft: Draft, text: str, limit: int, letters: re.Match[str], words: NumberWords, units: UnitIndex
) -> str | None:
    """Letters that are no unit: a magnitude ("25k"), or part of a name ("the 340B program", "4K TV", "401k")."""
    word, stop = letters.group(), letters.end()
    sense = sense_of(word, text, draft.start, stop, limit, units)
    if sense is not None:
        return _set_symbol(draft, sense, text, letters.start(), stop)
    factor = _factor(word, draft, words)
    if factor and not draft.prefixed and not _is_magnitude(word, draft, text, stop, words, units):
        factor = None
    if factor:
        multiply(draft, factor, stop)
        return None
    unit = units.words.get(word) if len(word) > _SHORT else None
    if unit is not None and not draft.prefixed:
        return _set_symbol(draft, unit, text, letters.start(), stop)  # "2963yen", "30days"
    draft.stop = draft.end = stop
    return None if word == "x" else "name"


def _is_magnitude(word: str, draft: Draft, text: str, stop: int, words: NumberWords, units: UnitIndex) -> bool:
    """Whether a letter behind digits without currency multiplies them, by what follows."""
    first = next_word(text, stop, len(text)).lower()
    if word == "M" and _COMPANY.match(text, stop):
        return False  # "3M Co"
    if word in ("k", "K"):
        picture = word == "K" and draft.value in units.pictures and not is_plural(first)
        return first not in units.after_k and draft.value != _RETIREMENT_PLAN and not picture
    if word not in words.suffixes.count:
        return True
    if is_plural(first) or first in units.after_million:
        return True
    money = unit_at(text, stop, len(text), units)
    if money and _pays(money[0]):
        return True  # "12m zł"
    return draft.value % 1 != 0 and bool(first)  # "2.7m combined sales"


def _is_ordinal(draft: Draft, letters: str) -> bool:
    """Whether the letters make an ordinal: "21st", "52nd", "11th"; but "12st" is a weight."""
    if draft.value % 1 or draft.factor != 1:
        return False
    last = int(draft.value % 10) if draft.value % 100 not in (11, 12, 13) else 0
    return letters.lower() == _ORDINAL.get(last, "th")


def _counts(symbol: str, draft: Draft, text: str, stop: int, words: NumberWords, units: UnitIndex) -> bool:
    """Whether a letter that could be a unit is none: "$5m", "2.7m sales", "2018s best", "over-65s"."""
    if symbol == "s":
        return _is_plural_name(draft, words)
    if symbol == "c":
        led = draft.words[-1] if draft.words else ""
        return text[stop : stop + 1].isalnum() or led not in _CENTS_AFTER
    if symbol == "p":
        return draft.value in units.pictures
    if draft.prefixed:
        return symbol in words.suffixes.money
    if symbol not in words.suffixes.count:
        return False
    after = next_word(text, stop, len(text))
    return (
        bool(after)
        and after.lower() not in units.after_metres
        and _is_magnitude(symbol, draft, text, stop, words, units)
    )


def _is_plural_name(draft: Draft, words: NumberWords) -> bool:
    """Whether "16s" are several of something, not seconds: "the 2s", "its 737s"; but "in 9.58s", "a 30s spot"."""
    if draft.value % 1 or draft.prefixed:
        return False
    led = draft.words[-1].strip('("“‘') if draft.words else ""
    timed = led in words.suffixes.before_seconds and _GROUP.search(draft.before) is None
    return draft.value >= _NO_SECONDS or not timed


def _factor(word: str, draft: Draft, words: NumberWords) -> Decimal | None:
    suffixes = words.suffixes
    if word in suffixes.always:
        return suffixes.always[word]
    if draft.prefixed and word in suffixes.money:
        return suffixes.money[word]
    return suffixes.count.get(word) or words.magnitudes.get(word.lower())


def multiply(draft: Draft, factor: Decimal, stop: int) -> None:
    """Apply a magnitude that ends at ``stop``."""
    draft.value *= factor
    draft.factor *= factor
    draft.grain = draft.grain * factor if draft.grain is not None else None
    draft.stop = draft.end = stop


def _set_symbol(draft: Draft, unit: Unit, text: str, at: int, stop: int) -> str | None:
    if text[at] in "'\"’”" and not _measures(draft, text, at, stop):
        return None
    if text[at] in "$£€¥" and text[stop : stop + 1].isdigit():
        return None  # "12€5"
    if draft.unit is None or not draft.prefixed:
        draft.unit = unit
    draft.unit_span = Span(at, stop)
    draft.end = stop
    if unit.dimension in ("percent", "currency"):
        draft.stop = stop
    return None


def _measures(draft: Draft, text: str, at: int, stop: int) -> bool:
    """Whether a quotation mark behind a number means feet or inches: no quotation is open before it."""
    mark = text[at]
    if _HEIGHT.match(text, at):
        return True
    if mark == "’" or draft.value >= _MOST_FEET or text[stop : stop + 1].isalnum():
        return False
    low = max(0, at - _LONGEST_QUOTE)
    low = max(low, text.rfind("\n", low, at) + 1)
    if mark == "”":
        return text.count("“", low, at) <= text.count("”", low, at)
    opened = sum(1 for _ in re.finditer(rf"(?:^|[\s(—–-]){mark}\w", text[low:at]))
    return opened <= sum(1 for _ in re.finditer(rf"[\w.,!?]{mark}", text[low:at]))

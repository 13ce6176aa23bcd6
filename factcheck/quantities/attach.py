"""What belongs to a number's value: sign and currency before it, magnitude letters and unit behind it."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.numerals.vocabulary import NumberWords
from factcheck.quantities.draft import Draft, look_left
from factcheck.spans import Span
from factcheck.units import Unit, UnitIndex

_SIGNS = "-\u2212\u2010\u2011"
_LONGEST_PREFIX = 6
_SPACED_PREFIXES = frozenset(["RM", "Rs", "Rs.", "Rp", "Rp.", "Tk", "Dh", "Dhs", "kr"])  # others apart: three letters and more
_LETTERS = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(r"[^\W\d_]+(?:[/·.-][^\W\d_]+)*[23²³]?|[%％‰°º℃℉€£¢₽′″\"'’”](?: ?[CFK]\b|-?point\b|pts?\b)?(?:'')?")
_NEXT = re.compile(r"(?P<gap>[ \u00a0\u2009\u202f-]|\n(?!\n))(?P<word>[^\W\d_]+(?:[.](?=[^\W\d_]))?|[%°º℃℉€])")
_SPACED_SYMBOL = re.compile(r"[ \u00a0\u2009\u202f-](?P<word>[^\W\d_]+(?:[/·.-][^\W\d_]+)*[23²³]?|[%％‰°º](?: ?[CF]\b)?)")
_PER = re.compile(
    r"(?:\s?/\s?|[\s-](?:per|an?|each|every|for each|for every)[\s-])(?P<word>[A-Za-z]+)(?P<more>[ -][A-Za-z]+)?", re.IGNORECASE
)
_ADVERB = re.compile(r"\s([a-z]+ly)\b")
_PLURAL_NEXT = re.compile(r"[ \u00a0](?:[a-z-]+ ){0,2}?(?:people|children|men|women|(?!is\b|was\b|has\b|as\b|this\b|its\b|plus\b)[a-z-]{2,}s)\b")
_SPACED_LETTERS = frozenset("mWVLlCF")
_ORDINAL = frozenset(["st", "nd", "rd", "th"])


def attach_prefix(draft: Draft, text: str, low: int, units: UnitIndex) -> None:
    """Take in a currency and a sign that stand before the number: "$", "US$", "HK $", "USD 10", "-$5", "minus 5"."""
    at = draft.start
    if at > low and text[at - 1] in _SIGNS and _currency_at(text, at - 1, low, units):
        draft.value, at = -draft.value, at - 1
    found = _currency_at(text, at, low, units) if at > low else None
    if found:
        draft.unit, at = found[0], found[1]
        draft.prefixed = True
    at = _signed(draft, text, at, low)
    if at != draft.start:
        draft.start = at
        look_left(draft, text, low)


def _signed(draft: Draft, text: str, at: int, low: int) -> int:
    if at > low and text[at - 1] in _SIGNS and (at - 1 == low or text[at - 2] in " (\u00a0"):
        line_start = at - 1 == low or text[at - 2] == "\n"
        if not line_start and draft.value > 0:
            draft.value = -draft.value
            return at - 1
    for word in ("minus ", "minus-", "negative "):
        if text[max(low, at - len(word)) : at].lower() == word and draft.value > 0:
            draft.value = -draft.value
            return at - len(word)
    return at


def _currency_at(text: str, at: int, low: int, units: UnitIndex) -> tuple[Unit, int] | None:
    """The currency that ends right before ``at``, and where it starts."""
    tail = text[max(low, at - _LONGEST_PREFIX) : at]
    char = tail[-1:]
    if char in " \u00a0":
        word = tail.rstrip()
        word = word[max(word.rfind(" "), word.rfind("(")) + 1 :]
        start = at - len(tail) + tail.rstrip().rfind(word)
        known = word in units.prefixes and (word in _SPACED_PREFIXES or (len(word) >= 3 and word.isupper()) or not word.isalnum())
        if word and known and (start == low or not text[start - 1].isalnum()):
            return units.prefixes[word], start
        return None
    if not (char.isalpha() or char in units.prefixes or char in "$.="):
        return None
    for size in range(min(len(tail), _LONGEST_PREFIX), 0, -1):
        prefix = tail[-size:]
        start = at - size
        if prefix in units.prefixes and not (prefix[0].isalpha() and start > low and text[start - 1].isalpha()):
            return units.prefixes[prefix], start
    return None


def plausible_letters(draft: Draft, text: str, start: int) -> bool:
    """Whether letters glued before digits are a currency: "RM79", "PS2.7m", but not "N95", "R2", "PS5"."""
    letters = draft.numeral.start - start
    if letters >= 3 or text[start : start + letters] in ("RM", "Rs", "Rp", "Tk"):
        return True
    written = text[draft.numeral.start : draft.numeral.stop]
    glued = text[draft.numeral.stop : draft.numeral.stop + 1]
    return draft.factor > 1 or "," in written or glued in ("m", "b", "k") or not text[start : start + letters].isalpha()


def attach_suffix(draft: Draft, text: str, limit: int, words: NumberWords, units: UnitIndex) -> str | None:
    """Take in what is glued behind the digits; a reason when that makes the number something else."""
    at = draft.stop
    if at >= limit:
        return None
    char = text[at]
    if not (char.isalpha() or char in "%％‰°º℃℉€£¢₽′″\"'’”"):
        return None
    match = _SYMBOL.match(text, at, limit)
    if match is None:
        return None
    letters = _LETTERS.match(text, at, limit)
    for stop in dict.fromkeys((match.end(), letters.end() if letters else at + 1)):
        symbol = text[at:stop]
        if symbol in units.glued and not _is_count_suffix(symbol, draft, text, stop, words):
            return _set_symbol(draft, units.glued[symbol], text, at, stop)
    if letters is None:
        return None
    word = letters.group()
    factor = _suffix_factor(word, draft, text, letters.end(), words)
    if factor:
        multiply(draft, factor, letters.end())
        return None
    if word in _ORDINAL or word.lower() in _ORDINAL:
        draft.ordinal = True
        draft.stop = draft.end = letters.end()
        return None
    if word == "s":
        draft.stop = letters.end()
        return "decade" if draft.value % 10 == 0 else "name"
    if word == "x":
        draft.stop = draft.end = letters.end()
        return None
    draft.stop = letters.end()
    return "name"


def _is_count_suffix(symbol: str, draft: Draft, text: str, stop: int, words: NumberWords) -> bool:
    if symbol in words.suffixes.money and draft.prefixed:
        return True
    return symbol in words.suffixes.count and _PLURAL_NEXT.match(text, stop) is not None


def _suffix_factor(word: str, draft: Draft, text: str, stop: int, words: NumberWords) -> Decimal | None:
    suffixes = words.suffixes
    if word in suffixes.always:
        return suffixes.always[word]
    if draft.prefixed and word in suffixes.money:
        return suffixes.money[word]
    if word in suffixes.count and (_PLURAL_NEXT.match(text, stop) or word != "m"):
        return suffixes.count[word]
    return words.magnitudes.get(word.lower())


def multiply(draft: Draft, factor: Decimal, stop: int) -> None:
    """Apply a magnitude that ends at ``stop``."""
    draft.value *= factor
    draft.factor *= factor
    draft.grain = draft.grain * factor if draft.grain is not None else None
    draft.stop = draft.end = stop


def _set_symbol(draft: Draft, unit: Unit, text: str, at: int, stop: int) -> str | None:
    symbol = text[at:stop]
    if symbol[0] in "'\"’”" and not _measures(draft, text, stop):
        return None
    if draft.unit is None or not draft.prefixed:
        draft.unit = unit
    draft.unit_span = Span(at, stop)
    draft.end = stop
    if unit.dimension in ("percent", "currency"):
        draft.stop = stop
    return None


def _measures(draft: Draft, text: str, stop: int) -> bool:
    """Whether a quotation mark behind a number means feet or inches: no quotation is open before it."""
    mark = text[stop - 1]
    if mark in "’”":
        return mark == "”" and "“" not in draft.before
    opened = re.search(rf"(?:^|[\s(]){mark}\w", draft.before)
    return opened is None and not text[stop : stop + 1].isalnum()


def attach_unit(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in the unit's words apart from the number: "30 days", "105-mph", "10.5 million Australian dollars"."""
    if draft.unit is None or draft.prefixed:
        found = unit_at(text, draft.stop, limit, units)
        if found:
            unit, start, stop = found
            if draft.unit is None or (draft.unit.ambiguous and unit.dimension == "currency"):
                draft.hyphenated = text[draft.stop] == "-"
                draft.unit, draft.unit_span, draft.end = _sense(unit, draft, units), Span(start, stop), stop
                if unit.dimension == "percent" and not draft.hyphenated:
                    draft.stop = stop
            elif unit.dimension == "currency":
                draft.end = stop
    if draft.unit is not None:
        attach_rate(draft, text, limit, units)


def _sense(unit: Unit, draft: Draft, units: UnitIndex) -> Unit:
    """A million pounds is money; five pounds are a weight."""
    if unit.name == "pound" and draft.factor >= 1_000_000:
        return units.named["GBP"]
    return unit


def unit_at(text: str, at: int, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """The unit that follows ``at`` after a space or hyphen, longest words first."""
    match = _NEXT.match(text, at, limit)
    if match is None:
        return None
    first = match["word"].lower()
    longest = units.longest.get(first)
    if longest is not None:
        found = _phrase(text, match, longest, limit, units)
        if found:
            return found
    spaced = _SPACED_SYMBOL.match(text, at, limit)
    while spaced:
        symbol = spaced["word"]
        if symbol in units.symbols and (len(symbol) > 1 or not symbol.isalpha() or symbol in _SPACED_LETTERS):
            return units.symbols[symbol], spaced.start("word"), spaced.end()
        shorter = match["word"]
        if shorter != symbol and shorter in units.symbols and (len(shorter) > 1 or not shorter.isalpha()):
            return units.symbols[shorter], match.start("word"), match.end("word")
        break
    return None


def _phrase(
    text: str, match: re.Match[str], longest: int, limit: int, units: UnitIndex
) -> tuple[Unit, int, int] | None:
    start = match.start("word")
    words, stops = [match["word"].lower()], [match.end()]
    follow = _NEXT.match(text, match.end(), limit)
    while follow and len(words) < longest:
        words.append(follow["word"].lower())
        stops.append(follow.end())
        follow = _NEXT.match(text, follow.end(), limit)
    for size in range(len(words), 0, -1):
        unit = units.words.get(" ".join(words[:size]))
        if unit is not None and not text[stops[size - 1] : stops[size - 1] + 1].isalnum():
            return unit, start, stops[size - 1]
    return None


def attach_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in what a rate is given by: "$52 a barrel", "40 hours a week", "$5/day", "$10.10 an hour"."""
    match = _PER.match(text, draft.end, limit)
    if match:
        more = (match["more"] or "").lower().replace("-", " ")
        for phrase, stop in ((match["word"].lower() + more, match.end()), (match["word"].lower(), match.end("word"))):
            if phrase in units.per:
                draft.per, draft.end = units.per[phrase], stop
                return
    adverb = _ADVERB.match(text, draft.end, limit)
    if adverb and adverb[1] in units.adverbs and draft.unit is not None:
        draft.per = units.adverbs[adverb[1]]

"""Figures in the notation of the NewsQuant benchmark, for its scorer.

    python tests/bench/newsquant.py DATASET.json PREDICTIONS.json

Only the benchmark's way of writing lives here: it counts "one" before a noun as 1, a person's age as "year of age",
"5G" as five, a share as a fraction of its noun; it writes dollar, percentage, metre; it leaves out hyphenated number words
("five-year"), loose words (a few), ordinals and "twice". The product does not bend to it.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.context.counted import find_counted
from factcheck.context.view import Views
from factcheck.documents import Block, Document
from factcheck.lemmas import noun_lemma
from factcheck.numerals import lexicon, read_numeral
from factcheck.quantities import Quantity, Seen, read_quantities
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, default_vocabulary

UNITS = {
    "percent": "percentage",
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "Singaporean dollar",
    "TWD": "taiwan dollar",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "INR": "indian rupee",
    "rupee": "indian rupee",
    "MYR": "malaysian ringgit",
    "IDR": "indonesian rupiah",
    "KRW": "south korean won",
    "RUB": "russian ruble",
    "ILS": "shekel",
    "TRY": "turkish lira",
    "CHF": "swiss franc",
    "SEK": "swedish krona",
    "ZAR": "south african rand",
    "BRL": "brazilian real",
    "MXN": "mexican peso",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "metric horsepower": "horsepower",
    "tonne": "metric ton",
    "pound": "pound-mass",
    "revolution per minute": "revolutions per minute",
    "megawatt hour": "megawatt hour",
    "milliampere hour": "milliampere-hour",
}
_LEFT_OUT = frozenset(["ordinal"])
_LOOSE = frozenset(["few", "several", "couple", "handful", "scores", "tens"])
_FUNCTION = frozenset(
    "is was were has had can could might may must would should will that who which to with for in on at by as and or but from than"
    " else another day more not".split()
)
_ONE = re.compile(r"\bone\b(?: of (?:the |these |those |its |their |his |her |my |our )?)?", re.IGNORECASE)
_NOUN = re.compile(r"[\w’'-]+(?: [\w’'-]+){0,2}")


def predictions(text: str, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One sentence's figures in the benchmark's notation."""
    whole = Span(0, len(text))
    document = Document("d1", "sentence.txt", text, "", blocks=(Block(whole, "paragraph"),))
    reading = read_quantities(text, vocabulary)
    views = Views(document, vocabulary, reading.quantities)
    rows: list[dict[str, Any]] = []
    skip = -1
    for at, quantity in enumerate(reading.quantities):
        if at == skip or _left_out(quantity, text):
            continue
        unit = _unit(quantity, text, views)
        follow = reading.quantities[at + 1] if at + 1 < len(reading.quantities) else None
        if _from_to(quantity, follow, text) and follow is not None:
            low, high = quantity.values[0], follow.values[0]
            rows.append(_row((low, high), unit if unit != "-" else _unit(follow, text, views), quantity.change or "="))
            skip = at + 1
            continue
        rows.extend(_row(value, unit, _change(quantity, text)) for value in _values(quantity, vocabulary, text))
    rows.extend(row for seen in reading.seen for row in _of_seen(seen, text, vocabulary))
    return rows


def _row(value: Decimal | tuple[Decimal, Decimal], unit: str, change: str) -> dict[str, Any]:
    number = [float(part) for part in value] if isinstance(value, tuple) else float(value)
    return {"value": number, "unit": unit, "change": change, "concept": None}


def _left_out(quantity: Quantity, text: str) -> bool:
    written = quantity.number.of(text).lower()
    if quantity.kind in _LEFT_OUT or written in ("no", "none", "nobody", "no one"):
        return True
    if quantity.kind == "multiple" and not re.search(r"fold|\d|times", written):
        return True
    if quantity.vague and written.split()[0] in _LOOSE:
        return True
    follow = text[quantity.number.stop : quantity.number.stop + 1]
    return quantity.words and follow == "-" and not quantity.alternatives


def _values(quantity: Quantity, vocabulary: Vocabulary, text: str) -> list[Decimal | tuple[Decimal, Decimal]]:
    values = quantity.values
    if quantity.vague and quantity.hard.low is not None:
        low = quantity.hard.low
        if re.search(r"dozen|ton|of thousand", quantity.number.of(text).lower()) and not quantity.hedge == "vague":
            return [low]
        return [(low, low * 10)]
    if quantity.alternatives and len(values) == 2 and values[1] - values[0] != 1:
        return list(values)
    if quantity.alternatives and len(values) > 2:
        return list(values)
    if len(values) == 2:
        return [(values[0], values[1])]
    return [values[0]]


def _from_to(quantity: Quantity, follow: Quantity | None, text: str) -> bool:
    if follow is None or quantity.change_part != "from" or follow.change_part != "to":
        return False
    return re.fullmatch(r"\s*to\s*", text[quantity.number.stop : follow.number.start]) is not None


def _change(quantity: Quantity, text: str) -> str:
    words = text[quantity.span.start : quantity.span.stop].lower()
    if quantity.hedge in ("about", "nearly"):
        return "<" if "just under" in words or "just below" in words else "~"
    if quantity.hedge in ("at_least", "more_than", "just_over"):
        return ">"
    if quantity.hedge in ("at_most", "less_than"):
        return "=" if words.startswith("as ") else "<"
    if quantity.change and quantity.change_part == "by" and any(step.startswith("by:") for step in quantity.trace):
        return quantity.change
    return "="


def _unit(quantity: Quantity, text: str, views: Views) -> str:
    if quantity.unit is not None:
        name = UNITS.get(quantity.unit.name, quantity.unit.name)
        return f"{name} per {quantity.per}" if quantity.per else name
    if quantity.kind == "multiple":
        return "count"
    view = views.of(quantity)
    counted = find_counted(view, quantity)[0] if view is not None else None
    if counted is None or counted.span is None:
        return "-"
    noun = " ".join((*counted.qualifiers, counted.head))
    if quantity.kind == "ratio":
        return f"% {noun}"
    return f"{noun} per {quantity.per}" if quantity.per else noun


def _of_seen(seen: Seen, text: str, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    written = seen.span.of(text)
    if seen.why == "age of a person":
        words = lexicon(vocabulary)
        match = words.find.search(written)
        numeral = match and read_numeral(words, written, match.start(), match.end(), 0, len(written))
        return [_row(numeral.value, "year of age", "=")] if numeral else []
    if re.fullmatch(r"[2-6]G", written):
        return [_row(Decimal(written[0]), "generation wireless", "=")]
    if written.lower() == "one":
        return _one(seen, text)
    return []


def _one(seen: Seen, text: str) -> list[dict[str, Any]]:
    before = text[: seen.span.start].lower().split()[-1:]
    if before and before[0] in ("no", "each", "every", "any", "this", "that", "the", "which", "some", "another"):
        return []
    match = _ONE.match(text, seen.span.start)
    follow = (
        _NOUN.match(text, match.end())
        if match and text[match.end() - 1] == " "
        else match and _NOUN.match(text, match.end() + 1)
    )
    if not follow or follow.group().split()[0].lower() in _FUNCTION:
        return []
    words = follow.group().lower().split()
    return [_row(Decimal(1), noun_lemma(words[0]), "=")]


def main() -> None:
    dataset, target = (Path(argument) for argument in sys.argv[1:3])
    vocabulary = default_vocabulary()
    rows = [predictions(row["text"], vocabulary) for row in json.loads(dataset.read_text(encoding="utf-8"))]
    target.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

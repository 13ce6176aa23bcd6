"""Figures in the notation of the NewsQuant benchmark, for its scorer.

    python -m tests.bench.newsquant DATASET.json PREDICTIONS.json [even|odd]

It only translates: names of units (``UNITS``) and the conventions in which the benchmark differs from SEMANTICS.md
(``CONVENTIONS``, each with the function that follows it). No list here holds words of single sentences: of grammar it
asks classes of the project's own lexicon, the rest are names of units. The product does not bend to any of it.
``even`` or ``odd`` takes every other sentence only: conventions were settled on the even ones, the odd ones tell what
they are worth.
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
from factcheck.sentences.lexicon import DETERMINER, POSSESSIVE
from factcheck.sentences.lexicon import lexicon as english
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
    "milliampere hour": "milliampere-hour",
}
CONVENTIONS = (
    # what, as the benchmark has it, as SEMANTICS.md has it, followed in
    ("one", "counts 1 before a noun and in 'one of the …'", "a pronoun or article, no figure", "_one"),
    ("ages", "'year of age'", "what identifies a person is no figure", "_of_seen"),
    ("5G", "the number of a generation", "a name", "_of_seen"),
    ("ordinals, multiples in words", "left out", "figures", "_left_out"),
    ("loose words", "left out (a few, several) or one power of ten (tens of thousands)", "intervals", "_left_out"),
    ("results of matches", "left out", "two figures with two roles", "_left_out"),
    ("five-year", "left out where the number is spelled", "a figure", "_left_out"),
    ("a year, no casualties", "left out", "figures", "_left_out"),
    ("shares", "a percentage sign before what they are of", "ratios", "_unit"),
    ("hundredths of money", "as they are written", "the money they make", "_money"),
    ("ranges of levels", "one range", "an old level and a new one", "_from_to"),
    ("what is measured before the number", "no unit", "what is counted", "_noun"),
    ("change", "one sign for hedge and direction", "two fields", "_change"),
)
_PENCE = frozenset(["p", "pence", "penny"])
_LEFT_OUT = frozenset(["ordinal"])
_UNCOUNTED = frozenset(["no", "none", "nobody", "no one", "pair", "single"])
_LOOSE = frozenset(["a", "pair", "few", "several", "couple", "handful", "scores", "tens"])
_LONGEST_NOUN = 60
_ONE = re.compile(r"one (?:of (?:the |these |those |its |their |his |her |my |our )?)?", re.IGNORECASE)


def predictions(text: str, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One sentence's figures in the benchmark's notation."""
    document = Document("d1", "sentence.txt", text, "", blocks=(Block(Span(0, len(text)), "paragraph"),))
    reading = read_quantities(text, vocabulary)
    views = Views(document, vocabulary, reading.quantities)
    rows: list[dict[str, Any]] = []
    skip = -1
    for at, quantity in enumerate(reading.quantities):
        if at == skip or _left_out(quantity, text):
            continue
        unit = _unit(quantity, text, views)
        follow = reading.quantities[at + 1] if at + 1 < len(reading.quantities) else None
        if follow is not None and _from_to(quantity, follow, text):
            pair = (quantity.values[0], follow.values[0])
            told = any("verb" in step for step in quantity.trace)
            moved = str(quantity.change) if told and quantity.change else "="
            rows.append(_row(pair, unit if unit != "-" else _unit(follow, text, views), moved))
            skip = at + 1
            continue
        said = quantity if quantity.restates is None else reading.quantities[quantity.restates]
        change = _change(quantity, said, text)
        rows.extend(_row(*_money(value, unit, quantity, text), change) for value in _values(quantity, text))
    rows.extend(row for seen in reading.seen for row in _of_seen(seen, text, vocabulary))
    return rows


Value = Decimal | tuple[Decimal, Decimal]


def _money(value: Value, unit: str, quantity: Quantity, text: str) -> tuple[Value, str]:
    if quantity.unit_span is None or quantity.unit_span.of(text).lower() not in _PENCE:
        return value, unit
    return ((value[0] * 100, value[1] * 100) if isinstance(value, tuple) else value * 100), "penny"


def _row(value: Value, unit: str, change: str) -> dict[str, Any]:
    number = [float(part) for part in value] if isinstance(value, tuple) else float(value)
    return {"value": number, "unit": unit, "change": change, "concept": None}


def _left_out(quantity: Quantity, text: str) -> bool:
    written = quantity.number.of(text).lower()
    if quantity.words and written.startswith(("a ", "an ", "not a ")) and quantity.values[0] < 2 and not quantity.vague:
        return quantity.kind != "ratio"
    if quantity.tally in ("own", "other"):
        return True
    if quantity.kind in _LEFT_OUT or written in _UNCOUNTED:
        return True
    if quantity.kind == "multiple" and not re.search(r"fold|[0-9]|times", written):
        return True
    if quantity.vague and written.split()[0] in _LOOSE and " of " not in written:
        return True
    return quantity.words and not quantity.alternatives and re.match(r"-\w", text[quantity.number.stop :]) is not None


def _values(quantity: Quantity, text: str) -> list[Value]:
    values = quantity.values
    if quantity.vague and quantity.hard.low is not None:
        return [(quantity.hard.low, quantity.hard.low * 10)]
    if quantity.alternatives and (len(values) > 2 or values[1] - values[0] != 1 or quantity.kind == "money"):
        return list(values)
    return [(values[0], values[1])] if len(values) == 2 else [values[0]]


def _from_to(quantity: Quantity, follow: Quantity, text: str) -> bool:
    if quantity.change_part != "from" or follow.change_part != "to":
        return False
    return re.fullmatch(r"\s*to\s*", text[quantity.number.stop : follow.number.start]) is not None


def _change(quantity: Quantity, said: Quantity, text: str) -> str:
    verb = next((step for step in quantity.trace if step.startswith("by: verb")), "")
    words = text[said.span.start : said.span.stop].lower()
    moved = verb and not re.search(r'"(?:up|down|higher|lower)"', verb)
    if re.search(r"\baverag(?:ed|ing|es)\s$", text[: said.span.start].lower()):
        return "~"
    if quantity.hedge in ("at_least", "more_than", "just_over"):
        return ">"
    if moved and quantity.change:
        return quantity.change
    if quantity.hedge in ("about", "nearly"):
        return "<" if "just under" in words or "just below" in words else "~"
    if quantity.hedge in ("at_most", "less_than"):
        rough = re.search(r"roughly|about|around", words)
        return "~" if rough else "=" if words.startswith("as ") else "<"
    if verb and quantity.change:
        return quantity.change
    return "down" if quantity.kind in ("percent", "money") and quantity.values[0] < 0 else "="


def _unit(quantity: Quantity, text: str, views: Views) -> str:
    after = text[quantity.number.stop : quantity.number.stop + 24].lower()
    if quantity.unit is not None:
        if quantity.unit.name == "year" and (
            re.match(r"[ -]years?[ -]old", after) or text[: quantity.number.start].endswith("age of ")
        ):
            return "year of age"
        name = UNITS.get(quantity.unit.name, quantity.unit.name)
        return f"{name} per {quantity.per}" if quantity.per else name
    if quantity.kind == "multiple" or after.startswith(" times"):
        return f"count per {quantity.per}" if quantity.per else "count"
    noun = _noun(quantity, text, views)
    if quantity.kind == "ratio":
        return f"% {noun}"
    return f"{noun} per {quantity.per}" if quantity.per else noun


def _noun(quantity: Quantity, text: str, views: Views) -> str:
    """What is counted, with its adjectives, the last word in the singular ("people" stays)."""
    view = views.of(quantity)
    counted = find_counted(view, quantity)[0] if view is not None else None
    if counted is None or (counted.span is not None and counted.span.stop <= quantity.number.start):
        return "-"  # "a net worth of 1.3 billion", "the index rose to 74.07": what is measured is no unit
    if counted.span is None:
        return "people" if counted.head == "person" else counted.head
    between = text[quantity.number.stop : counted.span.stop]
    beside = 0 < len(between) <= _LONGEST_NOUN and counted.span.start >= quantity.number.stop
    beside = beside and not any(map(str.isdigit, between))  # not "12 to 15 men"
    phrase = between if beside else counted.text
    words = [
        word
        for word in re.findall(r"[\w’'-]+", phrase.lower().replace("’s", "").replace("'s", ""))
        if word not in ("of", "and", "more") and not _determines(word)
    ]
    if not words:
        return counted.head
    last = words[-1] if words[-1] in ("people", "staff") else noun_lemma(words[-1])
    return " ".join((*words[:-1], last))


def _of_seen(seen: Seen, text: str, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    written = seen.span.of(text)
    if seen.why == "age of a person":
        words = lexicon(vocabulary)
        place = words.next(written, 0, len(written))
        numeral = place and read_numeral(words, written, *place, 0, len(written))
        return [_row(numeral.value, "year of age", "=")] if numeral else []
    if re.fullmatch(r"[2-6]G", written):
        return [_row(Decimal(written[0]), "generation wireless", "=")]
    if written.lower() == "one":
        return _one(seen, text)
    return []


def _one(seen: Seen, text: str) -> list[dict[str, Any]]:
    before = text[: seen.span.start].lower().split()[-1:]
    if before and _determines(before[0]):
        return []
    match = _ONE.match(text, seen.span.start)
    words = re.findall(r"[\w’'-]+", text[match.end() :].lower())[:4] if match else []
    if not words or words[0] in english(default_vocabulary()).closed or text[seen.span.stop] != " ":
        return []
    noun = next(
        (at for at, word in enumerate(words) if word.endswith("s") or word in ("people", "children", "men", "women")), 0
    )
    last = words[noun] if words[noun] == "people" else noun_lemma(words[noun])
    return [_row(Decimal(1), " ".join((*words[:noun], last)), "=")]


def _determines(word: str) -> bool:
    """Whether a word is a determiner or a possessive: a class of the project's own lexicon."""
    return bool(english(default_vocabulary()).closed.get(word, 0) & (DETERMINER | POSSESSIVE))


def half(rows: list[Any], which: str) -> list[Any]:
    """The rows at even or odd places; all of them for any other word."""
    return rows[{"even": 0, "odd": 1}[which] :: 2] if which in ("even", "odd") else rows


def main() -> None:
    dataset, target = (Path(argument) for argument in sys.argv[1:3])
    vocabulary = default_vocabulary()
    texts = half(json.loads(dataset.read_text(encoding="utf-8")), sys.argv[3] if len(sys.argv) > 3 else "")
    rows = [predictions(row["text"], vocabulary) for row in texts]
    target.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

"""How much of other projects' own test suites is read right, beside what they read of it themselves.

    python -m tests.bench.reading_suites [FOLDER]

The suites are fetched from the package index at run time into a folder that is deleted afterwards (or are in FOLDER
already) and never stored here; a test file is run against stand-ins that only note what is asked and expected.
A case is out of scope where ``SCOPE`` gives a reason, the same for us and for them.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import types
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.quantities import Quantity, read_quantities
from factcheck.units import Unit, unit_index
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
PACKAGES = ("quantulum3", "text2num==2.5.1", "number-parser", "price-parser")  # a later text2num is compiled
EVERY = 20  # of the generated tables of number-parser, every so many rows
_CLOSE = Decimal("1e-6")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DIGIT_WORDS = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"


@dataclass(frozen=True)
class Case:
    """A text of a peer's suite, the values that it expects in order, and the unit of the first (None: untold)."""

    text: str
    values: tuple[Decimal, ...]
    unit: Unit | str | None = None
    ranges: bool = False
    first: bool = False  # only the first figure is asked for


# Which cases are out of scope, and why: tried in order on the text and what is expected.
SCOPE: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("expects nothing, or an error", lambda case: not case.values),
    (
        "spelled digit by digit (phone numbers)",
        lambda case: bool(re.search(rf"(?:\b{_DIGIT_WORDS}\b[ ,-]+){{2}}{_DIGIT_WORDS}\b|\bzero \w", case.text)),
    ),
    (
        "several numbers side by side",
        lambda case: len(case.values) > 1 and not re.search(r"[a-z]{3,} (?:and )?[a-z]{3,}", case.text),
    ),
    (
        "no number as English writes it",
        lambda case: not case.text.isascii() and not re.search(r"[€£$¥₹°²³½¼–—’%]", case.text),
    ),
    (
        "an ordinal below twenty: it names one in a row",
        lambda case: case.text.startswith("It was the") and case.values[0] < 20,
    ),
    ("a number above a septillion", lambda case: any(abs(value) >= 10**24 for value in case.values)),
)


def main() -> None:
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        sources = given or fetched(Path(folder))
        print(f"{'suite':<34}{'in scope':>9}{'read here':>11}{'by them':>9}")
        for name, cases, theirs in suites(sources):
            report(name, cases, theirs)


def report(name: str, cases: list[Case], theirs: float | None) -> None:
    """One line of the table, and below it why the others are out of scope."""
    reasons = [next((reason for reason, applies in SCOPE if applies(case)), None) for case in cases]
    inside = [case for case, reason in zip(cases, reasons, strict=True) if reason is None]
    right = [case for case in inside if is_right(case)]
    share = len(right) / len(inside) if inside else 0.0
    print(f"{name:<34}{len(inside):>9}{share:>11.1%}{'' if theirs is None else f'{theirs:>9.1%}'}")
    for reason, count in Counter(filter(None, reasons)).most_common():
        print(f"    out of scope: {count} {reason}")
    if "--misses" in sys.argv:
        for case in inside:
            if case not in right:
                print("   ", repr(case.text), case.values, case.unit, "!=", *(read(case)))


def is_right(case: Case) -> bool:
    """Whether our figures have the expected values in order, and the first one the expected unit."""
    found = read(case)
    values = [value for quantity in found for value in _values(quantity, case)]
    if case.first:
        values = values[:1]
    if len(values) != len(case.values) or not all(map(_same, values, case.values)):
        return False
    return case.unit is None or any(_same_unit(quantity.unit, case.unit) for quantity in found)


def _same(value: Decimal, expected: Decimal) -> bool:
    return abs(value - expected) <= abs(expected) * _CLOSE


def _same_unit(unit: Unit | None, expected: Unit | str) -> bool:
    """Whether a unit is the expected one, by name or by what it measures; "" for none."""
    if unit is None or isinstance(expected, str):
        return unit is None and expected == ""
    alike = unit.factor is not None and (unit.dimension, unit.factor) == (expected.dimension, expected.factor)
    return unit.name == expected.name or alike


def read(case: Case) -> tuple[Quantity, ...]:
    return read_quantities(case.text, WORDS).quantities


def _values(quantity: Quantity, case: Case) -> tuple[Decimal, ...]:
    return tuple(sorted(quantity.values)) if case.ranges else quantity.values[:1]


def fetched(folder: Path) -> Path:
    """The source distributions, unpacked; only from the package index, by its own client."""
    for package in PACKAGES:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", package]
        if subprocess.run(command, cwd=folder, check=False).returncode:
            print(f"{package}: not to be had here, left out", file=sys.stderr)
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    return folder


def suites(folder: Path) -> Iterator[tuple[str, list[Case], float | None]]:
    """Each suite that is there: its name, its cases, and what the peer itself reads of them."""
    for pattern, reader in READERS:
        for path in sorted(folder.glob(pattern)):
            yield from reader(path)


def quantulum(path: Path) -> Iterator[tuple[str, list[Case], float | None]]:
    """quantulum3: sentences with every value and unit in them."""
    rows = json.loads((path / "quantulum3/_lang/en_US/tests/quantities.json").read_text(encoding="utf-8"))
    cases = [_sentence(row) for row in rows]
    yield "quantulum3: values", cases, _theirs_quantulum(rows)
    yield "quantulum3: values and units", [_with_unit(case, row) for case, row in zip(cases, rows, strict=True)], None


def _sentence(row: dict[str, Any]) -> Case:
    values: list[Decimal] = []
    for result in row["res"]:
        value, slack = Decimal(str(result["value"])), result.get("uncertainty")
        spread = slack and not re.search(r"±|\+/-|plus or minus", result.get("surface", ""))
        values.extend(sorted((value - Decimal(str(slack)), value + Decimal(str(slack)))) if spread else (value,))
    return Case(row["req"], tuple(values), ranges=True)


def _with_unit(case: Case, row: dict[str, Any]) -> Case:
    table = unit_index(WORDS).words
    name = row["res"][0]["unit"] if row["res"] else ""
    known = "" if name == "dimensionless" else table.get(name.lower()) if isinstance(name, str) else None
    return Case(case.text, () if known is None else case.values, known, ranges=True)


def _theirs_quantulum(rows: list[dict[str, Any]]) -> float:
    from quantulum3 import parser

    right = 0
    for row in rows:
        found = [round(quantity.value, 6) for quantity in parser.parse(row["req"])]
        right += found == [round(result["value"], 6) for result in row["res"]]
    return right / len(rows)


def text2num(path: Path) -> Iterator[tuple[str, list[Case], float | None]]:
    """text2num: words to a number, and sentences with their numbers in digits."""
    asked = _noted(path / "tests/test_text_to_num_en.py", "text_to_num", ("alpha2digit", "text2num"))
    alone = [
        Case(f"They counted {text} stones.", (Decimal(value),)) for name, text, value in asked if name == "text2num"
    ]
    sentences = [
        Case(text, tuple(Decimal(number) for number in _NUMBER.findall(value)))
        for name, text, value in asked
        if name == "alpha2digit"
    ]
    yield "text2num: numbers", alone, 1.0
    yield "text2num: sentences", sentences, 1.0


def _noted(path: Path, module: str, names: tuple[str, ...]) -> list[tuple[str, str, Any]]:
    """What a test file asks its library and expects: name of the function, text, answer."""
    found: list[tuple[str, str, Any]] = []
    stand_in = types.ModuleType(module)
    for name in names:
        setattr(stand_in, name, lambda text, *_, name=name, **options: (name, text, bool(options)))
    namespace: dict[str, Any] = {"__name__": "suite"}
    kept = sys.modules.get(module)
    sys.modules[module] = stand_in
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace)  # noqa: S102
        for suite in [
            value for value in namespace.values() if isinstance(value, type) and hasattr(value, "assertEqual")
        ]:
            _run(suite, found)
    finally:
        sys.modules.pop(module)
        if kept is not None:
            sys.modules[module] = kept
    return found


def _run(suite: type, found: list[tuple[str, str, Any]]) -> None:
    case = suite("run") if hasattr(suite, "run") else suite()
    case.assertEqual = lambda asked, expected, *_: (
        found.append((asked[0], asked[1], expected)) if isinstance(asked, tuple) and not asked[2] else None
    )
    case.assertRaises = lambda *_, **__: None
    for name in dir(suite):
        if name.startswith("test"):
            try:
                getattr(case, name)()
            except TypeError:  # a test of errors
                continue


def number_parser(path: Path) -> Iterator[tuple[str, list[Case], float | None]]:
    """number-parser: generated tables of cardinals and ordinals in words."""
    for folder, sentence in (
        ("hundreds", "They counted {} stones."),
        ("permutations", "They counted {} stones."),
        ("ordinals", "It was the {} raid of the war."),
    ):
        cases: list[Case] = []
        for table in sorted((path / "tests/data" / folder).glob("en_*.csv")):
            with table.open(encoding="utf-8") as lines:
                rows = list(csv.DictReader(lines))
            cases.extend(
                Case(sentence.format(row["text"]), (Decimal(row["number"]),))
                for row in rows[:: EVERY if len(rows) > EVERY * 5 else 1]
            )
        yield f"number-parser: {folder}", cases, 1.0


def price_parser(path: Path) -> Iterator[tuple[str, list[Case], float | None]]:
    """price-parser: prices as shops write them, with a currency beside or in them."""
    text = (path / "tests/test_price_parsing.py").read_text(encoding="utf-8")
    namespace: dict[str, Any] = {"__name__": "suite"}
    kept = {name: sys.modules.get(name) for name in ("price_parser", "price_parser.parser")}
    stand_in = types.ModuleType("price_parser")
    stand_in.Price = types.SimpleNamespace  # type: ignore[attr-defined]
    sys.modules["price_parser"] = stand_in
    head = text[: text.index("\n@pytest")]
    body = re.sub(r"class Example\(Price\):.*?(?=\n[A-Z_]+ ?(?::|=))", "", head, flags=re.DOTALL)
    namespace["Example"] = lambda currency, price, unit, _, value, *__, **___: (currency, price, unit, value)
    try:
        exec(compile(body, str(path), "exec"), namespace)  # noqa: S102
    finally:
        for name, module in kept.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module
    rows = [row for name, value in namespace.items() if name.startswith("PRICE_PARSING") for row in value]
    cases = [
        Case(str(row[1]), (Decimal(str(row[3])),), first=True)
        for row in rows
        if row[1] and row[3] is not None and _paid(row)
    ]
    yield "price-parser: prices with currency", cases, 1.0


def _paid(row: tuple[Any, ...]) -> bool:
    """Whether the currency stands in the price as written, so that it is no bare number."""
    return row[2] is not None and str(row[2]) in str(row[1])


READERS: tuple[tuple[str, Callable[[Path], Iterator[tuple[str, list[Case], float | None]]]], ...] = (
    ("quantulum3-*/", quantulum),
    ("text2num-*/", text2num),
    ("number*parser-*/", number_parser),
    ("price*parser-*/", price_parser),
)

if __name__ == "__main__":
    main()

"""What reading numbers costs, on one core.

    python -m tests.bench.reading_speed FILE...

Prints the cost of finding numerals and of the whole reading against one compiled pass that only finds digits and number
words over the same text, the cost of quantulum3 by sentence as a multiple of ours, and the cost of one line of 5 MB
against the same text as short documents, byte for byte.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck.numerals import lexicon, read_numeral
from factcheck.numerals.vocabulary import trie
from factcheck.quantities import read_quantities
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
LONG_LINE = 5_000_000
MOST_SENTENCES = 400  # for quantulum3
# What a careless pattern would read again and again; each is repeated into one long line.
HOSTILE = (
    "a-", "9", "1-", "1,", "1:", "1.", "one ", "two-", "$", "5 a-a-a-a-a-a ", "a1", "hundred and ", "1 or ",
    "1 to ", "(5", "5\" ", "5%", "half a ", "no ", "5a.a.a.", "1 000 ", "minus ", "5 x per ", "5-year-old ",
    "800-AA", "US$ ", "+44 20 ",
)  # fmt: skip


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """The best of some runs, in processor seconds."""
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def plain_pass(texts: Sequence[str]) -> None:
    """The yardstick: digits and number words, found and not read, by one compiled pattern."""
    known = lexicon(WORDS).words.known()
    pattern = re.compile(
        rf"[0-9]+|\b{trie(form for word in known for form in (word, word.capitalize(), word.upper()))}\b"
    )
    for text in texts:
        for _ in pattern.finditer(text):
            pass


def find_numerals(texts: Sequence[str]) -> None:
    """Every numeral, read."""
    words = lexicon(WORDS)
    for text in texts:
        place = words.next(text, 0, len(text))
        while place:
            numeral = read_numeral(words, text, *place, 0, len(text))
            place = words.next(text, max(place[1], numeral.stop if numeral else 0), len(text))


def read_all(texts: Sequence[str]) -> None:
    for text in texts:
        read_quantities(text, WORDS)


def times_quantulum(texts: Sequence[str]) -> float:
    """How many times as long quantulum3 needs for the same sentences, one at a time, in the same run."""
    from quantulum3 import parser

    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()][
        :MOST_SENTENCES
    ]
    parser.parse("It is 5 km long.")  # its start-up is not counted
    ours = seconds(lambda: read_all(sentences))
    return seconds(lambda: [parser.parse(sentence) for sentence in sentences], 1) / ours


def growth(piece: str) -> float:
    """How much more a line made of ``piece`` costs when it is four times as long."""
    short, long = (piece * (size // len(piece)) for size in (5_000, 20_000))
    return seconds(lambda: read_all([long]), 2) / max(seconds(lambda: read_all([short]), 2), 1e-4)


def main() -> None:
    texts = [Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[1:]]
    size = sum(map(len, texts))
    read_all(texts[:1])
    plain = seconds(lambda: plain_pass(texts))
    for name, work in (("finding numerals", find_numerals), ("reading quantities", read_all)):
        took = seconds(lambda work=work: work(texts))  # type: ignore[misc]
        print(
            f"{name}: {took / size * 1e9:.0f} ms/MB, "
            f"{took / plain:.1f} x the plain pass ({plain / size * 1e9:.0f} ms/MB)"
        )
    print(f"quantulum3 needs {times_quantulum(texts):.0f} x as long by sentence")
    line = " ".join(" ".join(texts).split())
    line = (line * (LONG_LINE // max(len(line), 1) + 1))[:LONG_LINE]
    short = [line[at : at + 5000] for at in range(0, LONG_LINE, 5000)]
    one, many = seconds(lambda: read_all([line]), 1), seconds(lambda: read_all(short), 1)
    worst = max(HOSTILE, key=growth)
    print(f"worst of the hostile lines, four times as long: {growth(worst):.1f} x the cost ({worst!r})")
    print(f"one line of 5 MB: {one / many:.2f} x the cost of the same text in short documents")


if __name__ == "__main__":
    main()

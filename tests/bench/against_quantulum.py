"""How fast articles are read, figures with all their context, beside quantulum3 sentence by sentence, in one run.

    python -m tests.bench.against_quantulum [FOLDER] [--articles 60] [--runs 3]

FOLDER holds text files; without one they are the articles of ``seeds/`` and of our own clusters. Both read the same
text on one core and take turns, so that a busy machine slows both; each figure is the best of the runs. What either
does once, at its first article, is told beside and counts in neither: rules and words read, patterns made, units
loaded. quantulum3 finds numbers with their units only: it is the yardstick because it is what people use, not because
it does the same.
"""

from __future__ import annotations

import argparse
import gc
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck.documents import Document, document_from_text
from factcheck.figures import extract_figures
from factcheck.scan import COLLECT_EVERY
from factcheck.sentences.bounds import sentence_spans
from factcheck.vocabulary import default_vocabulary
from tests.bench.clusters import own_clusters

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
WORDS = default_vocabulary()


def sentences(documents: Sequence[Document]) -> list[str]:
    """Every sentence of the documents' blocks."""
    return [
        span.of(document.text)
        for document in documents
        for block in document.blocks
        for span in sentence_spans(document.text, block.span, WORDS)
    ]


def articles(folder: Path | None, most: int) -> list[Document]:
    """The articles to read: those of a folder, or ours, the seeds first."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in sorted((folder or SEEDS).glob("*.txt"))[:most]
    ]
    found = [document_from_text(text, "-", None, vocabulary=WORDS) for text in texts]
    if folder is None:
        found += [document for cluster in own_clusters() for document in cluster.documents]
    return found[:most]


def read(documents: Sequence[Document]) -> int:
    """Ours: every figure with its context."""
    return sum(len(extract_figures(document, WORDS).figures) for document in documents)


def parse(texts: Sequence[str]) -> int:
    """Theirs: every quantity with its unit."""
    return sum(map(_parsed, texts))


def _parsed(text: str) -> int:
    from quantulum3 import parser

    try:
        return len(parser.parse(text))
    except Exception:  # of some sentences; it costs what it has cost by then
        return 0


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--runs", type=int, default=3)
    asked = options.parse_args()
    documents = articles(asked.folder, asked.articles)
    split = sentences(documents)
    warnings.simplefilter("ignore")  # quantulum3's
    once = seconds(lambda: read(documents[:1])), seconds(lambda: parse(split[:1]))
    figures, quantities = read(documents), parse(split)  # and both warm
    gc.set_threshold(COLLECT_EVERY)  # as a scan does
    ours = theirs = float("inf")
    for _ in range(asked.runs):
        ours, theirs = min(ours, seconds(lambda: read(documents))), min(theirs, seconds(lambda: parse(split)))
    size = sum(len(document.text) for document in documents) / 1e6
    print(f"{len(documents)} articles, {len(split)} sentences, {size:.2f} MB")
    print(f"first text, not counted below: factcheck {once[0]:.2f} s, quantulum3 {once[1]:.2f} s")
    print(f"factcheck:  {ours:6.2f} s, {size / ours:5.2f} MB/s, {figures} figures with their context")
    print(f"quantulum3: {theirs:6.2f} s, {size / theirs:5.2f} MB/s, {quantities} quantities")
    print(f"ratio: {theirs / ours:.1f}")


if __name__ == "__main__":
    main()

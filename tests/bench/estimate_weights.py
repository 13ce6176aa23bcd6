"""Estimate the linking weights from labelled clusters: ``make weights``, or with ``--loco`` the honest figure.

    python -m tests.bench.estimate_weights [--dry] [--loco]

The model is that of Fellegi and Sunter: each level of each part has a weight in bits, a pair's weights add up to
its log-odds. Estimating the weights together (logistic regression with a penalty) instead of one by one lets parts
that say the same thing (the sentence, the words near the number) share their weight instead of counting it twice.
"""

from __future__ import annotations

import argparse
import math
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from factcheck.claims import Claim
from factcheck.documents import document_from_text
from factcheck.grouping.evidence import PARTS, Pair, levels
from factcheck.grouping.linking import Linker
from factcheck.grouping.vetoes import veto
from factcheck.grouping.weights import Weights, WeightTable
from factcheck.ruleset import Ruleset
from tests.bench.clusters import cluster_files, labelled, read_cluster
from tests.bench.gold import GOLD, Corpus, claims_of, scorer, show

Level = tuple[str, str]
TARGET = Path(__file__).parents[2] / "rules" / "context" / "weights.toml"
BULK = GOLD.parent / "bench" / "bulk.tar.gz"
BULK_ARTICLES = 400
SEEDS = GOLD.parent / "seeds"
SEED_SHARE = 3.0  # what a pair of the seed documents counts beside a labelled one
SEED_GROUPS = {
    "aircraft": ("aircraft.destroyed", ("40", "a few", "few")),
    "drones": ("drones.launched", ("80", "472")),
    "ceasefire": ("ceasefire.length", ("30", "30, 50 or 100")),
    "deaths": ("casualties.killed", ("tens of thousands",)),
    "soldiers": ("casualties.killed", ("12",)),
    "injured": ("casualties.injured", ("60",)),
    "war": ("war.duration", ("three",)),
    "gap": ("talks.gap", ("three",)),
    "round": ("talks.round", ("second",)),
}
BULK_SHARE = 0.4  # what a pair of the bulk articles counts beside a labelled one
PENALTY = 5.0  # pulls the weights of levels that few pairs fall on towards their prior
SURE_PENALTY = 8.0  # the same for a prior that is more than "says nothing"
ROUNDS = 40
JOINED, DOUBTFUL, INTERNAL = "-1.0", "-1.6", "-0.5"  # chosen on the same clusters, for link F and few false alarms

# What is known before any label (in bits), for levels that few labelled pairs fall on.
PRIORS: Mapping[Level, float] = {
    ("standing", "set against each other"): 3.0,
    ("standing", "side by side"): 1.0,
    ("when", "apart"): -3.0,
    ("place", "different"): -2.5,
    ("event", "main, past year"): -2.5,
    ("event", "different backgrounds"): -2.5,
    ("part", "one a part"): -1.5,
}
_SAYS_NOTHING = ("unknown", "none", "alone", "different", "nothing", "general", "no part", "both main", "no")

Pattern = tuple[str, ...]  # the level of each part, in the order of PARTS


@dataclass(frozen=True)
class Row:
    """Pairs of one cluster that fall on the same levels: how many match, how many do not."""

    cluster: str
    pattern: Pattern
    matches: float
    others: float


def gold_labels(corpus: Corpus, name: str) -> dict[int, str]:
    """The labelled claim of each of our claims, by ``id()``; one that is not labelled is absent."""
    folder = next(path for path in corpus.folders if path.name == name)
    gold, texts = scorer().load(str(folder))
    labels: dict[int, str] = {}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims[name]:
        by_document[Path(claim.figure.document.path).name].append(claim)
    for entry in gold["claims"]:
        for label in entry["figures"]:
            start, stop = scorer().spans(texts[label["doc"]], label)
            hits = [c for c in by_document[label["doc"]] if _overlap(c, start, stop) > 0]
            if hits:
                best = max(hits, key=lambda c: (_overlap(c, start, stop), -c.figure.quantity.number.start))
                labels[id(best)] = entry["id"]
    return labels


def _overlap(claim: Claim, start: int, stop: int) -> int:
    number = claim.figure.quantity.number
    return min(stop, number.stop) - max(start, number.start)


def rows_of(corpus: Corpus, name: str) -> list[Row]:
    """The labelled pairs of a cluster by pattern. A labelled figure never matches one without a label."""
    return _rows(name, corpus.claims[name], gold_labels(corpus, name), corpus.ruleset)


def _rows(name: str, claims: Sequence[Claim], labels: Mapping[int, str], ruleset: Ruleset) -> list[Row]:
    counts: dict[Pattern, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pair in Linker(claims, ruleset.vocabulary).pairs():
        a, b = labels.get(id(pair.a.claim)), labels.get(id(pair.b.claim))
        if (a is None and b is None) or veto(pair) is not None:
            continue
        counts[tuple(levels(pair).values())][0 if a == b else 1] += 1
    return [Row(name, pattern, match, other) for pattern, (match, other) in sorted(counts.items())]


def seed_rows(ruleset: Ruleset) -> list[Row]:
    """The pairs of the five seed documents, by the groups that their list of expectations gives."""
    documents = []
    for number, path in enumerate(sorted(SEEDS.glob("*.txt")), 1):
        text = path.read_text(encoding="utf-8")
        documents.append(document_from_text(text, path.name, id=f"s{number}", vocabulary=ruleset.vocabulary))
    groups = {(claim_type, number): name for name, (claim_type, numbers) in SEED_GROUPS.items() for number in numbers}
    counts: dict[Pattern, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pair in Linker(claims_of(documents, ruleset), ruleset.vocabulary).pairs():
        a, b = (groups.get((p.claim.type or "", p.claim.figure.number.casefold())) for p in (pair.a, pair.b))
        if veto(pair) is None:
            counts[tuple(levels(pair).values())][0 if a is not None and a == b else 1] += SEED_SHARE
    return [Row("seeds", pattern, match, other) for pattern, (match, other) in sorted(counts.items())]


def own_rows(ruleset: Ruleset) -> list[Row]:
    """The pairs of our own clusters, in which every figure has a label."""
    rows = []
    for path in cluster_files():
        cluster = read_cluster(path, ruleset)
        claims = claims_of(cluster.documents, ruleset)
        labels = {claim: mark.label for claim, mark in labelled(cluster, claims).items()}
        rows += _rows(cluster.name, claims, labels, ruleset)
    return rows


def bulk_rows(ruleset: Ruleset, articles: int = BULK_ARTICLES) -> list[Row]:
    """Pairs of different numbers within one article, of articles without labels: next to none are about one thing.

    Nearly every article holds such pairs and next to no article contradicts itself, so they show what chance pairs
    look like where the labelled clusters, which were chosen for their conflicts, do not.
    """
    documents = []
    with tarfile.open(BULK) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".txt")), key=lambda m: m.name)
        for number, member in enumerate(members[:articles], 1):
            handle = archive.extractfile(member)
            text = handle.read().decode("utf-8", errors="replace") if handle else ""
            name = Path(member.name).name
            documents.append(document_from_text(text, name, id=f"b{number}", vocabulary=ruleset.vocabulary))
    counts: Counter[Pattern] = Counter()
    for pair in Linker(claims_of(documents, ruleset), ruleset.vocabulary).pairs():
        if _differ_in_one_document(pair) and veto(pair) is None:
            counts[tuple(levels(pair).values())] += 1
    return [Row("bulk", pattern, 0.0, count * BULK_SHARE) for pattern, count in sorted(counts.items())]


def _differ_in_one_document(pair: Pair) -> bool:
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    return pair.one_document and pair.a.number != pair.b.number and not a.typical.overlaps(b.typical)


class Fit:
    """Penalised logistic regression by coordinate-wise Newton steps, over rows of equal pairs."""

    def __init__(self, rows: Sequence[Row], penalty: float = PENALTY) -> None:
        merged: dict[Pattern, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in rows:
            merged[row.pattern][0] += row.matches
            merged[row.pattern][1] += row.others
        self.patterns = sorted(merged)
        self.matches = [merged[p][0] for p in self.patterns]
        self.totals = [sum(merged[p]) for p in self.patterns]
        self.penalty = penalty
        self.prior = 0.0
        self.scores = [0.0] * len(self.patterns)
        self.members: dict[Level, list[int]] = defaultdict(list)
        for index, pattern in enumerate(self.patterns):
            for level in zip(PARTS, pattern, strict=True):
                self.members[level].append(index)
        self.weights: dict[Level, float] = {}
        for level in sorted(self.members):
            self.weights[level] = PRIORS.get(level, 0.0) * math.log(2)
            for index in self.members[level]:
                self.scores[index] += self.weights[level]

    def run(self, rounds: int = ROUNDS) -> Fit:
        everything = list(range(len(self.patterns)))
        for _ in range(rounds):
            self.prior += self._step(everything, 0.0, 0.001)
            for level in sorted(self.members):
                off = self.weights[level] - PRIORS.get(level, 0.0) * math.log(2)
                penalty = SURE_PENALTY if level in PRIORS else self.penalty
                self.weights[level] += self._step(self.members[level], off, penalty)
        return self

    def _step(self, members: Iterable[int], value: float, penalty: float) -> float:
        """One Newton step for a weight that all ``members`` carry; moves their scores along."""
        members = list(members)
        slope, bend = -penalty * value, penalty
        for index in members:
            p = 1 / (1 + math.exp(-self.scores[index]))
            slope += self.matches[index] - self.totals[index] * p
            bend += self.totals[index] * p * (1 - p)
        step = max(-1.0, min(1.0, slope / bend))
        for index in members:
            self.scores[index] += step
        return step

    def table(self) -> WeightTable:
        """The weights in bits, each part shifted so that its level that says nothing weighs nothing."""
        bits = {level: weight / math.log(2) for level, weight in self.weights.items()}
        prior = self.prior / math.log(2)
        parts: dict[str, dict[str, Decimal]] = {}
        for part in PARTS:
            own = {level: weight for (name, level), weight in bits.items() if name == part}
            zero = next((own[level] for level in _SAYS_NOTHING if level in own), 0.0)
            prior += zero
            parts[part] = {level: _rounded(weight - zero) for level, weight in sorted(own.items())}
        return WeightTable("", _rounded(prior), Decimal(JOINED), Decimal(DOUBTFUL), Decimal(INTERNAL), parts)


def _rounded(bits: float) -> Decimal:
    return Decimal(str(round(bits, 2)))


def as_toml(table: WeightTable, note: str) -> str:
    lines = [
        "# Match weights of the linking model, in bits: what each level of each part adds to the log-odds that two",
        "# figures answer one question. Made by `make weights` (tests/bench/estimate_weights.py); do not edit by hand.",
        f'made = "{note}"',
        f"prior = {table.prior}",
        f"joined = {table.joined}  # log-odds from which two clusters are one claim",
        f"doubtful = {table.doubtful}  # from which they are joined with doubt: their conflicts are but a check",
        f"internal = {table.internal}  # from which two numbers in the text of one article may contradict each other",
    ]
    for part, by in table.parts.items():
        lines += ["", f'[parts."{part}"]'] + [f'"{level}" = {bits}' for level, bits in by.items()]
    return "\n".join(lines) + "\n"


def leave_one_out(corpus: Corpus, rows: Sequence[Row]) -> dict[str, float]:
    """The scores when each cluster is scored with weights estimated from the others."""
    total: dict[str, int] = {}
    for folder in corpus.folders:
        table = Fit([row for row in rows if row.cluster != folder.name]).run().table()
        weights = Weights(table)
        for key, value in corpus.count(folder, weights).items():
            total[key] = total.get(key, 0) + value
    return dict(scorer().ratios(total))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="print the table instead of writing it")
    parser.add_argument("--loco", action="store_true", help="leave one cluster out at a time; writes nothing")
    asked = parser.parse_args()
    corpus = Corpus()
    rows = [row for folder in corpus.folders for row in rows_of(corpus, folder.name)]
    rows += own_rows(corpus.ruleset) + seed_rows(corpus.ruleset) + bulk_rows(corpus.ruleset)
    if asked.loco:
        sys.stdout.write(show({"LEFT OUT": leave_one_out(corpus, rows)}) + "\n")
        return
    matches, others = (sum(getattr(row, name) for row in rows) for name in ("matches", "others"))
    pairs = f"{matches:.0f} matching and {others:.0f} other pairs"
    clusters = len(corpus.folders) + len(cluster_files())
    note = f"{pairs} of {clusters} labelled clusters and {BULK_ARTICLES} articles without labels"
    text = as_toml(Fit(rows).run().table(), note)
    if asked.dry:
        sys.stdout.write(text)
    else:
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

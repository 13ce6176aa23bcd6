"""Clusters of our own with every figure labelled: ``tests/corpora/clusters/*.toml``, read, linked and scored.

    python -m tests.bench.clusters [--cluster NAME]…

Invented events as several outlets would tell them. A mark ``{c1|at least five}`` in a text labels a figure with the
question it answers; figures with one label are one claim, those under an ``x`` label stand alone. ``bad`` gives the
pairs of figures, by their words, that cannot both be right.
"""

from __future__ import annotations

import argparse
import functools
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from factcheck.claims import Claim
from factcheck.comparing import compare_groups
from factcheck.documents import Document, document_from_text
from factcheck.grouping import group_claims
from factcheck.ruleset import Ruleset, load_ruleset
from tests.bench.gold import claims_of, show

CLUSTERS = Path(__file__).parents[1] / "corpora" / "clusters"
FLAGS = frozenset({"conflict", "disputed", "update", "check"})
_MARK = re.compile(r"\{(\w+)\|([^{}|]+)\}")


@dataclass(frozen=True)
class Mark:
    """A labelled figure: where it stands, whose words it has, which question it answers."""

    document: str
    start: int
    stop: int
    words: str
    label: str


@dataclass(frozen=True)
class Cluster:
    """A file, read: its documents without the marks, the marks, and the words that contradict each other by label."""

    name: str
    documents: tuple[Document, ...]
    marks: tuple[Mark, ...]
    bad: Mapping[str, frozenset[frozenset[str]]]


def cluster_files(names: Sequence[str] = ()) -> list[Path]:
    return [path for path in sorted(CLUSTERS.glob("*.toml")) if not names or path.stem in names]


def read_cluster(path: Path, ruleset: Ruleset) -> Cluster:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    documents, marks = [], list[Mark]()
    for number, entry in enumerate(data["document"], 1):
        head, _, rest = entry["text"].strip("\n").partition("\n")
        text = "\n".join([head, "", str(entry["published"]), rest] if "published" in entry else [head, rest]) + "\n"
        plain, found = _unmarked(text, f"{path.stem}-{number}")
        marks += found
        name = f"{re.sub('[^a-z0-9]+', '-', entry['outlet'].lower())}__{entry['name']}"
        documents.append(document_from_text(plain, name, id=f"{path.stem}-{number}", vocabulary=ruleset.vocabulary))
    bad = {entry["id"]: frozenset(frozenset(pair) for pair in entry.get("bad", ())) for entry in data.get("claim", ())}
    return Cluster(path.stem, tuple(documents), tuple(marks), bad)


def _unmarked(text: str, document: str) -> tuple[str, list[Mark]]:
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        marks.append(Mark(document, len(plain), len(plain) + len(match[2]), match[2], match[1]))
        plain += match[2]
        at = match.end()
    return plain + text[at:], marks


def labelled(cluster: Cluster, claims: Sequence[Claim]) -> dict[int, Mark]:
    """The mark of each claim that has one, by ``id()``: that which its number overlaps most."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.figure.document.id].append(claim)
    labels = {}
    for mark in cluster.marks:
        hits = [claim for claim in by_document[mark.document] if _overlap(claim, mark) > 0]
        if hits:
            best = max(hits, key=lambda claim: (_overlap(claim, mark), -claim.figure.quantity.number.start))
            labels[id(best)] = mark
    return labels


def _overlap(claim: Claim, mark: Mark) -> int:
    number = claim.figure.quantity.number
    return min(mark.stop, number.stop) - max(mark.start, number.start)


def count(cluster: Cluster, ruleset: Ruleset) -> Counter[str]:
    """What the ratios are made of: marks found, pairs linked and flagged, and those that are both with right."""
    claims = claims_of(cluster.documents, ruleset)
    conflicts = compare_groups(group_claims(claims, ruleset.vocabulary), ruleset.vocabulary)
    labels = labelled(cluster, claims)
    together: dict[int, str] = {id(claim): each.group.id for each in conflicts for claim in each.group.claims}
    flagged = {
        frozenset((id(pair.a), id(pair.b))) for each in conflicts for pair in each.comparisons if pair.relation in FLAGS
    }
    found: Counter[str] = Counter(marks=len(cluster.marks), found=len(labels), documents=len(cluster.documents))
    found["groups flagged"] = sum(each.relation in FLAGS for each in conflicts)
    for (a, one), (b, other) in combinations(labels.items(), 2):
        same = one.label == other.label
        bad = same and frozenset((one.words, other.words)) in cluster.bad.get(one.label, ())
        linked = together.get(a, a) == together.get(b, b)
        found.update({"same": same, "linked": linked, "linked right": same and linked, "bad": bad})
        flag = frozenset((a, b)) in flagged
        found.update({"flagged": flag, "flagged right": flag and bad})
    return found


def ratios(found: Mapping[str, int]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return found[part] / found[whole] if found[whole] else 0.0

    def mean(p: float, r: float) -> float:
        return 2 * p * r / (p + r) if p + r else 0.0

    link = share("linked right", "linked"), share("linked right", "same")
    flag = share("flagged right", "flagged"), share("flagged right", "bad")
    values = (share("found", "marks"), *link, mean(*link), *flag, mean(*flag), share("groups flagged", "documents"))
    return dict(
        zip(("found", "link_p", "link_r", "link_f", "flag_p", "flag_r", "flag_f", "per doc"), values, strict=True)
    )


@functools.cache
def own_clusters() -> tuple[Cluster, ...]:
    ruleset = load_ruleset()
    return tuple(read_cluster(path, ruleset) for path in cluster_files())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cluster", action="append", default=[])
    asked = parser.parse_args()
    ruleset = load_ruleset()
    table, total = {}, Counter[str]()
    for path in cluster_files(asked.cluster):
        found = count(read_cluster(path, ruleset), ruleset)
        table[path.stem] = ratios(found)
        total.update(found)
    sys.stdout.write(show({**table, "ALL": ratios(total)}) + "\n")


if __name__ == "__main__":
    main()

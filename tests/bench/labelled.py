"""The labelled material in one shape: documents, claims, which question each claim answers, which pairs are bad.

``../shared/gold/dev`` (real articles), ``tests/corpora/clusters`` (our own), ``../shared/seeds`` with its expectations,
pairs of short articles of which at most two numbers are labelled (``tests/corpora/cases``), articles without labels, of
which it is only known that one article seldom contradicts itself, and folders of articles that people collected by
event, some of them labelled too.
"""

from __future__ import annotations

import itertools
import json
import re
import tarfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import Document, document_from_text
from factcheck.grouping.linking import document_order
from factcheck.ruleset import Ruleset
from factcheck.vocabulary import Vocabulary
from tests.bench import clusters
from tests.bench.gold import GOLD, claims_of, read_documents, scorer
from tests.bench.gold import clusters as gold_clusters

BULK = GOLD.parent / "bench" / "bulk.tar.gz"
BULK_ARTICLES = 400
CASES = Path(__file__).parents[1] / "corpora" / "cases"
COLLECTED = Path(__file__).parents[1] / "corpora" / "collected.json"
WILD = GOLD.parent / "wild.tar.gz"
SEEDS = GOLD.parent / "seeds", Path(__file__).parents[2] / "seeds"  # the real ones and our own, of the same figures
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
PairOfIds = frozenset[str]


@dataclass(frozen=True)
class Labelled:
    """One folder of documents about one event, its claims in document order.

    ``labels`` gives by a figure's id the question it answers; ``bad`` the pairs that cannot both be right; ``unclear``
    the figures of questions on which the labellers would not decide. ``folder`` is where the scorer finds gold labels.
    """

    corpus: str
    name: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    labels: dict[str, str] = field(default_factory=dict)
    bad: frozenset[PairOfIds] = frozenset()
    unclear: frozenset[str] = frozenset()
    folder: Path | None = None


def gold(ruleset: Ruleset) -> list[Labelled]:
    return [_gold(folder, ruleset) for folder in gold_clusters()]


def _gold(folder: Path, ruleset: Ruleset) -> Labelled:
    told, texts = scorer().load(str(folder))
    marks = {
        entry["id"]: Marks(
            [(label["doc"], *scorer().spans(texts[label["doc"]], label)) for label in entry["figures"]],
            entry["bad_pairs"],
            entry["verdict"] == "unclear",
        )
        for entry in told["claims"]
    }
    return replace(_marked("gold", folder.name, read_documents(folder, ruleset), marks, ruleset), folder=folder)


class Marks(NamedTuple):
    """One question: the numbers that answer it, each by its file and its place there, and the pairs that cannot both
    be right; ``unclear`` where the labellers would not decide."""

    figures: Sequence[tuple[str, int, int]]
    bad: Sequence[tuple[int, int]]
    unclear: bool


def _marked(
    corpus: str, name: str, documents: Sequence[Document], marks: Mapping[str, Marks], ruleset: Ruleset
) -> Labelled:
    claims = sorted(claims_of(documents, ruleset), key=document_order)
    by_file: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_file[Path(claim.figure.document.path).name].append(claim)
    labels: dict[str, str] = {}
    bad: set[PairOfIds] = set()
    unclear: set[str] = set()
    for question, (figures, pairs, undecided) in marks.items():
        ids = [_match(by_file[file], start, stop) for file, start, stop in figures]
        labels.update({each: question for each in ids if each})
        bad.update(frozenset((a, b)) for i, j in pairs if (a := ids[i]) and (b := ids[j]) and a != b)
        unclear.update(each for each in ids if each and undecided)
    return Labelled(corpus, name, tuple(documents), tuple(claims), labels, frozenset(bad), frozenset(unclear))


def collected(ruleset: Ruleset) -> list[Labelled]:
    """Folders of collected articles that are labelled like the gold ones: by the place of each number, without a word
    of the articles (``tests/corpora/collected.json``). Nothing is estimated from them."""
    marks = json.loads(COLLECTED.read_text(encoding="utf-8"))
    documents: dict[str, list[Document]] = defaultdict(list)
    for folder, document in wild(ruleset.vocabulary):
        documents[folder].append(document)
    return [
        _marked("collected", name, documents[name], {q: Marks(**told) for q, told in questions.items()}, ruleset)
        for name, questions in marks.items()
    ]


def _match(claims: Iterable[Claim], start: int, stop: int) -> str | None:
    """The id of the figure whose number a label's number overlaps most, as the scorer takes it."""
    best: tuple[int, int, str] | None = None
    for claim in claims:
        number = claim.figure.quantity.number
        overlap = min(stop, number.stop) - max(start, number.start)
        if overlap > 0:
            best = max(best or (0, 0, ""), (overlap, -number.start, claim.figure.id))
    return best[2] if best else None


def own(ruleset: Ruleset) -> list[Labelled]:
    return [_own(clusters.read_cluster(path, ruleset), ruleset) for path in clusters.cluster_files()]


def _own(cluster: clusters.Cluster, ruleset: Ruleset) -> Labelled:
    claims = sorted(claims_of(cluster.documents, ruleset), key=document_order)
    marks = clusters.labelled(cluster, claims)
    marked = {claim.figure.id: marks[id(claim)] for claim in claims if id(claim) in marks}
    bad = {
        frozenset((a, b))
        for a, one in marked.items()
        for b, other in marked.items()
        if a < b and one.label == other.label
        if frozenset((one.words, other.words)) in cluster.bad.get(one.label, ())
    }
    labels = {each: mark.label for each, mark in marked.items()}
    return Labelled("own", cluster.name, cluster.documents, tuple(claims), labels, frozenset(bad))


def seeds(ruleset: Ruleset) -> list[Labelled]:
    return [_seeds(folder, ruleset) for folder in SEEDS]


def _seeds(folder: Path, ruleset: Ruleset) -> Labelled:
    """Five seed documents, by the groups that their list of expectations gives; what is in none stands alone."""
    documents = []
    for number, path in enumerate(sorted(folder.glob("*.txt")), 1):
        text = path.read_text(encoding="utf-8")
        documents.append(document_from_text(text, path.name, id=f"s{number}", vocabulary=ruleset.vocabulary))
    groups = {(claim_type, number): name for name, (claim_type, numbers) in SEED_GROUPS.items() for number in numbers}
    claims = sorted(claims_of(documents, ruleset), key=document_order)
    labels = {
        claim.figure.id: groups.get((claim.type or "", claim.figure.number.casefold()), claim.figure.id)
        for claim in claims
    }
    return Labelled("seeds", str(folder), tuple(documents), tuple(claims), labels)


def bulk(ruleset: Ruleset, articles: int = BULK_ARTICLES) -> list[Labelled]:
    """Articles without labels, each by itself."""
    found = []
    for number, (path, text) in enumerate(itertools.islice(_articles(BULK), articles), 1):
        name = Path(path).name
        document = document_from_text(text, name, id=f"b{number}", vocabulary=ruleset.vocabulary)
        claims = sorted(claims_of([document], ruleset), key=document_order)
        found.append(Labelled("bulk", name, (document,), tuple(claims)))
    return found


def wild(vocabulary: Vocabulary) -> list[tuple[str, Document]]:
    """Articles that somebody collected by event, each with the name of its folder."""
    return [
        (Path(path).parts[1], document_from_text(text, path, id=path, vocabulary=vocabulary))
        for path, text in _articles(WILD)
    ]


def _articles(archive: Path) -> Iterator[tuple[str, str]]:
    """The texts of an archive, each with its path, in order."""
    with tarfile.open(archive) as opened:
        for member in sorted((m for m in opened.getmembers() if m.name.endswith(".txt")), key=lambda m: m.name):
            handle = opened.extractfile(member)
            yield member.name, handle.read().decode("utf-8", errors="replace") if handle else ""


@dataclass(frozen=True)
class Case:
    """Two short articles; ``want`` are their numbers that contradict each other, as written, that of ``a`` first.

    Where none do, ``moved`` tells that one question is answered twice all the same: a toll that rose, a revision.
    """

    id: str
    kind: str
    a: str
    b: str
    want: tuple[str, str] | None = None
    moved: bool = False


def cases(part: str) -> list[Case]:
    """The cases of ``open`` or ``kept``."""
    told = tomllib.loads((CASES / f"{part}.toml").read_text(encoding="utf-8"))["case"]
    return [Case(**{**case, "want": tuple(case["want"]) if "want" in case else None}) for case in told]


def as_folder(case: Case, ruleset: Ruleset) -> Labelled:
    """A case as a folder whose wanted numbers answer one question; the others have no label."""
    documents = [
        document_from_text(text, f"{name}.txt", id=f"{case.id}{name}", vocabulary=ruleset.vocabulary)
        for name, text in (("a", case.a), ("b", case.b))
    ]
    claims = sorted(claims_of(documents, ruleset), key=document_order)
    sides = [_written(claims, *side) for side in zip(documents, case.want or (), strict=False)]
    bad = frozenset(frozenset(pair) for pair in itertools.product(*sides)) if sides else frozenset()
    labels = dict.fromkeys(itertools.chain(*sides), "wanted")
    return Labelled("cases", case.id, tuple(documents), tuple(claims), labels, bad)


def _written(claims: Iterable[Claim], document: Document, number: str) -> list[str]:
    """The figures of a document whose number is written so, wherever they stand in it; "485" is "485 pence" too."""
    figures = (claim.figure for claim in claims if claim.figure.document.id == document.id)
    told = {figure.id: figure.quantity.number.of(document.text).casefold() for figure in figures}
    wanted = number.casefold()
    return [each for each, words in told.items() if _holds(words, wanted) or _holds(wanted, words)]


def _holds(words: str, number: str) -> bool:
    """Whether words hold a number as a whole: not "14" the "4", nor "ninety" the "nine"."""
    return re.search(rf"(?<![\w.,-]){re.escape(number)}(?![\w-]|[.,]\d)", words) is not None


def everything(ruleset: Ruleset) -> list[Labelled]:
    told = [as_folder(case, ruleset) for case in cases("open") if not case.moved]
    return [*gold(ruleset), *own(ruleset), *seeds(ruleset), *bulk(ruleset), *told]


def sizes(material: Sequence[Labelled]) -> str:
    """What the material holds, in a few words."""
    of = Counter(each.corpus for each in material)
    clusters = of["gold"] + of["own"]
    return f"{clusters} labelled clusters, {of['cases']} pairs of articles, the seeds and {of['bulk']} articles"

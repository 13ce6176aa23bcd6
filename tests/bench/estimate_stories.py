"""The weights of what tells that two documents are about one event: ``rules/context/stories.toml``.

Two documents of one labelled cluster are about one event, two of different clusters are not. Each is taken whole, as
its headline alone, and as headline and first paragraph, so that a folder of headlines is weighed by what headlines say.
"""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from factcheck.documents import Document, document_from_text
from factcheck.stories.likeness import likeness
from factcheck.stories.odds import StoryTable, is_candidate
from factcheck.stories.told import Told, Weighed, told_of
from factcheck.stories.words import WordWeights, word_weights
from factcheck.vocabulary import Vocabulary
from tests.bench.design import Array
from tests.bench.labelled import Labelled, wild
from tests.bench.tables import rounded

_PENALTY = 3.0
_STRIDE = 7  # documents from one to the one whose names its look-alike takes: of another cluster
_LOOKALIKES = 0.25  # what a look-alike counts beside a real article of another event
_STRANGERS = 4.0  # what all pairs of two events count, to one for all of one event
_STRANGERS_SHORT = 24.0  # the same of headlines
_PARAGRAPH = 60  # characters of a line that is more than a heading


def estimate_stories(material: Sequence[Labelled], vocabulary: Vocabulary) -> StoryTable:
    documents = _collected(material, vocabulary)
    made = f"{len(documents)} articles by the folder that they were collected in"
    rows = list(_rows(documents, word_weights(vocabulary)))
    names = sorted({name for row in rows for name in row.levels})
    design = np.array([[*(row.levels.get(name, 0.0) for name in names), 1.0] for row in rows])
    same = np.array([row.same for row in rows], float)
    bits = newton(design, same, _shares(rows), _PENALTY) / math.log(2)
    return StoryTable(made, rounded(bits[-1]), {name: rounded(each) for name, each in zip(names, bits, strict=False)})


@dataclass(frozen=True, slots=True)
class Row:
    """Two documents as the table sees them, and the folder of the first."""

    levels: Mapping[str, float]
    same: bool
    folder: str
    share: float = 1.0


Forms = Sequence[Told]  # of one document: whole, its headline, its headline with the first paragraph


def _collected(material: Sequence[Labelled], vocabulary: Vocabulary) -> list[tuple[str, Forms]]:
    """Every document of a folder about one event, in its three forms; a folder with an article of a labelled one is
    left out: it would be a stranger to itself."""
    documents = [
        (folder.name, document)
        for folder in material
        if folder.corpus in ("gold", "own") or (folder.corpus == "cases" and folder.bad)
        for document in folder.documents
    ]
    texts = {document.text.strip() for _, document in documents}
    more = wild(vocabulary)
    twice = {name for name, document in more if document.text.strip() in texts}
    documents += [(name, document) for name, document in more if name not in twice]
    return [
        (name, [told_of(form, vocabulary) for form in _forms(document, vocabulary)]) for name, document in documents
    ]


def _rows(documents: Sequence[tuple[str, Forms]], weights: WordWeights) -> Iterator[Row]:
    gaps = itertools.cycle(_gaps(documents))
    for (one, a), (other, b) in combinations(documents, 2):
        if one == other:
            yield from (Row(dict(likeness(x, y, weights)), True, one) for x, y in _met(a, b))
        elif not _one_topic(one, other):
            for x, y in _met(a, b):
                yield Row(dict(likeness(x, _days_from(x, y, gaps), weights)), False, one)
    for at, (folder, forms) in enumerate(documents):
        _, strangers = documents[(at * _STRIDE + _STRIDE) % len(documents)]
        for form in forms:
            if forms[0].names.isdisjoint(form.lead.bits) and form.day is None and not form.places:
                continue  # nothing tells it from its own look-alike
            unlike = _days_from(form, lookalike(form, forms[0].names, strangers[0]), gaps)
            if is_candidate(form, unlike):
                levels = dict(likeness(form, unlike, weights))
                yield Row(levels, False, folder, 1.0 if "short" in levels else _LOOKALIKES)


def _gaps(documents: Sequence[tuple[str, Forms]]) -> list[int]:
    """The days between any two reports of one event, in no order that tells anything."""
    pairs = ((a[0].day, b[0].day) for (one, a), (other, b) in combinations(documents, 2) if one == other)
    gaps = [abs(x - y) for x, y in pairs if x is not None and y is not None] or [0]
    random.Random(1).shuffle(gaps)
    return gaps


def _days_from(one: Told, other: Told, gaps: Iterator[int]) -> Told:
    """A report of another event, as many days away as reports of one event are: how articles were collected by event,
    years apart, tells nothing of how a reader collects them."""
    if one.day is None or other.day is None:
        return other
    return replace(other, day=one.day + next(gaps))


def _one_topic(one: str, other: str) -> bool:
    """Whether two folders may be of one topic, by their names: "t17-syria-01" and "t17-syria-07"."""
    names = [{word for word in name.split("-")[1:] if word.isalpha()} for name in (one, other)]
    return not names[0].isdisjoint(names[1])


def _shares(rows: Sequence[Row]) -> Array:
    """What each row counts: a large folder less for each of its pairs; all pairs of two events, of texts and of what is
    little more than a headline each, a number of times what all pairs of one event do."""
    met = Counter(row.folder for row in rows if row.same)
    shares = np.array([1 / math.sqrt(met[row.folder]) if row.same else row.share for row in rows])
    same, short = np.array([row.same for row in rows]), np.array(["short" in row.levels for row in rows])
    for size, strangers in ((short, _STRANGERS_SHORT), (~short, _STRANGERS)):
        shares[size & ~same] *= strangers * shares[size & same].sum() / shares[size & ~same].sum()
    return shares


def lookalike(told: Told, names: frozenset[str], other: Told) -> Told:
    """The same told of others: a document with the names, places and day of another in place of its own.

    The headlines of two quakes or two quarterly reports differ in little more, and no labelled cluster holds both.
    """
    theirs = sorted(other.names & other.lead.bits.keys(), key=lambda name: (-other.lead.bits[name], name))
    taken = theirs[: len(names & told.lead.bits.keys())]
    return replace(
        told,
        words=_renamed(told.words, names, taken, other),
        lead=_renamed(told.lead, names, taken, other),
        names=told.names - names | set(taken),
        title_names=told.title_names - names | set(taken),
        title_words=told.title_words - names | set(taken),
        day=other.day,
        places=other.places,
        around=other.around,
    )


def _renamed(words: Weighed, names: frozenset[str], taken: Sequence[str], other: Told) -> Weighed:
    bits = {word: each for word, each in words.bits.items() if word not in names}
    bits.update({name: other.lead.bits[name] for name in taken})
    return Weighed(bits, math.sqrt(math.fsum(bits.values())))


def _forms(document: Document, vocabulary: Vocabulary) -> Iterator[Document]:
    """The whole document, its headline, its headline with the first paragraph."""
    yield document
    lines = [line for line in document.text.split("\n") if line.strip()]
    title = document.title or lines[0]
    first = [line for line in lines if line != title and len(line) > _PARAGRAPH][:1]
    for text in (title, "\n\n".join([title, *first])):
        yield document_from_text(text + "\n", document.path, id=document.id, vocabulary=vocabulary)


def _met(a: Sequence[Told], b: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    pairs = [*zip(a, b, strict=True), (a[2], b[0])]
    return ((x, y) for x, y in pairs if is_candidate(x, y))


def newton(design: Array, matches: Array, shares: Array, penalty: float | Array) -> Array:
    """Penalised logistic regression over few columns, the last of them the prior; weights in nats.

    ``penalty`` is one for all columns but the prior, or one for each.
    """
    weights, pull = np.zeros(design.shape[1]), np.full(design.shape[1], 0.001)
    pull[:-1] = penalty
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (shares * (matches - chance)) - pull * weights
        bend = (design * (shares * chance * (1 - chance))[:, None]).T @ design + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights

"""The weights of what tells that two documents are about one event: ``rules/context/stories.toml``.

Two documents of one labelled cluster are about one event, two of different clusters are not. Each is taken whole, as
its headline alone, and as headline and first paragraph, so that a folder of headlines is weighed by what headlines say.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from factcheck.documents import Document, document_from_text
from factcheck.stories.likeness import likeness
from factcheck.stories.odds import StoryTable, is_candidate
from factcheck.stories.told import Told, Weighed, told_of
from factcheck.stories.words import word_weights
from factcheck.vocabulary import Vocabulary
from tests.bench.design import Array
from tests.bench.labelled import Labelled
from tests.bench.tables import rounded

_PENALTY = 3.0
_STRIDE = 7  # documents from one to the one whose names its look-alike takes: of another cluster
_LATER = 2  # days from a document to the second look-alike of its week
_PARAGRAPH = 60  # characters of a line that is more than a heading


def estimate_stories(material: Sequence[Labelled], vocabulary: Vocabulary, made: str) -> StoryTable:
    weights = word_weights(vocabulary)
    documents = [
        (folder.name, [told_of(form, vocabulary) for form in _forms(document, vocabulary)])
        for folder in material
        if folder.corpus in ("gold", "own")
        for document in folder.documents
    ]
    rows, same, clusters = [], [], []
    for (one, a), (other, b) in combinations(documents, 2):
        for x, y in _met(a, b):
            rows.append(dict(likeness(x, y, weights)))
            same.append(one == other)
            clusters.append(one)
    for at, (cluster, forms) in enumerate(documents):
        _, strangers = documents[(at * _STRIDE + _STRIDE) % len(documents)]
        for form in forms:
            if forms[0].names.isdisjoint(form.lead.bits) and form.day is None and not form.places:
                continue  # nothing tells it from its own look-alike
            strange = lookalike(form, forms[0].names, strangers[0])
            near = [] if form.day is None else [form.day, form.day + _LATER]  # a week's wire holds many that are alike
            for unlike in (strange, *(replace(strange, day=day) for day in near)):
                if is_candidate(form, unlike):
                    rows.append(dict(likeness(form, unlike, weights)))
                    same.append(False)
                    clusters.append(cluster)
    names = sorted({name for row in rows for name in row})
    design = np.array([[*(row.get(name, 0.0) for name in names), 1.0] for row in rows])
    met = Counter(cluster for cluster, match in zip(clusters, same, strict=True) if match)
    shares = np.array([1 / math.sqrt(met[cluster]) if m else 1.0 for cluster, m in zip(clusters, same, strict=True)])
    bits = newton(design, np.array(same, float), shares, _PENALTY) / math.log(2)
    return StoryTable(made, rounded(bits[-1]), {name: rounded(each) for name, each in zip(names, bits, strict=False)})


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

"""Labelled pairs as a sparse design matrix, and penalised logistic regression over it.

A level weighs something in every column of the table (numbers equal, different, in one text …); what it weighs in one
column alone is penalised more, so that a level that few pairs of a column fall on weighs there what it weighs anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from factcheck.grouping.linking import Linker
from factcheck.pairs.parts import PARTS
from factcheck.pairs.profiles import Profile
from factcheck.pairs.table import COLUMNS, one_event
from factcheck.pairs.walls import wall
from factcheck.vocabulary import Vocabulary
from tests.bench.labelled import Labelled

Array = np.ndarray[Any, Any]
Level = tuple[str, str]

UNKNOWN = -1
UNKNOWN_SHARE = 0.3  # what a pair of two figures without a label counts, as one that does not match
BULK_SHARE = 0.15  # what a pair of one article without labels counts
SEED_SHARE = 24.0
CASE_SHARE = 4.0  # what a pair of two short articles counts: there are few in each
FEW = 1500  # pairs of a folder beyond which each counts less, so that no large one outvotes the others
SHARED, ALONE = 20.0, 40.0  # penalties: what a level weighs in all columns, and in one alone


# What is known before any label, in bits: what used to keep two figures apart whatever else spoke for them.
BEFORE: Mapping[Level, float] = {
    ("value", "given in its currency too"): -9.0,
    ("counted", "some of the people"): -3.0,
    ("qualifiers", "apart"): -3.0,
    ("degree", "different"): -2.0,
    ("when", "apart"): -2.0,
    ("place", "apart"): -3.0,
    ("event", "one of a past year"): -2.0,
    ("question", "sibling rule"): -2.0,
    ("sets", "one partial"): -2.0,
    ("manner", "actual and not"): -2.0,
    ("manner", "one increment"): -2.0,  # "seven other people"
    ("manner", "up and down"): -2.0,
}


@dataclass
class Pairs:
    """The pairs of one folder that no wall keeps apart: who, which column, whether they match, which levels."""

    of: Labelled
    keys: list[tuple[int, int]] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    matches: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)  # that the two documents tell of one event, in bits
    walls: frozenset[tuple[int, int]] = frozenset()
    profiles: Sequence[Profile] = ()

    def shares(self) -> Array:
        """What each pair counts."""
        if self.of.corpus == "bulk":
            return np.full(len(self.keys), BULK_SHARE)
        shares = {"seeds": SEED_SHARE, "cases": CASE_SHARE}
        each = shares.get(self.of.corpus, min(1.0, math.sqrt(FEW / max(len(self.keys), 1))))
        return np.where(np.array(self.matches) == UNKNOWN, UNKNOWN_SHARE * each, each)


class Levels:
    """A number for each level of each part, in the order in which they were first met."""

    def __init__(self) -> None:
        self.numbers: dict[Level, int] = {}

    def __getitem__(self, level: Level) -> int:
        return self.numbers.setdefault(level, len(self.numbers))


def pairs_of(folder: Labelled, known: Levels, vocabulary: Vocabulary) -> Pairs:
    """Every candidate pair of a folder with its levels; those alone that contradict each other where no equal ones are
    labelled: of a bulk article, and of two short articles, of which whatever is not labelled is no contradiction."""
    found, walls = Pairs(folder), set()
    labels = folder.labels
    linker = Linker(folder.claims, vocabulary)
    for pair in linker.candidates():
        if folder.corpus in _CONTRADICTING and (pair.column != _CONTRADICTING[folder.corpus] or pair.fit != "apart"):
            continue
        key = (pair.a.index, pair.b.index)
        if wall(pair) is not None:
            walls.add(key)
            continue
        a, b = labels.get(pair.a.claim.figure.id), labels.get(pair.b.claim.figure.id)
        for name, part in PARTS.items():
            for level, amount in part(pair):
                found.rows.append(len(found.keys))
                found.levels.append(known[name, level])
                found.amounts.append(amount)
        found.keys.append(key)
        found.odds.append(_SURE if pair.one_document else one_event(pair))
        found.columns.append(COLUMNS.index(pair.column))
        known_not = folder.corpus == "cases" and (a is None or b is None)
        found.matches.append(0 if known_not else UNKNOWN if a is None and b is None else int(a == b))
    found.walls, found.profiles = frozenset(walls), linker.profiles
    return found


_SURE = 20.0
_CONTRADICTING = {"bulk": "inside", "cases": "differ"}


def matrix(pairs: Pairs, size: int) -> sparse.csr_matrix:
    """One row a pair: its levels in the first ``size`` columns and the last of them for the prior, then once more in
    those of the pair's own column of the table."""
    count, width = len(pairs.keys), size + 1
    rows = np.concatenate([np.array(pairs.rows, int), np.arange(count)])
    at = np.concatenate([np.array(pairs.levels, int), np.full(count, size)])
    amounts = np.concatenate([np.array(pairs.amounts, float), np.ones(count)])
    own = width * (1 + np.array(pairs.columns, int)[rows]) + at if count else at
    shape = (count, width * (1 + len(COLUMNS)))
    return sparse.csr_matrix((np.tile(amounts, 2), (np.tile(rows, 2), np.concatenate([at, own]))), shape=shape)


@dataclass
class Sample:
    """Rows to learn from."""

    design: sparse.csr_matrix
    matches: Array
    shares: Array

    @classmethod
    def of(cls, parts: Sequence[Sample]) -> Sample:
        return cls(
            sparse.vstack([part.design for part in parts]).tocsr(),
            np.concatenate([part.matches for part in parts]),
            np.concatenate([part.shares for part in parts]),
        )


def sample(pairs: Pairs, design: sparse.csr_matrix, bits: Array | None = None) -> Sample:
    """A folder's pairs; of those that surely do not match (by ``bits`` of an earlier fit) one in ten, for ten."""
    matches = np.maximum(np.array(pairs.matches), 0).astype(float)
    shares, kept = pairs.shares(), np.ones(len(matches), bool)
    far = (bits < _FAR if bits is not None else np.ones(len(matches), bool)) & (matches == 0)
    kept[far & (np.arange(len(matches)) % _ONE_IN != 0)] = False
    shares[far] *= _ONE_IN
    return Sample(design[kept], matches[kept], shares[kept])


_FAR, _ONE_IN = -7.0, 10


def before(known: Levels) -> Array:
    """What is known before any label, in nats, for the shared weights and the prior."""
    return np.array([BEFORE.get(level, 0.0) * math.log(2) for level in known.numbers] + [0.0])


def fit(rows: Sample, known: Array, start: Array | None = None, rounds: int = 150) -> Array:
    """Weights in nats, the shared ones first, then those of each column alone; ``known`` is what `before` gives."""
    width = len(known)
    centre = np.concatenate([known, np.zeros(rows.design.shape[1] - width)])
    penalty = np.full(rows.design.shape[1], ALONE)
    penalty[:width] = SHARED
    penalty[width - 1 :: width] = 0.01  # priors are free
    turned = rows.design.T.tocsr()

    def loss(weights: Array) -> tuple[float, Array]:
        score = rows.design @ weights
        off = np.logaddexp(0, score) - rows.matches * score
        slope = rows.shares * (1 / (1 + np.exp(-score)) - rows.matches)
        pull = weights - centre
        return float(rows.shares @ off + 0.5 * penalty @ pull**2), turned @ slope + penalty * pull

    first = centre if start is None else start
    options = {"maxiter": rounds, "ftol": 1e-9, "gtol": 1e-3, "maxcor": 20}
    return np.array(minimize(loss, first, jac=True, method="L-BFGS-B", options=options).x)


def joint(bits: Array, pairs: Pairs) -> Array:
    """The bits of pairs together with those of their documents; see `factcheck.pairs.table.both`."""
    odds = np.array(pairs.odds)
    return np.array(-np.log2(np.exp2(-bits) + np.exp2(-odds) + np.exp2(-bits - odds)))


def in_bits(weights: Array) -> Array:
    return weights / math.log(2)


def designs(folders: Iterable[Pairs], known: Levels) -> list[sparse.csr_matrix]:
    return [matrix(pairs, len(known.numbers)) for pairs in folders]

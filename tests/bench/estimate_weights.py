"""Estimate every table of grouping and comparing from labelled material: ``make weights``; ``make weights-loco``.

    python -m tests.bench.estimate_weights [--dry] [--loco] [--keep FILE]

Three tables, each fitted on what the one before it gives: which documents tell of one event (``stories.toml``), which
figures answer one question (``weights.toml``), which flags a reader wants (``wanted.toml``). The last is learned from
clusters that were grouped with weights estimated without them, and so is everything that ``--loco`` prints.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.comparing import Conflict, compare_groups
from factcheck.comparing.model import FLAGS
from factcheck.comparing.wanted import WantedTable, levels
from factcheck.grouping import Grouping
from factcheck.grouping.linking import Linker
from factcheck.pairs.company import LEVELS, Company
from factcheck.pairs.table import COLUMNS, PRIOR, Weights, WeightTable
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.stories.odds import StoryTable
from factcheck.vocabulary import Vocabulary
from tests.bench.design import Array, Levels, Pairs, Sample, before, designs, fit, in_bits, joint, pairs_of, sample
from tests.bench.estimate_stories import estimate_stories, newton
from tests.bench.gold import as_scan, scorer, show
from tests.bench.labelled import Labelled, everything, sizes
from tests.bench.tables import rounded, stories_toml, write_all

FOLDS = 10
JOINED = "-0.8"
LEAST, FIRM, LIKELY = "0.2", "1.0", "0.48"
_COMPANY_PENALTY = 1.0
_FIRMNESS_PENALTY = 0.5
_WANTED_PENALTY = 40.0  # the flags are few: little but the firmness of a pair is told apart from chance


@dataclass
class Model:
    """What was fitted: the levels, and weights in nats over all material and without each fold."""

    known: Levels
    pairs: list[Pairs]
    whole: Array
    company: dict[str, Array]  # by column, in bits for each of its levels
    bits: dict[str, Array]  # of each folder's pairs, by its name, with weights estimated without it


def fit_table(material: Sequence[Labelled], vocabulary: Vocabulary) -> Model:
    known = Levels()
    pairs = [each for folder in material if (each := pairs_of(folder, known, vocabulary)).keys]
    prior = before(known)
    rows = designs(pairs, known)
    rough = fit(Sample.of([sample(*each) for each in zip(pairs, rows, strict=True)]), prior, rounds=60)
    parts = [sample(one, design, in_bits(design @ rough)) for one, design in zip(pairs, rows, strict=True)]
    whole = fit(Sample.of(parts), prior, rough)
    bits: dict[str, Array] = {}
    judged = [at for at, each in enumerate(pairs) if each.of.corpus in ("gold", "own")]
    for fold in range(FOLDS):
        out = set(judged[fold::FOLDS])
        left = fit(Sample.of([part for at, part in enumerate(parts) if at not in out]), prior, whole, rounds=60)
        bits.update({pairs[at].of.name: joint(in_bits(rows[at] @ left), pairs[at]) for at in out})
    company, bits = fit_company([pairs[at] for at in judged], bits)
    return Model(known, pairs, whole, company, bits)


def fit_company(folders: Sequence[Pairs], bits: Mapping[str, Array]) -> tuple[dict[str, Array], dict[str, Array]]:
    """What company weighs, by column, learned from first looks at clusters left out; and their bits on a second look.

    A cluster's second look takes the weights that were learned without its fold.
    """
    looks = [company_of(pairs, bits[pairs.of.name]) for pairs in folders]
    again = {pairs.of.name: np.array(bits[pairs.of.name]) for pairs in folders}
    weights: dict[str, Array] = {}
    for at, column in enumerate(COLUMNS):
        own = [np.array(pairs.columns) == at for pairs in folders]
        for fold in range(FOLDS):
            learned = _learn_company(folders, looks, own, [i for i in range(len(folders)) if i % FOLDS != fold])
            for i in range(fold, len(folders), FOLDS):
                again[folders[i].of.name][own[i]] = in_bits(looks[i][own[i]] @ learned)
        weights[column] = in_bits(_learn_company(folders, looks, own, range(len(folders))))
    return weights, again


def _learn_company(
    folders: Sequence[Pairs], looks: Sequence[Array], own: Sequence[Array], taken: Iterable[int]
) -> Array:
    taken = list(taken)
    matches = np.concatenate([np.maximum(np.array(folders[i].matches)[own[i]], 0) for i in taken])
    shares = np.concatenate([folders[i].shares()[own[i]] for i in taken])
    return newton(np.concatenate([looks[i][own[i]] for i in taken]), matches.astype(float), shares, _COMPANY_PENALTY)


def company_of(pairs: Pairs, bits: Array) -> Array:
    """One row a pair: the amounts of its company's levels, and 1 for what any pair starts with."""
    company = Company(dict(zip(pairs.keys, map(float, bits), strict=True)), pairs.profiles)
    rows = [dict(company.levels(*key)) for key in pairs.keys]
    return np.array([[*(row.get(level, 0.0) for level in LEVELS), 1.0] for row in rows]).reshape(-1, len(LEVELS) + 1)


def table_of(model: Model, made: str) -> WeightTable:
    """The weights of each column in bits: what a level weighs anywhere and what it weighs there alone."""
    width = len(model.known.numbers) + 1
    blocks = in_bits(model.whole).reshape(-1, width)
    sums = blocks[0] + blocks[1:]
    parts: dict[str, dict[str, tuple[Decimal, ...]]] = defaultdict(dict)
    for (part, level), at in model.known.numbers.items():
        parts[part][level] = tuple(rounded(column[at]) for column in sums)
    prior = tuple(rounded(column[-1]) for column in sums)
    company = {
        level: tuple(rounded(model.company[column][at]) for column in COLUMNS)
        for at, level in enumerate((*LEVELS, PRIOR))
    }
    return WeightTable(made, Decimal(JOINED), prior, company, parts)


def grouped(pairs: Pairs, bits: Array, vocabulary: Vocabulary, thresholds: WeightTable) -> Grouping:
    linker = Linker(pairs.of.claims, vocabulary)
    linker.weights = Weights(thresholds)
    told = dict(zip(pairs.keys, map(float, bits), strict=True))
    return linker.cluster(linker.with_restated(told), pairs.walls)


@dataclass
class Judged:
    """A flagged group of a cluster grouped without it: what the table sees of it, and whether it is a true flag."""

    folder: str
    levels: Mapping[str, float]
    true: bool


def judge(folder: Labelled, conflicts: Sequence[Conflict]) -> list[tuple[Conflict, Judged]]:
    """The flags of a folder that the labels decide on: true when half of the flagged pairs are bad ones."""
    found = []
    for conflict in conflicts:
        flagged = [pair for pair in conflict.comparisons if pair.relation in FLAGS]
        pairs = [frozenset((pair.a.figure.id, pair.b.figure.id)) for pair in flagged]
        pairs = [pair for pair in pairs if not pair <= folder.unclear]
        if not pairs:
            continue
        seen = dict(levels(conflict.group, flagged))
        found.append((conflict, Judged(folder.name, seen, 2 * sum(p in folder.bad for p in pairs) >= len(pairs))))
    return found


def fit_wanted(judged: Sequence[Judged], made: str, likely: str = LIKELY) -> WantedTable:
    names = sorted({name for each in judged for name in each.levels})
    design = np.array([[*(each.levels.get(name, 0.0) for name in names), 1.0] for each in judged])
    true = np.array([each.true for each in judged], float)
    penalty = np.where(np.array(names) == "firmness", _FIRMNESS_PENALTY, _WANTED_PENALTY)
    bits = in_bits(newton(design, true, np.ones(len(true)), penalty))
    weights = {name: rounded(each) for name, each in zip(names, bits, strict=False)}
    return WantedTable(made, Decimal(LEAST), Decimal(FIRM), Decimal(likely), rounded(bits[-1]), weights)


def chance(table: WantedTable, each: Judged) -> float:
    bits = float(table.prior) + sum(float(table.levels.get(name, 0)) * x for name, x in each.levels.items())
    return float(1 / (1 + 2**-bits))


LeftOut = tuple[Pairs, Sequence[Conflict], list[tuple[Conflict, Judged]]]


def left_out(model: Model, vocabulary: Vocabulary, table: WeightTable) -> list[LeftOut]:
    """Every judged folder, grouped and compared with weights estimated without it."""
    found: list[LeftOut] = []
    for pairs in model.pairs:
        if pairs.of.name in model.bits:
            grouping = grouped(pairs, model.bits[pairs.of.name], vocabulary, table)
            conflicts = compare_groups(grouping, vocabulary, claims=pairs.of.claims)
            found.append((pairs, conflicts, judge(pairs.of, conflicts)))
    return found


def scores(model: Model, vocabulary: Vocabulary, table: WeightTable, likely: float) -> dict[str, dict[str, float]]:
    """The scorer's ratios on clusters left out: with every flag, and with those alone that are likely."""
    told = left_out(model, vocabulary, table)
    total: dict[str, Counter[str]] = {"every flag": Counter(), "likely flags": Counter()}
    every = [each for *_, judged in told for _, each in judged]
    for pairs, conflicts, judged in told:
        if pairs.of.folder is None:
            continue
        others = fit_wanted([each for each in every if each.folder != pairs.of.name], "")
        unlikely = {id(conflict) for conflict, each in judged if chance(others, each) < likely}
        shown = [c if id(c) not in unlikely else replace(c, likely=False) for c in conflicts]
        for name, listed in (("every flag", [replace(c, likely=True) for c in shown]), ("likely flags", shown)):
            scan = as_scan(pairs.of.documents, pairs.of.claims, listed)
            total[name].update(scorer().score(str(pairs.of.folder), scan, []))
    return {name: dict(scorer().ratios(counts)) for name, counts in total.items()}


def kept(path: Path | None, ruleset: Ruleset) -> list[Labelled]:
    """The material, read once and kept in a file where one is named."""
    if path is not None and path.exists():
        with path.open("rb") as handle:
            return list(pickle.load(handle))  # noqa: S301 (our own file)
    material: list[Any] = everything(ruleset)
    if path is not None:
        with path.open("wb") as handle:
            pickle.dump(material, handle)
    return material


def with_stories(table: StoryTable) -> Vocabulary:
    """The vocabulary with this table in the place of the shipped one."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "context").mkdir()
        (Path(folder) / "context" / "stories.toml").write_text(stories_toml(table), encoding="utf-8")
        return load_ruleset(Path(folder)).vocabulary


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--loco", action="store_true", help="print the scores of clusters left out; write nothing")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep what was read in FILE, or take it from there")
    asked = parser.parse_args()
    ruleset = load_ruleset()
    vocabulary = ruleset.vocabulary
    material = kept(asked.keep, ruleset)
    made = sizes(material)
    stories = estimate_stories(material, vocabulary)
    vocabulary = with_stories(stories)
    model = fit_table(material, vocabulary)
    table = table_of(model, made)
    judged = [each for *_, found in left_out(model, vocabulary, table) for _, each in found]
    wanted = fit_wanted(judged, f"{sum(each.true for each in judged)} of {len(judged)} flags")
    if asked.loco:
        sys.stdout.write(show(scores(model, vocabulary, table, float(LIKELY))) + "\n")
    elif not asked.dry:
        write_all(stories, table, wanted)


if __name__ == "__main__":
    main()

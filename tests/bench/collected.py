"""Score flags on the labelled ones of the articles that people collected by event, in process.

    python -m tests.bench.collected [--misses]

Nothing is estimated from these labels: they tell how a reader of such folders fares. Which articles lie together in the
folders is what the table of stories was estimated from, and what reads wrong in some of them was mended.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from factcheck.comparing import Conflict, compare_groups
from factcheck.comparing.model import FLAGS
from factcheck.grouping import group_claims
from factcheck.ruleset import load_ruleset
from tests.bench.labelled import Labelled, collected


def score(folder: Labelled, conflicts: Sequence[Conflict]) -> Counter[str]:
    """How many questions with a contradiction there are and are flagged, and how many likely flags there are and are
    true: half of their pairs or more are labelled as such that cannot both be right. Undecided ones do not count."""
    counts = Counter(contradicted=len({folder.labels[next(iter(pair))] for pair in folder.bad}))
    found: set[str] = set()
    for conflict in conflicts:
        flagged = [pair for pair in conflict.comparisons if pair.relation in FLAGS and conflict.likely]
        ids = [
            each for pair in flagged if not (each := frozenset((pair.a.figure.id, pair.b.figure.id))) <= folder.unclear
        ]
        if not ids:
            continue
        bad = [each for each in ids if each in folder.bad]
        true = 2 * len(bad) >= len(ids)
        counts.update(flags=1, true=int(true))
        found.update(folder.labels[next(iter(each))] for each in bad if true)
    counts["found"] = len(found)
    return counts


def main() -> None:
    ruleset = load_ruleset()
    total: Counter[str] = Counter()
    for folder in collected(ruleset):
        conflicts = compare_groups(
            group_claims(folder.claims, ruleset.vocabulary), ruleset.vocabulary, claims=folder.claims
        )
        counts = score(folder, conflicts)
        total.update(counts, folders=1)
        if "--misses" in sys.argv and counts["contradicted"] > counts["found"]:
            sys.stdout.write(f"{folder.name}: {counts['found']} of {counts['contradicted']} found\n")
    sys.stdout.write(
        f"{total['folders']} folders: {total['found']} of {total['contradicted']} contradicted questions found, "
        f"{total['true']} of {total['flags']} likely flags true\n"
    )


if __name__ == "__main__":
    main()

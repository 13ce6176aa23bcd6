"""Score flags on pairs of short articles that were written from knowledge, before the tool had seen them.

    python -m tests.bench.cases [open | kept]

Half of the cases of ``tests/corpora/cases`` hold one contradiction, ``want``: its two numbers as written, that of ``a``
first. The others hold none, though they are of the same kinds of news. Of ``open`` ones what is missed and what is
flagged wrongly is printed; of ``kept`` ones the totals alone, which nobody mends by.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.comparing import Comparison, Conflict, compare_groups
from factcheck.comparing.model import FLAGGED
from factcheck.grouping import group_claims
from factcheck.ruleset import Ruleset, load_ruleset
from tests.bench.labelled import Labelled, as_folder, cases


def score(folder: Labelled, conflicts: Sequence[Conflict]) -> Iterator[tuple[str, Comparison | None]]:
    """Whether the wanted pair is found, a maybe or missed; and each flag of other pairs, likely or a maybe."""
    found = "missed"
    for conflict in conflicts:
        flagged = [pair for pair in conflict.comparisons if pair.relation in FLAGGED]
        if conflict.relation not in FLAGGED or not flagged:
            continue
        hit = any(frozenset((pair.a.figure.id, pair.b.figure.id)) in folder.bad for pair in flagged)
        how = "found" if conflict.likely else "maybe"
        if hit:
            found = min(found, how)
        else:
            yield f"false {'flag' if conflict.likely else 'maybe'}", flagged[0]
    if folder.bad:
        yield found, None


def scores(part: str, ruleset: Ruleset, *, show: bool = False) -> Counter[str]:
    """How many contradictions are wanted, found, told as a maybe or missed, and how many flags are false."""
    total: Counter[str] = Counter()
    for case in cases(part):
        folder = as_folder(case, ruleset)
        groups = group_claims(folder.claims, ruleset.vocabulary)
        told = list(score(folder, compare_groups(groups, ruleset.vocabulary, claims=folder.claims)))
        if case.want and not folder.bad:
            told.append(("missed", None))  # one of the two was not read
        total.update(how for how, _ in told)
        total["wanted"] += case.want is not None
        wrong = [(how, pair) for how, pair in told if how != "found"]
        if show and wrong:
            sys.stdout.write(f"{case.id} ({case.kind}){': ' + ' / '.join(case.want) if case.want else ''}\n")
            sys.stdout.writelines(f"    {how}{': ' + pair.reason if pair else ''}\n" for how, pair in wrong)
    return total


def main() -> None:
    part = sys.argv[1] if len(sys.argv) > 1 else "open"
    total = scores(part, load_ruleset(), show=part == "open")
    sys.stdout.write(
        f"{part}: {total['found']} of {total['wanted']} contradictions found and {total['maybe']} told as a maybe; "
        f"{total['false flag']} false flags and {total['false maybe']} false maybes\n"
    )


if __name__ == "__main__":
    main()

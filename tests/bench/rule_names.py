"""How many labelled figures of the gold clusters a rule names, and how often one question goes by one name.

    python -m tests.bench.rule_names [--unnamed] [--split]

``--unnamed`` lists the figures that no rule takes, ``--split`` the rules that share the figures of one question.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.claims import Claim
from factcheck.display import one_line
from factcheck.ruleset import load_ruleset
from tests.bench.labelled import gold

ROOMS = ("one rule", "one family", "one without a rule", "two rules", "no rule")


def by_question(folders: Iterable[tuple[str, dict[str, str], tuple[Claim, ...]]]) -> dict[tuple[str, str], list[Claim]]:
    """The labelled claims of each question of each cluster."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for name, labels, claims in folders:
        for claim in claims:
            if label := labels.get(claim.figure.id):
                found[name, label].append(claim)
    return found


def room(a: Claim, b: Claim) -> str:
    """How the names of two figures of one question stand to each other."""
    if a.rule is None or b.rule is None:
        return "no rule" if a.rule is b.rule else "one without a rule"
    if a.type == b.type:
        return "one rule"
    return "one family" if a.rule.kin == b.rule.kin else "two rules"


def pairs(questions: Iterable[list[Claim]]) -> Iterator[tuple[str, Claim, Claim]]:
    """Any two figures of one question, and whether their numbers are equal or differ."""
    for claims in questions:
        for a, b in combinations(claims, 2):
            same = a.figure.quantity.values == b.figure.quantity.values
            yield ("equal" if same else "differ"), a, b


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unnamed", action="store_true", help="list the figures that no rule takes")
    parser.add_argument("--split", action="store_true", help="list the rules that share the figures of one question")
    asked = parser.parse_args()
    questions = by_question((each.name, each.labels, each.claims) for each in gold(load_ruleset()))
    claims = [claim for found in questions.values() for claim in found]
    rules = [claim.rule for claim in claims if claim.rule is not None]
    named, firm = (count / len(claims) for count in (len(rules), sum(not rule.broad for rule in rules)))
    print(f"figures {len(claims)}  named {named:.3f}  by a rule not broad {firm:.3f}")
    standing = Counter((same, room(a, b)) for same, a, b in pairs(questions.values()))
    for same in ("equal", "differ"):
        told = "  ".join(f"{each} {standing[same, each]}" for each in ROOMS)
        print(f"pairs of one question whose numbers {'are equal' if same == 'equal' else same}: {told}")
    if asked.split:
        _print_split(questions.values())
    if asked.unnamed:
        for (cluster, label), found in questions.items():
            for claim in (each for each in found if each.rule is None):
                print(f"{cluster} {label}: {{{claim.figure.number}}} {one_line(claim.figure.sentence_text)}")


def _print_split(questions: Iterable[list[Claim]]) -> None:
    split = Counter(
        (same, *sorted((a.type or "", b.type or "")))
        for same, a, b in pairs(questions)
        if room(a, b) in ("one family", "two rules")
    )
    for (same, one, other), count in split.most_common():
        print(f"{count:5} {same:6} {one}  {other}")


if __name__ == "__main__":
    main()

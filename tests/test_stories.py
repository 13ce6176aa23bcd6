"""Stories: which documents tell of one event, and that nothing else in a folder has a say in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.claims import claim_figures
from factcheck.comparing import Conflict, compare_groups
from factcheck.documents import Document, document_from_text
from factcheck.figures import extract_figures
from factcheck.grouping import group_claims
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.stories import Stories

BLAST = "The blast killed {n} people in Orlen on Saturday, police said.\n"
FERRY = (
    "Ferry sinks off Marlo island, {n} dead\n\n2024-03-05\n\nMARLO — A ferry sank off Marlo island on Monday in heavy "
    "seas, killing {n} people and injuring dozens, the coast guard said. The Orlanda Star went down in the strait.\n"
)
OTHERS = (
    "Budget vote delayed in Norrland\n\n2024-03-05\n\nNORRLAND — The assembly put off its vote on the budget of "
    "$4.5 billion, the speaker said. 12 members had left the chamber.\n",
    "Mine collapse in Torvald, 15 dead\n\n2024-03-05\n\nTORVALD — A copper mine caved in near Torvald on Monday, "
    "killing 15 people, the Kessler company said. Rescuers from Hallgard reached the shaft after nightfall.\n",
    "Hallgard harvest rots\n\n2024-03-05\n\nFarmers around Hallgard abandoned 40 orchards as pickers stayed away, and "
    "wholesalers auctioned 16 crates of bruised apricots on the quayside.\n",
    "Ferry fares rise\n\n2024-03-04\n\nThe Sundal ferry company raised its fares by 14% on Monday, to $16.\n",
)


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def documents_of(texts: Sequence[str], rules: Ruleset) -> list[Document]:
    return [
        document_from_text(text, f"{text[:9]}{at}.txt", id=f"{text[:9]}{at}", vocabulary=rules.vocabulary)
        for at, text in enumerate(texts)
    ]


def conflicts_of(documents: Sequence[Document], rules: Ruleset) -> tuple[Conflict, ...]:
    figures = [figure for each in documents for figure in extract_figures(each, rules.vocabulary).figures]
    claims = claim_figures(figures, rules)
    return compare_groups(group_claims(claims, rules.vocabulary), rules.vocabulary, claims=claims)


def told(conflicts: Sequence[Conflict], path: str) -> list[tuple[str, float, bool, list[str]]]:
    """What is said of the documents whose path starts so."""
    return [
        (each.relation, each.priority, each.likely, [claim.figure.id for claim in each.group.claims])
        for each in conflicts
        if each.group.claims[0].figure.document.path.startswith(path)
    ]


def test_two_one_line_files_about_one_thing_conflict(rules: Ruleset) -> None:
    found = conflicts_of(documents_of([BLAST.format(n=12), BLAST.format(n=14)], rules), rules)
    assert [(each.relation, each.likely) for each in found] == [("conflict", True)]


def test_two_one_line_files_about_two_things_do_not(rules: Ruleset) -> None:
    other = "A flood drowned 14 farmers near Torvald last month, the Kessler relief fund said.\n"
    assert not conflicts_of(documents_of([BLAST.format(n=12), other], rules), rules)


def test_what_else_lies_in_a_folder_changes_nothing(rules: Ruleset) -> None:
    ferry = documents_of([FERRY.format(n=n) for n in (14, 16, 16)], rules)
    alone = told(conflicts_of(ferry, rules), "Ferry sin")
    assert any(relation in ("conflict", "disputed", "update") for relation, *_ in alone)
    for count in range(1, len(OTHERS) + 1):
        folder = [*documents_of(OTHERS[:count], rules), *ferry]
        assert told(conflicts_of(folder, rules), "Ferry sin") == alone


def test_the_order_of_files_does_not_matter(rules: Ruleset) -> None:
    documents = documents_of([FERRY.format(n=14), *OTHERS, FERRY.format(n=16)], rules)
    stories, turned = Stories(documents, rules.vocabulary), Stories(documents[::-1], rules.vocabulary)
    assert turned.pairs() == sorted((5 - b, 5 - a) for a, b in stories.pairs())
    assert max(stories.pairs(), key=lambda pair: stories.odds(*pair)) == (0, 5)
    assert all(stories.odds(a, b) == turned.odds(5 - a, 5 - b) for a, b in stories.pairs())


def test_look_alikes_of_other_places_are_two_stories(rules: Ruleset) -> None:
    texts = ["6.0 magnitude quake hits Greece\n", "5.8 magnitude quake jolts Japan\n", "Quake of 6.1 hits Greece\n"]
    stories = Stories(documents_of(texts, rules), rules.vocabulary)
    assert stories.odds(0, 2) > stories.odds(0, 1) + 3

"""Grouping: which figures answer one question. Rows hold a group number beside the number that is meant."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from factcheck.claims import Claim, claim_figures
from factcheck.documents import document_from_text
from factcheck.figures import extract_figures
from factcheck.grouping import Grouping, group_claims
from factcheck.grouping.clustering import Clusters
from factcheck.grouping.linking import Linker
from factcheck.pairs.lists import linking_lists
from factcheck.pairs.table import probability
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.stories import Stories
from tests.claim_factories import day

FERRY = (
    "Ferry sinks off Marlo island, {a} dead\n\n2024-03-05\n\n"
    "MARLO — A ferry sank off Marlo island on Monday in heavy seas, killing {b} people and injuring dozens, "
    "the coast guard said. The Orlanda Star went down in the Marlo strait within minutes.\n"
)


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def claims_of(texts: Sequence[str], rules: Ruleset, published: str | None = "2024-03-05") -> list[Claim]:
    claims: list[Claim] = []
    for number, text in enumerate(texts, 1):
        date = day(published) if published else None
        document = document_from_text(text, f"{number:02}.txt", date, id=f"d{number}", vocabulary=rules.vocabulary)
        claims += claim_figures(extract_figures(document, rules.vocabulary).figures, rules)
    return claims


def groups_of(grouping: Grouping) -> list[list[str]]:
    """The numbers of each group, as written."""
    return [[claim.figure.number for claim in group.claims] for group in grouping.groups]


def grouped(texts: Sequence[str], rules: Ruleset) -> list[list[str]]:
    return groups_of(group_claims(claims_of(texts, rules), rules.vocabulary))


def test_the_toll_of_one_event_is_one_group(rules: Ruleset) -> None:
    texts = [FERRY.format(a="14", b="14"), FERRY.format(a="16", b="at least 16")]
    assert ["14", "14", "16", "16"] in grouped(texts, rules)


def test_killed_and_injured_are_two_groups(rules: Ruleset) -> None:
    texts = [FERRY.format(a="14", b="14"), FERRY.format(a="14", b="14")]
    assert sorted(grouped(texts, rules)) == [["14", "14", "14", "14"], ["dozens", "dozens"]]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The blast killed {12} soldiers and {12} civilians, the army said.", "one sentence"),
        ("The army lost {40} Norwegian drones. It shot down {45} Danish drones over the strait.", "nations"),
        ("The fire killed {9} people. Among the dead were {4} children.", "children"),
        (
            "In 2004, a ferry disaster in the strait killed {230} people. Monday's sinking killed {23} people.",
            "background",
        ),
    ],
)
def test_what_is_kept_apart(text: str, apart: str, rules: Ruleset) -> None:
    wanted = re.findall(r"{(.*?)}", text)
    plain = text.replace("{", "").replace("}", "")
    claims = claims_of([f"News of the day\n\n{plain}\n"], rules)
    assert [claim.figure.number for claim in claims if claim.figure.number in wanted] == wanted
    groups = groups_of(group_claims(claims, rules.vocabulary))
    assert [numbers for numbers in groups if set(wanted) <= set(numbers)] == [], apart
    told_twice = claims_of([f"News of the day\n\n{plain}\n"] * 2, rules)
    assert len(groups_of(group_claims(told_twice, rules.vocabulary))) >= 2, "each with its twin in another text"


def test_different_stories_never_meet(rules: Ruleset) -> None:
    ferry = FERRY.format(a="14", b="14")
    mine = (
        "Mine collapse in Torvald, 15 dead\n\n2024-03-05\n\n"
        "TORVALD — A copper mine caved in near Torvald on Monday, killing 15 people, the Kessler company said. "
        "Rescuers from Hallgard reached the shaft after nightfall.\n"
    )
    groups = grouped([ferry, mine], rules)
    assert {"14", "15"} <= {number for numbers in groups for number in numbers}
    assert [numbers for numbers in groups if {"14", "15"} <= set(numbers)] == []


def test_the_order_of_claims_does_not_matter(rules: Ruleset) -> None:
    claims = claims_of([FERRY.format(a=n, b=f"at least {n}") for n in (14, 16, 16, 21)], rules)
    first = group_claims(claims, rules.vocabulary)
    shuffled = list(claims)
    random.Random(7).shuffle(shuffled)
    second = group_claims(shuffled, rules.vocabulary)
    assert groups_of(first) == groups_of(second)
    assert [group.confidence for group in first.groups] == [group.confidence for group in second.groups]


def test_every_link_has_a_waterfall_that_adds_up(rules: Ruleset) -> None:
    grouping = group_claims(
        claims_of([FERRY.format(a="14", b="14"), FERRY.format(a="16", b="16")], rules), rules.vocabulary
    )
    links = [link for group in grouping.groups for link in group.links]
    assert links
    for link in links:
        bits = sum(step.weight for step in link.evidence)
        assert link.veto is not None or link.probability == pytest.approx(probability(bits))
        assert all(step.level for step in link.evidence)


def test_kept_apart_is_explained(rules: Ruleset) -> None:
    claims = claims_of(["News\n\nThe fire killed 12 people, including 5 children.\n"], rules)
    link = Linker(claims, rules.vocabulary).link(claims[0], claims[1])
    assert link.veto == "one is a part of the other"
    assert link.probability == 0


@pytest.mark.parametrize(
    ("sentence", "partial"),
    [
        ("Of the people on board, 14 are Finns.", True),
        ("Of those hurt, 14 were flown out.", True),
        ("But of its crew, 14 are Finns.", True),
        ("The ferry carried 14 Finns.", False),
        ("Of late, 14 Finns were hurt.", False),
    ],
)
def test_some_of_a_whole_that_leads_the_sentence(sentence: str, partial: bool, rules: Ruleset) -> None:
    claims = claims_of([f"News\n\nThe ferry had 20 people on board.\n\n{sentence}\n"], rules)
    steps = Linker(claims, rules.vocabulary).link(claims[0], claims[-1]).evidence
    assert (("sets", "one partial") in {(step.part, step.level) for step in steps}) is partial


def test_a_number_beside_zero_is_weighed(rules: Ruleset) -> None:
    claims = claims_of(["The levy of 1.25 euros was paid.\n", "The levy of 0 euros was paid.\n"], rules)
    assert Linker(claims, rules.vocabulary).link(*claims).evidence


def test_statistics_count_pairs(rules: Ruleset) -> None:
    grouping = group_claims(claims_of([FERRY.format(a="14", b="14")], rules), rules.vocabulary)
    assert grouping.statistics["claims"] >= 3
    assert grouping.statistics["pairs compared"] >= grouping.statistics["pairs kept apart"] > 0


def test_nothing_to_group(rules: Ruleset) -> None:
    assert group_claims([], rules.vocabulary).groups == ()


@pytest.mark.parametrize(
    ("bits", "vetoed", "expected"),
    [
        ({(0, 1): 3.0, (1, 2): 3.0, (0, 2): 3.0}, set(), [(0, 1, 2)]),
        ({(0, 1): 3.0, (1, 2): 2.0}, {(0, 2)}, [(0, 1)]),
        ({(0, 1): -1.0}, set(), []),
        ({(0, 1): 2.0, (2, 3): 2.0, (1, 2): -4.0}, set(), [(0, 1), (2, 3)]),
    ],
)
def test_clusters(
    bits: dict[tuple[int, int], float], vetoed: set[tuple[int, int]], expected: list[tuple[int, ...]]
) -> None:
    found = Clusters(bits, frozenset(vetoed), 0.0).run()
    assert [cluster.members for cluster in found] == expected


def test_names_that_another_article_leads_with_are_of_the_story(rules: Ruleset) -> None:
    texts = [FERRY.format(a="14", b="14"), FERRY.format(a="16", b="16").replace("\n\n", " off Brenholm\n\n", 1)]
    documents = [
        document_from_text(t, f"{i}.txt", id=f"d{i}", vocabulary=rules.vocabulary) for i, t in enumerate(texts)
    ]
    assert "brenholm" in Stories(documents, rules.vocabulary).known(0)
    assert "brenholm" not in Stories(documents[:1], rules.vocabulary).known(0)


RETURNED = (
    "Marlo pays out\n\nThe shipping group Marlo Lines will return $500m (£350m) to its shareholders, it said on Monday."
)
CASH = "Cash for owners\n\nHolders of shares in Marlo Lines, a shipping group, {} back, it was announced."


def test_what_one_amount_is_given_as_again_is_one_question(rules: Ruleset) -> None:
    assert ["£350m", "£266m"] in grouped([RETURNED, CASH.format("get $500m (£266m)")], rules)


def test_what_two_amounts_are_given_as_is_not(rules: Ruleset) -> None:
    assert ["£350m", "£266m"] not in grouped([RETURNED, CASH.format("paid a tax of $410m (£266m)")], rules)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("rebel", "fighter", False),  # two words for one thing
        ("plane", "jet", False),
        ("child", "girl", False),  # one holds the other
        ("vehicle", "truck", False),
        ("soldier", "civilian", True),
        ("soldier", "officer", False),
        ("soldier", "policeman", True),  # though an officer may be either
        ("plane", "helicopter", True),  # though both are aircraft
        ("boy", "girl", True),
        ("truck", "bus", True),
    ],
)
def test_what_nothing_can_be_at_once(one: str, other: str, apart: bool, rules: Ruleset) -> None:
    lists = linking_lists(rules.vocabulary)
    assert lists.exclude(one, other) is lists.exclude(other, one) is apart

"""The scope of a claim, as its rule gives it: known and different is apart, left out is a check or forgiven."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from factcheck.claims import Claim
from factcheck.comparing import Comparison, compare
from factcheck.comparing.doubts import why_unsure
from factcheck.context.model import Action, Counted, Mention, Place
from factcheck.context.registry import ScopeKey
from factcheck.pairs.differences import differences
from factcheck.ruleset import ClaimType
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim

EVERY: tuple[ScopeKey, ...] = ("when", "place", "actor", "target", "qualifiers")


def reported(text: str, outlet: str, parts: dict[str, Any]) -> Claim:
    """A report of one day that gives some parts of its scope."""
    given = dict(parts)
    words = given.pop("counted", "drones").split()
    counted = Counted(" ".join(words), words[-1].rstrip("s"), tuple(word.lower() for word in words[:-1]))
    for part in ("actor", "target"):
        if part in given:
            given[part] = Mention(given[part], given[part].lower())
    place = given.pop("place", None)
    made = claim(text, outlet=outlet, published="2031-03-06", about=given.pop("when", None), **given)
    context = replace(made.figure.context, counted=counted, place=Place(*place) if place else None)
    return replace(made, figure=replace(made.figure, context=context))


def judged(
    a: dict[str, Any], b: dict[str, Any], scope: tuple[ScopeKey, ...] | None, may_miss: tuple[ScopeKey, ...] = ()
) -> Comparison:
    rule = ClaimType("How many?", scope=scope, may_miss=may_miss)
    # A name is one where the text has it inside a sentence too.
    one = replace(reported("They sent {12} by night, the Nordia Line told us.", "Herald", a), rule=rule)
    other = replace(reported("In all {19} were sent. So says the Kestrel Company.", "Courier", b), rule=rule)
    return compare(one, other, default_vocabulary())


FULL = {
    "when": "2031-03-05",
    "place": ("Kyiv", ("Ukraine",)),
    "actor": "Russia",
    "target": "Ukraine",
    "counted": "Russian drones",
}


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        ("when", "2031-03-04", "one is about 5 March 2031, the other about 4 March 2031"),
        ("place", ("Warsaw", ("Poland",)), "one is about Kyiv, the other about Warsaw"),
        ("actor", "Ukraine", "one names Russia as who did it, the other Ukraine"),
        ("actor", "Ukrainian forces", "one names Russia as who did it, the other Ukrainian forces"),
        ("target", "the Polish border", "one is aimed at Ukraine, the other at Polish border"),
        ("counted", "Ukrainian drones", "one counts Russian drones, the other Ukrainian drones"),
    ],
)
def test_what_is_known_and_different_is_never_a_conflict(part: str, value: Any, says: str) -> None:
    found = judged(FULL, {**FULL, part: value}, EVERY, EVERY)
    assert (found.relation, found.nature) == ("compatible", "apart")
    assert found.reason == f"“12” in Herald and “19” in Courier are not compared: {says}."
    key: ScopeKey = "qualifiers" if part == "counted" else part  # type: ignore[assignment]
    without = tuple(each for each in EVERY if each != key)
    assert judged(FULL, {**FULL, part: value}, without, without).relation == "conflict"  # no part of the scope


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("place", ("Kyiv", ("Ukraine",))),
        ("actor", "the Russian army"),  # of the same nation
        ("actor", "Moscow"),
        ("actor", "the strike"),  # says who did it, but names nobody
        ("target", "Ukrainian towns"),
        ("target", "Kyiv"),
    ],
)
def test_the_same_in_other_words_is_the_same(part: str, value: Any) -> None:
    assert judged(FULL, {**FULL, part: value}, EVERY).relation == "conflict"


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        ("actor", ("the Nordia Line", "the Kestrel Company"), "one names Nordia Line as who did it, the other Kestrel"),
        ("target", ("steel", "cars"), "one is aimed at steel, the other at cars"),
        ("counted", ("attack drones", "naval drones"), "one counts attack drones, the other naval drones"),
    ],
)
def test_unlike_words_that_may_mean_one_thing_are_a_check(part: str, value: tuple[str, str], says: str) -> None:
    found = judged({**FULL, part: value[0]}, {**FULL, part: value[1]}, EVERY, EVERY)
    assert found.relation == "check"
    assert says in found.reason


def test_a_copied_passage_about_another_thing_is_no_miscopied_number() -> None:
    """ "The country imposed a tariff of 25% on steel", and of 10% on cars."""
    rule = ClaimType("How high?", scope=("target",), may_miss=("target",))
    text = "The country on Friday imposed a new tariff of {%s} on imported %s from all its partners."
    one = replace(reported(text % (25, "steel"), "Herald", {"target": "imported steel"}), rule=rule)
    for goods, relation in (("cars", "check"), ("steel", "conflict")):
        other = replace(reported(text % (19, goods), "Courier", {"target": goods}), rule=rule)
        found = compare(one, other, default_vocabulary())
        assert found is not None
        assert found.relation == relation


MISSING = [
    ("when", None, "one is about 5 March 2031, the other’s sentence names no day"),
    ("place", None, "one is about Kyiv, the other’s sentence names no place"),
    ("place", ("Ukraine", ()), "one is about Kyiv, the other about Ukraine"),
    ("actor", None, "one names Russia as who did it, the other nobody"),
    ("target", None, "one is aimed at Ukraine, the other does not say at whom or what"),
    ("qualifiers", "drones", "one counts Russian drones, the other drones"),
]


@pytest.mark.parametrize(("part", "value", "says"), MISSING)
def test_what_one_text_leaves_out_is_a_check_unless_forgiven(part: ScopeKey, value: Any, says: str) -> None:
    key = "counted" if part == "qualifiers" else part
    other = {**FULL, key: value} if value else {name: each for name, each in FULL.items() if name != key}
    found = judged(FULL, other, EVERY)
    assert found.relation == "check"
    assert found.reason.endswith(f"differ, but may not be about the same thing: {says}.")
    assert judged(FULL, other, EVERY, (part,)).relation == "conflict"
    assert judged(FULL, other, tuple(each for each in EVERY if each != part)).relation == "conflict"


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("when", "neither sentence names a day"),
        ("place", "neither sentence names a place"),
        ("actor", "neither says who did it"),
        ("target", "neither says at whom or what it is aimed"),
    ],
)
def test_what_both_leave_out_is_a_check_too(part: ScopeKey, says: str) -> None:
    both = {name: each for name, each in FULL.items() if name != part}
    found = judged(both, both, EVERY)
    assert found.relation == "check"
    assert says in found.reason


@pytest.mark.parametrize(("role", "relation"), [("subject", "conflict"), ("object", "check")])
def test_who_are_counted_as_doers_need_no_other_doer(role: Literal["subject", "object"], relation: str) -> None:
    """ "Twelve drivers protested": the counted did it."""
    rule = ClaimType("How many protested?", scope=("actor",))
    both = []
    for text, outlet in (("They say {12} drivers protested.", "Herald"), ("In all, {19} of them came.", "Courier")):
        made = reported(text, outlet, {"counted": "drivers"})
        context = replace(made.figure.context, action=Action("protest", role=role))
        both.append(replace(made, rule=rule, figure=replace(made.figure, context=context)))
    one, other = both
    found = compare(one, other, default_vocabulary())
    assert found.relation == relation


def test_every_missing_part_is_named() -> None:
    found = judged(FULL, {"counted": "Russian drones"}, EVERY)
    assert found.reason.endswith(
        "one is about 5 March 2031, the other’s sentence names no day; "
        "one is about Kyiv, the other’s sentence names no place; "
        "one names Russia as who did it, the other nobody; "
        "one is aimed at Ukraine, the other does not say at whom or what."
    )


KYIV = {"about": "2031-03-05", "place": "Kyiv"}


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ({}, {}, "neither sentence names a day or a place"),
        ({"place": "Kyiv"}, {"place": "Kyiv"}, "neither sentence names a day"),
        (
            {"about": "2031-03-05", "place": "Kyiv"},
            {"about": "2031-03-05", "place": "Kyiv"},
            "what is told around them",
        ),
        ({"place": "Kyiv"}, {}, "one is about Kyiv, the other’s sentence names no place"),
        ({"counted": "officers"}, {"counted": "city officers"}, "one counts officers, the other city officers"),
        ({"counted": "rainfall"}, {"counted": "rain"}, "one counts rainfall, the other rain"),
        ({"action": "hospitalize"}, {"action": "injure"}, "one says “hospitalize”, the other “injure”"),
        ({"action": "injure", "speaker": "The mayor"}, {"action": "injure", "speaker": "The army"}, "neither sentence"),
        (
            {"counted": "shares", "place": "Kyiv"},
            {"counted": "bonds"},
            "one counts shares, the other bonds; one is about Kyiv, the other’s sentence names no place",
        ),
    ],
)
def test_what_may_set_two_apart_is_named(one: dict[str, Any], other: dict[str, Any], says: str) -> None:
    a, b = claim("There were {12} of them.", **one), claim("In all {19} of them.", **other)
    found = why_unsure(a, b, differences(a.figure, b.figure, default_vocabulary()))
    assert found.startswith(says)
    assert (";" in found) == (";" in says)


@pytest.mark.parametrize(
    ("scope", "may_miss", "relation"),
    [
        (None, (), "conflict"),  # a claim that gives neither lets all be left out
        (None, ("place",), "check"),  # the day is of the scope, and not among those that may be missing
        (None, ("when", "place"), "conflict"),
        ((), (), "conflict"),
        (("when", "place"), (), "check"),
    ],
)
def test_what_a_rule_leaves_unsaid(
    scope: tuple[ScopeKey, ...] | None, may_miss: tuple[ScopeKey, ...], relation: str
) -> None:
    assert judged(FULL, {"counted": "Russian drones"}, scope, may_miss).relation == relation


@pytest.mark.parametrize(("scope", "relation"), [(None, "compatible"), ((), "conflict")])
def test_without_a_scope_the_day_and_the_place_count(scope: tuple[ScopeKey, ...] | None, relation: str) -> None:
    other = {**FULL, "place": ("Warsaw", ("Poland",))}
    assert judged(FULL, other, scope).relation == relation


def test_figures_without_a_rule_are_kept_apart_by_day_and_place() -> None:
    one = reported("A bus drove {12} times.", "Herald", {"place": ("Riga", ("Latvia",))})
    other = reported("It went there {19} times.", "Courier", {"place": ("Warsaw", ("Poland",))})
    found = compare(one, other, default_vocabulary())
    assert found.nature == "apart"


def test_a_count_that_goes_on_is_an_update_from_day_to_day() -> None:
    one = claim("killing {12} people", type="casualties.killed", about="2031-03-04", published="2031-03-04")
    other = claim("killing {19} people", type="casualties.killed", about="2031-03-05", published="2031-03-05")
    found = compare(one, other, default_vocabulary())
    assert found.relation == "update"


def test_equal_numbers_agree_whatever_their_scope() -> None:
    one = claim("killing {12} people", place="Riga", outlet="Herald")
    other = claim("killing {12} people", place="Warsaw", outlet="Courier")
    found = compare(one, other, default_vocabulary())
    assert found.relation == "agree"

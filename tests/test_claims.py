"""Figures to claims: which rule takes a figure, what it asks, and what becomes of figures that no rule takes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.claims import Claim, stopped_patterns
from factcheck.claims.coverage import count_hits, find_changes, pair_figures
from factcheck.claims.questions import participle, past, plural_phrase
from factcheck.claims.skeleton import marked, skeleton
from factcheck.claims.tracing import try_rules
from factcheck.examples import paragraph, read_marked
from factcheck.figures import Figure, extract_figures
from factcheck.ruleset import Ruleset, load_ruleset

SHIPPED = load_ruleset()


def figures(text: str, ruleset: Ruleset = SHIPPED) -> tuple[Figure, ...]:
    return extract_figures(paragraph(text, ruleset), ruleset.vocabulary).figures


def claim_of(text: str, ruleset: Ruleset = SHIPPED) -> Claim:
    found = read_marked(text, ruleset)
    assert isinstance(found, Claim), found
    return found


def rules(tmp_path: Path, text: str) -> Ruleset:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    ruleset = load_ruleset(tmp_path)
    assert not ruleset.problems
    return ruleset


@pytest.mark.parametrize(
    ("text", "claim", "question"),
    [
        ("The landslide killed {14} villagers.", "casualties.killed", "How many villagers were killed?"),
        ("At least {30} died in the blast.", "casualties.killed", "How many people were killed?"),
        ("There were {12} deaths that night.", "casualties.killed", "How many people were killed?"),
        ("The army downed {17} of 25 drones.", "drones.downed", "How many drones were shot down?"),
        ("The army downed 17 of {25} drones.", "drones.launched", "How many drones were launched?"),
        ("They proposed a {45-day} truce.", "ceasefire.length", "How long is the ceasefire meant to last?"),
        ("The bill has {61} co-sponsors.", "legislation.cosponsors", "How many co-sponsors does the bill have?"),
        ("They put a duty of {35%} on steel.", "tariffs.rate", "How high is the tariff on steel?"),
        ("The council voted {26}-21 to close the pool.", "votes.cast", "How many yes votes were cast?"),
    ],
)
def test_a_rule_takes_a_figure_and_asks_its_question(text: str, claim: str, question: str) -> None:
    found = claim_of(text)
    assert (found.type, found.question) == (claim, question)
    assert found.rule is not None
    assert found.block[0] == claim


@pytest.mark.parametrize(
    ("text", "question", "block"),
    [
        ("The gardener planted {340} tulips.", "How many tulips were planted?", ("tulip", "plant", "count")),
        ("{Eleven} choirs sang in the square.", "How many choirs sang?", ("choir", "sing", "count")),
        ("The museum shows {19} clocks.", "How many clocks?", ("clock", "show", "count")),
        ("The guests sat at {12} tables.", "How many tables?", ("table", "sit", "count")),
        ("The pact was negotiated in {two} capitals.", "How many capitals?", ("capital", "negotiate", "count")),
        ("{Nine} bakers created a fund.", "How many bakers?", ("baker", "create", "count")),
        ("The clerk painted about {nine} benches.", "How many benches were painted?", ("bench", "paint", "count")),
        ("Their {three-hour} naps did them good.", "How long were naps?", ("nap", "do", "duration")),
        ("They had {three} 'hedgehogs' in the yard.", "How many hedgehogs?", ("hedgehog", "have", "count")),
        ("Her {three-hour} nap did her good.", "How long was the nap?", ("nap", "do", "duration")),
    ],
)
def test_a_figure_no_rule_takes_is_a_generic_claim(text: str, question: str, block: tuple[str, ...]) -> None:
    found = claim_of(text)
    assert (found.type, found.rule) == (None, None)
    assert found.question == question
    assert found.block == block


BOATS = """\
[claim.boats.sunk]
question = "How many {counted|boats} sank?"
counted = ["skiff~"]
done_to = ["sink~"]
match = ["The gale sank {12} skiffs."]
"""


def test_what_happened_is_asked_in_its_role(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS)
    assert claim_of("The gale sank {12} skiffs.", ruleset).type == "boats.sunk"
    assert claim_of("The gale lifted {12} skiffs.", ruleset).type != "boats.sunk"


def test_unsaid_is_no_licence_for_other_things(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS.replace("skiff~", "skipper~").replace("skiffs", "skippers") + "unsaid = true\n")
    assert claim_of("The gale sank {12} skippers.", ruleset).type == "boats.sunk"
    assert claim_of("The gale sank {12} rafts.", ruleset).type != "boats.sunk"


def test_of_two_rules_the_one_of_higher_precedence_takes_the_figure(tmp_path: Path) -> None:
    other = BOATS.replace("boats.sunk", "boats.lost")
    assert claim_of("The gale sank {12} skiffs.", rules(tmp_path, BOATS + other)).type == "boats.sunk"
    preferred = other + "precedence = 1\n"
    assert claim_of("The gale sank {12} skiffs.", rules(tmp_path, BOATS + preferred)).type == "boats.lost"


def test_of_two_rules_the_one_that_asks_more_is_meant(tmp_path: Path) -> None:
    red = BOATS.replace("boats.sunk", "boats.red").replace("{12} skiffs", "{12} red skiffs") + 'qualifiers = ["red"]\n'
    ruleset = rules(tmp_path, BOATS + red)
    assert claim_of("The gale sank {12} red skiffs.", ruleset).type == "boats.red"
    assert claim_of("The gale sank {12} old skiffs.", ruleset).type == "boats.sunk"


NEAR = """\
[claim.fees.entry]
question = "How much is the entry fee?"
kind = ["money"]
near = ["entry"]
match = ["The entry costs {$12}."]

[claim.fees.guide]
question = "How much is the guide?"
kind = ["money"]
near = ["tour guide"]
match = ["A tour guide costs {$9}."]
"""


def test_of_two_near_words_the_nearer_is_meant(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, NEAR)
    text = "The entry costs {}, and on some days a tour guide is {}."
    assert claim_of(text.format("{$12}", "$9"), ruleset).type == "fees.entry"
    assert claim_of(text.format("$12", "{$9}"), ruleset).type == "fees.guide"


def test_a_number_out_of_bounds_is_something_else(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + "high = 100\n")
    assert claim_of("The gale sank {12} skiffs.", ruleset).type == "boats.sunk"
    assert claim_of("The gale sank {1,200} skiffs.", ruleset).type != "boats.sunk"


def test_another_way_to_say_it_has_words_of_its_own_and_the_bounds_of_the_claim(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + 'high = 100\nalso = [{ counted = ["raft~"], near = ["lost"] }]\n')
    assert claim_of("We counted {12} rafts as lost.", ruleset).type == "boats.sunk"
    assert claim_of("We counted {1,200} rafts as lost.", ruleset).type != "boats.sunk"
    assert claim_of("We counted {12} rafts.", ruleset).type != "boats.sunk"


def test_an_evil_pattern_is_stopped_named_and_given_up(tmp_path: Path) -> None:
    # The check on loading knows its own letters only; what it lets pass is stopped on the text.
    evil = "near = [\"re:'^([a-z ]|[a-z])+$'\"]\n"
    (tmp_path / "mine.toml").write_text(BOATS + evil, encoding="utf-8")
    ruleset = load_ruleset(tmp_path)
    text = "The gale sank {12} skiffs " + "and it blew on and on " * 6 + "in 1984."
    assert claim_of(text, ruleset).type != "boats.sunk"
    told = [*map(str, ruleset.problems), *map(str, stopped_patterns(ruleset))]
    assert any("takes too long and was stopped" in line and "mine.toml:" in line for line in told)


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("Russian bomber", "bomber", "Russian bombers"),
        ("Russian bombers", "bomber", "Russian bombers"),
        ("city of light", "city", "cities of light"),
        ("person", "person", "people"),
        ("child", "child", "children"),
        ("aircraft", "aircraft", "aircraft"),
    ],
)
def test_plurals(words: str, head: str, expected: str) -> None:
    assert plural_phrase(words, head) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("kill", ("killed", "killed")),
        ("take", ("took", "taken")),
        ("flee", ("fled", "fled")),
        ("stop", ("stopped", "stopped")),
        ("deploy", ("deployed", "deployed")),
        ("carry", ("carried", "carried")),
        ("lay-off", ("laid off", "laid off")),
    ],
)
def test_verb_forms(verb: str, expected: tuple[str, str]) -> None:
    assert (past(verb), participle(verb)) == expected


def test_the_trace_ends_at_the_first_step_that_failed(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + 'near = ["gale"]\n')
    [figure] = figures("The gale lifted 12 skiffs.", ruleset)
    [attempt] = [attempt for attempt in try_rules(figure, ruleset) if attempt.claim.name == "boats.sunk"]
    assert [(step.name, step.passed) for step in attempt.steps] == [("kind", True), ("words", False)]
    assert attempt.steps[-1].says == 'counted is "skiffs", as asked; what is done to them is "lift", not sink~'
    assert not attempt.matched


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Ten boats will take part in the race.", ['done_by = ["take~ part"]']),
        ("The closure lasted 35 days.", ['kind = ["duration"]']),
        ("The tower is 300 metres high.", ['kind = ["length"]']),
        ("Its power is 40 megawatts.", ['kind = ["power"]', 'unit = ["megawatt"]']),
    ],
)
def test_a_skeleton_asks_for_no_more_than_it_must(sentence: str, lines: list[str]) -> None:
    [figure] = figures(sentence)
    text = skeleton(figure, SHIPPED.vocabulary)
    assert [line.partition("  #")[0] for line in text.splitlines() if line[:4] in ("kind", "unit", "done")][
        : len(lines)
    ] == lines


def test_a_skeleton_is_a_rule_that_matches_its_sentence(tmp_path: Path) -> None:
    [figure] = figures("Vandals felled 31 lindens in the park.")
    text = skeleton(figure, SHIPPED.vocabulary, "parks.felled")
    ruleset = rules(tmp_path, text)
    claim = ruleset.claim("parks.felled")
    assert claim is not None
    assert claim.matches[0].text == "Vandals felled {31} lindens in the park." == marked(figure)
    assert claim_of(claim.matches[0].text, ruleset).type == "parks.felled"


def test_coverage_counts_hits_overlaps_and_the_rest(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + BOATS.replace("boats.sunk", "boats.lost"))
    coverage = count_hits(figures("The gale sank 12 skiffs. The gardener planted 340 tulips.", ruleset), ruleset)
    assert coverage.figures == 2
    assert coverage.hits == (("boats.sunk", 1),)
    assert coverage.overlaps == ((("boats.sunk", "boats.lost"), 1),)
    assert [figure.number for figure in coverage.unclaimed] == ["340"]


def test_changes_of_an_edit(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS)
    found = figures("The gale sank 12 skiffs. It killed nine people.")
    [change] = find_changes(pair_figures(found, found), SHIPPED, ruleset)
    assert (change.figure.number, change.old, change.new) == ("12", None, "boats.sunk")


def test_a_rule_may_widen_about(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + "tolerance = 0.5\n")
    quantity = claim_of("The gale sank {about 100} skiffs.", ruleset).figure.quantity
    assert (quantity.hard.low, quantity.hard.high) == (Decimal(50), Decimal(150))
    assert (quantity.typical.low, quantity.typical.high) == (Decimal(75), Decimal(125))
    exact = claim_of("The gale sank {112} skiffs.", ruleset).figure.quantity
    assert (exact.hard.low, exact.hard.high) == (Decimal(112), Decimal(112))


def test_a_rule_may_say_that_its_numbers_are_never_rounded(tmp_path: Path) -> None:
    ruleset = rules(tmp_path, BOATS + "rounding = false\n")
    quantity = claim_of("The gale sank {1,200} skiffs.", ruleset).figure.quantity
    assert (quantity.hard.low, quantity.hard.high) == (Decimal(1200), Decimal(1200))
    loose = claim_of("The gale sank {1,200} skiffs.", rules(tmp_path, BOATS)).figure.quantity
    assert loose.hard.low is not None
    assert loose.hard.low < 1200

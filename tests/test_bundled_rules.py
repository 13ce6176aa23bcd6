"""The rules that come with the tool: their own examples, their style, and what they do on the labelled articles."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest

from factcheck.claims import Claim, claim_figures
from factcheck.claims.facts import Facts
from factcheck.claims.matching import matcher
from factcheck.documents import read_documents
from factcheck.examples import read_marked, run_examples
from factcheck.figures import extract_figures
from factcheck.ruleset import ClaimType, load_ruleset

RULESET = load_ruleset()
SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dev"

NAMED_FLOOR = 0.9  # share of labelled figures that some rule takes
RIGHT_FLOOR = 0.77  # share of those whose rule is of the labelled kind


def test_there_are_enough_of_them() -> None:
    assert len(RULESET.claims) >= 60
    assert len({claim.path for claim in RULESET.claims}) >= 15


def test_every_example_comes_out_as_it_says() -> None:
    results = list(run_examples(RULESET))
    assert len(results) >= 2 * len(RULESET.claims)
    failed = [result for result in results if result.failed]
    assert [(result.claim.name, result.example, result.says) for result in failed] == []


@pytest.mark.parametrize("claim", RULESET.claims, ids=lambda claim: claim.name)
def test_every_rule_has_an_example_and_a_near_miss(claim: ClaimType) -> None:
    assert claim.matches
    assert claim.no_match
    assert claim.question.endswith("?")
    assert "." in claim.name


def test_every_near_miss_says_why_and_no_sentence_is_used_twice_in_a_rule() -> None:
    for claim in RULESET.claims:
        texts = [*(match.text for match in claim.matches), *(near_miss.text for near_miss in claim.no_match)]
        assert len(set(texts)) == len(texts), claim.name


def test_the_index_hides_no_rule() -> None:
    """Looking up a few rules finds what trying all of them would."""
    rules = matcher(RULESET)
    matches = [example.text for claim in RULESET.claims for example in claim.matches]
    near_misses = [example.text for claim in RULESET.claims for example in claim.no_match]
    looked_up = 0
    for text in (*matches, *near_misses):
        found = read_marked(text, RULESET)
        if isinstance(found, str):
            continue
        looked_up += 1
        facts = Facts(found.figure)
        every = {rule.order for rule in rules.rules if facts.kind in rule.claim.kind and rule.matches(facts)}
        assert {rule.order for rule in rules.candidates(facts) if rule.matches(facts)} == every, text
    assert looked_up > len(matches) / 2


@pytest.mark.parametrize(
    ("article", "number", "name"),
    [
        ("000", "three", "war.duration"),
        ("000", "second", "talks.round"),
        ("000", "four", "talks.parties"),
        ("001", "30", "ceasefire.length"),
        ("001", "tens of thousands", "casualties.killed"),
        ("002", "just over two", "talks.gap"),
        ("002", "162", "drones.downed"),
        ("002", "52", "drones.downed"),
        ("002", "80", "drones.launched"),
        ("002", "472", "drones.launched"),
        ("002", "500%", "tariffs.rate"),
        ("002", "82", "legislation.cosponsors"),
        ("002", "up to 40", "aircraft.destroyed"),
        ("002", "a few", "aircraft.destroyed"),
        ("002", "12", "casualties.killed"),
        ("002", "over 60", "casualties.injured"),
        ("002", "seven", "missiles.launched"),
        ("002", "11", "displacement.evacuated"),
        ("003", "30, 50 or 100", "ceasefire.length"),
        ("003", "millions", "displacement.displaced"),
        ("003", "more than three", "talks.gap"),
        ("003", "dozens", "drones.launched"),
        ("004", "1,000", "prisoners.exchanged"),
        ("004", "nine", "casualties.killed"),
        ("004", "five", "casualties.injured"),
    ],
)
def test_figures_of_the_sample_articles(article: str, number: str, name: str) -> None:
    assert name in {claim.type for claim in _sample(article) if claim.figure.text.lower() == number}


@functools.cache
def _sample(article: str) -> tuple[Claim, ...]:
    documents, _ = read_documents([*sorted(SEEDS.glob(f"{article}_*.txt"))])
    figures = [figure for document in documents for figure in extract_figures(document, RULESET.vocabulary).figures]
    return claim_figures(figures, RULESET)


def _labelled() -> list[tuple[str, Claim]]:
    """Each labelled figure that is found: the label's kind of claim and the claim it became."""
    found = []
    for path in sorted(GOLD.glob("*/gold.json")):
        documents, _ = read_documents([path.parent / "docs"])
        claims = {
            Path(document.path).name: claim_figures(extract_figures(document, RULESET.vocabulary).figures, RULESET)
            for document in documents
        }
        texts = {Path(document.path).name: document.text for document in documents}
        for label in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            for figure in label["figures"]:
                at = texts[figure["doc"]].index(figure["quote"])
                at += figure["quote"].index(figure["surface"]) + figure["surface"].index(figure["number"])
                claim = next((c for c in claims[figure["doc"]] if _covers(c, at, len(figure["number"]))), None)
                if claim is not None:
                    found.append((label["type"], claim))
    return found


def _covers(claim: Claim, start: int, length: int) -> bool:
    number = claim.figure.quantity.number
    return number.start < start + length and start < number.stop


# What a labeller's kind of claim may be called here, by the longest prefix of its name.
KINDS: dict[str, str] = json.loads((Path(__file__).parent / "corpora" / "label_kinds.json").read_text(encoding="utf-8"))


def _right(label: str, name: str) -> bool:
    prefix = max((known for known in KINDS if label.startswith(known)), key=len, default="")
    return name in KINDS.get(prefix, "").split()


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled articles (../shared/gold) are not here")
def test_labelled_figures_get_a_rule_and_the_right_one() -> None:
    labelled = _labelled()
    named = [(label, claim.type) for label, claim in labelled if claim.type is not None]
    right = sum(_right(label, name) for label, name in named)
    assert len(named) / len(labelled) >= NAMED_FLOOR
    assert right / len(named) >= RIGHT_FLOOR

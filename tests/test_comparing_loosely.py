"""Numbers of one article that differ and contradict nothing: loose words, headlines that round; with near-misses."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare, compare_groups
from factcheck.grouping import ClaimGroup
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim, document


@pytest.mark.parametrize(
    ("a", "b", "speakers", "relation"),
    [
        ("hundreds of", "thousands of", (None, None), "compatible"),
        ("hundreds of", "thousands of", ("Ana Brekke", "Ana Brekke"), "compatible"),
        ("hundreds of", "thousands of", ("Ana Brekke", "Jon Moe"), "disputed"),
        ("hundreds of", "40", (None, None), "conflict"),
    ],
)
def test_loose_words_of_one_article(a: str, b: str, speakers: tuple[str | None, str | None], relation: str) -> None:
    first, second = f"The floods drowned {a} cattle.", f"They have drowned {b} cattle in all."
    home = document(f"{first} {second}")
    one = claim(first.replace(a, f"{{{a}}}"), inside=home, speaker=speakers[0], counted="cattle", action="drown")
    two = claim(second.replace(b, f"{{{b}}}"), inside=home, speaker=speakers[1], counted="cattle", action="drown")
    found = compare(one, two, default_vocabulary())
    assert found.relation == relation, found.reason


@pytest.mark.parametrize(
    ("headline", "body", "relation"),
    [
        ("20%", "21.1%", "compatible"),
        ("20%", "19 percent", "compatible"),
        ("20%", "27%", "conflict"),
        ("22%", "23.4%", "conflict"),
        ("20", "21", "conflict"),  # people are counted, not rounded
    ],
)
def test_a_headline_rounds_a_share(headline: str, body: str, relation: str) -> None:
    title, text = f"Floods reach {headline} of farms", f"The floods have reached {body} of all farms."
    home = document(f"{title}\n\n{text}")
    one = claim(title.replace(headline, f"{{{headline}}}"), inside=home, voice="headline", action="reach")
    two = claim(text.replace(body, f"{{{body}}}"), inside=home, action="reach")
    found = compare(one, two, default_vocabulary())
    assert found.relation == relation, found.reason


@pytest.mark.parametrize(("other", "relation"), [("12 ft", "agree"), ("19 ft", "conflict")])
def test_a_number_in_two_units_agrees_by_either(other: str, relation: str) -> None:
    home = document("The water rose by 3.5 m (12 ft) in the port.")
    metres = claim("The water rose by {3.5 m} (12 ft) in the port.", inside=home, counted=None, action="rise")
    feet = claim("The water rose by 3.5 m ({12 ft}) in the port.", inside=home, counted=None, action="rise")
    elsewhere = claim(f"The water in the port rose {{{other}}}.", counted=None, action="rise", outlet="Courier")
    group = ClaimGroup("g1", None, "By how much did it rise?", (metres, feet, elsewhere), (), 1.0)
    assert compare_groups([group], default_vocabulary())[0].relation == relation

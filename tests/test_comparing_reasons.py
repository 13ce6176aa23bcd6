"""The sentence behind each verdict: one plain sentence with both readings and who gives them."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare, naming
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim, document

HERALD: dict[str, object] = {"outlet": "Herald", "published": "2024-03-04"}
COURIER: dict[str, object] = {"outlet": "Courier", "published": "2024-03-04"}
LATER: dict[str, object] = {"outlet": "Courier", "published": "2024-03-05"}
MAYOR: dict[str, object] = {"speaker": "The mayor"}
POLICE: dict[str, object] = {"speaker": "Police", "named": False}


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (("40", COURIER), ("42", HERALD), "“40” in Courier and “42” in Herald cannot both be right."),
        (
            ("40", COURIER | POLICE),
            ("42", HERALD | MAYOR),
            "“40” according to police (Courier) and “42” according to the mayor (Herald) cannot both be right: "
            "two speakers, each with a number of their own.",
        ),
        (
            ("40", COURIER | POLICE),
            ("42", HERALD | POLICE),
            "“40” according to police (Courier) and “42” according to police (Herald) cannot both be right, "
            "though the speaker is the same.",
        ),
        (
            ("40", HERALD),
            ("42", LATER),
            "“42” in Courier on 5 March 2024 is a later figure than “40” in Herald on 4 March 2024.",
        ),
        (("42", HERALD), ("30", LATER), "“30” in Courier on 5 March 2024 is less than “42” in Herald on 4 March 2024,"),
        (("36", COURIER), ("dozens of", HERALD), "“dozens” in Herald leaves room for “36” in Courier."),
        (("dozens of", COURIER), ("36", HERALD), "“dozens” in Courier leaves room for “36” in Herald."),
    ],
)
def test_two_articles(a: tuple[str, dict[str, object]], b: tuple[str, dict[str, object]], reason: str) -> None:
    one = claim(f"The blast killed {{{a[0]}}} people.", name="a.txt", **a[1])  # type: ignore[arg-type]
    two = claim(f"It killed {{{b[0]}}} in all.", name="b.txt", **b[1])  # type: ignore[arg-type]
    found = compare(one, two, default_vocabulary())
    assert found.reason.startswith(reason)


@pytest.mark.parametrize(
    ("speakers", "reason"),
    [
        (
            ("Arlen", "Arlen"),
            "One article gives two numbers: “80” according to Arlen (line 29) and “472” according to Arlen (line 104).",
        ),
        (
            (None, "Arlen"),
            "One article gives two numbers: “80” in line 29 and “472” according to Arlen (line 104).",
        ),
        ((None, None), "One article gives two numbers: “80” in line 29 and “472” in line 104."),
    ],
)
def test_one_article(speakers: tuple[str | None, str | None], reason: str) -> None:
    home = document("It sent 80 drones. Later it sent 472 drones.", published="2024-03-04")
    asked = {"inside": home, "action": "send", "counted": "drones"}
    one = claim("It sent {80} drones.", line=29, speaker=speakers[0], **asked)  # type: ignore[arg-type]
    two = claim("Later it sent {472} drones.", line=104, speaker=speakers[1], **asked)  # type: ignore[arg-type]
    found = compare(one, two, default_vocabulary())
    assert found.reason == reason


def test_one_source_is_named_once() -> None:
    home = document("It has 80 drones, and maybe it has 472 drones.", published="2024-03-04")
    asked = {"inside": home, "action": "send", "counted": "drones", "speaker": "The mayor"}
    one = claim("It has {80} drones", line=7, **asked)  # type: ignore[arg-type]
    two = claim("maybe it has {472} drones.", line=7, **asked)  # type: ignore[arg-type]
    assert " and ".join(naming.pair(one, two)) == "“80” and “472” according to the mayor (line 7)"

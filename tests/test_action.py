import pytest

from factcheck.context.action import find_action
from factcheck.context.counted import find_counted
from factcheck.context.participants import find_actor, find_target
from tests.factories import floor, marked


def read(text: str) -> str:
    action, _ = find_action(*marked(text))
    role = "" if action is None or action.role == "object" else " subject"
    return "-" if action is None else action.lemma + role


def test_share_right() -> None:
    floor("action", 0.87, read)


SAME = {
    "person kill": [
        "The blast killed at least [five] people.",
        "A blast hit the market, killing [five].",
        "[Five] dead in market blast",
        "[Five] people have died.",
        "[Five] people were killed.",
        "The death toll of [five] may rise.",
        "The death toll stands at [five].",
        "The blast claimed [five] lives.",
        "There were [five] deaths.",
        "The blast left [five] people dead.",
        "[Five] fatalities were confirmed.",
        "The number of people killed rose to [five].",
        "[Five] people lost their lives.",
        "Officials counted [five] dead.",
        "[Five] victims were confirmed dead.",
    ],
    "person injure": [
        "The blast wounded [nine].",
        "[Nine] others were hurt.",
        "It left [nine] people injured.",
        "There were [nine] injuries.",
        "[Nine] people suffered injuries.",
    ],
    "drone down": [
        "Air defences shot down [52] drones.",
        "[52] drones were intercepted.",
        "It downed [52] of 80 drones.",
    ],
}


@pytest.mark.parametrize(("same", "text"), [(same, text) for same, texts in SAME.items() for text in texts])
def test_one_claim_in_many_wordings(same: str, text: str) -> None:
    counted, _ = find_counted(*marked(text))
    action, _ = find_action(*marked(text))
    assert counted is not None
    assert action is not None
    assert f"{counted.head} {action.lemma}" == same


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Russia launched [80] drones at Odesa.", "russia", "odesa"),
        ("[Two] ships were sunk by Ukrainian drones.", "ukrainian drone", None),
        ("[Two] ships were sunk in a raid overseen by President Ruiz.", None, None),
        ("Navy divers sank [two] ships in a raid planned by President Ruiz.", "navy diver", None),
        ("[Two] ships were sunk on Sunday by divers.", "diver", None),
        ("An attack that reportedly destroyed [40] bombers shook the base.", "attack", None),
        ("The bill would put a [25%] tariff on steel.", "bill", "steel"),
        ("[Twelve] people died.", None, None),
        ("The number of dead rose to [12].", None, None),
    ],
)
def test_participants(text: str, actor: str | None, target: str | None) -> None:
    view, quantity = marked(text)
    doer, _ = find_actor(view, quantity)
    aim, _ = find_target(view, quantity)
    assert (doer and doer.key, aim and aim.key) == (actor, target)

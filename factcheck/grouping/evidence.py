"""The evidence that two claims answer one question: parts, each falling on one level, each level with a weight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.context.gazetteer import PlaceRelation, relate
from factcheck.grouping.lists import LinkingLists
from factcheck.grouping.profiles import Profile
from factcheck.grouping.scope import Scope
from factcheck.quantities import Quantity

_NEAR, _FAR = 1.1, 12.0  # how many times one number is the other


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles, the earlier in document order first, with what is known of their documents."""

    a: Profile
    b: Profile
    scope: Scope
    lists: LinkingLists

    @property
    def one_document(self) -> bool:
        return self.a.document == self.b.document


Part = Callable[[Pair], str]


def _question(pair: Pair) -> str:
    """What is counted and what happened to it: by rule where one claims both, else by head and action."""
    a, b = pair.a.type, pair.b.type
    heads = _same(pair.a.head, pair.b.head)
    if a is not None and a == b:
        return f"same rule, {heads} counted"
    if _same(pair.a.action, pair.b.action) == "same" or a is None or b is None:
        return f"{heads} counted, {_same(pair.a.action, pair.b.action)} action"
    siblings = a.partition(".")[0] == b.partition(".")[0]
    return "sibling rules" if siblings else f"other rules, {heads} counted"


def _same(a: str | None, b: str | None) -> str:
    if a is None or b is None:
        return "unknown"
    return "same" if a == b else "other"


def _counted(pair: Pair) -> str:
    """How special what is counted is: "people" is not "children", though some people are."""
    a, b = pair.a.special, pair.b.special
    if not a and not b:
        return "general"
    if a == b:
        return "same special"
    if a & b:
        return "shared special"
    return "different special" if a and b else "general, special"


def _nation(pair: Pair) -> str:
    """Whose they are: Russian drones, Israelis."""
    a, b = pair.a.nations, pair.b.nations
    if not a and not b:
        return "none"
    return "same" if a & b else "one unsaid"


def _degree(pair: Pair) -> str:
    a, b = pair.a.degrees, pair.b.degrees
    if pair.a.action != pair.b.action or pair.a.action == "kill":
        return "none"
    return "none" if not a and not b else "same" if a == b else "different"


def _part(pair: Pair) -> str:
    """A part of a total, or "another 12", against what stands for itself."""
    a, b = pair.a.partial, pair.b.partial
    return "both parts" if a and b else "one a part" if a or b else "no part"


def _value(pair: Pair) -> str:
    """Equal numbers tell more the less round they are; numbers worlds apart are seldom about one thing."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if pair.a.number == pair.b.number:
        return f"same, {_roundness(a.values)}"
    if converts(a, b):
        return "same, converted"
    gap = _gap(a, b)
    return "near" if gap <= _NEAR else "different" if gap < _FAR else "far"


def converts(a: Quantity, b: Quantity) -> bool:
    """Whether one quantity is the other in another unit: "40 km (25 miles)", but not "8 minutes, 46 seconds"."""
    if a.unit is None or b.unit is None or a.unit == b.unit or a.unit.dimension != b.unit.dimension:
        return False
    if a.unit.factor is None or b.unit.factor is None or len(a.values) != len(b.values):
        return False
    pairs = [(x * a.unit.factor, y * b.unit.factor) for x, y in zip(a.values, b.values, strict=True)]
    return all(abs(x - y) * 10 <= max(abs(x), abs(y)) for x, y in pairs)


def _gap(a: Quantity, b: Quantity) -> float:
    """How many times the lower of two quantities goes into the higher, by the ends that face each other."""
    low, high = sorted((a.typical, b.typical), key=lambda typical: typical.low or Decimal(0))
    below, above = low.high, high.low
    if below is None or above is None or below >= above:
        return 1.0
    return float(above / below) if below > 0 else 2.0


def _roundness(values: tuple[Decimal, ...]) -> str:
    """How much an equal number tells: two digits that are not round more than one, three more than two."""
    if len(values) != 1:
        return "list"
    digits = len(values[0].normalize().as_tuple().digits)
    if digits >= 3:
        return "exact"
    if digits == 2:
        return "two digits"
    return "small" if values[0] < 10 else "round"


def _sentence(pair: Pair) -> str:
    return pair.scope.likeness(pair.a.words, pair.b.words)


def _near_words(pair: Pair) -> str:
    return pair.scope.likeness(pair.a.near, pair.b.near)


def _companions(pair: Pair) -> str:
    """Figures that travel together: 12 killed with over 60 injured, in both sentences."""
    a, b = pair.a.companions - {pair.b.number}, pair.b.companions - {pair.a.number}
    if not a or not b:
        return "alone"
    return "shared" if a & b else "different"


def _story(pair: Pair) -> str:
    """Whether both are about the story itself, from headline or lead on, or asides with names or times of theirs."""
    states = _state(pair.a), _state(pair.b)
    if states == ("aside", "aside"):
        shared = pair.a.foreign & pair.b.foreign or pair.a.marks & pair.b.marks
        return "asides, shared" if shared else "asides, apart"
    return " and ".join(sorted(states))


def _state(profile: Profile) -> str:
    if profile.aside:
        return "aside"
    return "headline" if profile.headline else "lead" if profile.order <= 2 else "body"


def _event(pair: Pair) -> str:
    """Whether both sentences are of the story's time, or are set off by the same time, or by different ones."""
    a, b = pair.a.marks, pair.b.marks
    if not a and not b:
        return "both main"
    if {mark.strip("()") for mark in a} & {mark.strip("()") for mark in b}:
        return "same background"
    if a and b:
        return "different backgrounds"
    return "main, past year" if any(mark.strip("()").isdigit() for mark in a | b) else "main, background"


def _names(pair: Pair) -> str:
    """Names that no lead of the story holds narrow a figure down: to a town, a house, another story."""
    a, b = pair.a.foreign, pair.b.foreign
    if not a and not b:
        return "of the story"
    if a & b:
        return "same"
    return "different" if a and b else "one narrower"


def _standing(pair: Pair) -> str:
    """A document has one answer to a question, seldom two: what it gives beside it is about something narrower."""
    if _faced(pair):
        return "set against each other" if pair.a.contrasts or pair.b.contrasts else "side by side"
    if pair.a.question != pair.b.question:
        same_rule = pair.a.type is not None and pair.a.type == pair.b.type and pair.a.head == pair.b.head
        return "same rule, other action" if same_rule else "other question"
    states = sorted((pair.scope.standing(pair.a), pair.scope.standing(pair.b)))
    return " and ".join(states) + (", one document" if pair.one_document else "")


def _leading(pair: Pair) -> str:
    """What two articles lead with, on one question, is the same thing more often than story and standing tell apart."""
    if pair.one_document or not _asked_alike(pair.a, pair.b):
        return "no"
    states = sorted(_lead_state(pair, profile) for profile in (pair.a, pair.b))
    if states == ["lead", "lead"]:
        return "both"
    return "one" if states == ["body", "lead"] else "no"


def _asked_alike(a: Profile, b: Profile) -> bool:
    known = a.head is not None and a.action is not None
    return (a.type is not None and a.type == b.type) or (known and a.question == b.question)


def _lead_state(pair: Pair, profile: Profile) -> str:
    if pair.scope.standing(profile) == "rival":
        return "rival"
    state = _state(profile)
    return "lead" if state == "headline" else state


def _when(pair: Pair) -> str:
    """The days the figures are about; where the text gives none, those of its document's own story."""
    a, b = pair.a.days, pair.b.days
    told = a is not None and b is not None
    a, b = a or pair.scope.story_days(pair.a), b or pair.scope.story_days(pair.b)
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same" if told else "same story day"
    if a[0] <= b[1] and b[0] <= a[1]:
        return "overlap"
    return "apart" if told else "story days apart"


def _place(pair: Pair) -> str:
    """Where; a place that no lead of the story names makes a figure one of less than the whole story."""
    relation = place_relation(pair)
    if relation in ("same", "apart"):
        return "same" if relation == "same" else "different"
    if pair.a.elsewhere != pair.b.elsewhere:
        return "one elsewhere"
    return relation


def place_relation(pair: Pair) -> PlaceRelation:
    """How the places of the two stand to each other: one is within the other, surely is not, or nothing tells."""
    a, b = pair.a.claim.figure.context.place, pair.b.claim.figure.context.place
    return relate(a, b, pair.scope.gazetteer) if a is not None and b is not None else "unknown"


def _speaker(pair: Pair) -> str:
    """Two speakers set against each other in one text speak about one thing more often than two texts do."""
    speakers = _same(pair.a.speaker, pair.b.speaker)
    if not pair.one_document or speakers == "unknown":
        return speakers
    return f"{speakers}, one document"


def _faced(pair: Pair) -> bool:
    """Whether one text sets the accounts of two speakers on one question side by side."""
    asked = pair.a.question == pair.b.question or (pair.a.type is not None and pair.a.type == pair.b.type)
    beside = pair.one_document and abs(pair.a.order - pair.b.order) <= 1
    return asked and beside and _same(pair.a.speaker, pair.b.speaker) == "other"


def _modality(pair: Pair) -> str:
    a, b = pair.a.claim.figure.context, pair.b.claim.figure.context
    return "same" if a.modality == b.modality else "different"


def _documents(pair: Pair) -> str:
    if pair.one_document:
        if pair.a.sentence != pair.b.sentence:
            return "one"
        return "one sentence, two speakers" if _same(pair.a.speaker, pair.b.speaker) == "other" else "one sentence"
    nearness = pair.scope.nearness(pair.a.document, pair.b.document)
    return "same story" if nearness >= 0.13 else "near" if nearness >= 0.08 else "apart"


def within_text(pair: Pair) -> bool:
    """Whether one voice contradicts itself in the text of one article, both numbers below its headline."""
    a, b = pair.a, pair.b
    if not pair.one_document or a.headline or b.headline or a.number == b.number:
        return False
    if _same(a.speaker, b.speaker) == "other":
        return False
    return not a.claim.figure.quantity.typical.overlaps(b.claim.figure.quantity.typical)


PARTS: Mapping[str, Part] = {
    "question": _question,
    "counted": _counted,
    "nation": _nation,
    "degree": _degree,
    "part": _part,
    "value": _value,
    "sentence": _sentence,
    "near words": _near_words,
    "companions": _companions,
    "story": _story,
    "event": _event,
    "names": _names,
    "standing": _standing,
    "leading": _leading,
    "when": _when,
    "place": _place,
    "speaker": _speaker,
    "modality": _modality,
    "documents": _documents,
}


def levels(pair: Pair) -> dict[str, str]:
    """The level of each part for a pair."""
    return {name: part(pair) for name, part in PARTS.items()}

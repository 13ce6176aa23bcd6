"""The evidence that two claims answer one question: parts, each falling on one level, each level with a weight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.grouping.lists import LinkingLists
from factcheck.grouping.profiles import Profile
from factcheck.grouping.scope import Scope


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


def _type(pair: Pair) -> str:
    a, b = pair.a.claim.type, pair.b.claim.type
    if a is None or b is None:
        return "none" if a is b else "one"
    if a == b:
        return "same"
    return "related" if a.split(".")[0] == b.split(".")[0] else "different"


def _counted(pair: Pair) -> str:
    a, b = pair.a.head, pair.b.head
    if a is None or b is None:
        return "unknown" if a is b else "one unknown"
    if a == b:
        return "same person" if a in pair.lists.persons else "same"
    if a in pair.lists.persons and b in pair.lists.persons:
        return "persons"
    return "mentioned" if a in pair.b.near or b in pair.a.near else "different"


def _qualifiers(pair: Pair) -> str:
    a, b = pair.a.qualifiers, pair.b.qualifiers
    if not a and not b:
        return "none"
    if a & b:
        return "same" if a == b else "shared"
    if a and b:
        return "different"
    return "one bare"


def _action(pair: Pair) -> str:
    a, b = pair.a.action, pair.b.action
    if a is None or b is None:
        return "unknown" if a is b else "one unknown"
    return "same" if a == b else "different"


def _value(pair: Pair) -> str:
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if pair.a.number != pair.b.number:
        return "near" if _near(a.values, b.values) else "different"
    return f"same, {_roundness(a.values)}"


def _near(a: tuple[Decimal, ...], b: tuple[Decimal, ...]) -> bool:
    if len(a) != 1 or len(b) != 1:
        return False
    least = min(abs(a[0]), abs(b[0]))
    return least >= 20 and abs(a[0] - b[0]) * 10 <= least


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
    a, b = pair.a.numbers - {pair.b.number}, pair.b.numbers - {pair.a.number}
    if not a or not b:
        return "alone"
    return "shared" if a & b else "different"


def _when(pair: Pair) -> str:
    a, b = pair.a.days, pair.b.days
    if a is None or b is None:
        return "unknown" if a is b else "one unknown"
    if a == b:
        return "same"
    return "overlap" if a[0] <= b[1] and b[0] <= a[1] else "apart"


def _place(pair: Pair) -> str:
    a, b = pair.a.place, pair.b.place
    if not a or not b:
        return "unknown" if a == b else "one unknown"
    if a[0] == b[0]:
        return "same"
    return "nested" if a[0] in b or b[0] in a else "different"


def _speaker(pair: Pair) -> str:
    a, b = pair.a.speaker, pair.b.speaker
    if a is None or b is None:
        return "unknown" if a is b else "one unknown"
    return "same" if a == b else "different"


def _modality(pair: Pair) -> str:
    a, b = pair.a.claim.figure.context, pair.b.claim.figure.context
    return "same" if a.modality == b.modality else "different"


def _aggregation(pair: Pair) -> str:
    a, b = pair.a.claim.figure.context.aggregation, pair.b.claim.figure.context.aggregation
    if a is None or b is None:
        return "unknown" if a is b else "one unknown"
    return "same" if a == b else "different"


def _documents(pair: Pair) -> str:
    if pair.one_document:
        return "one, same sentence" if pair.a.sentence == pair.b.sentence else "one"
    nearness = pair.scope.nearness(pair.a.document, pair.b.document)
    return "same story" if nearness >= 0.2 else "near" if nearness >= 0.1 else "apart"


def _position(pair: Pair) -> str:
    """Figures of headline and first sentences are about the main event."""
    a, b = _zone(pair.a), _zone(pair.b)
    return "-".join(sorted((a, b)))


def _zone(profile: Profile) -> str:
    if profile.headline:
        return "headline"
    return "lead" if profile.order <= 2 else "body"


PARTS: Mapping[str, Part] = {
    "type": _type,
    "counted": _counted,
    "qualifiers": _qualifiers,
    "action": _action,
    "value": _value,
    "sentence": _sentence,
    "near words": _near_words,
    "companions": _companions,
    "when": _when,
    "place": _place,
    "speaker": _speaker,
    "modality": _modality,
    "aggregation": _aggregation,
    "documents": _documents,
    "position": _position,
}


def levels(pair: Pair) -> dict[str, str]:
    """The level of each part for a pair."""
    return {name: part(pair) for name, part in PARTS.items()}

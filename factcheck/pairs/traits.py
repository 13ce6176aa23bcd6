"""What one claim's words tell of it, each a small question with its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.claims import Claim
from factcheck.figures import Figure
from factcheck.pairs.lists import LinkingLists
from factcheck.quantities import Quantity, scale_of

_BESIDE = 30  # characters before a number, or around a title, in which a word belongs to it
_WORD = re.compile(r"[^\W\d_]+")
_SAYS = re.compile(r"\b(?:that|said|says|reported|reports)\b|[:\"“]")
_OF_THOSE = re.compile(
    r"(?:(?:And|But) of|Of|(?:And |But )?[Aa]mong) (?:the|those|these|them|his|her|their|its|our)\b"
    r"[^,;:]{0,80}(?:,|\b(?:is|are|was|were)) "
)
_OF_MORE = re.compile(r"\W{1,2}of (?:the|them|those|these|whom|his|her|their|its|our)\b")
_REST = re.compile(r"\b[Tt]he (?:other|remaining|rest:?) $")


def in_repeated_title(claim: Claim) -> bool:
    """Whether a number stands in the title as some feeds repeat it, run into the first sentence of the text."""
    figure = claim.figure
    title = figure.document.title
    if not title:
        return False
    at = figure.document.text.find(title, figure.sentence.start, figure.sentence.start + len(title) + _BESIDE)
    return at >= 0 and at <= figure.quantity.number.start < at + len(title)


def is_partial(claim: Claim) -> bool:
    """Whether a number counts some of more: "three of the wounded", "another 12", "Of those hurt, 12 were …"."""
    figure = claim.figure
    told = figure.whole is not None or figure.context.aggregation == "increment" or is_among(claim)
    return told or _OF_MORE.match(figure.document.text, figure.quantity.number.stop) is not None


def is_among(claim: Claim) -> bool:
    """Whether its sentence opens with those of whom it counts some: "Of the hurt, 12 were …", "Among the ill are 9"."""
    figure = claim.figure
    return _OF_THOSE.match(figure.document.text, figure.sentence.start, figure.quantity.number.start) is not None


def is_rest(claim: Claim) -> bool:
    """Whether a number is what is left of another: "the other three"."""
    figure = claim.figure
    return _REST.search(figure.document.text, figure.sentence.start, figure.quantity.span.start) is not None


def degrees_of(claim: Claim, lists: LinkingLists) -> frozenset[str]:
    """How badly: "12 were seriously hurt"; minors are none."""
    number, text = claim.figure.quantity.number, claim.figure.document.text
    found = _WORD.finditer(text, max(number.start - _BESIDE, 0), number.stop + 2 * _BESIDE)
    words = (word.group().lower() for word in found if word.start() < number.stop + _BESIDE)
    return frozenset(word.removesuffix("ly") for word in words if word in lists.words.degrees)


def number_key(quantity: Quantity) -> str:
    """The same for quantities that are written alike: of one unit or kind and the same values, whatever their hedge."""
    unit = quantity.unit.name if quantity.unit is not None else quantity.kind
    return unit + ":" + "/".join(str(value.normalize()) for value in quantity.values)


def attribution(figure: Figure) -> range:
    """Where a figure's sentence tells who says it: names there are no names of what is told."""
    speaker, sentence, number = figure.context.speaker, figure.sentence, figure.quantity.number
    if speaker is None or speaker.span is None or not sentence.start <= speaker.span.start < sentence.stop:
        return range(0)
    if speaker.span.start > number.start:
        return range(speaker.span.start, sentence.stop)
    said = _SAYS.search(figure.document.text, speaker.span.stop, number.start)
    return range(speaker.span.start, said.end() if said else speaker.span.stop)


def restated(claims: Sequence[Claim]) -> Mapping[int, int]:
    """The place of the amount that a claim gives again, by the claim's own: of $500m, by that of £350m in brackets."""
    found: dict[int, int] = {}
    for at, claim in enumerate(claims):
        one, other = claims[at - 1].figure, claim.figure
        together = at > 0 and (one.document.id, one.sentence) == (other.document.id, other.sentence)
        if together and other.quantity.restates is not None:
            found[at] = found.get(at - 1, at - 1)
    return found


def currencies(claims: Sequence[Claim]) -> Mapping[str, frozenset[str]]:
    """By a figure's id the other currencies in which its sentence gives the same amount: "£1.7m (2m euros; $2.6m)"."""
    given: dict[int, set[int]] = {}
    for at, amount in restated(claims).items():
        given.setdefault(amount, {amount}).add(at)
    found: dict[str, frozenset[str]] = {}
    for places in given.values():
        figures = [claims[at].figure for at in places]
        units = frozenset(figure.quantity.unit.name for figure in figures if figure.quantity.unit is not None)
        found.update(dict.fromkeys((figure.id for figure in figures), units))
    return found


def before(claim: Claim) -> frozenset[str]:
    """The words right before a number."""
    figure = claim.figure
    start = max(figure.sentence.start, figure.quantity.span.start - _BESIDE)
    return frozenset(figure.document.text[start : figure.quantity.span.start].lower().split())


def amount_of(quantity: Quantity) -> float | None:
    """The one value of a quantity in its base unit, or the middle of a range; ``None`` for loose words."""
    if not quantity.values or quantity.vague:
        return None
    scale = scale_of(quantity)
    return float(sum(map(scale.of, quantity.values))) / len(quantity.values)

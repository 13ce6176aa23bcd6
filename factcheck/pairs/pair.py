"""Two claims side by side, with what is known of their documents: what every part of the table asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.pairs.differences import Standing, standing
from factcheck.pairs.profiles import Profile
from factcheck.pairs.scope import Scope
from factcheck.pairs.values import Fit, fit, pair_up

_AGREE = frozenset({"same", "noted", "rounding"})
_SURELY_APART = 1.6  # how many times one number is the other when no hedge and no rounding makes them meet


@dataclass(slots=True)
class Pair:
    """Two profiles, the earlier in document order first."""

    a: Profile
    b: Profile
    scope: Scope
    fit: Fit | None = field(init=False)  # how the numbers stand to each other; None when they cannot be compared
    column: str = field(init=False)  # which weights count: of equal numbers, or of different ones to one question

    def __post_init__(self) -> None:
        self.fit = number_fit(self.a, self.b)
        self.column = "equal" if self.fit in _AGREE else "inside" if self.one_document else "differ"

    def stands(self, part: str) -> Standing:
        """How the two stand to each other in one part of what they are about."""
        return standing(part, self.a.claim.figure, self.b.claim.figure, self.scope.vocabulary)

    @property
    def one_document(self) -> bool:
        return self.a.document == self.b.document

    @property
    def one_sentence(self) -> bool:
        return self.a.sentence == self.b.sentence


def number_fit(a: Profile, b: Profile) -> Fit | None:
    """How two numbers stand to each other; far numbers without a hedge are apart without much ado."""
    one, other = a.claim.figure.quantity, b.claim.figure.quantity
    if a.number == b.number and one.hedge == other.hedge:
        return "same"
    amounts = amounts_of(a, b)
    if a.plain and b.plain and amounts is not None and all(amounts) and a.unit == b.unit:
        ratio = amounts[0] / amounts[1]
        if ratio > _SURELY_APART or ratio * _SURELY_APART < 1:
            return "apart"
    pairing = pair_up(one, other)
    return None if isinstance(pairing, str) else fit(pairing, one, other)


def amounts_of(a: Profile, b: Profile) -> tuple[float, float] | None:
    """The two numbers in one unit, as far as each has but one; a rate counts only where both are given by something."""
    if a.amount is None or b.amount is None:
        return None
    if a.many is None or b.many is None:
        return a.amount, b.amount
    return a.amount / a.many * max(a.many, b.many), b.amount / b.many * max(a.many, b.many)

"""A claim: a figure with the question it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.context.model import Aggregation
from factcheck.display import one_line
from factcheck.figures import Figure
from factcheck.ruleset import ClaimType


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with the question it answers.

    ``type`` is the claim type's dotted name, or ``None`` for a generic claim; ``block`` is the blocking key of grouping
    (claim type, or head and action lemma, with the kind of unit); ``slots`` the roles a rule filled.
    """

    figure: Figure
    type: str | None
    rule: ClaimType | None
    question: str
    block: tuple[str, ...]
    slots: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """``<Claim How many people were killed? 'at least 12', a.txt:3>``."""
        figure = self.figure
        return f"<Claim {self.question} {one_line(figure.text)!r}, {figure.document.path}:{figure.line}>"

    @property
    def aggregation(self) -> Aggregation | None:
        """How the figure adds up: as the text says; where that is no more than that it happened, as the rule says."""
        said = self.figure.context.aggregation
        if self.rule is None or self.rule.aggregation is None or said not in (None, "event"):
            return said
        return self.rule.aggregation

"""What grouping gives: groups of claims, each with the links that hold it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.claims import Claim
from factcheck.display import one_line, paragraph, table
from factcheck.pairs.table import Evidence

_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims stand in one group, or were kept apart."""

    a: Claim
    b: Claim
    evidence: tuple[Evidence, ...]
    probability: float
    veto: str | None = None

    def __repr__(self) -> str:
        """``<Link '12' and '15': 0.97>``, or why they were kept apart."""
        one, other = (one_line(claim.figure.text) for claim in (self.a, self.b))
        return f"<Link {one!r} and {other!r}: {self.veto or format(self.probability, '.2f')}>"


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that answer one question. ``confidence`` is the least sure of the joins that hold it together."""

    id: str
    type: str | None
    question: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    confidence: float
    bits: Mapping[tuple[str, str], float] = field(default_factory=dict, repr=False, compare=False)  # by figures' ids

    @property
    def doubtful(self) -> bool:
        """Whether it was joined with doubt: a reader should know."""
        return self.confidence < _SURE

    def bits_between(self, a: Claim, b: Claim) -> float | None:
        """The log-odds, in bits, that two claims by themselves answer one question; ``None`` where nobody weighed."""
        one, other = a.figure.id, b.figure.id
        return self.bits.get((one, other), self.bits.get((other, one)))

    def __repr__(self) -> str:
        """``<ClaimGroup g1: How many people were killed? 3 figures>``."""
        return f"<ClaimGroup {self.id}: {one_line(self.question, 100)} {len(self.claims)} figures>"

    def _repr_html_(self) -> str:
        return paragraph(self.question, strong=True) + self.html_rows()

    def html_rows(self) -> str:
        """The figures as an html table, for notebooks."""
        rows = []
        for figure in (claim.figure for claim in self.claims):
            says, document = figure.context.speaker, figure.document
            where = f"{document.path}:{figure.line}"
            rows.append((one_line(figure.text), says.text if says else "", document.outlet or "", where))
        return table(("As written", "Who says so", "Outlet", "Where"), rows)


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups of two claims or more, in document order, with what it took to find them."""

    groups: tuple[ClaimGroup, ...]
    statistics: Mapping[str, int] = field(default_factory=dict)
    events: tuple[tuple[str, ...], ...] = ()  # ids of the documents that tell of one event, of those with a claim

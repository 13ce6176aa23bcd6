"""The trace of one sentence or one line: every number seen in it, and how each came to be what it is.

Data only; `factcheck.reports.explained` puts it into words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import Comparison, Conflict
from factcheck.documents import Document, document_from_text
from factcheck.figures import Figure, extract_figures
from factcheck.grouping import Link
from factcheck.grouping.linking import Linker
from factcheck.quantities import Seen, common
from factcheck.ruleset import Ruleset
from factcheck.scan import Scan
from factcheck.spans import Span

NEAREST = 3  # figures named that were not joined


@dataclass(frozen=True, slots=True)
class Trace:
    """One number of a text: a figure with its claim and group, or what it is instead (``seen``).

    ``whole`` is the figure it is a part of; ``scanned`` tells a figure in no group from one that was never grouped.
    """

    document: Document
    span: Span
    figure: Figure | None = None
    seen: Seen | None = None
    claim: Claim | None = None
    conflict: Conflict | None = None
    whole: Figure | None = None
    scanned: bool = False
    nearest: tuple[Link, ...] = ()  # to figures that were not joined with it, the likeliest first

    @property
    def text(self) -> str:
        return self.span.of(self.document.text)

    @property
    def line(self) -> int:
        return self.document.line(self.span.start)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that hold the figure in its group, the surest first."""
        if self.conflict is None or self.figure is None:
            return ()
        mine = self.figure.id
        links = (link for link in self.conflict.group.links if mine in (link.a.figure.id, link.b.figure.id))
        return tuple(sorted(links, key=lambda link: (-link.probability, link.a.figure.id, link.b.figure.id)))

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """How the figure stands to those of its group with which it does not simply agree."""
        if self.conflict is None or self.figure is None:
            return ()
        mine = self.figure.id
        return tuple(c for c in self.conflict.comparisons if mine in (c.a.figure.id, c.b.figure.id))


def explain_text(text: str, ruleset: Ruleset, *, published: dt.date | None = None) -> tuple[Trace, ...]:
    """Every number of a sentence (or any short text), in text order."""
    extraction = extract_figures(document_from_text(text, published=published), ruleset.vocabulary)
    figures = {figure.id: figure for figure in extraction.figures}
    claims = claim_figures(extraction.figures, ruleset)
    traces = [_of_figure(claim, figures) for claim in claims]
    return _in_order([*traces, *(Trace(extraction.document, seen.span, seen=seen) for seen in extraction.seen)])


def explain_line(scan: Scan, document: Document, line: int, ruleset: Ruleset | None = None) -> tuple[Trace, ...]:
    """Every number on one line of a scanned document, with the group each figure went to.

    With the rule set of the scan, also the figures that came nearest to being joined with it, and why they were not.
    """
    groups = {claim.figure.id: conflict for conflict in scan.questions for claim in conflict.group.claims}
    figures = {figure.id: figure for figure in scan.figures}
    here = [c for c in scan.claims if c.figure.document.id == document.id and c.figure.line == line]
    linker = Linker(scan.claims, ruleset.vocabulary) if ruleset is not None and here else None
    traces = []
    for claim in here:
        conflict = groups.get(claim.figure.id)
        near = _nearest(claim, conflict, scan.claims, linker) if linker else ()
        traces.append(replace(_of_figure(claim, figures), conflict=conflict, scanned=True, nearest=near))
    seen = (seen for owner, seen in scan.seen if owner.id == document.id)
    others = [Trace(document, each.span, seen=each) for each in seen if document.line(each.span.start) == line]
    return _in_order([*traces, *others])


def _nearest(claim: Claim, conflict: Conflict | None, claims: Sequence[Claim], linker: Linker) -> tuple[Link, ...]:
    """The links to the figures that its own can be held against, that share the most and stand in other groups."""
    joined = {each.figure.id for each in conflict.group.claims} if conflict else {claim.figure.id}
    own = claim.figure.quantity
    others = [each for each in claims if each.figure.id not in joined]
    others = [each for each in others if not isinstance(common(own, each.figure.quantity), str)]
    links = [linker.link(claim, other) for other in others]
    return tuple(sorted(links, key=lambda link: (-_bits(link), link.b.figure.id))[:NEAREST])


def _bits(link: Link) -> float:
    return sum(step.weight for step in link.evidence)


def _of_figure(claim: Claim, figures: Mapping[str, Figure]) -> Trace:
    figure = claim.figure
    whole = figures.get(figure.whole) if figure.whole else None
    return Trace(figure.document, figure.quantity.span, figure, claim=claim, whole=whole)


def _in_order(traces: Iterable[Trace]) -> tuple[Trace, ...]:
    return tuple(sorted(traces, key=lambda trace: trace.span))

"""What a conflict might be joined with: other conflicts and figures that stand alone, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.claims import Asked, Claim, ask
from factcheck.comparing import Conflict
from factcheck.reports import describe
from factcheck.reports.text import one_line, quote
from factcheck.scan import Scan

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Figures that answer one question, or one that stands alone."""

    claims: tuple[Claim, ...]
    question: str = ""  # of the group, where it is one

    @property
    def label(self) -> str:
        """The numbers, the question and where the first of them stands."""
        first = self.claims[0]
        numbers = ", ".join(dict.fromkeys(one_line(claim.figure.text) for claim in self.claims[:4]))
        (question,) = (self.question,) if self.question else ask([Asked((first,), first.question)])
        return f"{numbers}: {one_line(question)} ({describe.outlet(first.figure.document)}, {first.figure.where})"

    @property
    def quote(self) -> str:
        """The sentence of the first."""
        return str(quote(self.claims[0].figure, 300))


def candidates(scan: Scan, conflict: Conflict) -> list[Candidate]:
    """Only figures of the same kind of quantity: drones are never joined with dollars."""
    kinds = {claim.figure.quantity.kind for claim in conflict.group.claims}
    here = _words(conflict.group.claims)
    found = [each for each in _others(scan, conflict) if each.claims[0].figure.quantity.kind in kinds]
    likeness = {id(each): _likeness(each, conflict, here) for each in found}
    return sorted(found, key=lambda each: -likeness[id(each)])


def _others(scan: Scan, conflict: Conflict) -> Iterator[Candidate]:
    grouped = {claim.figure.id for each in scan.questions for claim in each.group.claims}
    for each in scan.questions:
        if each.group.id != conflict.group.id:
            yield Candidate(each.group.claims, each.group.question)
    for claim in scan.claims:
        if claim.figure.id not in grouped:
            yield Candidate((claim,))


def _likeness(candidate: Candidate, conflict: Conflict, words: set[str]) -> float:
    theirs = _words(candidate.claims)
    shared = len(words & theirs) / max(1, min(len(words), len(theirs)))
    return shared + (candidate.claims[0].type is not None and candidate.claims[0].type == conflict.group.type)


def _words(claims: Iterable[Claim]) -> set[str]:
    return {
        word for claim in claims for word in _WORD.findall(f"{claim.question} {claim.figure.sentence_text}".lower())
    }

"""The groups as the html report shows them, a card each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, Comparison, Conflict, Relation
from factcheck.decisions.model import Standing, is_confirmed
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.grouping import Link
from factcheck.reports import describe, plots
from factcheck.reports.text import Quote, one_line, quotes_of
from factcheck.reports.timelines import Timeline, timeline
from factcheck.reports.waterfall import Weight, waterfall

UNDECIDED = Standing()
_QUOTE = 900  # characters of a sentence around its figure


@dataclass(frozen=True)
class Names:
    """How the report names documents and places: without the folder that all documents share."""

    documents: tuple[Document, ...] = ()

    @cached_property
    def _folder(self) -> str:
        folders = [re.split(r"(?<=[/\\])", document.path)[:-1] for document in self.documents]
        shared = itertools.takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
        folder = one_line("".join(parts[0] for parts in shared))
        return folder if len(folder) > 1 else ""  # the root of all paths names nothing

    def place(self, figure: Figure) -> str:
        """``file:line``."""
        return describe.place(figure).removeprefix(self._folder)

    def path(self, document: Document) -> str:
        """Where a document lies."""
        return one_line(document.path).removeprefix(self._folder)

    def listed(self, ids: Collection[str]) -> str:
        """Documents by their outlets, or by their files where they share one: ``Tarn Herald and Coast Wire``."""
        documents = [document for document in self.documents if document.id in ids]
        names = [describe.outlet(document) for document in documents]
        if len(set(names)) < len(names):
            names = [self.path(document) for document in documents]
        return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


_NO_NAMES = Names()


@dataclass(frozen=True)
class Card:
    """One group of figures as the report shows it. ``order`` is its place in the reader's order."""

    conflict: Conflict
    order: int
    standing: Standing = UNDECIDED
    names: Names = _NO_NAMES
    key: str = ""  # for links that last: see `lasting`

    @property
    def id(self) -> str:
        return self.conflict.group.id

    @property
    def relation(self) -> Relation:
        return self.conflict.relation

    @property
    def flagged(self) -> bool:
        return self.relation in FLAGGED

    @property
    def undecided(self) -> bool:
        return self.flagged and not self.standing.decided

    @property
    def confirmed(self) -> bool:
        return is_confirmed(self.conflict, self.standing)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The pair that decides the verdict first, then the others in text order."""
        deciding = self.comparison
        pair = (deciding.a, deciding.b) if deciding else ()
        return tuple({claim.figure.id: claim for claim in (*pair, *self.conflict.group.claims)}.values())

    @cached_property
    def quoted(self) -> tuple[tuple[Claim, Quote], ...]:
        """The claims with their sentences; a sentence is quoted in full once."""
        return tuple(zip(self.claims, quotes_of([claim.figure for claim in self.claims], _QUOTE), strict=True))

    @property
    def pair(self) -> tuple[tuple[Claim, Quote], ...]:
        """The two that disagree, with their sentences; nothing where nothing disagrees or a person said so."""
        return self.quoted[:2] if (self.undecided or self.confirmed) and self.comparison else ()

    @property
    def others(self) -> tuple[tuple[Claim, Quote], ...]:
        """The quotes that are folded."""
        return self.quoted[len(self.pair) :]

    @property
    def type(self) -> str:
        return self.conflict.group.type or "other"

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(describe.outlet(claim.figure.document) for claim in self.claims))

    @cached_property
    def number_line(self) -> plots.NumberLine | None:
        return plots.number_line(self.conflict)

    @cached_property
    def timeline(self) -> Timeline | None:
        return timeline(self.conflict)

    @property
    def comparison(self) -> Comparison | None:
        return self.conflict.deciding

    @property
    def latest(self) -> str:
        """The latest day a figure of the group is about, for sorting."""
        return max((day.isoformat() for claim in self.claims if (day := describe.day(claim.figure))), default="")

    @cached_property
    def weakest(self) -> Link | None:
        """The link that the group hangs on: the least sure one."""
        return min(self.conflict.group.links, key=lambda link: link.probability, default=None)

    @property
    def waterfall(self) -> tuple[Weight, ...]:
        return waterfall(self.weakest) if self.weakest else ()

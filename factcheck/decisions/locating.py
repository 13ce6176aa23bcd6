"""Finding the figures of a decision in today's texts: exactly first, then by what still stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from factcheck.decisions.anchors import anchor, same_reading, source_of
from factcheck.decisions.model import Anchor, Decision, Source
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.spans import Span

# How much of the text around a figure must still stand (share of words in order, 0..1) for it to be the same figure.
_SAME_NUMBER = 0.5
_ONLY_ONE = 0.4  # the number stands in the document once
_OTHER_NUMBER = 0.7
_ELSEWHERE = 0.75  # in a document known by nothing but this text
_MARGIN = 0.1  # two candidates as near as this are not told apart

Place = tuple[str, Span]  # document id and span: which figure


_Selector = tuple[str, str, str]


def selector(anchor: Anchor) -> _Selector:
    """Prefix, exact words, suffix."""
    return anchor.prefix, anchor.exact, anchor.suffix


def place(figure: Figure) -> Place:
    return figure.document.id, figure.quantity.span


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor is today: no candidate, one, or several that are as good.

    ``changed``: the text is known but the number is another; ``edited``: the text around it is not quite what it was.
    """

    anchor: Anchor
    document: str | None = None
    candidates: tuple[Figure, ...] = ()
    changed: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    figure: Figure
    anchor: Anchor

    @property
    def words(self) -> tuple[list[str], list[str]]:
        return _words(self.anchor.prefix), _words(self.anchor.suffix)


class Locator:
    """Today's figures, ready to be found again. Nothing is computed for documents no decision speaks of."""

    def __init__(self, documents: Sequence[Document], figures: Iterable[Figure], base: Path) -> None:
        self._base = base
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._figures[figure.document.id].append(figure)
        self._documents = {document.id: document for document in documents}
        self._sources = {document.id: source_of(document, base) for document in documents}
        self._by_path = {source.path: document for document, source in self._sources.items()}
        self._by_sha: dict[str, list[str]] = defaultdict(list)
        for document in documents:
            self._by_sha[document.sha256].append(document.id)
        self._placed: dict[str, list[_Placed]] = {}
        self._exact: dict[str, dict[_Selector, list[Figure]]] = {}

    def find(self, decision: Decision) -> tuple[Found, ...]:
        """Where each anchor of the decision is today, in their order."""
        found: dict[int, Found] = {}
        taken: set[str] = set()
        sources = dict.fromkeys(each.source for each in decision.anchors)
        for source in sorted(sources, key=lambda each: self._known(each) is None):
            indexes = [i for i, each in enumerate(decision.anchors) if each.source == source]
            document = self._document(source, [decision.anchors[i] for i in indexes], taken)
            if document is not None:
                taken.add(document)
            found |= self._find_in(document, {i: decision.anchors[i] for i in indexes})
        return tuple(found[index] for index in range(len(decision.anchors)))

    def anchor(self, figure: Figure) -> Anchor:
        """The anchor of one of today's figures."""
        return anchor(figure, self._base, self._sources[figure.document.id])

    def is_unchanged(self, found: Found) -> bool:
        """Whether the document of a found anchor is, to the byte, what it was."""
        document = self._documents.get(found.document or "")
        return document is not None and document.sha256 == found.anchor.source.sha256

    def _known(self, source: Source) -> str | None:
        """The document of the same content, or the one at the same path."""
        at_path = self._by_path.get(source.path)
        same = self._by_sha.get(source.sha256, []) if source.sha256 else []
        if at_path in same or len(same) != 1:
            return at_path
        return same[0]

    def _document(self, source: Source, anchors: Sequence[Anchor], taken: set[str]) -> str | None:
        known = self._known(source)
        if known is not None and (
            self._documents[known].sha256 == source.sha256 or any(self._in(known, each).candidates for each in anchors)
        ):
            return known
        # Moved and edited, or another text at the old path: known by the words around the numbers alone.
        hits: dict[str, int] = defaultdict(int)
        for each in anchors:
            for document in self._holding(each):
                hits[document] += document not in taken
        best = max(hits.values(), default=0)
        winners = [document for document, count in hits.items() if count == best and best]
        return winners[0] if len(winners) == 1 else known

    def _find_in(self, document: str | None, anchors: dict[int, Anchor]) -> dict[int, Found]:
        """All anchors of one source. A figure that is exactly one anchor's is no candidate for another's change."""
        if document is None:
            return {index: Found(each) for index, each in anchors.items()}
        found = {index: self._in(document, each) for index, each in anchors.items()}
        sure = {place(f.candidates[0]) for f in found.values() if len(f.candidates) == 1 and not f.changed}
        for index, each in found.items():
            if each.changed:
                left = tuple(figure for figure in each.candidates if place(figure) not in sure)
                found[index] = Found(each.anchor, document, left, changed=bool(left), edited=True)
        return found

    def _in(self, document: str, wanted: Anchor) -> Found:
        if exact := self._exactly(document).get(selector(wanted)):
            return Found(wanted, document, _which(exact, wanted))
        same = [each for each in self._all(document) if same_reading(each.anchor, wanted)]
        near = _nearest(same, wanted, _ONLY_ONE if len(same) == 1 else _SAME_NUMBER)
        if near:
            return Found(wanted, document, near, edited=True)
        others = [each for each in self._all(document) if each.anchor.kind == wanted.kind and each not in same]
        near = _nearest(others, wanted, _OTHER_NUMBER)
        return Found(wanted, document, near, changed=bool(near), edited=True)

    def _holding(self, wanted: Anchor) -> set[str]:
        """The documents in which much the same passage stands."""
        alike = [each for each in self._by_words.get(wanted.exact.casefold(), []) if _alike(each, wanted) >= _ELSEWHERE]
        return {each.figure.document.id for each in alike}

    @cached_property
    def _by_words(self) -> dict[str, list[_Placed]]:
        index: dict[str, list[_Placed]] = defaultdict(list)
        for document in self._documents:
            for each in self._all(document):
                index[each.anchor.exact.casefold()].append(each)
        return index

    def _all(self, document: str) -> list[_Placed]:
        if document not in self._placed:
            figures = self._figures.get(document, [])
            self._placed[document] = [_Placed(figure, self.anchor(figure)) for figure in figures]
        return self._placed[document]

    def _exactly(self, document: str) -> dict[_Selector, list[Figure]]:
        if document not in self._exact:
            index: dict[_Selector, list[Figure]] = defaultdict(list)
            for each in self._all(document):
                index[selector(each.anchor)].append(each.figure)
            self._exact[document] = index
        return self._exact[document]


def _which(exact: Sequence[Figure], wanted: Anchor) -> tuple[Figure, ...]:
    """Of the places where the very passage stands, the one that was meant, when there are as many as there were."""
    if wanted.repeat and wanted.repeat[1] == len(exact):
        exact = exact[wanted.repeat[0] :][:1]
    return tuple(exact)


def _nearest(placed: Sequence[_Placed], wanted: Anchor, least: float) -> tuple[Figure, ...]:
    """The figures whose surroundings are most like the anchor's: one, or all that cannot be told apart."""
    scored = [(_alike(each, wanted), each.figure) for each in placed]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(figure for score, figure in scored if score >= max(least, best - _MARGIN)) if best >= least else ()


def _alike(placed: _Placed, wanted: Anchor) -> float:
    """How much of the text on both sides still stands, by words in order."""
    before, after = placed.words
    return (_ratio(before, _words(wanted.prefix)) + _ratio(after, _words(wanted.suffix))) / 2


def _ratio(now: list[str], then: list[str]) -> float:
    if not now and not then:
        return 1.0
    return SequenceMatcher(None, now, then, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())

"""A number that is asked about: in its sentence, with its group of words and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.context.heads import Head, find_head
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.words import Word


@dataclass(frozen=True, slots=True)
class Number:
    """The number at an index of a sentence, and the group of words it stands in."""

    view: SentenceView
    index: int
    group: Group

    @property
    def quantity(self) -> Quantity:
        return self.view.quantities[self.index]

    @property
    def counts(self) -> bool:
        """Whether it counts things, so that it measures none."""
        return self.quantity.kind in COUNT_KINDS

    @property
    def head(self) -> Head | None:
        return find_head(self.view, self.index)

    @property
    def words(self) -> Sequence[Word]:
        return self.view.read.words

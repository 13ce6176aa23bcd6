"""The words of what is counted: ``counted.toml``."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.context.once import once
from factcheck.quantities import Kind, Quantity
from factcheck.units import CURRENCY
from factcheck.vocabulary import ByWord, Vocabulary, toml_table

COUNT_KINDS = frozenset({"count", "ordinal", "ratio"})


def kind_of(quantity: Quantity) -> Kind:
    """The kind of a quantity as its noun is looked for: points of a poll or an index measure, money a day is money."""
    dimension = quantity.unit.dimension if quantity.unit is not None else ""
    if dimension == _INDEX_POINTS:
        return "points"
    return "money" if quantity.kind == "rate" and dimension == CURRENCY else quantity.kind


_INDEX_POINTS = "index points"


@toml_table
class Nouns:
    """The lists of ``counted.toml``, and what is made of several."""

    persons: frozenset[str]
    crowds: frozenset[str]
    collective: frozenset[str]
    plain_persons: frozenset[str]
    human: frozenset[str]
    awaiting: frozenset[str]
    numbers: frozenset[str]
    scales: frozenset[str]
    measuring: frozenset[str]
    lasting: frozenset[str]
    bearing: frozenset[str]
    moving: frozenset[str]
    shifting: frozenset[str]
    trading: frozenset[str]
    paying: frozenset[str]
    changes: frozenset[str]
    settlements: frozenset[str]
    throngs: frozenset[str]
    fortunes: frozenset[str]
    people_first: frozenset[str]
    ranks: frozenset[str]
    contenders: frozenset[str]
    electing: frozenset[str]
    standing_for: frozenset[str]
    voted_on: frozenset[str]
    reporting: frozenset[str]
    given_by: frozenset[str]
    siding: frozenset[str]
    parts_of_all: frozenset[str]
    owning: frozenset[str]
    owners: frozenset[str]
    firms: frozenset[str]
    remains: frozenset[str]
    offsets: frozenset[str]
    leading: frozenset[str]
    hollow: frozenset[str]
    sums: frozenset[str]
    spreads: frozenset[str]
    yardsticks: frozenset[str]
    counting: frozenset[str]
    comparing: frozenset[str]
    sized: frozenset[str]
    settings: frozenset[str]
    paid_in: frozenset[str]
    kinds: frozenset[str]
    states: frozenset[str]
    unharmed: frozenset[str]
    empty: frozenset[str]
    headings: frozenset[str]
    shares: frozenset[str]
    label_ends: frozenset[str]
    events: Mapping[str, str]
    changing: Mapping[str, frozenset[str]]  # preposition: verbs
    by_per: ByWord[str]  # what a rate is given by -> what an amount of money for it is
    by_verb: Mapping[str, ByWord[str]]  # kind: verb -> what an amount of that kind is
    same: ByWord[str]  # word -> the head that stands for it

    @once
    def people(self) -> frozenset[str]:
        """Nouns that can only be people."""
        return self.human | self.persons

    @once
    def harmed(self) -> frozenset[str]:
        """States of those who came to harm."""
        return self.states - self.unharmed

    @once
    def silent(self) -> frozenset[str]:
        """What tells of no kind before a head: "the confirmed death toll"."""
        return self.empty.union(self.awaiting, self.events)

    @once
    def standing(self) -> frozenset[str]:
        """What stands for what is "of" it."""
        return self.hollow.union(self.crowds, self.awaiting, self.remains, self.kinds, self.sums)

    @once
    def moved(self) -> frozenset[str]:
        """Verbs with an amount behind their object."""
        return self.moving | self.trading | self.bearing


def nouns(vocabulary: Vocabulary) -> Nouns:
    return vocabulary.bind("counted", Nouns)

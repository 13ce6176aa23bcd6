"""The word lists of ``rules/context/linking.toml``, made ready for use."""

from __future__ import annotations

import functools

from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class LinkingWords:
    """The file as it is."""

    special: tuple[tuple[str, ...], ...]
    exclusive: tuple[tuple[str, ...], ...]
    persons: frozenset[str]
    things: tuple[tuple[str, ...], ...]
    broader: tuple[tuple[str, ...], ...]
    actions: tuple[tuple[str, ...], ...]
    degrees: frozenset[str]
    calendar: frozenset[str]
    earlier: frozenset[str]
    some_people: frozenset[str]
    narrowing: frozenset[str]
    varying: frozenset[str]


class LinkingLists:
    """Word lists as look-ups."""

    def __init__(self, words: LinkingWords) -> None:
        self.words = words
        self._things = {word: group[0] for group in words.things for word in group}
        self.actions = {word: group[0] for group in words.actions for word in group}
        self.special = frozenset(word for group in words.special for word in group)
        self._exclusive = list(map(frozenset, (*words.special, *words.exclusive)))
        self._broader = {frozenset((one, word)) for one, *held in words.broader for word in held}

    def thing(self, head: str) -> str:
        """What is counted: one name for all nouns that news uses for the same."""
        return "person" if head in self.words.persons else self._things.get(head, head)

    def action(self, lemma: str) -> str:
        """The action's name: one for all verbs and nouns that tell of the same."""
        return self.actions.get(lemma, lemma)

    def exclude(self, one: str, other: str) -> bool:
        """Whether nothing is both ("soldier", "civilian"): not two words for one, nor one that holds the other."""
        alike = self.thing(one) == self.thing(other) or {one, other} in self._broader
        return not alike and any(one in group and other in group for group in self._exclusive)

    def varies(self, type_: str | None) -> bool:
        """Whether news answers the question of this type many times over, for each group, month and place."""
        return type_ is not None and not self.words.varying.isdisjoint((type_, type_.partition(".")[0]))


@functools.lru_cache(maxsize=4)
def linking_lists(vocabulary: Vocabulary) -> LinkingLists:
    return LinkingLists(vocabulary.bind("linking", LinkingWords))

"""What rules ask of a figure, worked out once for all of them and only when asked."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from factcheck.figures import Figure
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.ruleset.words import WordSet

_AFTER_HEAD = frozenset(("of", "in", "on", "at", "from", "with", "for", "to", "who", "that", "which", "per"))
_VERB_REACH = 5  # words
_place = itemgetter(0)


class Facts:
    """A figure as rules see it: words in lower case, what is counted by head, what happened by verb."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.kind = figure.quantity.kind
        self.unit = figure.quantity.unit.name if figure.quantity.unit else None
        self.per = figure.quantity.per
        action = figure.context.action
        self.role = action.role if action else None
        self._near: dict[int, tuple[str, ...]] = {}

    @property
    def counted_here(self) -> bool:
        """Whether what is counted stands by the number, not carried over from another ("24 dead and dozens hurt")."""
        counted = self.figure.context.counted
        return counted is not None and counted.span is not None

    @functools.cached_property
    def words(self) -> tuple[str, ...]:
        """The words of what is counted."""
        counted = self.figure.context.counted
        return lower_words(counted.text) if counted else ()

    @functools.cached_property
    def written_head(self) -> str:
        """The head of what is counted as written: the last word before any "of the …"."""
        words = self.words
        end = next((at for at, word in enumerate(words) if at and word in _AFTER_HEAD), len(words))
        return words[end - 1] if words else ""

    @functools.cached_property
    def heads(self) -> frozenset[str]:
        """What is counted: its head's base form, and the head as written ("dead", whose base form is "person")."""
        counted = self.figure.context.counted
        if counted is None:
            return frozenset()
        written = (word for word in self.words if word == counted.head or noun_lemma(word) == counted.head)
        return frozenset((counted.head, self.written_head, *written)) - {""}

    @functools.cached_property
    def counted_text(self) -> str:
        counted = self.figure.context.counted
        return counted.text.lower() if counted else ""

    @functools.cached_property
    def qualifiers(self) -> tuple[str, ...]:
        """The words before the head, as base forms and as written."""
        counted = self.figure.context.counted
        if counted is None:
            return ()
        return (*(word for word in self.words if word not in self.heads), *counted.qualifiers)

    @functools.cached_property
    def verbs(self) -> tuple[str, ...]:
        """What happened: the verb's base form, and the verb as written where it is one word ("shot", not "shot down").

        The base form stands for all verbs of one meaning ("die" and "perish" are "kill").
        """
        action = self.figure.context.action
        if action is None:
            return ()
        written = lower_words(action.span.of(self.figure.document.text)) if action.span else ()
        return (action.lemma, *written) if len(written) == 1 else (action.lemma,)

    @functools.cached_property
    def verb_phrase(self) -> tuple[str, ...]:
        """The words from the verb on, for verbs of several words: "taken into custody", "shot down"."""
        action = self.figure.context.action
        if action is None or action.span is None:
            return ()
        start = action.span.start - self.figure.sentence.start
        placed = split_words(self.figure.sentence_text)
        at = bisect_left(placed, start, key=_place)
        return tuple(word for _, word in placed[at : at + _VERB_REACH])

    @functools.cached_property
    def head_keys(self) -> frozenset[str]:
        """The forms under which rules are looked up by what is counted."""
        return self.heads.union(map(noun_lemma, self.heads))

    @functools.cached_property
    def verb_keys(self) -> frozenset[str]:
        """The forms under which rules are looked up by what happened."""
        verbs = (*self.verbs, *self.verb_phrase[:1])
        return frozenset((*verbs, *map(verb_lemma, verbs)))

    @functools.cached_property
    def _around(self) -> tuple[tuple[str, ...], int]:
        """The words of the sentence, and the place of the number among them."""
        number, start = self.figure.quantity.number, self.figure.sentence.start
        placed = split_words(self.figure.sentence_text)
        at = max(bisect_right(placed, number.start - start, key=_place) - 1, 0)
        words = [word for _, word in placed]
        if placed and placed[at][0] + len(words[at]) > number.stop - start:  # "four-way" is the number and "way"
            words[at] = words[at][number.stop - start - placed[at][0] :].lstrip("-\u2010\u2011")
        return tuple(words), at

    def near_keys(self, reach: int) -> frozenset[str]:
        """The forms under which rules are looked up by the words near the number."""
        return frozenset[str]().union(*map(_keys, self.near(reach)))

    def near(self, reach: int) -> tuple[str, ...]:
        """The words of the sentence that stand within ``reach`` words of the number."""
        if reach not in self._near:
            words, at = self._around
            self._near[reach] = words[max(0, at - reach) : at + reach + 1]
        return self._near[reach]

    def distance(self, wanted: WordSet, reach: int) -> int:
        """How many words away from the number the nearest of the wanted ones stands."""
        words, at = self._around
        for away in range(1, reach):
            if wanted.in_words(words[max(0, at - away) : at + away + 1], ""):
                return away
        return reach


# Inner marks belong to the word ("co-sponsors", "1,000", "u.s"); a possessive ending does not.
_WORD = re.compile(r"\w+(?:[-\u2010\u2011.,:&/'’](?!s\b)\w+)*")


@functools.lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    return tuple({word, noun_lemma(word), verb_lemma(word)})


@functools.lru_cache(maxsize=256)
def split_words(text: str) -> tuple[tuple[int, str], ...]:
    """The words of a sentence in lower case, each with its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ that grows: keep the places right
        lower = text
    return tuple((match.start(), match.group()) for match in _WORD.finditer(lower))


@functools.lru_cache(maxsize=4096)
def lower_words(text: str) -> tuple[str, ...]:
    """The words of a short text in lower case."""
    return tuple(word for _, word in split_words(text))

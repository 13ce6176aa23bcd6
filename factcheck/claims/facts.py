"""What rules ask of a figure, worked out once for all of them and only when asked."""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_right

from factcheck.figures import Figure
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.ruleset.words import WordSet
from factcheck.sentences import Token, tokenize

_AFTER_HEAD = frozenset(("of", "in", "on", "at", "from", "with", "for", "to", "who", "that", "which", "per"))
_VERB_REACH = 5  # words


class Facts:
    """A figure as rules see it: words in lower case, what is counted by head, what happened by verb."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.kind = figure.quantity.kind
        self.unit = figure.quantity.unit.name if figure.quantity.unit else None
        self.per = figure.quantity.per
        action = figure.context.action
        self.role = action.role if action else None

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
        following = (token.lower for token in _tokens(self.figure.sentence_text) if token.start >= start)
        return tuple(itertools.islice(following, _VERB_REACH))

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
        tokens = _tokens(self.figure.sentence_text)
        at = max(bisect_right(tokens, number.start - start, key=lambda token: token.start) - 1, 0)
        words = [token.lower for token in tokens]
        if tokens and tokens[at].stop > number.stop - start:  # "four-way" is the number and "way"
            words[at] = words[at][number.stop - start - tokens[at].start :].lstrip("-\u2010\u2011")
        return tuple(words), at

    def near(self, reach: int) -> tuple[str, ...]:
        """The words of the sentence that stand within ``reach`` words of the number."""
        words, at = self._around
        return words[max(0, at - reach) : at + reach + 1]

    def distance(self, wanted: WordSet, reach: int) -> int:
        """How many words away from the number the nearest of the wanted ones stands."""
        words, at = self._around
        for away in range(1, reach):
            if wanted.in_words(words[max(0, at - away) : at + away + 1], ""):
                return away
        return reach


@functools.lru_cache(maxsize=256)
def _tokens(sentence: str) -> tuple[Token, ...]:
    """The words and numbers of a sentence; a possessive counts as its noun."""
    return tuple(_bare(token) for token in tokenize(sentence) if token.kind != "punct")


def _bare(token: Token) -> Token:
    lower = token.lower
    for ending in ("'s", "’s"):
        if lower.endswith(ending):
            return token._replace(lower=lower[:-2])
    return token


@functools.lru_cache(maxsize=4096)
def lower_words(text: str) -> tuple[str, ...]:
    """The words of a short text in lower case."""
    return tuple(token.lower for token in map(_bare, tokenize(text)) if token.kind == "word")

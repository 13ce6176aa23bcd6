"""What each word can be: its open tags, the most usual one, its lemma. Read from ``rules/en``."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable

from factcheck.lemmas import noun_lemma
from factcheck.sentences.readings import Entry, base, guessed, parsed
from factcheck.sentences.tagset import *
from factcheck.vocabulary import Filled, Vocabulary, toml_table


@toml_table
class _LexiconFile:
    words: str


@toml_table
class _GrammarFile:
    """Closed classes of words."""

    determiners: frozenset[str]
    alone: frozenset[str]
    inner: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]
    degrees: frozenset[str]
    outer: frozenset[str]
    one: frozenset[str]
    possessives: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    compounds: str  # with bars between
    openers: str  # likewise
    inverted: frozenset[str]
    subordinators: frozenset[str]
    opening: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    acting: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    dated: frozenset[str]
    deictic: frozenset[str]
    content: frozenset[str]
    bare: frozenset[str]
    copulas: frozenset[str]
    both: frozenset[str]
    untimely: frozenset[str]
    national: frozenset[str]
    fixed: frozenset[str]
    gerunds: frozenset[str]
    auxiliaries: frozenset[str]
    adverbials: frozenset[str]
    directions: frozenset[str]


@toml_table
class _ClassesFile:
    """``classes``: what the tool knows of words, each class as words, ``+name`` for another class."""

    classes: Filled[frozenset[str]]


def class_lists(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The classes of words as rules name them: each word in any form, a class within a class as ``@name``."""
    listed = vocabulary.bind("classes", _ClassesFile).classes
    return {
        name: tuple(f"@{word[1:]}" if word.startswith("+") else f"{word}~" for word in sorted(words))
        for name, words in listed.items()
        if " " not in name
    }


# Of a written word: it in lower case, its tags, the usual ones, and the prepositions of several words it starts.
Reading = tuple[str, int, int, "list[tuple[str, ...]] | None"]


class Lexicon:
    """The words of one vocabulary. ``entry`` answers for any lower-case word, known or not, ``words`` for classes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        raw = vocabulary.bind("lexicon", _LexiconFile).words
        self._lines = sorted(raw.split("\n"))  # as the file has them; few of the words are ever asked for
        grammar = vocabulary.bind("grammar", _GrammarFile)
        self.closed = _closed(grammar)
        self.alone = grammar.alone
        self.times = grammar.times
        self.bare = grammar.bare
        self.copulas = grammar.copulas
        self.content = grammar.content
        self.particles = grammar.particles
        self.national = tuple(grammar.national)
        self.fixed = grammar.fixed
        self.compounds = _by_first(f"{grammar.compounds}|{grammar.openers}")
        self.openers = frozenset(grammar.openers.split("|"))
        self.readings: tuple[dict[str, Reading], ...] = ({}, {})  # see `make_words`
        self._listed = vocabulary.bind("classes", _ClassesFile).classes | vars(grammar)
        # Both are asked several times for each word of a sentence, so they are kept in what needs no call of ours.
        self.entry: Callable[[str], Entry] = functools.lru_cache(maxsize=100_000)(self._entry)
        self.words: Callable[..., frozenset[str]] = functools.cache(self._words)
        self.noun: Callable[[str], str] = functools.lru_cache(maxsize=100_000)(self._noun)
        self.lemmas: Callable[[str], frozenset[str]] = functools.lru_cache(maxsize=100_000)(self._lemmas_of)
        self.unchanging = self.words("unchanging")

    def _words(self, *names: str) -> frozenset[str]:
        """The words of classes of ``rules/en`` ("saying", "times"), with those of the classes in them."""
        listed = frozenset[str]().union(*(self._listed[name] for name in names))
        inner = [one for one in listed if one.startswith("+")]
        return listed.difference(inner).union(*(self.words(one[1:]) for one in inner))

    def __contains__(self, word: str) -> bool:
        return word in self.closed or self._line(word) is not None

    def _line(self, word: str) -> str | None:
        """What the list says of a word, as it is written there."""
        start = f"{word} "
        at = bisect_left(self._lines, start)
        line = self._lines[at] if at < len(self._lines) else ""
        return line[len(start) :] if line.startswith(start) else None

    def _entry(self, word: str) -> Entry:
        """The readings of a lower-case word; an unknown one is guessed from its ending."""
        raw = self._line(word)
        known = parsed(word, raw) if raw is not None else guessed(word, self)
        if word.endswith("ly") and word[:-2] in self and known.tags & ADVERB and known.usual & NOUN:
            known = Entry(known.tags & ~NOUN, ADVERB, known.lemma, known.others)  # "briefly" is seldom a paper
        if word.endswith("ed") and known.usual & PASTS and known.lemma == word:
            known = Entry(known.tags | PASTS, known.usual, base(word, "ed", self))  # of a verb not listed: "torched"
        if word in self.unchanging and known.usual & (NOUN | PLURAL):
            known = Entry(known.tags | PLURAL, known.usual, known.lemma, known.others)
        return known

    def _noun(self, word: str) -> str:
        """The lemma of a lower-case word as a noun."""
        entry = self.entry(word)
        lemma = entry.lemma_as(NOUNS) if entry.tags & NOUNS else word  # "days of fighting"
        return noun_lemma(word) if lemma == word else lemma  # plurals that the lexicon lists as nouns of their own

    def _lemmas_of(self, token: str) -> frozenset[str]:
        """A lower-case token, its clitic left out, with all the lemmas that it can have."""
        plain = token.replace("’", "'").partition("'")[0]
        entry = self.entry(plain)
        return frozenset((plain, entry.lemma, *(lemma for _, lemma in entry.others)))


@functools.lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, made once."""
    return Lexicon(vocabulary)


def _by_first(compounds: str) -> dict[str, list[tuple[str, ...]]]:
    """Closed words of several parts by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in compounds.replace("\n", "").split("|"):
        parts = tuple(one.split())
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return {first: sorted(listed, key=len, reverse=True) for first, listed in found.items()}


def _closed(grammar: _GrammarFile) -> dict[str, int]:
    classes = (
        (grammar.determiners, DETERMINER), (grammar.possessives, POSSESSIVE), (grammar.subjects, SUBJECT),
        (grammar.objects, OBJECT), (grammar.prepositions, PREPOSITION), (grammar.subordinators, SUBORDINATOR),
        (grammar.conjunctions, CONJUNCTION), (grammar.relatives, RELATIVE), (grammar.modals, MODAL), (grammar.be, BE),
        (grammar.have, HAVE), (grammar.do, DO), (grammar.negations, NEGATION), (grammar.adverbs, ADVERB),
        (grammar.particles, PARTICLE),
    )  # fmt: skip
    found: dict[str, int] = {}
    for words, tag in classes:
        for word in words:
            found[word] = found.get(word, 0) | tag
    found["to"] = TO | PREPOSITION
    return found

"""Words of rules: ``drone~`` is every inflection, ``drone`` that form, ``re:'…'`` a pattern, ``@people`` a list."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.lemmas import inflections, noun_lemma, plural, verb_lemma
from factcheck.ruleset import patterns
from factcheck.vocabulary.problems import suggestion

if TYPE_CHECKING:
    from regex import Pattern

# An honest pattern on a sentence takes microseconds.
PATTERN_TIMEOUT = 0.1  # seconds
_SHOWN = 60  # characters of a pattern in a message

_PATTERN = re.compile(r"re:(?:'(.*)'|\"(.*)\"|(.*))$", re.DOTALL)
_WORD = re.compile(r"[^\s~@]+~?$")


class PatternTimeoutError(Exception):
    """A ``re:'…'`` of a rule that ran out of its time."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        super().__init__(pattern)


@dataclass(frozen=True, slots=True)
class WordSet:
    """Compiled words: single forms, phrases (each a row of sets of forms) and patterns."""

    forms: frozenset[str]
    phrases: tuple[tuple[frozenset[str], ...], ...] = ()
    patterns: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()  # every form that a phrase may start with

    def __bool__(self) -> bool:
        return bool(self.forms or self.phrases or self.patterns)

    def in_words(self, words: Sequence[str], text: str) -> bool:
        """Whether one of the words or phrases stands in a row of lower-case words, or a pattern in its text."""
        if not self.forms.isdisjoint(words):
            return True
        if self.phrases and not self.starts.isdisjoint(words) and self._holds_phrase(words):
            return True
        return any(search(pattern, text) for pattern in self.patterns)

    def is_verb(self, verbs: Collection[str], phrase: Sequence[str]) -> bool:
        """Whether a verb, in any of the forms ``verbs`` or as the start of ``phrase``, is one of the words."""
        if not self.forms.isdisjoint(verbs):
            return True
        if any(_phrase_in(words, phrase[: len(words)]) for words in self.phrases):
            return True
        return any(search(pattern, " ".join((*verbs, *phrase))) for pattern in self.patterns)

    def _holds_phrase(self, words: Sequence[str]) -> bool:
        places = [at for at, word in enumerate(words) if word in self.starts]
        return any(_phrase_at(phrase, words, at) for at in places for phrase in self.phrases)

    def found_in(self, words: Sequence[str]) -> list[str]:
        """Which of the words and phrases stand in a row of words, for telling."""
        single = [word for word in words if word in self.forms]
        starts = ((phrase, at) for phrase in self.phrases for at in range(len(words)))
        many = [
            " ".join(words[at : at + len(phrase)])
            for phrase, at in starts
            if _phrase_in(phrase, words[at : at + len(phrase)])
        ]
        return list(dict.fromkeys((*single, *many)))

    def is_head(self, heads: Collection[str], words: Sequence[str], text: str) -> bool:
        """Whether a noun phrase is headed by one of the words, in any of the forms ``heads``."""
        if not self.forms.isdisjoint(heads):
            return True
        if any(not phrase[-1].isdisjoint(heads) and _phrase_in(phrase, words) for phrase in self.phrases):
            return True
        return any(search(pattern, text) for pattern in self.patterns)


def search(pattern: str, text: str) -> bool:
    """Whether the pattern is found in the text, within its time.

    Raises PatternTimeoutError for a pattern that takes longer than any honest one.
    """
    try:
        return _compiled(pattern).search(text, timeout=PATTERN_TIMEOUT) is not None
    except TimeoutError as error:
        raise PatternTimeoutError(pattern) from error


@functools.cache
def _compiled(pattern: str) -> Pattern[str]:
    import regex  # only for rules that use patterns

    return regex.compile(pattern, regex.IGNORECASE)


def _phrase_in(phrase: tuple[frozenset[str], ...], words: Sequence[str]) -> bool:
    return any(_phrase_at(phrase, words, at) for at in range(len(words) - len(phrase) + 1))


def _phrase_at(phrase: tuple[frozenset[str], ...], words: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(word in forms for forms, word in zip(phrase, words[at : at + len(phrase)], strict=True))


def compile_words(specs: Iterable[str], lists: Mapping[str, tuple[str, ...]]) -> WordSet:
    """The words of one key; ``@name`` is replaced by the words of that list."""
    return _compile(tuple(expand(specs, lists)))


def index_words(
    specs: Iterable[str], lists: Mapping[str, tuple[str, ...]]
) -> tuple[frozenset[str], frozenset[str]] | None:
    """The first words and the last words of a key in their base forms; ``None`` when patterns forbid an index.

    A figure's words are looked up in their base forms too, so that nothing need be inflected to build the index.
    """
    return _index(tuple(expand(specs, lists)))


@functools.lru_cache(maxsize=1024)
def _index(specs: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]] | None:
    first: set[str] = set()
    last: set[str] = set()
    for spec in specs:
        if pattern_of(spec) is not None:
            return None
        words = spec.split()
        first |= _bases(words[0])
        last |= _bases(words[-1])
    return frozenset(first), frozenset(last)


@functools.cache
def _bases(word: str) -> frozenset[str]:
    if not word.endswith("~"):
        return frozenset((word,))
    base = word[:-1]
    # The plural too: a few ("goods") are their own base form, and are looked up as such.
    return frozenset((base, noun_lemma(base), verb_lemma(base), plural(base)))


@functools.lru_cache(maxsize=1024)
def _compile(specs: tuple[str, ...]) -> WordSet:
    forms: set[str] = set()
    phrases, patterns = [], []
    for spec in specs:
        pattern = pattern_of(spec)
        if pattern is not None:
            patterns.append(pattern)
        elif " " in spec:
            phrases.append(tuple(_forms(word) for word in spec.split()))
        else:
            forms |= _forms(spec)
    starts = frozenset[str]().union(*(phrase[0] for phrase in phrases))
    return WordSet(frozenset(forms), tuple(phrases), tuple(patterns), starts)


@functools.cache
def _forms(word: str) -> frozenset[str]:
    return inflections(word[:-1]) if word.endswith("~") else frozenset((word,))


def expand(specs: Iterable[str], lists: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The words, each once, with every ``@list`` replaced by its words; unknown lists are left out.

    A list is gone through once, however often and in whatever circles lists name each other.
    """
    words: dict[str, None] = {}
    seen: set[str] = set()
    ahead = list(reversed(tuple(specs)))
    while ahead:
        spec = ahead.pop()
        if not spec.startswith("@"):
            words[spec] = None
        elif spec[1:] in lists and spec[1:] not in seen:
            seen.add(spec[1:])
            ahead.extend(reversed(lists[spec[1:]]))
    return list(words)


def pattern_of(spec: str) -> str | None:
    """What stands behind ``re:``, with or without its quotation marks; ``None`` for plain words."""
    match = _PATTERN.match(spec) if spec.startswith("re:") else None
    return next(group for group in match.groups() if group is not None) if match else None


def fault(spec: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """What is wrong with one word of a rule and what to do, or ``None``."""
    pattern = pattern_of(spec)
    if pattern is not None:
        return _pattern_fault(pattern)
    if spec.startswith("@"):
        return _list_fault(spec, lists)
    if not spec.strip() or spec != " ".join(spec.split()):
        return "an empty word or stray spaces", 'write words with one space between them: "death toll~"'
    if spec != spec.lower():
        return f'"{spec}" has capitals; words are compared in lower case', f'write "{spec.lower()}"'
    if any(not _WORD.match(word) for word in spec.split()):
        return f'"{spec}" is no word', 'a word may end in one ~ for all its inflections: "drone~"'
    if any(mark in spec for mark in "*?[]()|\\"):
        return f'"{spec}" looks like a pattern', f"write it as re:'{spec}', or use ~ for inflections"
    return None


def _pattern_fault(pattern: str) -> tuple[str, str] | None:
    import regex

    too_much = patterns.fault(pattern)
    if too_much is not None:
        shown = pattern if len(pattern) < _SHOWN else f"{pattern[:_SHOWN]}…"
        return f"the pattern re:'{shown}' {too_much[0]}", too_much[1]
    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
    except regex.error as error:
        return f"the pattern re:'{pattern}' is broken: {error.msg}", f"look at its character {(error.pos or 0) + 1}"
    if compiled.search("") is not None:
        return f"the pattern re:'{pattern}' matches anything, even nothing", "let it hold at least one letter"
    try:
        for text in _trials(pattern):
            compiled.search(text, timeout=PATTERN_TIMEOUT)
    except TimeoutError:
        return f"the pattern re:'{pattern}' takes too long and was stopped", "take away repeats inside repeats"
    return None


def _trials(pattern: str) -> Iterator[str]:
    """Texts on which a pattern that backtracks without end shows itself: its own letters over and over."""
    letters = "".join(dict.fromkeys(re.sub(r"\\.|\W", "", pattern)))[:8] or "a"
    yield from (letter * 64 + "!" for letter in letters)
    yield letters * 12 + "!"
    yield (letters + " ") * 12 + "!"
    yield "1 a1 " * 16 + "!"


def _list_fault(spec: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    name = spec[1:]
    if name not in lists:
        return f'no list "@{name}"', suggestion(name, lists)
    return None

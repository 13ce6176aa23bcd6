"""The table ``lookalikes.toml``: what holds digits or number words and is no figure."""

from __future__ import annotations

import re

from factcheck.lemmas import is_singular_s
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class Dates:
    months: frozenset[str]
    weekdays: frozenset[str]
    year_levels: frozenset[str]
    year_after: frozenset[str]
    year_of: frozenset[str]


@toml_table
class Names:
    before: frozenset[str]
    capital: frozenset[str]
    always: frozenset[str]
    after: frozenset[str]
    after_capital: frozenset[str]
    bodies: frozenset[str]
    ends: frozenset[str]
    leads: frozenset[str]
    joined: frozenset[str]
    eras: frozenset[str]
    zeros: frozenset[str]
    lines: frozenset[str]
    dialled: frozenset[str]
    phoned: frozenset[str]
    texted: frozenset[str]
    arms: frozenset[str]
    spelled: frozenset[str]
    numbered: frozenset[str]
    does: frozenset[str]
    titled: frozenset[str]
    messages: frozenset[str]
    squads: frozenset[str]
    races: frozenset[str]
    events: frozenset[str]
    graded: frozenset[str]


@toml_table
class One:
    signed: frozenset[str]
    within: frozenset[str]
    after: frozenset[str]
    placed: frozenset[str]
    before: frozenset[str]
    counts: frozenset[str]
    weak: frozenset[str]
    prepositions: frozenset[str]
    told: frozenset[str]
    states: frozenset[str]
    speech: frozenset[str]
    single_kinds: frozenset[str]
    several: frozenset[str]
    margins: frozenset[str]
    whether: frozenset[str]
    places: frozenset[str]
    acting: frozenset[str]
    objects: frozenset[str]


@toml_table
class Articles:
    prepositions: frozenset[str]
    lengthened: frozenset[str]
    lasting: frozenset[str]
    following: frozenset[str]
    compared: frozenset[str]


@toml_table
class Clock:
    leads: frozenset[str]
    spans: frozenset[str]


@toml_table
class Half:
    of: frozenset[str]
    after: frozenset[str]
    periods: frozenset[str]


@toml_table
class Share:
    of: frozenset[str]
    before: frozenset[str]
    led: frozenset[str]
    wholly: frozenset[str]


@toml_table
class Loose:
    pair: frozenset[str]
    worn: frozenset[str]
    scores: frozenset[str]
    few: frozenset[str]
    handful: frozenset[str]


@toml_table
class Multiples:
    idioms: frozenset[str]
    double: frozenset[str]
    helping: frozenset[str]


@toml_table
class ZeroCues:
    nouns: frozenset[str]
    reports: frozenset[str]
    absent: frozenset[str]
    adverbs: frozenset[str]
    gap: frozenset[str]
    harmed: frozenset[str]
    persons: frozenset[str]
    other: frozenset[str]
    mass: frozenset[str]
    acting: frozenset[str]
    be: frozenset[str]


@toml_table
class Ordinals:
    large: int
    named: frozenset[str]
    nouns: frozenset[str]
    first: frozenset[str]


@toml_table
class Ages:
    be: frozenset[str]
    persons: frozenset[str]
    cues: frozenset[str]
    turning: frozenset[str]
    firms: frozenset[str]
    limits: frozenset[str]
    groups: frozenset[str]
    some: frozenset[str]
    impersonal: frozenset[str]
    places: frozenset[str]
    parents: frozenset[str]
    told: frozenset[str]
    people: frozenset[str]
    personal: frozenset[str]
    follow: frozenset[str]
    things: frozenset[str]


@toml_table
class Scores:
    votes: frozenset[str]
    results: frozenset[str]
    odds: frozenset[str]
    sports: frozenset[str]


@toml_table
class Lookalikes:
    """The whole table."""

    dates: Dates
    names: Names
    one: One
    article: Articles
    clock: Clock
    half: Half
    share: Share
    loose: Loose
    multiples: Multiples
    zero: ZeroCues
    ordinals: Ordinals
    ages: Ages
    scores: Scores


def lookalikes(vocabulary: Vocabulary) -> Lookalikes:
    """The look-alikes of a vocabulary."""
    return vocabulary.bind("lookalikes", Lookalikes)


NEXT_WORD = re.compile(r"[ \u00a0\n-]([^\W\d_][\w'’]{0,40}(?:-[\w'’]{1,40}){0,4})")
_PLURAL = re.compile(
    r"(?:[a-z-]*people|children|[a-z-]*[^\Wio_]men|[a-z-]*women|men|police|dead|troops|[a-z][\w-]*[a-z]s)$"
)
_SINGULAR_ENDS = ("ss", "us", "sis")  # "glass", "consensus", "basis"


def is_body(before: str, known: Lookalikes) -> bool:
    """Whether the text before a number makes it a body's or a stage's name: "Group of", "Round of"."""
    words = before.rsplit(None, 2)[-2:]
    return len(words) == 2 and words[1] == "of" and words[0].lstrip("\"“‘'(") in known.names.bodies


def next_word(text: str, at: int, limit: int) -> str:
    """The word that follows ``at``, a space or hyphen apart, as written; empty where there is none."""
    match = NEXT_WORD.match(text, at, limit)
    return match[1] if match else ""


def next_words(text: str, at: int, limit: int, most: int = 3) -> list[str]:
    """The words that follow ``at``, a space or hyphen apart, as written."""
    found: list[str] = []
    while len(found) < most and (match := NEXT_WORD.match(text, at, limit)):
        found.append(match[1])
        at = match.end()
    return found


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return _PLURAL.match(word) is not None and not word.endswith(_SINGULAR_ENDS) and not is_singular_s(word)


def in_small_text(before: str, text: str, behind: int) -> bool:
    """Whether small words stand around a capitalised number word: in a headline a capital makes no name."""
    running = [*before[-_AROUND:].split()[1:], *text[behind : behind + _AROUND].partition("\n\n")[0].split()]
    return sum(word.islower() and len(word) > _SHORT_WORD for word in running) > 1


_AROUND, _SHORT_WORD = 40, 3

"""Keys for names: the same person or body under another title, spelling or form of its country gives the same key."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.context.gazetteer import Gazetteer, load_gazetteer
from factcheck.lemmas import noun_lemma
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class Names:
    """``names.toml``."""

    titles: frozenset[str]
    bodies: frozenset[str]
    fillers: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    spellings: Mapping[str, str]
    metonyms: Mapping[str, str]
    agencies: Mapping[str, str]
    media: frozenset[str]
    crowds: frozenset[str]
    transliteration: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Name:
    """A name read: its key, whether it names someone rather than "officials", whether it is a person's."""

    key: str
    named: bool
    person: bool


def load_names(vocabulary: Vocabulary) -> Names:
    return vocabulary.bind("names", Names)


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w&-]|['’](?!s\b)(?=\w))*")


@functools.lru_cache(maxsize=16384)
def read_name(text: str, vocabulary: Vocabulary) -> Name:
    """What a noun phrase names: "Ukrainian President Volodymyr Zelenskiy" → ``zelensky``, a person."""
    names, gazetteer = load_names(vocabulary), load_gazetteer(vocabulary)
    agency = credited(text, vocabulary)
    if agency:
        return Name(agency.lower(), True, False)
    plain = " ".join(_WORD.findall(text.lower()))
    house = names.metonyms.get(plain.removeprefix("the "))
    if house:
        return Name(house, True, False)
    words = _WORD.findall(text)
    person = _person_words(words, names, gazetteer)
    if person:
        return Name(_person_key(person, names), True, True)
    return Name(_body_key(text, names, gazetteer), _is_named(words, names, gazetteer), False)


def credited(text: str, vocabulary: Vocabulary) -> str | None:
    """The news agency or outlet a phrase names, under its usual name: "the Associated Press" → ``AP``."""
    names = load_names(vocabulary)
    plain = text.lower().replace("’", "'").strip(" \"'“”").removesuffix("'s").removeprefix("the ")
    known = names.agencies.get(plain) or names.agencies.get(plain.removesuffix(" news agency"))
    if known or " " not in plain:
        return known
    words = text.split()
    start = next((at for at in range(len(words) - 1, -1, -1) if not words[at][0].isupper()), None)
    if start is None or words[start].lower() not in names.media:
        return None
    return " ".join(words[start + 1 :]) or None  # "the national news agency Antara"


def _person_words(words: list[str], names: Names, gazetteer: Gazetteer) -> list[str]:
    """The words of a person's name at the end of a phrase, without titles; empty when it names no person."""
    words = [w for w in words if w.lower().rstrip(".") not in names.suffixes]
    while words and words[0] in ("The", "A", "An"):
        words = words[1:]
    joint = next((i for i, w in enumerate(words) if i > 1 and w in _OF), None)
    if joint is not None and words[joint - 2][0].isupper() and words[joint - 1][0].isupper():
        leading = _person_words(words[:joint], names, gazetteer)  # "Ana Ruiz of the disaster agency"
        if leading:
            return leading
    start = len(words)
    while start and (words[start - 1][0].isupper() or words[start - 1].lower() in names.particles):
        start -= 1
    while start < len(words) and not words[start][0].isupper():
        start += 1
    run, titled = _after_title(words[:start], words[start:], names)
    while run and run[0].lower() in gazetteer.demonyms:
        run = run[1:]
    if not run or len(run) > 5 or any(w.lower() in names.bodies for w in run):
        return []
    whole = " ".join(run)
    if titled:
        return run if not gazetteer.find(whole) else []
    before = [w.lower() for w in words[:start] if w.lower() not in names.fillers]
    if before and _is_trade(before[-1], names) and len(run) > 1 and not gazetteer.find(whole):
        return run  # "fact checker Glenn Kessler"
    if before or gazetteer.find(whole) or whole.isupper() or noun_lemma(run[-1].lower()) in names.crowds:
        return []
    return run if len(run) > 1 or len(words) == 1 else []


def _after_title(before: list[str], run: list[str], names: Names) -> tuple[list[str], bool]:
    """The part of a run of capitals after its last title ("State Marco Rubio" after "Secretary of" is two words)."""
    titled = bool(before) and _is_title(before[-1], names)
    for at in range(len(run) - 1, -1, -1):
        if _is_title(run[at], names):
            return run[at + 1 :], True
    if any(_is_title(word, names) for word in before):
        for at in range(len(run) - 2, 0, -1):
            if run[at - 1].lower() in names.bodies:
                return run[at:], True
    return run, titled


_OF = frozenset({"of", "from", "at", "in", "for", "with"})


def _is_trade(word: str, names: Names) -> bool:
    """Whether a plain noun before two capitalised words is likely to be what a person does, not a kind of body."""
    return word.isalpha() and word not in names.bodies


def _is_title(word: str, names: Names) -> bool:
    lower = word.lower().rstrip(".")
    if lower in names.titles or noun_lemma(lower) in names.titles:
        return True
    return "-" in lower and any(part in names.titles for part in lower.split("-"))  # "Secretary-General"


def _person_key(run: list[str], names: Names) -> str:
    last = run[0] if len(run) in (2, 3) and run[0].lower() in names.family_first else run[-1]
    return romanised(last, names)


@functools.lru_cache(maxsize=4)
def _letters(table: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted((letters for letters, _ in table), key=len, reverse=True)))


def romanised(name: str, names: Names) -> str:
    """A family name under one spelling: without accents, doubled letters and the choices of transliteration."""
    lower = name.lower().removeprefix("al-").removeprefix("el-").replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower.replace("ı", "i")) if c.isalpha())
    ended = re.sub(r"[iyj]+$", "y", plain)
    table = tuple(names.transliteration.items())
    one = _letters(table).sub(lambda match: names.transliteration[match.group()], ended)
    return re.sub(r"(.)\1+", r"\1", one) or plain


def _body_key(text: str, names: Names, gazetteer: Gazetteer) -> str:
    """The content words of a body's name, countries for their peoples, in one order."""
    found: list[str] = []
    for word in _joined(_WORD.findall(text), gazetteer):
        if word in names.fillers:
            continue
        word = names.spellings.get(word, word)
        found.append(names.spellings.get(noun_lemma(word), noun_lemma(word)) if word.isalpha() else word)
    return " ".join(sorted(set(found))) or noun_lemma(text.lower().split()[-1])


def _joined(words: list[str], gazetteer: Gazetteer) -> list[str]:
    """Lower-case words, the names of countries and peoples of one or two words each made one slug."""
    out: list[str] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2]).lower()
        country = _country(pair, gazetteer) if at + 1 < len(words) else None
        step = 2 if country else 1
        if country is None and (words[at] != words[at].lower() or not words[at].isalpha()):
            country = _country(words[at].lower(), gazetteer)
        out.append(country or words[at].lower())
        at += step
    return out


def _country(name: str, gazetteer: Gazetteer) -> str | None:
    country = gazetteer.demonyms.get(name) or gazetteer.capitals.get(name)
    if country is None:
        country = next((e.name for e in gazetteer.find(name) if e.name in gazetteer.countries), None)
    return country.lower().replace(" ", "-") if country else None


def _is_named(words: list[str], names: Names, gazetteer: Gazetteer) -> bool:
    """Whether a phrase names a body: a capital beyond a people's name, or a people's name with a body's word."""
    capitals = [w for w in words if w[0].isupper() and w.lower() not in names.fillers]
    if not capitals:
        return False
    if noun_lemma(words[-1].lower()) in names.crowds:
        return any(not _country(w.lower(), gazetteer) for w in capitals if w is not words[0])
    if any(w.lower() in names.bodies or noun_lemma(w.lower()) in names.bodies for w in words):
        return capitals != words[:1] or words[0].lower() in gazetteer.demonyms or bool(gazetteer.find(words[0]))
    own = [w for w in capitals if w.lower() not in gazetteer.demonyms]
    return bool(own) and (own != words[:1] or len(words) == 1 or bool(gazetteer.find(words[0])))

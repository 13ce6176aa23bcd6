"""What a word can be: as the list of words has it, else by its ending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.sentences.tagset import *

if TYPE_CHECKING:
    from factcheck.sentences.lexicon import Lexicon


CODES: Final = {
    "n": NOUN, "ns": PLURAL, "j": ADJECTIVE, "r": ADVERB, "v": BASE, "vz": THIRD, "vd": PAST, "vn": PARTICIPLE,
    "vg": ING,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's readings: every tag it can have, the usual one, and its lemma under each tag where that differs."""

    tags: int
    usual: int
    lemma: str
    others: tuple[tuple[int, str], ...] = ()

    def lemma_as(self, tags: int) -> str:
        """The lemma under the first of the given tags that the word has."""
        for tag, lemma in self.others:
            if tag & tags:
                return lemma
        return self.lemma


def parsed(word: str, raw: str) -> Entry:
    codes, *lemmas = raw.split(" ")
    tags = [CODES[code] for code in codes.split(",")]
    total = 0
    for tag in tags:
        total |= tag
    lemma, others = word, []
    for one in lemmas:
        code, equals, other = one.partition("=")
        if equals:
            others.append((CODES[code], other))
        else:
            lemma = one
    return Entry(total, tags[0], lemma, tuple(others))


def guessed(word: str, known: Lexicon) -> Entry:
    """An unknown word by its ending, or by its last part ("air-dropped", "co-sponsors")."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and last in known:
        entry = known.entry(last)
        tags = entry.tags & ~(PAST | BASE | THIRD) if entry.tags & (PARTICIPLE | ADJECTIVE | ING) else entry.tags
        others = tuple((tag, f"{head}-{lemma}") for tag, lemma in entry.others)
        described = ADJECTIVE if entry.usual & PARTICIPLE else 0  # "a blood-splattered town"
        return Entry(tags | ADJECTIVE, entry.usual | described, f"{head}-{entry.lemma}", others)
    for prefix in ("under", "over", "out", "re", "mis", "un"):
        rest = word.removeprefix(prefix)
        if rest is not word and len(rest) > 3 and rest in known:
            entry = known.entry(rest)
            if prefix == "un" and entry.tags & PARTICIPLE:
                return Entry(ADJECTIVE, ADJECTIVE, word)  # "unexploded"
            others = tuple((tag, prefix + lemma) for tag, lemma in entry.others)
            usual = entry.tags & VERBS or entry.usual
            return Entry(entry.tags, usual, prefix + entry.lemma, others)  # "undervalues"
    for ending, tags, usual, cut in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            if ending == "ing" and base(word, cut, known) not in known:
                return Entry(NOUN | ADJECTIVE, ADJECTIVE, word)  # "leftwing"
            return Entry(tags, usual, base(word, cut, known) if cut else word)
    return Entry(NOUN, NOUN, word)


def base(word: str, ending: str, known: Lexicon) -> str:
    """An unknown word without its ending: as the lexicon spells the rest, else by the rules of spelling."""
    stem = word[: -len(ending)]
    if ending == "s":
        return stem
    for base in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
        if base in known:
            return base
    if stem[-1:] == stem[-2:-1] and stem[-1:] in "bdgmnprt":
        return stem[:-1]  # "airdropped"
    return stem + "e" if stem.endswith(("is", "iz", "at", "v", "c", "us", "as", "os")) else stem


_ENDINGS: Final = (
    ("ly", ADVERB | ADJECTIVE, ADVERB, ""),
    ("ed", PAST | PARTICIPLE | ADJECTIVE, PARTICIPLE, "ed"),
    ("ing", ING | NOUN, ING, "ing"),
    ("ize", BASE, BASE, ""),
    ("ise", BASE | NOUN, BASE, ""),
    ("ify", BASE, BASE, ""),
    ("izes", THIRD, THIRD, "s"),
    ("ifies", THIRD, THIRD, "ies"),
    ("ous", ADJECTIVE, ADJECTIVE, ""),
    ("ful", ADJECTIVE, ADJECTIVE, ""),
    ("ive", ADJECTIVE | NOUN, ADJECTIVE, ""),
    ("able", ADJECTIVE, ADJECTIVE, ""),
    ("ish", ADJECTIVE, ADJECTIVE, ""),
    ("ss", NOUN, NOUN, ""),
    ("us", NOUN, NOUN, ""),
    ("is", NOUN, NOUN, ""),
    ("ies", PLURAL, PLURAL, ""),
    ("s", PLURAL, PLURAL, "s"),
)

"""Base forms and inflections of English words, by rule with a table of exceptions (``irregular.toml``).

Enough for matching rules and naming what is counted; it is not a dictionary: an unknown word is taken as regular.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.vocabulary import default_vocabulary

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class _Unchanging:
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Doubling:
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Irregular:
    nouns: Mapping[str, str]
    unchanging: _Unchanging
    verbs: Mapping[str, tuple[str, ...]]
    doubling: _Doubling


@functools.cache
def _irregular() -> _Irregular:
    return default_vocabulary().bind("irregular", _Irregular)


@functools.cache
def _verb_forms() -> Mapping[str, str]:
    """Every irregular verb form to its base."""
    return {form: base for base, forms in _irregular().verbs.items() for form in (base, *forms)}


@functools.lru_cache(maxsize=65536)
def noun_lemma(word: str) -> str:
    """The singular of a lower-case noun: ``co-sponsors`` → ``co-sponsor``, ``people`` → ``person``."""
    table = _irregular()
    head, hyphen, last = word.rpartition("-")
    if hyphen:
        return head + hyphen + noun_lemma(last)
    if word in table.nouns:
        return table.nouns[word]
    if word in table.unchanging.nouns:
        return {"casualties": "casualty", "injuries": "injury", "troops": "troop"}.get(word, word)
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@functools.lru_cache(maxsize=65536)
def verb_lemma(word: str) -> str:
    """The base of a lower-case verb form: ``downed`` → ``down``, ``killing`` → ``kill``, ``shot`` → ``shoot``."""
    forms = _verb_forms()
    if word in forms:
        return forms[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            return _stem(word[: -len(suffix)])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _stem(stem: str) -> str:
    """The base behind what is left of a form without -ed or -ing."""
    if not any(letter in "aeiouy" for letter in stem):
        return stem
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if len(stem) > 3 and stem[-2:] == "ll" and stem[:-1] in _irregular().doubling.verbs:
        return stem[:-1]
    if stem.endswith(
        (
            "at",
            "iz",
            "is",
            "us",
            "ag",
            "ur",
            "os",
            "ok",
            "ir",
            "ar",
            "id",
            "ed",
            "ud",
            "ov",
            "iv",
            "av",
            "ev",
            "olv",
            "erv",
            "rs",
            "ns",
            "nc",
            "rc",
            "rg",
            "dg",
            "ng",
            "ls",
            "bl",
            "pl",
            "gl",
            "tl",
            "dl",
            "cl",
            "fl",
            "ut",
            "ot",
            "uc",
            "ic",
            "ac",
            "ap",
            "ip",
            "op",
            "in",
            "an",
            "im",
            "am",
            "um",
            "ul",
            "il",
            "al",
            "ol",
            "aus",
            "ang",
            "ub",
            "ib",
            "ob",
            "ab",
            "ak",
            "ik",
            "yp",
            "ys",
            "ad",
            "od",
            "ad",
            "ez",
            "az",
            "oz",
            "eas",
            "ees",
            "ces",
            "ith",
            "eath",
            "gu",
            "qu",
            "su",
            "lu",
            "cu",
        )
    ):
        return _silent_e(stem)
    return stem


def _silent_e(stem: str) -> str:
    """``impos`` → ``impose`` but ``visit`` → ``visit``: a short final syllable with one vowel takes its e back."""
    if stem in _NO_E or stem.endswith(_NO_E_ENDS):
        return stem
    return stem + "e"


_NO_E_ENDS = (
    "eat",
    "oat",
    "oot",
    "out",
    "eed",
    "ead",
    "oad",
    "aid",
    "oid",
    "eal",
    "ail",
    "oil",
    "eel",
    "ool",
    "ain",
    "oin",
    "ean",
    "een",
    "oon",
    "ear",
    "air",
    "our",
    "eam",
    "oom",
    "eap",
    "oop",
    "eep",
    "eek",
    "ook",
    "eak",
    "oak",
    "ouk",
    "ang",
    "ing",
    "ong",
    "ung",
    "visit",
    "limit",
    "edit",
    "audit",
    "exhibit",
    "inherit",
    "benefit",
    "profit",
    "deposit",
    "happen",
    "remain",
    "train",
    "gain",
    "ention",
    "tion",
    "sion",
    "an",
    "oan",
    "iel",
    "evel",
    "avel",
    "ancel",
    "otal",
    "ignal",
    "ival",
    "pan",
    "wan",
    "ckon",
    "son",
    "don",
    "gain",
    "target",
    "alarm",
    "arm",
    "orm",
    "irm",
    "erm",
    "sub",
    "scrib-",
    "eil",
    "ul-",
    "erit",
    "ecruit",
    "ruit",
    "uit",
)
_NO_E = frozenset(
    {
        "visit",
        "limit",
        "target",
        "model",
        "develop",
        "gallop",
        "gossip",
        "orphan",
        "plan",
        "scan",
        "ban",
        "mean",
        "claim",
        "aim",
        "seiz-",
    }
)


@functools.cache
def inflections(word: str) -> frozenset[str]:
    """Every form of a lower-case word, as a noun and as a verb: ``down`` → down, downs, downed, downing.

    For matching, so it is generous: forms that do not exist do no harm.
    """
    table = _irregular()
    forms = {word, *_plurals(word)}
    if word in table.verbs:
        forms.update(table.verbs[word])
    else:
        forms.update(_regular_verb(word))
    return frozenset(forms)


def _plurals(word: str) -> set[str]:
    table = _irregular()
    if word in table.unchanging.nouns:
        return {word}
    irregular = {plural for plural, singular in table.nouns.items() if singular == word}
    if irregular and word not in ("base",):
        return irregular
    if word.endswith("man") and len(word) > 4:
        return {word[:-3] + "men"}
    return {_add_s(word)}


def _add_s(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _regular_verb(word: str) -> set[str]:
    forms = {_add_s(word)}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing", word + "ing"}
    elif word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        forms |= {word[:-1] + "ied", word + "ing"}
    else:
        stems = {word}
        if word in _irregular().doubling.verbs:
            stems = {word + word[-1]}
        for stem in stems:
            forms |= {stem + "ed", stem + "ing"}
    return forms

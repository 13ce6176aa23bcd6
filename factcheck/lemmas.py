"""Base forms and inflections of English words: a lexicon of verbs whose forms are generated, a table of exceptions.

Enough for matching rules and naming what is counted; it is not a dictionary: an unknown word is taken as regular.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal, NamedTuple

from factcheck.vocabulary import default_vocabulary, toml_table

FormName = Literal["base", "s", "past", "participle", "ing"]

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_PREFIXES = ("re-", "co-", "pre-", "re", "over", "out", "under", "mis", "dis", "pre", "de", "un", "co", "fore", "inter")


class VerbForm(NamedTuple):
    """One reading of a word as a verb: its base, which forms the word can be, and whether it is as often a noun."""

    base: str
    forms: frozenset[FormName]
    noun_too: bool  # only of plain and -s forms: "attack", "strikes"


@toml_table
class _Words:
    """Lists of words as TOML strings, separated by white space."""

    verbs: str
    either: str


@toml_table
class _List:
    words: tuple[str, ...]


@toml_table
class _Irregular:
    nouns: Mapping[str, str]
    unchanging: _List
    singular: _List
    doubling: _List
    verbs: Mapping[str, tuple[str, ...]]


@functools.cache
def _irregular() -> _Irregular:
    return default_vocabulary().bind("irregular", _Irregular)


@functools.cache
def _irregular_plurals() -> Mapping[str, frozenset[str]]:
    """The irregular plurals of each singular."""
    plurals: dict[str, frozenset[str]] = {}
    for plural, singular in _irregular().nouns.items():
        plurals[singular] = plurals.get(singular, frozenset()) | {plural}
    return plurals


@functools.cache
def _unchanging() -> frozenset[str]:
    return frozenset(_irregular().unchanging.words)


@functools.cache
def _singular_s() -> frozenset[str]:
    return frozenset(_irregular().singular.words)


def is_singular_s(word: str) -> bool:
    """Whether a lower-case word ends in s and is no plural, though the ending does not tell: "news", "perhaps"."""
    return word in _singular_s()


@functools.cache
def _doubling() -> frozenset[str]:
    return frozenset(_irregular().doubling.words)


@functools.cache
def _verbs() -> Mapping[str, int]:
    """The known verbs, each with its place: an irregular one comes first."""
    words = default_vocabulary().bind("verbs", _Words)
    known = dict.fromkeys((*_irregular().verbs, *words.verbs.split(), *words.either.split()))
    return {base: place for place, base in enumerate(known)}


@functools.cache
def _either() -> frozenset[str]:
    return frozenset(default_vocabulary().bind("verbs", _Words).either.split())


@functools.cache
def _irregular_bases() -> Mapping[str, tuple[str, ...]]:
    """The irregular verbs that each form may be of."""
    bases: dict[str, tuple[str, ...]] = {}
    for base, forms in _irregular().verbs.items():
        for form in forms:
            bases[form] = (*bases.get(form, ()), base)
    return bases


# What the regular forms end in, and what the base has there; where a consonant doubles, one letter less.
_REGULAR = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ked", ""), ("ing", ""), ("ing", "e"),
    ("ying", "ie"), ("king", ""),
)  # fmt: skip
_ENDINGS = ("s", "d", "ing")
_BASE: frozenset[FormName] = frozenset(("base",))


def _known_form(word: str) -> VerbForm | None:
    """The reading of a word as a form of a listed verb. Where two verbs share one ("found"), the first is meant.

    Every verb that the word could be of is asked for its forms; to make those of all verbs at the start costs more.
    """
    verbs = _verbs()
    if word not in _irregular_bases() and not word.endswith(_ENDINGS):
        return VerbForm(word, _BASE, word in _either()) if word in verbs else None
    stems = [word[: -len(ending)] + base for ending, base in _REGULAR if word.endswith(ending)]
    bases = {word, *_irregular_bases().get(word, ()), *stems, *(stem[:-1] for stem in stems)}
    for base in sorted(bases & verbs.keys(), key=verbs.__getitem__):
        names = _paradigm(base).get(word)
        if names is not None:
            return VerbForm(base, names, base in _either() and not names.isdisjoint(("base", "s")))
    return None


def _paradigm(base: str) -> dict[str, frozenset[FormName]]:
    """The forms of a verb, each with the names of the forms it can be ("cut" is base, past and participle)."""
    named: list[tuple[str, FormName]] = [(base, "base")]
    if base in _irregular().verbs:
        given = _irregular().verbs[base]
        places: tuple[FormName, ...] = ("s", "past", "participle", "ing")
        named += zip(given, places, strict=False)
        named += [(form, _name_extra(form)) for form in given[4:]]
    else:
        named += [(_add_s(base), "s")]
        for stem in _past_stems(base):
            named += [(stem[0], "past"), (stem[0], "participle"), (stem[1], "ing")]
    forms: dict[str, frozenset[FormName]] = {}
    for form, name in named:
        forms[form] = forms.get(form, frozenset()) | {name}
    return forms


def _name_extra(form: str) -> FormName:
    return "ing" if form.endswith("ing") else "past"


def _past_stems(base: str) -> list[tuple[str, str]]:
    """The regular -ed and -ing forms: two pairs where British and American spelling differ ("cancelled")."""
    if base.endswith("ie"):
        return [(base + "d", base[:-2] + "ying")]
    if base.endswith(("ee", "oe", "ye")):
        return [(base + "d", base + "ing")]
    if base.endswith("e"):
        return [(base + "d", base[:-1] + "ing")]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [(base[:-1] + "ied", base + "ing")]
    if base.endswith("c"):
        return [(base + "ked", base + "king")]
    doubled = [(base + base[-1] + "ed", base + base[-1] + "ing")]
    plain = [(base + "ed", base + "ing")]
    if base.endswith("l") and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS:
        return doubled + plain
    return doubled if _doubles(base) else plain


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles: one short syllable ("stop"), or a stressed one by the list."""
    if base in _doubling():
        return True
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in _VOWELS:
        return False
    return not any(letter in "aeiouy" for letter in base[:-2].removeprefix("qu"))


@functools.lru_cache(maxsize=65536)
def verb_form(word: str) -> VerbForm | None:
    """The reading of a lower-case word as a form of a known verb, with a prefix taken off where need be."""
    found = _known_form(word)
    if found is not None or len(word) < 7:
        return found
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (bare := _known_form(word[len(prefix) :])) and len(bare.base) > 3:
            return VerbForm(prefix + bare.base, bare.forms, bare.noun_too)
    return None


@functools.lru_cache(maxsize=65536)
def verb_lemma(word: str) -> str:
    """The base of a lower-case verb form: ``downed`` → ``down``, ``killing`` → ``kill``, ``shot`` → ``shoot``."""
    known = verb_form(word)
    return known.base if known else _guessed_base(word)


def _guessed_base(word: str) -> str:
    """The base of a form of a verb that no list knows; plain spelling rules, wrong now and then."""
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    for suffix in ("ing", "ed"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 2 and any(letter in "aeiouy" for letter in stem):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return (
                stem + "e"
                if stem.endswith(("v", "z", "c", "u", "iat", "reat", "ulat", "rg", "dg", "as", "os", "us"))
                else stem
            )
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@functools.lru_cache(maxsize=65536)
def noun_lemma(word: str) -> str:
    """The singular of a lower-case noun: ``co-sponsors`` → ``co-sponsor``, ``people`` → ``person``."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and head and last in ("ups", "ins", "outs", "offs", "ons", "bys"):
        return word[:-1]  # "sign-ups"
    if hyphen and head and last:
        return head + hyphen + noun_lemma(last)
    nouns = _irregular().nouns
    if word in nouns:
        return nouns[word]
    if word in _unchanging() or word in _singular_s():
        return word
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@functools.lru_cache(maxsize=65536)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun (an unchanging one counts: "aircraft", "police")."""
    last = word.rpartition("-")[2]
    return noun_lemma(word) != word or last in _unchanging() or noun_lemma(last) != last


@functools.lru_cache(maxsize=65536)
def plural(word: str) -> str:
    """The plural of a lower-case singular noun: ``person`` → ``people``, ``aircraft`` → ``aircraft``."""
    forms = _plurals(word)
    if len(forms) == 1:
        return next(iter(forms))
    return next((form for form in _irregular().nouns if form in forms), min(forms))


@functools.lru_cache(maxsize=65536)
def past_forms(verb: str) -> tuple[str, str]:
    """The past tense and the past participle of a verb's base: ``take`` → ``took``, ``taken``."""
    given = _irregular().verbs.get(verb)
    if given is not None and len(given) > 2:
        return given[1], given[2]
    regular = _past_stems(verb)[0][0]
    return regular, regular


@functools.cache
def inflections(word: str) -> frozenset[str]:
    """Every form of a lower-case word, as a noun and as a verb: ``down`` → down, downs, downed, downing.

    For matching, so it is generous: forms that do not exist do no harm.
    """
    return frozenset({word, *_plurals(word), *_paradigm(word)})


def _plurals(word: str) -> frozenset[str]:
    if word in _unchanging():
        return frozenset((word,))
    irregular = _irregular_plurals().get(word)
    if irregular is not None:
        return irregular
    if word.endswith("man") and len(word) > 4:
        return frozenset((word[:-3] + "men",))
    if word.endswith("sis"):
        return frozenset((word[:-2] + "es",))
    return frozenset((_add_s(word),))


def _add_s(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")

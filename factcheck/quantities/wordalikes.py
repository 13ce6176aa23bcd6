"""Why a number word may be no figure: "one" the pronoun, "second" the adverb, "no" the denial, "scores" the verb."""

from __future__ import annotations

import re

from factcheck.lemmas import noun_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_plural, next_words

_PUNCTUATION = ".,;:()[]\"'“”‘’—–-"
_HALF_OF = frozenset(
    [
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "all",
        "that",
        "those",
        "these",
        "were",
        "are",
        "was",
        "is",
        "have",
        "has",
        "as",
        "a",
        "an",
        "what",
        "or",
        "to",
        "had",
        "said",
        "said",
        "in",
        "by",
    ]
)
_RATIO_AFTER = frozenset(
    [
        "of",
        "the",
        "were",
        "are",
        "was",
        "is",
        "have",
        "has",
        "said",
        "more",
        "less",
        "that",
        "in",
        "to",
        "say",
        "or",
        "to",
    ]
)


def why_not_word(draft: Draft, text: str, limit: int, known: Lookalikes) -> str | None:
    """A reason against a spelled-out numeral, or None where it is a figure."""
    numeral = draft.numeral
    last = draft.words[-1].strip(_PUNCTUATION) if draft.words else ""
    after = [word.lower() for word in next_words(text, draft.stop, limit, 4)]
    first = after[0] if after else ""
    hyphen = text[draft.stop : draft.stop + 1] in ("-", "‑")
    if numeral.form == "zero":
        return _zero(draft, text, after, known)
    if numeral.form == "ordinal":
        return _ordinal(draft, last, after, known)
    if numeral.form == "multiple":
        return _multiple(numeral.word, first, hyphen, last)
    if numeral.form == "vague":
        return _vague(draft, text, last, first)
    if numeral.form == "fraction":
        return _fraction(draft, last, first, hyphen)
    word = text[numeral.start : numeral.stop].lower()
    if word == "one":
        return _one(draft, text, last, after, hyphen, known)
    if word == "zero" and (hyphen or last in ("ground", "net", "sub", "patient", "absolute", "day")):
        return "name"
    if word in ("two", "three", "four", "five") and hyphen and first in ("faced", "dimensional", "fold"):
        return "manner"
    if draft.before[-1:] == "-" and last and last.split("-")[-1] == "":
        return "part of a name"
    if _name_word(draft, last, known, first):
        return "name"
    return None


def _name_word(draft: Draft, last: str, known: Lookalikes, first: str) -> bool:
    """ "Article Five", "category four", "Big Ten": a name cue before the word and nothing plural behind."""
    strong = last in known.names.always or last in (
        "part",
        "chapter",
        "act",
        "phase",
        "day",
        "week",
        "game",
        "round",
        "grade",
        "page",
    )
    return (
        strong
        and draft.before[-1:] in " \u00a0"
        and draft.hedge is None
        and not is_plural(first)
        and last not in ("number", "class", "type", "title", "level", "stage")
    )


def _one(draft: Draft, text: str, last: str, after: list[str], hyphen: bool, known: Lookalikes) -> str | None:
    first = after[0] if after else ""
    follow = text[draft.stop : draft.stop + 1]
    if follow in "'’" and follow:
        return "one, the pronoun"
    if hyphen:
        return "one in a compound" if draft.unit is None else None
    if first == "of":
        return "one of several"
    if last in known.one.counts or draft.hedge is not None:
        return None
    if last in known.one.after:
        return "one, the pronoun"
    if first in ("is", "was", "were", "each", "dead", "killed", "injured", "wounded", "missing", "died"):
        return (
            None
            if first != "is"
            and first != "was"
            or last in ("and", "")
            or draft.words[-1:]
            and draft.words[-1].endswith(",")
            else "one, the pronoun"
        )
    if not first or first in known.one.before:
        return "one, the pronoun"
    return None


def _zero(draft: Draft, text: str, after: list[str], known: Lookalikes) -> str | None:
    word = draft.numeral.word
    if word in ("none", "nobody") or (word == "no" and after[:1] == ["one"]):
        rest = " ".join(after)
        if any(verb in known.zero.harmed for verb in after):
            return None
        return "a denial, not a count" if rest or word else None
    if text[draft.stop : draft.stop + 1] not in " \u00a0\n":
        return "a denial, not a count"
    for index, found in enumerate(after[:4]):
        if found in known.zero.reports and found != "immediate":
            return "absence of a report"
        if noun_lemma(found) in known.zero.nouns:
            if " or " in " ".join(after[: index + 1]):
                return None
            return None
        if found not in known.zero.gap and found not in known.zero.reports:
            break
    return "a denial, not a count"


def _ordinal(draft: Draft, last: str, after: list[str], known: Lookalikes) -> str | None:
    word = draft.numeral.word
    for found in after[:3]:
        lemma = noun_lemma(found)
        if lemma in (known.ordinals.first if word == "first" else known.ordinals.nouns):
            return None
        if found in ("of", "the", "and", "in", "to"):
            break
    return "ordinal, a name or place in a row"


def _multiple(word: str, first: str, hyphen: bool, last: str) -> str | None:
    if word in ("double", "triple", "treble", "quadruple"):
        counts = first in ("the", "that", "what", "its", "their", "his", "her", "last", "digits") and first != "digits"
        return (
            None
            if (counts or last in ("to", "will", "would", "could", "than", "nearly", "almost", "may", "might", "about"))
            and not hyphen
            else "adjective"
        )
    return None


def _vague(draft: Draft, text: str, last: str, first: str) -> str | None:
    word = draft.numeral.word
    several_words = draft.numeral.factor > 1
    if word == "scores" and first not in ("of", "were", "have", "more", "killed", "injured", "dead", "wounded"):
        return "scores, the noun or verb"
    if word == "couple" and not (first == "of" or several_words or is_plural(first)):
        return "a couple, two people"
    if word == "couple" and last == "the":
        return "a couple, two people"
    if word == "few" and last not in (
        "a",
        "last",
        "past",
        "next",
        "only",
        "first",
        "every",
        "the",
        "just",
        "recent",
        "coming",
    ):
        return "few, the adjective"
    if word == "few" and last == "the" and not is_plural(first):
        return "few, the adjective"
    if word == "tens" and first != "of" and not several_words:
        return "tens"
    if word == "handful" and first != "of":
        return "handful"
    return None


def _fraction(draft: Draft, last: str, first: str, hyphen: bool) -> str | None:
    word = draft.numeral.word
    if draft.unit is not None:
        return None
    if word == "half":
        if (
            last
            in (
                "first",
                "second",
                "latter",
                "other",
                "better",
                "top",
                "bottom",
                "opening",
                "final",
                "this",
                "that",
                "each",
                "front",
                "back",
                "southern",
                "northern",
                "eastern",
                "western",
            )
            or hyphen
        ):
            return "half, a part or period"
        return (
            None
            if first in _HALF_OF or last in ("than", "nearly", "almost", "about", "by", "in", "only", "just")
            else "half, a part or period"
        )
    if word in ("quarter", "third", "fifth", "fourth"):
        return None if last in ("a", "one") and first in _RATIO_AFTER and not hyphen else "quarter, a period"
    if draft.numeral.form == "fraction" and first in ("period", "periods"):
        return "periods"
    return None


_QUOTED = re.compile(r"[“\"'‘]$")

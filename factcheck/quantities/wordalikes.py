"""Why a number word may be no figure: "one" the pronoun, "second" the adverb, "no" the denial, "scores" the verb."""

from __future__ import annotations

import re
from collections.abc import Container

from factcheck.lemmas import noun_lemma
from factcheck.quantities.ages import does, is_age
from factcheck.quantities.articles import SINGLE
from factcheck.quantities.clocks import is_clock
from factcheck.quantities.draft import Draft
from factcheck.quantities.labels import is_squad
from factcheck.quantities.tables import Lookalikes, in_small_text, is_body, is_plural, next_word, next_words
from factcheck.units import CURRENCY

PRONOUN = "one, the pronoun"
_MARKS = ".,;:()[]\"'“”‘’—–-"
_BY_ONE = re.compile(r"[ -](?:by|after|on|to)[ -]one\b|(?: [\w'’-]+){0,5} (?:after|to) another\b")
_ONE_BY = re.compile(r"\bone (?:by|after|at a time|on) $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")
_MEASURED = frozenset(["percent", CURRENCY])
_OF_THEM = re.compile(r" of (?:them|whom|which|these|those)\b")
_APPOSED = re.compile(r", an? \w")
_JOINS = frozenset(["and", "or", "but", "—", "–", "-"])
_ROW = 5  # words before "and no" among which the count stands
DENIAL, SEVERAL = "a denial, not a count", "one of several"
_REACHES = {"ordinal": 4, "vague": 4}  # words behind that tell what it is; of "one" and "no" more, of others the next
_NEAR = 3  # words behind an ordinal among which what it counts must stand


def why_not_word(draft: Draft, text: str, limit: int, known: Lookalikes) -> str | None:
    """A reason against a spelled-out numeral, or None where it is a figure."""
    last = draft.words[-1].strip(_MARKS) if draft.words else ""
    form = draft.numeral.form
    reach = 6 if form == "zero" or draft.numeral.value == 1 else _REACHES.get(form, 1)
    after = [word.lower() for word in next_words(text, draft.stop, limit, reach)]
    first = after[0] if after else ""
    hyphen = text[draft.stop : draft.stop + 1] in ("-", "\u2010", "\u2011")
    if form == "zero":
        return _zero(draft, text, after, known)
    if form == "ordinal":
        return _ordinal(draft, text, after, known)
    if form == "multiple":
        return _multiple(draft.numeral.word, last, first, known, hyphen=hyphen)
    if form == "vague":
        return _vague(draft, last, after, known)
    if form == "fraction":
        return _fraction(draft, last, first, known, hyphen=hyphen)
    if draft.words[-2:] in (["half", "past"], ["quarter", "past"], ["quarter", "to"]):
        return "clock time"
    if form == "words" and is_clock(draft, text, last, known):
        return "clock time"
    if hyphen and first in known.names.graded:
        return "name"  # "a four-star general"
    word = text[draft.numeral.start : draft.numeral.stop].lower()
    if draft.numeral.word == SINGLE:
        return None if not hyphen and _is_lone(after, known) else "single, the adjective"
    if is_squad(draft, last, first, known) or (draft.before[-1:] == "-" and _hyphened(draft, known)):
        return "name"
    if word == "one" and draft.value < 0:
        return None if last in known.one.signed and first != "of" else PRONOUN
    if word == "one":
        titled = text[draft.numeral.start] == "O" and draft.before[-1:] == " " and _is_titled(draft, text, known)
        return "name" if titled else _one(draft, text, last, after, known, hyphen=hyphen)
    if word == "two" and last == "the" and not draft.hedge and not draft.unit and _is_pair(draft, text, known):
        return "the two, a pronoun"
    if word == "zero" and (hyphen or last in known.names.zeros):
        return "name"
    titled = text[draft.numeral.start].isupper() and draft.before[-1:] == " "
    if is_body(draft.before, known) and (titled or not is_plural(first)):
        return "name"
    if draft.unit is None and not hyphen and is_age(draft, text, last, first, known):
        return "age of a person"
    if titled and (_is_titled(draft, text, known) or _closes_name(draft, text, first)):
        return "name"
    tied = draft.before[-1:] in " \u00a0" and draft.words[-1][-1:] not in ",;:." if draft.words else False
    if word in _MAGNITUDES and _is_titled_magnitude(draft, text):
        return "name"
    if last in known.names.spelled and tied and draft.hedge is None and not is_plural(first):
        return "name"
    return None


def _is_pair(draft: Draft, text: str, known: Lookalikes) -> bool:
    """Whether "the two" names those told of before: "the two have agreed"; not "the two detained men"."""
    after = [word.lower() for word in next_words(text, draft.stop, len(text), _ROW)]
    if not after or not known.zero.harmed.isdisjoint(after):
        return False
    return after[0] in known.one.acting or (does(after[0]) and (len(after) == 1 or after[1] in known.one.objects))


def _is_titled(draft: Draft, text: str, known: Lookalikes) -> bool:
    """Whether a capitalised number word is part of a name: "the Three Gorges Dam", "Radio Five Live"."""
    if not draft.words or draft.words[-1][-1] in '.!?:;”"–—-)]' or draft.hedge is not None or draft.factor > 1:
        return False
    behind = _TITLE.match(text, draft.stop)
    if behind is None or behind["word"].lower() in known.dates.months:
        return False
    return in_small_text(draft.before, text, behind.end())


def _is_titled_magnitude(draft: Draft, text: str) -> bool:
    """Whether a capitalised magnitude opens a name: "in Thousand Oaks"; "A Thousand Troops" has an article."""
    behind = _TITLE.match(text, draft.stop)
    own = text[draft.numeral.start].isupper() and draft.words[-1:] != ["a"] and draft.hedge is None
    return own and behind is not None and in_small_text(draft.before, text, behind.end())


def _closes_name(draft: Draft, text: str, first: str) -> bool:
    """Whether a capitalised number word ends a name: "freed the Osk Five"; not "The Osk Five Miles Out", a headline."""
    if draft.hedge is not None or draft.unit is not None or is_plural(first) or not _NAMED.search(draft.before):
        return False
    return in_small_text(draft.before, text, draft.stop)


_NAMED = re.compile(r"\b[Tt]he (?:[A-Z][\w'’.-]+ ){1,3}$")
_SMALL = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens"]
)
_MAGNITUDES = frozenset(["hundred", "thousand", "million"])
_TITLE = re.compile(r" (?P<word>[A-Z][\w'’-]*)")


def _hyphened(draft: Draft, known: Lookalikes) -> bool:
    """Whether a hyphen ties the number word to the word before: "page-three"; not "minus-five", "one-in-ten"."""
    led = draft.words[-1].rstrip("-").rsplit("-", 1)[-1].strip(_MARKS)
    return led.isalpha() and led not in known.names.leads and led not in known.names.joined


def _one(draft: Draft, text: str, last: str, after: list[str], known: Lookalikes, *, hyphen: bool) -> str | None:
    first = after[0] if after else ""
    if text[draft.stop : draft.stop + 1] in ("'", "’"):
        return PRONOUN
    if draft.unit is not None and draft.unit.dimension in _MEASURED:
        return None  # "less than one percent of the vote"; but "one day", "at one point"
    if _BY_ONE.match(text, draft.stop) or (last == "for" and draft.words[-2:-1] == ["i"]):
        return PRONOUN
    opens = bool(draft.words) and draft.words[-1][-1] in ".!?"  # "They left. One day it burned."
    if hyphen:
        return "one in a compound" if draft.unit is None else None
    if first == "of" and last == "only" and not _SMALL.isdisjoint(after[1:2]):
        return None  # "only one of six"
    if last in ("as", "like") and after[1:2] and after[1] in ("that", "who", "which"):
        return PRONOUN  # "as one company that asked"
    if first == "of":
        told = after[1:2] and after[1] in known.one.several and any(word in known.zero.harmed for word in after[2:])
        return None if told else SEVERAL
    if first == "more" and last not in known.one.after and after[1:2] and after[1] not in known.one.before:
        return None  # "asked for one more vote"; not "one more time"
    if first == "point" and last != "at" and after[1:2] and after[1] in known.one.margins:
        return None
    told = draft.unit is not None or last in known.one.counts or draft.before.rstrip()[-1:] in (",", ";")
    if first.endswith("s") and first not in ("is", "was", "has") and does(first) and not told:
        return PRONOUN  # "one believes that"; not "four are French and one is Swiss"
    if last in known.one.whether and first.endswith(("s", "ed")) and not first.endswith("ss"):
        return PRONOUN  # "if one looks"; but "if one name suffices"
    if last in known.one.weak and first in known.one.prepositions:
        return PRONOUN
    if draft.words[-2:] == ["the", "only"] and first not in known.one.told and first not in known.one.counts:
        return PRONOUN  # "is not the only one who", not "the only one left"
    if (last in known.one.counts and not opens) or draft.hedge is not None or first in known.one.told:
        return None
    if last in known.one.within and draft.unit is not None and draft.unit.dimension == "time":
        return None  # "lost 18 % in one day"; but "one day"
    if last in known.one.after or last in known.one.placed or _ONE_BY.search(draft.before):
        return PRONOUN
    if last in known.one.speech and not is_plural(first) and known.zero.harmed.isdisjoint(after):
        return PRONOUN  # "said one woman"; but "said one person was killed"
    if first in known.one.states:
        listed = last in ("and", "") or draft.words[-1].endswith((",", ";"))
        return None if listed else PRONOUN
    if not first or first in known.one.before or _speaks(text, draft.stop, known):
        return PRONOUN
    if draft.words[-2:-1] and draft.words[-2] in _DETERMINERS and last.isalpha() and draft.unit is None:
        return PRONOUN  # "before the current one expires"
    return None


_SUBJECT = re.compile(
    r"(?: (?!(?:that|which|who|and|but|was|were|is|are|has|had)\b)[\w'’-]+){2,8}"
)  # what may stand before its verb, no comma in it
_DETERMINERS = frozenset(["the", "a", "an", "this", "that"])


def _speaks(text: str, at: int, known: Lookalikes) -> bool:
    """Whether what "one" counts says something: "one aide close to the talks said"."""
    match = _SUBJECT.match(text, at)
    return match is not None and not known.one.speech.isdisjoint(match.group().split()[1:])


def goes_on(draft: Draft, reason: str, text: str, limit: int, numbers: Container[str], known: Lookalikes) -> bool:
    """Whether a "one" or "no" that is none by itself goes on a count before it."""
    if reason == DENIAL:
        return _none_in_row(draft, text, limit, numbers)
    return reason in (PRONOUN, SEVERAL) and _one_in_row(draft, text, limit, numbers, known)


def _one_in_row(draft: Draft, text: str, limit: int, numbers: Container[str], known: Lookalikes) -> bool:
    """Whether a bare "one" goes on a count: "two fell on the school, one on the clinic", "six, including one in"."""
    after = next_word(text, draft.stop, limit)
    led = draft.words[-1] if draft.words else ""
    if led in _JOINS and _APPOSED.match(text, draft.stop, limit):
        return _has_number(_SENTENCE_END.split(draft.before)[-1], numbers)  # "two in Peru and one, a boy, in Chile"
    if not led or not after:
        return False
    if draft.words[-2:] == ["the", "only"]:
        return False
    named = _OF_THEM.match(text, draft.stop, limit) is not None and (led == "but" or led[-1] in ",;:—–")
    if led not in known.one.weak:
        if not named and after.lower() not in known.one.places:
            return False
        if led not in _JOINS and led[-1] not in ",;:":
            return False
    return _has_number(_SENTENCE_END.split(draft.before)[-1], numbers)


def _none_in_row(draft: Draft, text: str, limit: int, numbers: Container[str]) -> bool:
    """Whether "no" goes on a count of many: "29 co-sponsors and no republicans"."""
    if draft.words[-1:] not in (["and"], ["but"]) or not is_plural(next_word(text, draft.stop, limit).lower()):
        return False
    return _has_number(" ".join(draft.words[-_ROW:]), numbers)


def _has_number(before: str, numbers: Container[str]) -> bool:
    words = (word.strip(_MARKS) for word in before.lower().split())
    return any(word != "one" and (word in numbers or word.replace(",", "").isdigit()) for word in words)


def _is_lone(after: list[str], known: Lookalikes) -> bool:
    """Whether "a single" tells that it was one: "a single shell", "a single question"; not "a single mother"."""
    word = noun_lemma(after[0].removesuffix("'s")) if after else ""
    return bool(word) and word not in known.one.prepositions and word not in known.one.single_kinds


def _zero(draft: Draft, text: str, after: list[str], known: Lookalikes) -> str | None:
    """Count "no casualties", "none were hurt", "no one died"; not "no immediate reports of casualties"."""
    zero = known.zero
    if draft.numeral.word == SINGLE:
        return None if _is_lone(after, known) else DENIAL
    if draft.numeral.word in ("none", "nobody"):
        counted = draft.numeral.word == "none" and _is_none(draft, after, known)
        return None if counted or any(word in zero.harmed for word in after) else DENIAL
    if text[draft.stop : draft.stop + 1] not in (" ", "\u00a0", "\n") or draft.words[-1:] in (["a"], ["the"]):
        return DENIAL  # "a no vote"
    if _denies_kind(draft, known):
        return DENIAL
    if any(_no_such(after, at, known) for at in range(2)):
        return None
    for at, found in enumerate(after[:4]):
        if found in zero.reports:
            return "absence of a report"
        if noun_lemma(found) in zero.nouns or _no_such(after, at, known):
            return None
        if found not in zero.gap:
            break
    reach = 4 if after and after[0] in zero.gap else 2  # "no new laboratory confirmed cases"
    return None if any(_counts_none(found, after[0], known) for found in after[:reach]) else DENIAL


def _no_such(after: list[str], at: int, known: Lookalikes) -> bool:
    """Whether "no" counts those who did or suffered something: "no minister had signed"; not "he has no boss"."""
    if after[at : at + 1] == [] or noun_lemma(after[at]) not in known.zero.persons:
        return False
    if is_plural(after[at]) or any(word in known.zero.harmed for word in after):
        return True
    return after[at + 1 : at + 2] != [] and after[at + 1] in known.zero.acting


def _denies_kind(draft: Draft, known: Lookalikes) -> bool:
    """Whether "no" tells what its subject is not: "he is no soldier"; not "there were no soldiers"."""
    led = [word.strip('"“”‘') for word in draft.words[-_ROW:]]
    return led[-1:] != [] and led[-1] in known.zero.be and "there" not in led


def _is_none(draft: Draft, after: list[str], known: Lookalikes) -> bool:
    """Whether "none" tells how many: "none of the lines held"; not "second to none", "none of it is new"."""
    if after[:1] == ["of"]:
        several = any(word in known.one.several or is_plural(word) for word in after[1:5])
        return several and after[1] not in known.zero.mass  # not "none of that matters"
    return bool(after) and after[0] not in known.zero.other and draft.words[-1:] not in (["to"], ["bar"])


def _counts_none(found: str, first: str, known: Lookalikes) -> bool:
    """Whether "no" before several of something counts none: "no forged ballots"; not "no plans", "no longer lives"."""
    told = found != first and does(found)  # "no law requires it"
    return is_plural(found) and not told and found not in known.zero.absent and first not in known.zero.adverbs


def _ordinal(draft: Draft, text: str, after: list[str], known: Lookalikes) -> str | None:
    """Count "the second round of talks"; not "second-hand", "the second man" or "Second World War"."""
    counted = known.ordinals.first if draft.numeral.word == "first" else known.ordinals.nouns
    if after and after[0] == "one" and draft.value > 1:
        return None  # "the fourth one this year"
    if draft.value >= known.ordinals.large and after and _counts_up(draft, text, after, known):
        return None
    for found in after[:_NEAR]:
        if noun_lemma(found) in counted:
            return None
        if found in ("of", "the", "and", "in", "to", "as"):
            break
    return "ordinal, a name or place in a row"


def _counts_up(draft: Draft, text: str, after: list[str], known: Lookalikes) -> bool:
    """Whether a high ordinal tells how many there have been: "the sixtieth protest"; not "the 20th century"."""
    led = draft.words[-1] if draft.words else ""
    if text[draft.stop + 1 : draft.stop + 2].isupper():
        return False  # "the 56th Fighter Wing"
    plain = after[0] not in ("of", "the", "and", "in", "to", "as", "at", "on", "for", "or", "by", "with", "from")
    return plain and led not in ("on", "at") and not known.ordinals.named.intersection(after[:2])


def _multiple(word: str, last: str, first: str, known: Lookalikes, *, hyphen: bool) -> str | None:
    if word not in ("double", "triple", "treble", "quadruple"):
        return "adjective" if first in known.multiples.idioms and word != "twice" else None  # "twice as much"
    if first in known.multiples.idioms or first == "and":
        return "adjective"  # "to double and triple down on"
    counts = first in known.multiples.double or last in known.multiples.helping
    return None if counts and not hyphen else "adjective"


def _vague(draft: Draft, last: str, after: list[str], known: Lookalikes) -> str | None:
    word, first = draft.numeral.word, after[0] if after else ""
    if draft.numeral.factor > 1:
        return None
    if word == "scores" and first not in known.loose.scores:
        return "scores, the noun or verb"
    if word == "score" and not (last == "a" and _is_score(after) and draft.words[-2:-1] not in (["by"], ["with"])):
        return "score, the noun or verb"
    if word == "pair" and (last != "a" or first not in known.loose.pair or known.loose.worn.intersection(after)):
        return "a pair, one thing or two people"
    if word == "couple" and (last == "the" or not (first == "of" or is_plural(first))):
        return "a couple, two people"
    several = last not in ("too", "the") and any(is_plural(noun) for noun in after[:2])  # "with few details"
    if word == "few" and last not in known.loose.few and not several:
        return "few, the adjective"
    if (word == "tens" and first != "of") or (word == "handful" and first not in known.loose.handful):
        return "a word, not a number"
    return None


def _is_score(after: list[str]) -> bool:
    """Whether "a score" are twenty: before "of" and a plural; not "a score of 90"."""
    return after[:1] == ["of"] and any(is_plural(word) for word in after[1:3]) and after[1] not in ("goals", "points")


def _fraction(draft: Draft, last: str, first: str, known: Lookalikes, *, hyphen: bool) -> str | None:
    word = draft.numeral.word
    if draft.unit is not None or not word:
        return None
    if word == "half":
        if last in known.half.periods or hyphen:
            return "half, a part or period"
        return None if first in known.half.of or last in known.half.after else "half, a part or period"
    led = draft.hedge is not None or (len(draft.words) > 1 and draft.words[-2].strip(_MARKS) in known.share.before)
    counted = first in known.share.of or (led and (not first or first in known.share.led))
    return None if last in ("a", "one") and counted and not hyphen else "quarter, a period or place"

"""Years old: an age that identifies a person is no figure; how long a war or a truce has lasted is one."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.lemmas import noun_lemma, verb_form
from factcheck.quantities.draft import Draft, words_before_hedge
from factcheck.quantities.tables import Lookalikes, is_plural, next_words

_OLD = re.compile(r"[\s-]?olds?\b")
_WORD = re.compile(r"[ \u00a0-]+([^\W\d_][\w'’-]{0,60})")
_OLDEST = Decimal(120)
_NAME_DASH = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ – $")  # "Ann Lee – 51 –"
_BETWEEN_DASHES = re.compile(" –")
_BESIDE_NAME = frozenset(["– ", ", ", ",\u00a0", "w ", "t ", " ("])  # "Lee, 34", "Lee, now 34", "Lee (34"
_NAME_COMMA = re.compile(r"([^\W\d_][\w.'’-]+),[ \u00a0](?:now |at )?$")
# "Ahmed 24 said"; not "The 19 said", which counts.
_LONE_NAME = re.compile(
    r"(?:^|[.!?]\s|[a-z,] )(?!(?:The|These|Those|All|Of|In|At|About|Some|Only|Another|Other|But|And|Nearly|Almost|Over|"
    r"Around|Just|As|By|For|Our|Their|His|Her|My|Its|No|Then|So|Or|Yet|While|When|After|Top|Most|Roughly|Both) )"
    r"[A-Z][a-z'’-]+ $"
)
_AT_AGE = re.compile(r"\b[Aa]t (?:the|an?) (?:[a-z]+ )?age of $")
_DEAD_AT = re.compile(
    r"\b(?:(?<!of )(?<!the )[Dd]ead|[Dd]ie[sd]|[Dd]ying"
    r"|[Pp]ass(?:es|ed) away|[Mm]urdered|[Kk]illed)(?: [a-z]+)? (?:at|aged) $"
)
# "who at 69 is his senior"; "At 69, Ruiz is the oldest", but "At 9, police arrived".
_AT_OWN, _OPENING_AT = re.compile(r"\b(?:[Hh]e|[Ss]he|who),? at $"), re.compile(r"(?:^|[.!?][\"”’']? |\n)At $")
_HOURS = 12
_BETWEEN_AGES = re.compile(r"\b(?:(?:between|from|of) the ages of|aged (?:between|from)) $")
_NAMES_BOTH = re.compile(r"[A-Z][\w.'’-]+, (?:both|each) $")
_AT_PLACE = re.compile(r"\b(?:in|at|from|near|of|to|for|than) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, $")
_NAME_BRACKET = re.compile(r"([A-Z][\w.'’-]+) \($")
_PERSON_OF = re.compile(r"([^\W\d_]+) of $")
_PEOPLE_OF = re.compile(r"([^\W\d_]+) of [\w-]+ and $")
# A sentence that opens with a name of two words or more: "Liban Aden is"; not "Turnout was".
_NAMED = re.compile(r"(?:^|[.!?][\"”’']? |\n)(?:[A-Z][\w'’-]+ ){2,4}(?:is|was|turned|turns) $")
# The subject of "turned" as the last word of a name: "the Lund Bank", "Ann Hale", "who"; auxiliaries stand between.
_SUBJECT = re.compile(
    r"(?<![\w'’.-])(?P<names>(?:[A-Z][\w.'’-]* |the (?=[A-Z]))*)(?!(?:will|would|has|had|have|just|about|to) )"
    r"(?!(?:[Aa]fter|[Bb]efore|[Ss]ince|[Oo]n|[Uu]pon) turning )(?P<word>[^\W\d_][\w'’-]*)"
    r"(?: (?:will|would|has|had|have|just|only|recently|(?:is|was) (?:about )?to))* \w+ $"
)
_TURNING_HE, _HE_BEHIND = re.compile(r"\w turning $"), re.compile(r", (?:s?he\b|[A-Z])")  # "after turning 30, Ruiz"
_OWNING = frozenset(
    ["of", "in", "at", "from", "for", "with", "by"]
)  # before a name that is no subject: "sales of Lund"
_THE, _ENDS = ("the", "The"), '.!?:"“”—–'
_LEADING = frozenset(["of", "and", "is", "was", "turned", "turns"])
_CLOSED = re.compile(r"[,;.)](?!\d)|\s*$|\s[—–-]\s|\s+and\s+(?:[0-9]{1,2}|[a-z]+)[,.;]")
_TURNED = re.compile(rf"{_CLOSED.pattern}|\s(?:in|on|this|next|last|before|after)\s")
_TELLING = re.compile(r"[,;.](?!\d)|\s*$|\s+(?:and|when|but|at the time)\b")
# "a retirement age of 65", "raise the pension age for nurses from 60 to 65", "the age limit was 17".
_AGE_SET = re.compile(
    r"\b(?:(?:retirement|pension(?:able)?|voting|drinking|smoking|driving|minimum|maximum|legal|leaving) age"
    r"|age (?:limit|requirement|restriction|threshold)|(?:rais|lower|increas)(?:e|es|ed|ing) the age)\b"
    r"(?: (?!and\b|but\b)[a-z]+){0,6} (?:to|from|of|at|was|is|be)(?: [0-9]{2} to)? (?:about |around |at least )?$"
)
_YOUNGEST_LIMIT, _OLDEST_LIMIT = 5, 100


def is_old(draft: Draft, text: str) -> int | None:
    """Where "-year-old" or " years old" ends, for a number of years, months, weeks or days."""
    if draft.unit is None or draft.unit.name not in ("year", "month", "week", "day"):
        return None
    match = _OLD.match(text, draft.end)
    return match.end() if match else None


def person_age(draft: Draft, text: str, stop: int, limit: int, known: Lookalikes) -> bool:
    """Whether "N-year-old", which ends at ``stop``, tells a person's age rather than how long a thing has been."""
    if draft.value > _OLDEST or _hedge_words(draft) in known.ages.limits:
        return False  # "girls as young as 15 years old"
    found, first = 0, ""
    match = _WORD.match(text, stop, limit)
    while match and found < 4:
        word = match[1].removesuffix("'s").removesuffix("’s")
        lower = word.lower()
        if found and lower in _ENDS_NOUN:
            break  # "a four-year-old claim by a rebel"
        first = first or lower
        if any(part in known.ages.things for part in (lower, lower.rstrip("s"), lower.rsplit("-", 1)[-1])):
            return False
        if word[:1].isupper() or lower in known.ages.follow or noun_lemma(lower) in known.ages.people:
            return True
        found += 1
        match = _WORD.match(text, match.end(), limit)
    if found == 0 and not draft.hyphenated and _of_thing(draft, known):
        return False
    does_it = does(first) or (draft.words[-1:] in _SINGULAR and is_plural(first))  # "a 12-year-old wins"
    return found == 0 or draft.hyphenated is False or does_it or first.endswith(_SURE_PERSONS)


def _hedge_words(draft: Draft) -> str:
    """The hedge before the number, as written in small letters; empty where there is none."""
    if not 0 <= draft.hedge_start < draft.start:
        return ""
    return draft.before[len(draft.before) - (draft.start - draft.hedge_start) :].lower().strip()


def _of_thing(draft: Draft, known: Lookalikes) -> bool:
    """Whether "is eight weeks old" is said of a thing: by the word before the verb: "the truce is", "it was"."""
    words = words_before_hedge(draft)
    while words and words[-1] in _BETWEEN:
        words = words[:-1]
    if len(words) < 2 or words[-1] not in known.ages.be:
        return False
    before = draft.before.split()[: len(words)]
    subject = before[-2].strip(",\"“”()’'")
    lower = subject.lower()
    if lower in known.ages.impersonal or lower.rstrip("s") in known.ages.things:
        return True
    led = before[-3].lower() if len(before) > 2 else ""
    lone = led in _DETERMINERS and subject.islower() and subject.isalpha() and not lower.endswith(_PERSONS)
    return lone and lower not in known.ages.personal and noun_lemma(lower) not in known.ages.people


_ENDS_NOUN = frozenset(["by", "of", "from", "in", "to", "that", "for", "at", "on", "with", "who", "which", "and"])
_BETWEEN = frozenset(
    ["now", "only", "just", "already", "about", "almost", "nearly", "over", "more", "than", "at", "least", "barely"]
)
_PERSONS = (
    "est",
    "ist",
    "ian",
    "ee",
    "er",
    "or",
    "man",
    "woman",
)  # ends of words for people: "the pianist is 75 years old"
_SINGULAR = (["a"], ["an"], ["every"], ["each"], ["one"])
_SURE_PERSONS = ("ist", "ian", "man", "woman")  # "a 52-year-old botanist", not "a 12-year-old printer"
_DETERMINERS = frozenset(["the", "this", "that", "its", "their", "our", "his", "her", "my", "a", "an"])


def does(word: str) -> bool:
    """Whether a word can only be a finite verb: "paid", "became", "wanted"; not "starts", a noun too."""
    reading = verb_form(word)
    return reading is not None and bool(reading.forms & {"past", "s"}) and not reading.noun_too


def is_age(draft: Draft, text: str, last: str, first: str, known: Lookalikes) -> bool:
    """Whether it is somebody's age: "aged 12", "who was 10", "Ann Lee, 34,", "two sons, 11 and 14", "a boy of ten"."""
    if draft.value >= _OLDEST or draft.value < 1 or draft.prefixed:
        return False
    if last in known.ages.cues and draft.before[-1:] in " \u00a0":
        return True
    if draft.words[-3:] == ["at", "the", "age"] or (last == "of" and _AT_AGE.search(draft.before)):
        return True
    if last in ("at", "aged") and _DEAD_AT.search(draft.before) and _TURNED.match(text, draft.stop):
        return True
    if last == "at" and draft.value > _HOURS and _at_own(draft, text) and not is_plural(first.lower()):
        return True
    if last in ("of", "between", "from") and _BETWEEN_AGES.search(draft.before):
        return True
    if last in ("both", "each") and _NAMES_BOTH.search(draft.before) and _CLOSED.match(text, draft.stop):
        return True
    follow = first.lower()
    if last in known.ages.turning and draft.hedge is None and _TURNED.match(text, draft.stop):
        return _somebody_turns(draft, text, known)
    be = draft.words[-2] if last in ("now", "just", "only") and len(draft.words) > 1 else last
    if be in known.ages.be and known.ages.persons.intersection(draft.words[-4:]) and _of_person(draft, known):
        return not is_plural(follow) and follow not in ("percent", "per", "people", "of", "out", "in")
    if follow in known.ages.told and draft.before[-1:] == " " and draft.words[-1][-1:].isalpha() and draft.value > 9:
        return draft.hedge is None and _LONE_NAME.search(draft.before) is not None  # "Ahmed 24 said"
    return draft.hedge is None and (_beside_name(draft, text, known) or _of_somebody(draft, text, known))


def _at_own(draft: Draft, text: str) -> bool:
    """Whether "at 69" is told of a person: "who at 69 is his senior", "At 69, Ruiz is"; "at nine" may be an hour."""
    if draft.hedge is not None or draft.unit is not None:
        return False
    opens = _OPENING_AT.search(draft.before) is not None and _HE_BEHIND.match(text, draft.stop) is not None
    return opens or _AT_OWN.search(draft.before) is not None


def _somebody_turns(draft: Draft, text: str, known: Lookalikes) -> bool:
    """Whether a person stands before "turned 12": "until Hale turns 19"; not "the Lund Bank", "sales of Lund".

    One capitalised word that opens a sentence is no sure name: "Profit turned 3."
    """
    led = _SUBJECT.search(draft.before)
    if led is None:
        return _TURNING_HE.search(draft.before) is not None and _HE_BEHIND.match(text, draft.stop) is not None
    subject = led["word"].lower()
    if subject in known.ages.persons or noun_lemma(subject) in known.ages.people:
        return True
    names = (led["names"] + led["word"]).split()
    before = draft.before[: led.start()].split()[-1:] or ["."]
    if subject[0] == led["word"][0] or any(name.isupper() for name in names):
        return False
    if names[0] in _THE or before[0].lower() in _OWNING or (len(names) == 1 and before[0][-1] in _ENDS):
        return False
    return (known.ages.firms | known.ages.things | known.ages.places).isdisjoint(map(str.lower, names))


def _of_person(draft: Draft, known: Lookalikes) -> bool:
    """Whether what "was 31" tells of can be a person: not "in the eight he lost it was 31"."""
    return draft.words[-2].strip(',"“') not in known.ages.impersonal if len(draft.words) > 1 else True


def _beside_name(draft: Draft, text: str, known: Lookalikes) -> bool:
    if draft.before[-2:] not in _BESIDE_NAME:
        return False
    comma = _NAME_COMMA.search(draft.before)
    if comma and draft.numeral.words and _AT_PLACE.search(draft.before):
        return False
    if draft.before[-3:-1] == " –" and _BETWEEN_DASHES.match(text, draft.stop) and _NAME_DASH.search(draft.before):
        return True
    if comma and _CLOSED.match(text, draft.stop):
        named = comma[1][0].isupper() and comma[1].lower() not in known.ages.places
        return named or noun_lemma(comma[1]) in known.ages.people
    bracket = _NAME_BRACKET.search(draft.before)
    month = bracket is not None and bracket[1].lower() in known.dates.months
    closed = text[draft.stop : draft.stop + 1] == ")" and text[draft.stop + 1 : draft.stop + 2] != ":"
    return bracket is not None and not month and closed and draft.value > 5  # not "Hawaii (25): …"


def _of_somebody(draft: Draft, text: str, known: Lookalikes) -> bool:
    """Whether the words before lead to an age: "a boy of eleven", "brothers of 17 and 20", "Liban Aden is 19"."""
    last = draft.words[-1] if draft.words else ""
    if last not in _LEADING or draft.numeral.form not in ("digits", "words") or not _TELLING.match(text, draft.stop):
        return False
    match = _PERSON_OF.search(draft.before) or _PEOPLE_OF.search(draft.before)
    if match:
        person = noun_lemma(match[1].lower())
        return person in known.ages.people and person not in known.ages.parents  # "a father of three"
    return draft.value > 1 and _NAMED.search(draft.before) is not None


def is_limit(draft: Draft, text: str, limit: int, known: Lookalikes) -> bool:
    """Whether the number is an age that bounds a group: "under the age of 21", "adults over 65", "15 and older"."""
    if draft.numeral.form not in ("digits", "words") or draft.value > _OLDEST or draft.factor > 1 or draft.prefixed:
        return False
    if draft.unit is not None and draft.unit.name != "year":
        return False
    if draft.value >= _YOUNGEST_LIMIT and _AGE_SET.search(draft.before):
        return not any(is_plural(word.lower()) for word in next_words(text, draft.end, limit, 2))
    if draft.hedge is None:
        return False
    behind = text[draft.stop : max(draft.hedge_stop, draft.stop)].lower().split()  # -1: no hedge behind it
    if behind and f"{behind[-1]} than" in known.ages.limits:
        return True  # "women 15 and older"
    if draft.hedge_start < 0:
        return False
    before = draft.before[: len(draft.before) - (draft.start - draft.hedge_start)]
    hedge = draft.before[len(before) :].lower()
    if "age of" in hedge:
        return True
    if draft.unit is not None or hedge.strip() not in known.ages.limits:
        return False
    words = before.lower().split()
    last = words[-1].strip(",") if words else ""
    if any(is_plural(word.lower()) for word in next_words(text, draft.stop, limit, 2)):
        return False
    return last in known.ages.groups or noun_lemma(last) in known.ages.people or _told_of_some(words, draft, known)


def _told_of_some(words: list[str], draft: Draft, known: Lookalikes) -> bool:
    """Whether some of those counted are under or over an age: "eleven were under 16", "most of them under 18"."""
    if not _YOUNGEST_LIMIT <= draft.value <= _OLDEST_LIMIT or len(words) < 2:
        return False
    some = words[-2].strip(",") if words[-1] in ("were", "are") else words[-1]
    return some in known.ages.some or (some.isdigit() and some != words[-1])

"""How two figures stand to each other in one part of what they are about, and the words to say it.

The one comparison of each part: linking weighs its standing, a verdict asks it of a rule's ``scope`` (SEMANTICS §3.3),
a check across claims of what it holds together, and the likely cause of a difference names it.

- *same*: both texts give one thing; *near*: nothing in what they give sets them apart ("the strike", "Nordia");
- *nested*: one gives it less exactly than the other: May beside the 12th of May, a province beside its town;
- *unlike*: in words that may yet mean one thing ("the SBU", "Ukraine"); *apart*: the two can never be one;
- *unknown*: one of the texts leaves it out.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from factcheck.claims import Claim
from factcheck.claims.questions import plural_phrase
from factcheck.context.calendar import matcher
from factcheck.context.gazetteer import load_gazetteer, relate, told_inside
from factcheck.context.model import Counted, Mention, Place, When, written_days
from factcheck.context.names import read_name
from factcheck.context.registry import PARTS as CONTEXT
from factcheck.display import written_day
from factcheck.documents.dates import find_date
from factcheck.figures import Figure
from factcheck.lemmas import noun_lemma
from factcheck.pairs.lists import linking_lists
from factcheck.vocabulary import Vocabulary

Standing = Literal["same", "near", "nested", "unlike", "apart", "unknown"]
Days = tuple[int, int]  # the first and the last, as ordinals
_WORDS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


class Difference(NamedTuple):
    """One part of what two figures are about, how they stand in it, and what is said where it is not one thing."""

    part: str
    standing: Standing
    says: str


_Stand = Callable[[Figure, Figure, Vocabulary], Standing]
_Told = Callable[[Figure, Vocabulary], str | None]


class _Part(NamedTuple):
    """A part: how two figures stand in it, what each tells of it (``None``: nothing), and what is said of it."""

    stand: _Stand
    told: _Told
    differ: str
    silent: str  # instead of its second clause, where one of them tells nothing
    neither: str


def standing(part: str, a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    return _PARTS[part].stand(a, b, vocabulary)


def differences(a: Figure, b: Figure, vocabulary: Vocabulary) -> tuple[Difference, ...]:
    """The parts in which two figures are not surely the same."""
    stands = {part: standing(part, a, b, vocabulary) for part in _PARTS}
    return tuple(
        Difference(part, each, _says(part, each, a, b, vocabulary))
        for part, each in stands.items()
        if each not in ("same", "near")
    )


def _says(part: str, stands: Standing, a: Figure, b: Figure, vocabulary: Vocabulary) -> str:
    known = _PARTS[part]
    told = known.told(a, vocabulary), known.told(b, vocabulary)
    if stands != "unknown" or None not in told:
        return known.differ.format(*told)
    if told == (None, None):
        return known.neither
    return f"{known.differ.partition(', ')[0]}, {known.silent}".format(told[0] or told[1])


def days_stand(a: Days | None, b: Days | None) -> Standing:
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same"
    return "apart" if a[1] < b[0] or b[1] < a[0] else "nested"


def _when(a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    """By the days that they name; else by those in the titles of their bulletins ("Front report, 26 May").

    Sentences of one undated text each have a weekday of their own: Sunday is not Thursday, whatever the date.
    """
    if _when_of(a) is not None or _when_of(b) is not None:
        return days_stand(days_of(a), days_of(b))
    one, other = (_titled_day(figure.document.title or "") for figure in (a, b))
    if one is not None and other is not None and one != other:
        return "apart"
    sunday, thursday = _weekday(a, vocabulary), _weekday(b, vocabulary)
    told_apart = a.document.id == b.document.id and None not in (sunday, thursday) and sunday != thursday
    return "apart" if told_apart else "unknown"


def _when_of(figure: Figure) -> When | None:
    """The days by which a figure may be told from another: not those carried to it from elsewhere."""
    when = figure.context.when
    return None if when is None or when.carried else when


def days_of(figure: Figure) -> Days | None:
    when = _when_of(figure)
    return None if when is None else (when.start.toordinal(), when.stop.toordinal())


@functools.lru_cache(maxsize=1024)
def _titled_day(title: str) -> dt.date | None:
    found = find_date(title)
    return found.date if found is not None else None


def _weekday(figure: Figure, vocabulary: Vocabulary) -> str | None:
    """The one weekday that the sentence of a figure in an undated text names."""
    known = matcher(vocabulary).calendar.weekdays
    named = {word for word in _WORDS.findall(figure.sentence_text) if word.istitle() and word.lower() in known}
    return named.pop() if figure.document.published is None and len(named) == 1 else None


def _told_days(figure: Figure, vocabulary: Vocabulary) -> str | None:
    when, day = _when_of(figure), _titled_day(figure.document.title or "")
    if when is not None:
        return written_days(when.start, when.stop)
    return _weekday(figure, vocabulary) if day is None else written_day(day)


def _place(a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    one, other = place_of(a), place_of(b)
    if one is None or other is None:
        return "unknown"
    relation = relate(one, other, load_gazetteer(vocabulary))
    if relation != "unknown":
        return relation
    names, texts = (one.name, other.name), (a.document.text, b.document.text)
    inside = any(told_inside(text, *pair) for text in texts for pair in (names, names[::-1]))
    return "nested" if inside else "unlike"


def place_of(figure: Figure) -> Place | None:
    """The place by which a figure may be told from another: with a name, and not carried to it from elsewhere."""
    place = figure.context.place
    return None if place is None or place.carried or not place.named else place


def _told_place(figure: Figure, _: Vocabulary) -> str | None:
    place = place_of(figure)
    return None if place is None else place.name


def _actor(a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    one, other = a.context.actor, b.context.actor
    if one is None or other is None:
        return "unknown" if None in (_told_actor(a, vocabulary), _told_actor(b, vocabulary)) else "near"
    stands = _parties(one, other, vocabulary)
    named = _names_one(one, a.document.text, vocabulary) and _names_one(other, b.document.text, vocabulary)
    return stands if named or stands == "same" else "near"


def _told_actor(figure: Figure, _: Vocabulary) -> str | None:
    """Who did it; those counted where they did it themselves: "twelve drivers protested"."""
    action, actor = figure.context.action, figure.context.actor
    return _plain(actor.text) if actor else "those counted" if action and action.role == "subject" else None


def _names_one(mention: Mention, text: str, vocabulary: Vocabulary) -> bool:
    """Whether it names somebody in particular; "the attack" and "gunmen" name nobody."""
    if _words(mention.text, vocabulary) & _nations(vocabulary):
        return True
    inside = re.search(rf"[a-z,] {re.escape(mention.text.split()[-1])}\b", text)  # else it may only open sentences
    return inside is not None and read_name(mention.text, vocabulary).named


def _target(a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    one, other = a.context.target, b.context.target
    return "unknown" if one is None or other is None else _parties(one, other, vocabulary)


def _parties(one: Mention, other: Mention, vocabulary: Vocabulary) -> Standing:
    """One nation is not another; other names without a word in common may be one party."""
    a, b, nations = _words(one.text, vocabulary), _words(other.text, vocabulary), _nations(vocabulary)
    if a & b or is_short_for(one.text, other.text):
        return "same"
    return "apart" if a & nations and b & nations else "unlike"


@functools.lru_cache(maxsize=4)
def _nations(vocabulary: Vocabulary) -> frozenset[str]:
    """Countries as the keys of names write them."""
    return frozenset(map(_key, load_gazetteer(vocabulary).countries))


def _key(nation: str) -> str:
    return nation.lower().replace(" ", "-")


def _words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(read_name(_plain(text), vocabulary).key.split())


def _plain(text: str) -> str:
    return _ARTICLE.sub("", text)


def is_short_for(one: str, other: str) -> bool:
    """Whether one is short for the other: "IDF", "Israel Defense Forces"."""
    short, long = sorted((one.replace(".", ""), other), key=len)
    letters = "".join(word[0] for word in _plain(long).split() if word[0].isupper())
    return short.isupper() and _plain(short).casefold() == letters.casefold()


def nations_of(figure: Figure, vocabulary: Vocabulary, *, owner: bool = False) -> frozenset[str]:
    """Whose those counted are: Russian drones, Israelis; ``owner``: else whose deed it was."""
    counted, actor = figure.context.counted, figure.context.actor
    own = frozenset[str]() if counted is None else _kinds(counted, vocabulary) & _nations(vocabulary)
    return own if own or not owner or actor is None else _words(actor.text, vocabulary) & _nations(vocabulary)


@functools.lru_cache(maxsize=4096)
def _kinds(counted: Counted, vocabulary: Vocabulary) -> frozenset[str]:
    """What narrows down those counted: the words before them, and peoples as their countries."""
    peoples, head = load_gazetteer(vocabulary).demonyms, counted.head.lower()
    kinds = {_key(peoples[word]) if word in peoples else noun_lemma(word) for word in counted.qualifiers}
    return frozenset(kinds | {_key(peoples[head])} if head in peoples else kinds)


def _qualifiers(a: Figure, b: Figure, vocabulary: Vocabulary) -> Standing:
    """Of one kind, or not: nothing is both Russian and Ukrainian, a soldier and a civilian."""
    counted, nations = (a.context.counted, b.context.counted), _nations(vocabulary)
    if counted[0] is None or counted[1] is None:
        return "near"
    one, other = (_kinds(each, vocabulary) for each in counted if each)
    x, y = (one | {counted[0].head}) - other, (other | {counted[1].head}) - one
    if (x & nations and y & nations) or any(linking_lists(vocabulary).exclude(p, q) for p in x for q in y):
        return "apart"
    if one == other:
        return "same"
    return "nested" if one <= other or other <= one else "unlike"


def _told_counted(figure: Figure, _: Vocabulary) -> str | None:
    counted = figure.context.counted
    return None if counted is None else plural_phrase(_plain(counted.text), counted.head)


def _told_action(figure: Figure, _: Vocabulary) -> str | None:
    """The words that say what happened, as written."""
    action = figure.context.action
    if action is None:
        return None
    return action.lemma if action.span is None else " ".join(action.span.of(figure.document.text).split())


def _speaker(a: Figure, b: Figure, _: Vocabulary) -> Standing:
    one, other = a.context.speaker, b.context.speaker
    if one and other and (one.key == other.key or is_short_for(one.text, other.text)):
        return "same"
    return "unlike" if one and other else "unknown"


def _modality(a: Figure, b: Figure, _: Vocabulary) -> Standing:
    """What can or usually happens is of no event, and no event answers it."""
    one, other = a.context.modality, b.context.modality
    if one == other:
        return "same"
    return "apart" if "general" in (one, other) else "near"


def _told_modality(figure: Figure, _: Vocabulary) -> str:
    return "in general" if figure.context.modality == "general" else "of one case"


def _by(part: str, field: str) -> _Stand:
    """By one field of what both texts give; different words may yet mean one thing: "rain", "rainfall"."""

    def stand(a: Figure, b: Figure, _: Vocabulary) -> Standing:
        one, other = (getattr(getattr(figure.context, part), field, None) for figure in (a, b))
        if one is None or other is None:
            return "unknown"
        return "same" if one == other else "unlike"

    return stand


def _text(part: str) -> _Told:
    def told(figure: Figure, _: Vocabulary) -> str | None:
        value = getattr(figure.context, part)
        return None if value is None else _plain(value.text)

    return told


UNNAMED = "neither sentence names "
_ABOUT = "one is about {}, the other about {}"
_COUNTS = ("one counts {}, the other {}", "the other does not say what", "neither says what is counted")
_PARTS: Mapping[str, _Part] = {
    "when": _Part(_when, _told_days, _ABOUT, "the other’s sentence names no day", UNNAMED + "a day"),
    "place": _Part(_place, _told_place, _ABOUT, "the other’s sentence names no place", UNNAMED + "a place"),
    "actor": _Part(
        _actor, _told_actor, "one names {} as who did it, the other {}", "the other nobody", "neither says who did it"
    ),
    "target": _Part(
        _target,
        _text("target"),
        "one is aimed at {}, the other at {}",
        "the other does not say at whom or what",
        "neither says at whom or what it is aimed",
    ),
    "qualifiers": _Part(_qualifiers, _told_counted, *_COUNTS),
    "counted": _Part(_by("counted", "told"), _text("counted"), *_COUNTS),
    "action": _Part(
        _by("action", "lemma"),
        _told_action,
        "one says “{}”, the other “{}”",
        "the other does not say what happened",
        "neither says what happened",
    ),
    "speaker": _Part(
        _speaker,
        _text("speaker"),
        "one is told by {}, the other by {}",
        "the other names nobody who says so",
        "neither names anybody who says so",
    ),
    "modality": _Part(_modality, _told_modality, "one tells {}, the other {}", "", ""),
    **{
        name: _Part(
            _by(name, "key"),
            _text(name),
            "one is told {}, the other {}",
            f"the other no {name}",
            f"neither gives a {name}",
        )
        for name in (part.name for part in CONTEXT if part.evidence)
    },
}


def same_things(part: Claim, whole: Claim, vocabulary: Vocabulary, *, counted: bool = True) -> bool:
    """Whether nothing sets two claims of one sentence apart: whose, what, by whom, at whom, when, where, if at all.

    Ukrainian drones downed are none of the Russian drones launched, and what one side brings down is not what the same
    side sends; what a nation sent is its own, said or not. ``counted`` off lets the things go by different words.
    """
    a, b = part.figure, whole.figure
    if counted and _one_head(a, b, vocabulary) == "unlike":
        return False
    whose = nations_of(a, vocabulary), nations_of(b, vocabulary, owner=True)
    if whose[0] and whose[1] and not whose[0] & whose[1]:
        return False
    if (a.context.modality, a.context.polarity) != (b.context.modality, b.context.polarity):
        return False
    if part.type != whole.type and _one_actor(a, b, vocabulary) == "same":
        return False
    return all(standing(each, a, b, vocabulary) in ("same", "unknown") for each in ("when", "place", "target"))


_one_head = _by("counted", "head")
_one_actor = _by("actor", "key")

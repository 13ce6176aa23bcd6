"""The questions a reader sees: one for each group, of what is sure in it, and no two of one scan the same.

What grouping compares is the question of a single claim; a reader asks "of what?". A group's question is its rule's,
filled with what most of its figures say, or a plain "how many", where noun and verb are sure; else it quotes. Where two
would read alike, they are told apart by place, day, story and, in the end, by their numbers.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims.model import Claim
from factcheck.claims.questions import is_hyphened, plainly, questions_of, with_article
from factcheck.context.model import When
from factcheck.display import MONTHS
from factcheck.figures import Figure
from factcheck.lemmas import is_plural, noun_lemma
from factcheck.ruleset.templates import SLOTS, fill
from factcheck.sentences.lexicon import lexicon
from factcheck.sentences.tagset import ADJECTIVE, CONJUNCTION, NOUN, PLURAL, PREPOSITION, RELATIVE, SUBORDINATOR
from factcheck.vocabulary import default_vocabulary

_NOUN = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*s?['’]?(?: [^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*)*")
_LONG = 5  # words of a noun phrase that is still a name for what is counted
_QUOTED = 44  # characters of a quote that stands for a question
_BRIEFLY = 32  # characters of a quote that says of what a question is
_IN = r"\b([Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross) (?:the )?(?:\w+ern )?"
_SELDOM = 6  # one in so many times that a text names a place it stands after such a word
_NAME = 40  # characters of a story's name that still tells at a glance
_MILLION = 1_000_000
_ARTICLED = re.compile(
    r"United |(?:[A-Z]\.){2}$|.* (?:Emirates|Islands|Kingdom|Republic|States|Union)$"
)  # of which one says "the"
_PRONOUN = re.compile(r"\b(?:it|them)\b")
_QUOTE_MARKS = frozenset('“”"«»')  # a slot that holds one was cut out of a quotation
_PERSONS = re.compile(r"\bpersons\b")
_OPENING = PREPOSITION | SUBORDINATOR | CONJUNCTION | RELATIVE
_CLAUSE = re.compile(r",(?!\d)|[;:()“”\"\n]|(?<!\b[A-Z])[.!?](?=[\s”’\"]|$)|\s[–—-]\s")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A group to be asked about: its claims, the question it came with, and the name of its story where it has one."""

    claims: Sequence[Claim]
    question: str
    story: str = ""
    at_odds: Claim | None = None  # one of the two that disagree: its words are quoted where no question is sure


def ask(groups: Sequence[Asked]) -> tuple[str, ...]:
    """The question of each group, in their order; all of them differ."""
    questions = [_question(group) for group in groups]
    for tell in (_with_place, _with_day, _with_story, _with_numbers, _with_line):
        for alike in _alike(questions):
            told = [tell(questions[index], groups[index]) for index in alike]
            if len(set(told)) > 1:  # what is the same for all of them tells none apart
                for index, question in zip(alike, told, strict=True):
                    questions[index] = question
    for alike in _alike(questions):
        for n, index in enumerate(alike[1:], 2):
            questions[index] += f" [{n}]"
    return tuple(questions)


def _alike(questions: Sequence[str]) -> list[list[int]]:
    """The indexes of questions that read the same."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, question in enumerate(questions):
        places[question.casefold()].append(index)
    return [indexes for indexes in places.values() if len(indexes) > 1]


# ---- one question


def _question(group: Asked) -> str:
    """The rule's question, a plain one, or a quote; a question that none of the claims asks stays as it is."""
    claims = group.claims
    if all(claim.question != group.question for claim in claims):
        return group.question
    typed = [claim for claim in claims if claim.rule is not None]
    if typed:
        return _of_what(_of_rule(typed), typed[0].figure)
    sure = [claim.question for claim in claims if _asks_surely(claim)]
    return _most(sure) or quoted((group.at_odds or claims[0]).figure)


def _of_rule(typed: Sequence[Claim]) -> str:
    """The question of the rule that took most of the claims, filled with what most of them say."""
    name = _most([claim.rule.name for claim in typed if claim.rule])
    claims = [claim for claim in typed if claim.rule and claim.rule.name == name]
    slots = {slot: _said(claims, slot) for slot in SLOTS if slot != "counted"}
    place = slots["place"]
    slots |= {"counted": _counted(claims), "place": _sure_place(place, claims)}
    if place.removeprefix("the ") in slots["counted"]:
        slots["place"] = ""  # "the Tarn attacks" are in Tarn
    rule = claims[0].rule
    return _as_put(fill(rule.question, slots), claims, place) if rule else ""


def _of_what(question: str, figure: Figure) -> str:
    """A question that asks of a mere "it" with the words of the text: ``How long did it last (“12 days of talks”)?``"""
    if not _PRONOUN.search(question):
        return question
    return _added(question, f"(“{_quote(figure, _BRIEFLY)}”)")


def _said(claims: Sequence[Claim], slot: str) -> str:
    """What the claims that name a thing agree on, or most of them; nothing where they differ evenly.

    Who did it is part of the question only where most claims say so.
    """
    said = Counter(claim.slots[slot] for claim in claims if claim.slots.get(slot))
    if not said or (slot in ("actor", "target") and said.total() * 2 < len(claims)):
        return ""
    (first, most), *others = said.most_common(2)
    sure = (not others or most > others[0][1]) and not _QUOTE_MARKS.intersection(first)
    if slot in ("actor", "target") and sure:
        texts = list({claim.figure.document.text for claim in claims})
        if not any(_is_name(first, text) for text in texts):
            return ""
        return articled(first, texts) if first.split()[-1][0].isupper() and first[0].isupper() else with_article(first)
    return first if sure else ""


def _is_name(words: str, text: str) -> bool:
    """Whether its capital is its own and not that of a sentence: a text has it behind another word too."""
    first, _, rest = words.partition(" ")
    if first.islower() or (rest and rest.split()[-1][0].isupper()):
        return True
    return re.search(rf"[a-z,’'] (?:[Tt]he )?{re.escape(words)}(?!\w)", text) is not None


def _sure_place(place: str, claims: Sequence[Claim]) -> str:
    """A place as most of the texts that name it have it ("the Mediterranean"); nothing where it may be no place."""
    figures = [claim.figure for claim in claims if claim.slots.get("place") == place]
    if not any(map(_is_where, figures)):
        return ""
    return _most([words for words in map(place_words, figures) if words.removeprefix("the ") == place]) or place


def _is_where(figure: Figure) -> bool:
    """Whether a text uses the name as that of a place, now and then at least: "in Aleppo", not "the ISIS fighters"."""
    place = figure.context.place
    if place is None or (place.name.isupper() and len(place.name) > 2):
        return False
    named = len(re.findall(rf"\b{re.escape(place.name)}\b", figure.document.text))
    return place.within != () or not named or len(_prepositions(figure)) * _SELDOM >= named


def _prepositions(figure: Figure) -> list[str]:
    """The words that put something in the place of a figure, as its text has them: ``["in", "near", "in"]``."""
    place = figure.context.place
    found = re.findall(rf"{_IN}{re.escape(place.name)}\b", figure.document.text) if place else []
    return [word.lower() for word in found]


def _as_put(question: str, claims: Sequence[Claim], place: str) -> str:
    """A question with the preposition that most texts have before its place: "at Camp Marl", where it said "in"."""
    found = [word for claim in claims if claim.slots.get("place") == place for word in _prepositions(claim.figure)]
    if place and found and _most(found) == "at":
        return question.replace(f" in {place}", f" at {place}")
    return question


def _counted(claims: Sequence[Claim]) -> str:
    """What is counted: the noun that most claims name, in its shortest form; nothing where that is not sure."""
    heads = Counter(_head(claim) if _is_noun(claim) else "" for claim in claims)
    head = max(heads, key=lambda each: (heads[each], each == "", each))
    texts = [_as_inside(claim) for claim in claims if head and _head(claim) == head and _is_noun(claim)]
    return _PERSONS.sub("people", _most(texts)) if texts else ""


def _as_inside(claim: Claim) -> str:
    """What a claim counts as it reads inside a sentence: "crabs", where "Crabs" only opened one."""
    counted, words = claim.figure.context.counted, claim.slots["counted"]
    return plainly(claim.figure, counted) if counted is not None and counted.text == words else words


def _head(claim: Claim) -> str:
    counted = claim.figure.context.counted
    return counted.head if counted and claim.slots.get("counted") else ""


def _asks_surely(claim: Claim) -> bool:
    """Whether a generic question tells of what: a sure noun, and a verb that says what happened to it."""
    counted, words = claim.figure.context.counted, questions_of(default_vocabulary())
    if claim.figure.quantity.kind != "count" or counted is None or not _is_noun(claim):
        return False
    if counted.head in words.turns | words.vague:
        return False
    return noun_lemma(claim.question.rstrip("?").split()[-1].lower()) != counted.head


def _is_noun(claim: Claim) -> bool:
    """Whether what is counted is surely a noun phrase that has a plural: as the text writes it, not as one guesses."""
    counted, quantity = claim.figure.context.counted, claim.figure.quantity
    if counted is None or len(counted.text.split()) > _LONG or not _NOUN.fullmatch(counted.text):
        return False
    last = counted.text.split()[-1]
    if noun_lemma(last.lower()) != counted.head or (last.isupper() and len(last) > 1):
        return False
    if is_plural(last.lower()):
        return True
    if quantity.kind not in ("count", "ratio", "other"):
        return last.islower()
    return last.islower() and (tuple(map(int, quantity.values)) == (1,) or is_hyphened(claim.figure))


def quoted(figure: Figure) -> str:
    """A question that cannot be built surely: ``About “12.5 million pounds of food”``."""
    return f"About “{_quote(figure, _QUOTED)}”"


def _quote(figure: Figure, most: int) -> str:
    """The number with the words after it, or before it where none follow."""
    text, span = figure.document.text, figure.quantity.span
    start, stop = min(figure.sentence.start, span.start), max(figure.sentence.stop, span.stop)
    room = max(most - (span.stop - span.start), 0)
    words = _written(figure)
    rest = _SPACE.sub(" ", text[span.stop : stop])
    after = _within(rest, room)
    cut = len(after) < len(rest) and rest[len(after)] == " "
    if cut:
        own = _SPACE.sub(" ", text[span.stop : _own_stop(figure)])
        after = _whole(after, rest[len(after) :].split(), len(own))
    if after.strip(" .'’”\"-%"):
        return words + after
    ahead = _SPACE.sub(" ", text[start : span.start])
    before = _within(ahead[::-1], room)[::-1]
    if cut and figure.quantity.unit and len(before) < len(ahead) and ahead[-len(before) - 1] == " ":
        return words + after  # it goes on behind, and in front it would be cut too
    return before.lstrip() + words + after


def _own_stop(figure: Figure) -> int:
    """Where the number's own phrase ends: with its unit or with what it counts."""
    counted, stop = figure.context.counted, figure.quantity.span.stop
    own = [each for each in (figure.quantity.unit_span, counted and counted.span) if each and each.start >= stop]
    return max((each.stop for each in own), default=stop)


def _whole(text: str, more: Sequence[str], own: int) -> str:
    """The words behind a number without the phrase that was cut in its midst: "a week", not "a week after President".

    It ends where the next word opens another phrase; the first ``own`` characters are the number's.
    """
    following = more[0].lower() if more else ""
    while len(text) > own and text.strip() and not _opens(following, text):
        text, _, following = text.rpartition(" ")
    dangling = questions_of(default_vocabulary()).dangling
    while text.rpartition(" ")[2].lower() in dangling:
        text = text.rpartition(" ")[0]
    return text


def _opens(word: str, before: str) -> bool:
    """Whether a word opens a phrase of its own; an "and" between adjectives does not: "five past and present"."""
    words = lexicon(default_vocabulary())
    tags = words.closed.get(word.lower(), 0) & _OPENING
    if tags == CONJUNCTION:
        return not words.entry(before.rpartition(" ")[2].lower()).usual & ADJECTIVE
    return tags != 0


def _written(figure: Figure) -> str:
    """The figure as written, without the capital that a sentence's first word has."""
    words = _SPACE.sub(" ", figure.text).strip()
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _within(text: str, room: int) -> str:
    """The beginning of a text up to the end of its clause, no longer than there is room."""
    end = _CLAUSE.search(text)
    clause = text[: end.start()] if end else text
    if len(clause) <= room:
        return clause.rstrip()
    return clause[: max(clause.rfind(" ", 0, room), 0)].rstrip()


# ---- telling two apart


def _with_place(question: str, group: Asked) -> str:
    places = [place_words(claim.figure) for claim in group.claims if _is_where(claim.figure)]
    place = _most_of(places)
    return _added(question, f"in {place}") if place and place.casefold() not in question.casefold() else question


def _with_day(question: str, group: Asked) -> str:
    days = [_day(claim.figure.context.when) for claim in group.claims if claim.figure.context.when]
    day = _most_of(days)
    return _added(question, day) if day else question


def _with_story(question: str, group: Asked) -> str:
    name = group.story
    if len(name) > _NAME:  # a title that stands for a name: its day says enough
        name = name.rpartition(", ")[2] if name[-4:].isdecimal() else name
    return _added(question, f"({name})") if name and name.casefold() not in question.casefold() else question


def _with_numbers(question: str, group: Asked) -> str:
    ordered = sorted(group.claims, key=lambda claim: _number(claim.figure))
    low, high = ordered[0].figure, ordered[-1].figure
    ends = [_plainly(low)] if _number(low) == _number(high) else [_plainly(low), _plainly(high)]
    return _added(question, "(" + " – ".join(ends) + ")")


def _plainly(figure: Figure) -> str:
    """A count in digits, as both ends of a range are best read; what is no plain count as it is written."""
    values = figure.quantity.values
    if figure.quantity.kind != "count" or figure.quantity.vague or len(values) != 1 or values[0] != int(values[0]):
        return _written(figure)
    return f"{int(values[0]):,}" if values[0] < _MILLION else _written(figure)


def _number(figure: Figure) -> Decimal:
    """A number of a figure to sort by; what its words commit to where it has none."""
    values, hard = figure.quantity.values, figure.quantity.hard
    return max(values) if values else hard.low if hard.low is not None else hard.high or Decimal(0)


def _with_line(question: str, group: Asked) -> str:
    figure = group.claims[0].figure
    return _added(question, f"({figure.document.outlet or figure.document.path}, {figure.where})")


def _added(question: str, words: str) -> str:
    """``How many people were killed?`` with more before its question mark; a second bracket joins the first."""
    if words[0] == "(" and question.endswith(")?"):
        return f"{question[:-2]}; {words[1:]}?"
    return f"{question[:-1]} {words}?" if question.endswith("?") else f"{question} {words}"


def _day(when: When) -> str:
    """A day, month or year as one asks for it: ``on 2 July 2012``, ``in May 2012``, ``in 2004``."""
    label = when.label
    if len(label) == 4:
        return f"in {label}"
    month = f"{MONTHS[when.start.month - 1]} {when.start.year}"
    if len(label) == 7:
        return f"in {month}"
    return f"on {when.start.day} {month}" if when.start == when.stop else ""


def place_words(figure: Figure) -> str:
    """The place, with its article where its text mostly gives it one: "the Mediterranean", but not "the Libya"."""
    place = figure.context.place
    if place is None or not place.named:
        return ""
    return articled(place.name, [figure.document.text])


def articled(name: str, texts: Iterable[str]) -> str:
    """A name with its article where texts mostly give it one; not the one of a noun behind it: "the Idlib raid"."""
    found = [has_article for text in texts for has_article in _articles(name, text)]
    with_the = 2 * sum(found) > len(found) if found else _ARTICLED.match(name)
    return f"the {name}" if with_the else name


@functools.lru_cache(maxsize=256)  # every figure of a text may be in one place
def _articles(name: str, text: str) -> tuple[bool, ...]:
    """Whether a name has an article, for each time a text has it as a whole."""
    written = re.compile(rf"\b([Tt]he )?{re.escape(name)}(?!\w)(?=(?:['’]s)?(.{{0,20}}))", re.DOTALL)
    return tuple(bool(match[1]) for match in written.finditer(text) if _ends_name(match[2]))


def _ends_name(after: str) -> bool:
    """Whether a name ends where these words follow it: at a mark, a verb or a small word, not before a noun."""
    if not after.startswith((" ", "\n")):
        return not after.startswith(("-", "‑", "‐"))
    words = after.split()
    if not words or "\n" in after[: after.index(words[0])]:
        return True
    first = words[0].strip(".,;:!?")
    if not first.islower():
        return not first[:1].isalnum()
    known = lexicon(default_vocabulary())
    return first in known.closed or not known.entry(first).usual & (NOUN | PLURAL | ADJECTIVE)


def _most(texts: Sequence[str]) -> str:
    """The text that stands most often, the shortest of those; nothing where there is none."""
    counted = Counter(texts)
    return max(counted, key=lambda text: (counted[text], -len(text), text), default="")


def _most_of(texts: Iterable[str]) -> str:
    """The text on which most that tell agree; nothing where they are evenly split."""
    counted = Counter(text for text in texts if text).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return ""
    return counted[0][0]

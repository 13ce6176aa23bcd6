"""Where the noun stands that a number counts or measures: in its own group, behind "of", before it, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.context.action_words import class_of
from factcheck.context.noun_words import COUNT_KINDS, Nouns, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import (
    ADJECTIVE,
    CLOSE,
    DETERMINER,
    NAME,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT,
    OPEN,
    PARTICIPLE,
    PLURAL,
    POSSESSIVE,
    SUBJECT,
    TIME,
)  # fmt: skip
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.words import Word

How = Literal["own", "joined", "of", "state", "before", "subject", "object", "awaiting", "reference"]


@dataclass(frozen=True, slots=True)
class Head:
    """The phrase ``words[start:stop]`` with its head noun, its group, and how it was found.

    ``joined`` is the noun a hyphen ties to the number, which is then what is counted ("12-member jury").
    """

    group: Group
    start: int
    stop: int
    head: int
    how: How
    joined: str = ""


@kept()
def find_head(view: SentenceView, index: int) -> Head | None:
    """The noun of a quantity of the sentence, or ``None`` where it is left out."""
    sentence, quantity = view.read, view.quantities[index]
    group, word = sentence.number_groups.get(index), sentence.number_words.get(index)
    if group is None or word is None:
        return None
    counts = kind_of(quantity) in COUNT_KINDS
    if word.joined:
        return _joined(view, group, word, counts=counts)
    if kind_of(quantity) in _SPANS and is_distance(view, group, word, quantity):
        return None
    own = _own(view, group, word, quantity)
    if own is not None:
        return own
    if counts and (state := _state(view, group)) is not None:
        return state
    if quantity.per is not None and (rated := _past_rate(view.read, group, quantity)) is not None:
        return rated
    behind = _measuring(view, group, counts=counts) or _behind(view, group, quantity)
    if counts and (behind is None or behind.how == "reference") and (told := _predicate(view, group)) is not None:
        return told
    if behind is not None:
        return behind
    return _waiting(view, group, index) or _before(view, group, quantity) or _opening(view, group)


_SPANS = frozenset({"duration", "length"})


def is_distance(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> bool:
    """Whether a span tells only how far off something is: "two weeks ago", "9 miles (15 km) northwest of", "within"."""
    words, i = view.read.words, word.index + 1
    while quantity.unit_span is not None and i < len(words) and words[i].start < quantity.unit_span.stop:
        i += 1
    if i < len(words) and words[i].tags & OPEN:
        i = next((k + 1 for k in range(i, len(words)) if words[k].tags & CLOSE), i)
    behind = words[i].lower.partition(" ")[0] if i < len(words) else ""  # "away from"
    inside = "within" in (group.preposition, word.lower.partition(" ")[0])
    return inside or behind in nouns(view.vocabulary).offsets or behind in view.read.lexicon.words("which way")


# In the number's own group


def _joined(view: SentenceView, group: Group, word: Word, *, counts: bool) -> Head | None:
    lexicon = view.read.lexicon
    closed = word.joined.partition("-")[0] in lexicon.closed  # "a 40-to-39 edge"
    noun = bool(lexicon.entry(word.joined).usual & NOUNS) and not closed
    last = group.possessor if group.possessor > word.index else group.head
    if last > word.index:
        return Head(group, word.index + 1, last + 1, last, "joined", word.joined if counts and noun else "")
    measure = not counts and word.joined in lexicon.times  # "12-day"; but "a $500,000-reward"
    return Head(group, word.index, word.index + 1, word.index, "joined", word.joined) if noun and not measure else None


def _own(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> Head | None:
    """The noun behind the number in its group; words of its unit are no noun of it."""
    kind = kind_of(quantity)
    words = view.read.words
    start = word.index + 1
    if quantity.unit_span is not None:
        while start < group.stop and words[start].start < quantity.unit_span.stop:
            start += 1
    while start <= group.head and not words[start].known & (NOUNS | ADJECTIVE | PARTICIPLE | DETERMINER):
        start += 1
    if start > group.head or words[group.head].tags & (SUBJECT | OBJECT):
        return None
    owners = group.possessor >= start and words[group.possessor].tags & PLURAL
    head = group.possessor if owners else group.head  # "three soldiers' widows", but "five Alleyn's pupils"
    when = words[head].tags & TIME and start == head
    several = kind == "count" and quantity.values != (Decimal(1),) and words[head].lower[-1] != "s"
    if when and (several or kind not in COUNT_KINDS):
        return None  # "rose 5 percent last year", "rose to 40 today"
    if kind in COUNT_KINDS:
        head = _agreeing(view.read, start, head, quantity)
    return Head(group, start, head + 1, head, "own")


def _agreeing(sentence: Sentence, start: int, head: int, quantity: Quantity) -> int:
    """The noun a number agrees with: of "a four step approach" the first, of "four step plans" the last."""
    words = sentence.words
    if (
        words[head].tags & (PLURAL | NAME)
        or words[head].known & PLURAL
        or quantity.values == (Decimal(1),)
        or quantity.vague
    ):
        return head
    for i in range(start, head):
        if words[i].tags & NOUN and not words[i].known & (PLURAL | NAME) and not words[i].tags & ADJECTIVE:
            return i
    return head


def _past_rate(sentence: Sentence, group: Group, quantity: Quantity) -> Head | None:
    """The noun behind what a rate is given by, where one article opens both: "its 52 dlrs a share offer"."""
    words, after = sentence.words, sentence.after(group)
    opened = group.first < group.number and words[group.first].tags & (DETERMINER | POSSESSIVE)
    if not opened or after is None or after.kind != "noun" or after.start != group.stop:
        return None
    by = after.first + (after.at < 0)  # past "per" or "a"
    given = by < after.head and noun_of(sentence, by) == quantity.per and not _is_name(sentence, after.head)
    return Head(after, by + 1, after.head + 1, after.head, "own") if given else None


def _state(view: SentenceView, group: Group) -> Head | None:
    """An adjective or participle in place of a noun: "12 dead", "three missing", "the 12 wounded"."""
    words = view.read.words
    for i in (group.stop, group.stop - 1):
        if group.head < 0 and group.number < i < len(words) and words[i].lower in nouns(view.vocabulary).states:
            return Head(group, i, i + 1, i, "state")
    return None


# Behind it


def _predicate(view: SentenceView, group: Group) -> Head | None:
    """What people are told to be: "three are police officers", "three of them are children"."""
    clause = group.clause
    if clause is None or clause.subject is not group or clause.lemma != "be":
        return None
    told = next((g for g in clause.groups if g.role == "predicate" and g.head >= 0 > g.number), None)
    human = told is not None and noun_of(view.read, told.head) in nouns(view.vocabulary).human
    return _at(view.read, told, "of") if told is not None and human else None


def _behind(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun of the "of" group right behind: "52 of the drones", "12 inches of rain", "$5m in steel"."""
    kind = kind_of(quantity)
    sentence = view.read
    after = _past_brackets(sentence, sentence.after(group))
    if (
        after is not None
        and after.kind == "noun"
        and not after.preposition
        and after.head >= 0
        and not sentence.words[after.start].tags & DETERMINER
        and after.number < 0
        and sentence.groups[after.index - 1].kind == "close"
    ):
        return Head(after, after.start, after.head + 1, after.head, "own")  # "$280bn (£155bn) claim"
    while after is not None and after.preposition == "of":
        head = after.head
        if head < 0:
            return None
        word = sentence.words[head]
        opened = after.possessor < 0 and sentence.words[after.first].tags & (DETERMINER | POSSESSIVE)
        if kind == "duration" and (word.tags & TIME or opened):
            return None  # "several months of the year", "23 years of her career"
        if word.tags & (OBJECT | SUBJECT) or (word.lower in sentence.lexicon.alone and word.tags & DETERMINER):
            return Head(after, head, head + 1, head, "reference")
        following = sentence.after(after)
        hollow = word.lower in nouns(view.vocabulary).hollow and following is not None and following.preposition == "of"
        if not hollow:
            return Head(after, first_noun(sentence, after), head + 1, head, "of")
        after = following
    if after is not None and after.preposition == "in" and kind == "money" and after.head >= 0:
        article = sentence.words[after.at + 1].tags & DETERMINER
        word = sentence.words[after.head]
        if not article and not word.tags & (NAME | TIME) and not word.known & TIME:
            return Head(after, first_noun(sentence, after), after.head + 1, after.head, "of")
    return None


def _past_brackets(sentence: Sentence, group: Group | None) -> Group | None:
    """The group behind brackets that hold a number alone, where such stand here."""
    if group is None or group.kind != "open":
        return group
    groups = sentence.groups
    close = next((g for g in groups[group.index : group.index + 4] if g.kind == "close"), None)
    if close is None or not any(g.kind == "noun" and g.number >= 0 for g in groups[group.index : close.index]):
        return group
    return sentence.after(close)


def first_noun(sentence: Sentence, group: Group) -> int:
    """The first word of a noun group that says what it is of: past preposition, determiner and number."""
    words = sentence.words
    i = group.first
    if group.possessor >= 0:
        i = group.possessor + 2
    if group.number >= i:
        i = group.number + 1
    while i < group.head and not words[i].tags & (NOUNS | ADJECTIVE | PARTICIPLE):
        i += 1
    return i


# Before it


def _waiting(view: SentenceView, group: Group, index: int) -> Head | None:
    """A noun of number that waits for it: "the toll rose to 24", "the number of homes stands at 12"."""
    sentence, words = view.read, nouns(view.vocabulary)
    if kind_of(view.quantities[index]) not in COUNT_KINDS:
        return None
    for candidate in _told(group):
        lemma = noun_of(sentence, candidate.head)
        if lemma in words.awaiting:
            named = _numbered(sentence, candidate, lemma)
            return Head(named, first_noun(sentence, named), named.head + 1, named.head, "awaiting")
    return None


def _numbered(sentence: Sentence, group: Group, lemma: str) -> Group:
    """What a noun of number is of: "the number of wounded"; the noun itself where it says it: "the death toll"."""
    after = sentence.after(group)
    if after is not None and after.preposition == "of" and after.head >= 0 and (lemma != "toll"):
        return after
    return group


def _opening(view: SentenceView, group: Group) -> Head | None:
    """The whole that a sentence begins with: "Of the 300 guests, 27% favoured it", "Of the bridges, 12 fell"."""
    first = view.read.groups[0]
    if first.preposition not in ("of", "out of") or first.head < 0 or first is group:
        return None
    told = view.read.words[first.at + 1].tags & (DETERMINER | NUMBER)  # not "of course"
    return _at(view.read, first, "of") if told and group.clause is not None and group.clause is first.clause else None


def find_label(view: SentenceView, index: int) -> Head | None:
    """The noun that a colon sets before a number which has no verb of its own: "The cost: $1,500"."""
    sentence, group = view.read, view.read.number_groups.get(index)
    mark = group.prior if group is not None else None
    label = mark.prior if mark is not None else None
    if group is None or mark is None or label is None or label.kind != "noun" or label.head < 0:
        return None
    acts = group.clause is not None and group.clause.verb is not None  # "One thing was sure: 12 were hurt"
    if acts or group.preposition or group.head >= 0 or sentence.words[mark.start].text != ":":
        return None
    return _at(sentence, label, "of")


def _told(group: Group) -> list[Group]:
    """What a number may tell about: the noun it is "of", then the object and the subject of its clause."""
    found: list[Group] = []
    if group.role in ("of", "apposition", "within") and group.under is not None:
        found.append(group.under)
    clause = group.clause
    if clause is not None and clause.subject is not group and group.role in ("object", "oblique", "predicate", ""):
        found += [g for g in clause.groups if g.role == "object" and g is not group]
        if clause.subject is not None:
            found.append(clause.subject)
    return found


def _climbed(sentence: Sentence, group: Group, words: Nouns) -> Group:
    """The group an average or a total stands for: of "takes an average of 12 years" the object, not "average"."""
    under = group.under
    if group.preposition != "of" or under is None or under.head < 0:
        return group
    return under if noun_of(sentence, under.head) in words.sums else group


def _before(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun before the number: the one it is "of" or stands beside; of a measure what it is told of."""
    kind = kind_of(quantity)
    sentence, words = view.read, nouns(view.vocabulary)
    counts = kind in COUNT_KINDS
    group = _climbed(sentence, group, words)
    under = group.under
    told = under is not None and under.head >= 0 and under.number < 0
    if under is not None and told and _tells_of(sentence, group, under, quantity, words):
        return _at(sentence, under, "before")
    before = group.prior
    if before is not None and before.kind == "open" and group.clause is not None and group.clause.under is not None:
        again = _up_before(sentence, group)  # "9 % in Turkey (down from 52 %)"
        return None if again else _bracketed(view, group.clause.under)
    if kind == "percent" and under is not None and _is_set_off(sentence, group):
        after = sentence.groups[group.index + 2 : group.index + 3]
        return _bracketed(view, after[0] if after and after[0].preposition == "of" else under)
    if before is not None and before.kind == "noun" and before.head >= 0 and before.stop == group.start:
        if _stands_beside(sentence, before, group, words):
            return _at(sentence, before, "before")
    part = kind == "ratio" and group.preposition == "by"  # "cut deaths by a third"
    stands = _lead(sentence, group) in _LEADS or (group.role == "predicate" and group.head < 0)
    if counts and not part and not (kind == "count" and stands):  # "fell by 300", "closed below 900"
        return None
    return _measured(view, group, quantity)


def _stands_beside(sentence: Sentence, before: Group, group: Group, words: Nouns) -> bool:
    """Whether a number is that of the noun right before it: "category 3", "rates above 9 %", "with debt at 9 %"."""
    if not group.preposition:
        hedge = sentence.words[group.first].lower.partition(" ")[0]
        return hedge in words.comparing or noun_of(sentence, before.head) in words.scales | words.awaiting
    clause = group.clause
    leads = clause is None or clause.verb is None or clause.verb.index > group.index
    return group.preposition == "at" and leads and before.preposition in ("", "with")


def _tells_of(sentence: Sentence, group: Group, under: Group, quantity: Quantity, words: Nouns) -> bool:
    """Whether a number says how much the noun before it is: "a fine of $5m", "a deal worth $8bn"."""
    if group.preposition in ("of", "worth"):
        return True
    return (
        group.preposition in ("for", "at")
        and kind_of(quantity) != "duration"
        and under.stop == group.start
        and noun_of(sentence, under.head) in words.sized
    )


def _lead(sentence: Sentence, group: Group) -> str:
    """The preposition of a number, or the first word of its hedge: "at", "above" of "above 9 percent"."""
    return group.preposition or sentence.words[max(group.number, 0)].lower.partition(" ")[0]


def _is_set_off(sentence: Sentence, group: Group) -> bool:
    """Whether a number stands between two dashes or commas: "most, 65 %, of us"."""
    marks = {g.kind for g in sentence.groups[group.index - 1 : group.index + 2 : 2]}
    return group.role == "apposition" and group.index > 0 and marks in ({"dash"}, {"comma"})


def _bracketed(view: SentenceView, group: Group) -> Head | None:
    """What the words before a bracket count, for a share inside it: "four in ten Malians (41%)"."""
    if group.head < 0:
        return find_head(view, view.read.words[group.number].number) if group.number >= 0 else None
    return Head(group, first_noun(view.read, group), group.head + 1, group.head, "before")


def _measuring(view: SentenceView, group: Group, *, counts: bool) -> Head | None:
    """The subject of a verb that measures it: "the zone covers 20 square miles of sea", "the dead numbered 12"."""
    clause = group.clause
    words = nouns(view.vocabulary)
    verbs = words.counting if counts else words.measuring
    if clause is None or clause.lemma not in verbs or group.role not in ("object", "predicate"):
        return None
    subject = clause.subject
    if subject is None or subject.head < 0 or subject is group:
        return None
    empty = counts and noun_of(view.read, subject.head) in words.hollow | words.awaiting  # "the group numbered 12"
    return None if empty else _at(view.read, subject, "subject")


def _measured(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The subject or the object that an amount is told of, by the verb between them."""
    kind = kind_of(quantity)
    sentence, words = view.read, nouns(view.vocabulary)
    clause = group.clause
    if clause is None or clause.verb is None:
        return None
    lemma, passive = clause.lemma, clause.verb.passive
    if group.preposition == "by" and lemma in words.by_verb.get(kind, {}):
        return None  # "won the state by 12 points": a margin
    objects = _objects(view, clause, group)
    up = _up_before(sentence, group)
    leads = _lead(sentence, group) in _LEADS
    led = kind in _LED_KINDS and leads
    if kind == "duration" and not (lemma in words.moving and leads):
        objects = []  # "has held the seat for 12 years", "came a long way in the past 40 years"
    if objects and up:
        return _at(sentence, objects[-1], "object")  # "sent the shares up 4.5 %"
    moved = lemma in words.moved or lemma in words.measuring
    cut = kind == "percent" and class_of(lemma, view.vocabulary) in ("rise", "fall")
    if objects and not passive and (led or cut or (group.preposition and moved)):
        return _at(sentence, objects[-1], "object")
    subject = clause.subject
    if subject is None or subject is group or subject.head < 0 or subject.index > group.index:
        return None
    if sentence.words[subject.head].tags & (SUBJECT | OBJECT):
        return None
    if kind == "duration":
        acted = any(g.role == "object" and g is not group for g in clause.groups)
        bears = clause.verb.verb in words.lasting and group.preposition in ("", "for") and not acted
    elif kind == "money" and objects:
        return None  # "set bail at $2m for him and $1m for her"
    else:
        action = class_of(lemma, view.vocabulary)
        lost = action == "lose" and kind == "percent" and not objects  # "the shares lost 18 %"
        bears = up or lost or action in ("rise", "fall") or lemma in words.bearing | words.measuring
        bears = bears or (passive and (led or lemma in words.moved))
        told = led and not objects and kind in ("percent", "points") and not _is_name(sentence, subject.head)
        bears = (bears or (told and noun_of(sentence, subject.head) not in words.human)) and group.preposition != "with"
    if kind == "count" and group.role == "predicate" and noun_of(sentence, subject.head) in words.human | words.persons:
        return None  # "the youngest child was 12"
    named = kind not in ("count", "points") or bool(sentence.words[subject.first].tags & DETERMINER)
    return (
        _at(sentence, subject, "subject", named=named) if bears else None
    )  # "the Dow fell", not "Hale gained 9 points"


_LED_KINDS = frozenset({"percent", "money", "points", "rate", "ratio"})
_LEADS = frozenset({"by", "to", "from", "at", "above", "below"})  # before an amount: what has it, or moves by it


def _objects(view: SentenceView, clause: Clause, group: Group) -> list[Group]:
    """The objects of a clause before an amount that are no amounts themselves: not "closed up 64 pence at 1,130"."""
    return [
        g
        for g in clause.groups
        if g.role == "object"
        and g.head >= 0
        and g.index < group.index
        and (g.number < 0 or kind_of(view.quantities[view.read.words[g.number].number]) in COUNT_KINDS)
    ]


def _up_before(sentence: Sentence, group: Group) -> bool:
    """Whether "up" or "down" stands right before an amount."""
    at, prior = group.at if group.at >= 0 else group.start, group.prior
    taken = prior is not None and prior.kind == "verb" and bool(prior.particle)  # "picked up 27 %"
    return any(sentence.words[i].lower in ("up", "down") for i in range(max(at - (not taken), 0), at + 1))


def _at(sentence: Sentence, group: Group, how: How, *, named: bool = False) -> Head | None:
    """A group as what is counted or measured; names only where the amount is surely theirs: "Altria rose 5 %"."""
    word = sentence.words[group.head]
    if word.tags & (SUBJECT | OBJECT | TIME | DETERMINER) or (_is_name(sentence, group.head) and not named):
        return None
    return Head(group, first_noun(sentence, group), group.head + 1, group.head, how)


def _is_name(sentence: Sentence, i: int) -> bool:
    """Whether a word is only a name; at the start of a sentence a common noun has its capital too."""
    word = sentence.words[i]
    return bool(word.tags & NAME) and not (word.known & (NOUN | PLURAL) and word.lower in sentence.lexicon)


def noun_of(sentence: Sentence, i: int) -> str:
    """The lemma of a word as a noun."""
    word = sentence.words[i].lower
    entry = sentence.lexicon.entry(word)
    lemma = entry.lemma_as(NOUNS) if entry.tags & NOUNS else word  # "days of fighting"
    return noun_lemma(word) if lemma == word else lemma  # plurals that the lexicon lists as nouns of their own

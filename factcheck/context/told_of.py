"""What happened, told of the counted themselves: by a clause, a participle or a state behind them."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.context.action_names import of_harm, of_verb
from factcheck.context.action_words import action_words, class_of
from factcheck.context.model import Action
from factcheck.context.noun_words import nouns
from factcheck.context.standing import Number
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import DETERMINER, PARTICIPLE

TELLING = ("relative", "participle")  # clauses that tell what happened to the counted, not what it is to do


def first_clause(
    view: SentenceView, kinds: tuple[str, ...], is_it: Callable[[Clause], bool]
) -> tuple[Clause, Group] | None:
    """The first clause of some kinds that has a verb and passes a test, with that verb; none that only describes."""
    told = ((c, c.verb) for c in view.read.clauses if c.kind in kinds and c.verb is not None and is_it(c))
    return next((one for one in told if not only_describes(view, one[0])), None)


def only_describes(view: SentenceView, clause: Clause) -> bool:
    """Whether a participle tells nothing that happened: "voters aged 45", "Ohio with 12, followed by Iowa with 9"."""
    told = clause.kind == "participle" and clause.passive
    return told and clause.lemma in action_words(view.vocabulary).describing


def own_clause(view: SentenceView, group: Group, kinds: tuple[str, ...] = (*TELLING, "infinitive")) -> Action | None:
    """The verb of a clause that only describes what is counted: "a handful of members who backed it"."""
    sentence = view.read
    held = [group, *(g for g in sentence.groups if g.role == "member" and g.under is group and g.number < 0)]
    if (whole := sentence.of_what(group)) is not None:
        held.append(whole)
    told = first_clause(view, kinds, lambda c: c.under in held and c.lemma not in ("be", "have"))
    return of_verb(view, told[1], "object" if told[1].passive else "subject") if told is not None else None


def befell_these(number: Number) -> Action | None:
    """What befell just these: "left 12 dead", "found six killed", "12 people wounded in the raid were flown out"."""
    view, group, head = number.view, number.group, number.head
    if head is not None and head.how in ("subject", "awaiting", "before"):
        group = head.group  # "the number of people killed rose to 12"
    kinds = ("participle", "relative") if head is not None and head.how == "awaiting" else ("participle",)
    told = first_clause(view, kinds, lambda c: group in (c.subject, c.under) and c.lemma not in ("be", "have"))
    governing = group.clause
    if told is not None:
        verb, outer = told[1], governing.verb if governing is not None else None
        name = class_of(verb.lemma, view.vocabulary)
        light = outer is None or outer is verb or _says_little(view, outer.verb)
        subject = governing is not None and governing.subject is group
        alone = light or group.role == "of" or (subject and name in view.read.lexicon.words("befalling"))
        if alone and (verb.passive or told[0].kind == "relative"):
            return of_verb(view, verb, "object" if verb.passive else "subject")
    after = view.read.after(group)
    if after is not None and after.preposition == "of" and after.under is group:
        after = view.read.after(after)  # "dozens of children dead"
    return of_harm(view, number.words[after.stop - 1]) if after is not None and after.kind == "adjective" else None


def _says_little(view: SentenceView, lemma: str) -> bool:
    words = action_words(view.vocabulary)
    return lemma in words.light or lemma in words.reporting or lemma in view.read.lexicon.copulas


def situation(view: SentenceView, group: Group) -> Action | None:
    """Where the counted are, as words behind them: "162 people aboard", "9,000 customers without power"."""
    for name, phrases in action_words(view.vocabulary).situations.items():
        span = phrases.within(view.read, group.stop, group.stop + 3)
        if span is not None:
            return Action(name, span)
    return None


def described(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """What a participle before the counted says was done to them: "has 498 confirmed cases"."""
    told = group.number >= 0 and clause.lemma in ("be", "have")
    for word in view.read.words[group.number + 1 : max(group.head, 0)] if told else ():
        if word.tags & PARTICIPLE:
            lemma = view.read.lexicon.entry(word.lower).lemma_as(PARTICIPLE)
            return Action(class_of(lemma, view.vocabulary), word.span, verb=lemma)
    return None


def is_some_of(view: SentenceView, group: Group) -> bool:
    """Whether the counted are some of those whose state only says who they are: "three of the wounded died"."""
    after = view.read.after(group)
    if after is None or after.preposition != "of" or after.head <= after.at + 1:
        return False
    opened = view.read.words[after.at + 1].tags & DETERMINER
    told = (word.lower for word in view.read.words[after.at + 2 : after.head + 1])
    return bool(opened) and not nouns(view.vocabulary).harmed.isdisjoint(told)

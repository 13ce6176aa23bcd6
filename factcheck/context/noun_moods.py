"""How nouns say that a number is meant: "a plan to cut 12 jobs", "a proposed 30-day truce", "the bill gives it $2m"."""

from __future__ import annotations

from factcheck.context.head_nouns import noun_of
from factcheck.context.heads import find_head
from factcheck.context.modal_moods import meant_by
from factcheck.context.model import Modality
from factcheck.context.moods import Found, moods
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.standing import Number
from factcheck.context.verb_moods import is_plain
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, PARTICIPLE, PAST, TIME
from factcheck.spans import Span


def of_adjective(number: Number) -> Found | None:
    """An adjective before or behind the number in its group, or the noun it is "of": "a threat of a 25 % tariff"."""
    words, group, under = number.words, number.group, number.group.under
    whole = under is not None and group.preposition == "of" and under.number < 0
    for i in range(under.start if whole and under is not None else group.start, group.stop):
        mood = moods(number.view).adjectives.get(words[i].lower) if words[i].known & (ADJECTIVE | PARTICIPLE) else None
        if mood is not None and i != group.number:
            return mood, words[i].span
    given = words[group.first].lower in moods(number.view).given
    while not given and under is not None and group.preposition in ("of", "for") and under.head >= 0:
        mood = _of_word(number.view, under) if under.stop == group.start else None
        if mood is not None:
            return mood, words[under.head].span
        if number.counts and noun_of(number.view.read, under.head) in nouns(number.view.vocabulary).people:
            return None
        group, under = under, under.under or under.prior  # "plans for the release of 12", "forecast of growth of 3 %"
    return None


def of_amount(number: Number) -> Found | None:
    """The mood of the noun that an amount is of: "the $2bn offer", "a 5 % target"; an agreed sum is told as it is."""
    view, kind, index = number.view, number.quantity.kind, number.view.index(number.quantity)
    joined = view.read.number_words[index].joined
    lasts = kind == "duration" and (not joined or joined.endswith("-old"))  # but "a 30-day truce proposal"
    head = None if kind in COUNT_KINDS or lasts else find_head(view, index)
    if head is None:
        return None
    noun = noun_of(view.read, head.head)
    mood = moods(number.view).nouns.get(noun)
    asks = mood == "proposed" and kind != "percent"  # "demand for oil rose 5 %" asks for nothing
    open_yet = asks or (mood == "planned" and noun in moods(number.view).sums)
    return (mood, number.words[head.head].span) if mood is not None and open_yet else None


def of_noun(view: SentenceView, clause: Clause) -> Found | None:
    """A noun that a clause hangs on: "a plan to cut 12 jobs", "a bill to cut 12 jobs"."""
    under = _above(view, clause)
    if under is not None and unmeant(view, clause) is None:
        open_yet = (
            None if clause.kind == "participle" else _of_word(view, under, "to" if clause.kind == "infinitive" else "")
        )
        mood = open_yet or moods(view).drafts.get(noun_of(view.read, under.head))
        return (mood, view.read.words[under.head].span) if mood is not None else None
    return None


def _above(view: SentenceView, clause: Clause) -> Group | None:
    """The noun that an infinitive or gerund hangs on, times passed over: "a bill on Friday to cut 12 jobs"."""
    if clause.kind == "participle" and clause.under is not None and clause.verb is not None:
        drafted = clause.verb.form == "ing" and not view.read.groups[clause.start].behind_comma
        return clause.under if drafted and clause.under.head >= 0 else None  # "a bill cutting 12 jobs"
    if clause.opener == "that" and is_plain(view, clause):  # "a demand that the town close 12"
        under = view.read.groups[clause.start].prior
        return under if under is not None and under.kind == "noun" and under.head >= 0 else None
    if clause.kind != "infinitive" and (clause.kind != "gerund" or clause.opener not in ("of", "on")):
        return None
    under = clause.under or (view.read.groups[clause.start - 1] if clause.start else None)
    while under is not None and (under.kind == "time" or view.read.words[under.stop - 1].tags & TIME):
        under = under.prior
    giver = under.prior if under is not None and under.preposition in ("from", "by") else None
    if giver is not None and giver.kind == "noun" and giver.head >= 0 and _of_word(view, giver) is not None:
        return giver  # "a proposal from its owners to buy 12 ships"
    return under if under is not None and under.kind == "noun" and under.head >= 0 else None


def _of_word(view: SentenceView, group: Group, behind: str = "") -> Modality | None:
    """The mood of a group's noun, by the word before or behind it where need be: "on track to win", "a bid to win"."""
    noun, known = noun_of(view.read, group.head), moods(view).nouns
    return known.get(f"{noun}-{behind}") or known.get(noun) or known.get(f"{group.preposition}-{noun}")


def unmeant(view: SentenceView, clause: Clause) -> Span | None:
    """The "no" of what nobody means to do: "has no plan to cut 12 jobs", "no intention of selling 12 ships"."""
    under = _above(view, clause)
    if under is None:
        return None
    first = view.read.words[under.first]
    if first.lower != "no" or (under.clause is not None and under.clause.lemma in moods(view).sparing):
        return None
    return first.span if noun_of(view.read, under.head) in moods(view).nouns else None


def of_draft(number: Number, clause: Clause, verb: Group, hung: str) -> Found | None:
    """A draft that holds it: "the bill gives it $2m", "under the plan, 12 close", "cut its forecast to 12 %"."""
    view, known, words = number.view, moods(number.view), number.words
    led = number.group.chain[-1]
    foretold = verb.lemma == "be" and led.preposition == "for"  # "the estimate was for $9m"
    equal = verb.lemma == "be" and (led.role in ("predicate", "object") or led.preposition in known.reaching)
    drafting = foretold or equal or (verb.lemma in known.drafting and hung != "subject")
    drafts = [g for g in clause.groups if g.preposition == "under" or (drafting and g.role == "object")]
    if drafting and clause.subject:
        drafts.append(clause.subject)
    past = (verb.tense == PAST or verb.perfect or verb.passive) and not foretold
    for group in drafts:
        if group.head >= 0:
            noun = meant_by(view, group)
            before = (known.adjectives.get(one.lower) for one in words[group.first : group.head])
            named = f"{words[group.head - 1].lower}-{noun}"  # "trade estimates", not of how many died
            mood = known.drafts.get(noun) or known.drafts.get(named)
            mood = mood or (known.drafts.get(f"{noun}-for") or known.nouns.get(noun) if foretold else None)
            mood = mood or next((one for one in before if one is not None), None)  # "the proposed rule sets 12"
            firm = past or (equal and noun in known.drafts) or group.role == "object"
            if mood is not None and (mood != "proposed" or not firm):
                return mood, words[group.head].span
    return None

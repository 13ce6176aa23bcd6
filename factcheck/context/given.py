"""Numbers that are told as they are, whatever is said around them: what they count is known, or only held against."""

from __future__ import annotations

from factcheck.context.action_words import action_words
from factcheck.context.head_nouns import noun_of
from factcheck.context.moods import moods
from factcheck.context.noun_words import nouns
from factcheck.context.once import kept
from factcheck.context.reach import is_superlative
from factcheck.context.standing import opens_of
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, NOUN


@kept()
def is_aside(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a number is only held against another one, or tells of a name: "than 9 last year", "Chad, one of 12"."""
    group = view.group(quantity)
    if group is None:
        return False
    held, chain = _held(group), group.chain
    against = moods(view).against
    if opens_of(group) or any(one.preposition in against for one in chain):
        return True
    root, under = chain[-1], held.under
    if root.preposition in view.read.lexicon.words("against") and _is_second(view, quantity):
        return True  # "foresees a loss of $9m, against a profit of $4m a year earlier"
    clause = root.clause
    if clause is not None and clause.verb is not None and clause.subject is not None and quantity.kind != "duration":
        between = root if clause.subject.index < root.index else held if held.role == "apposition" else clause.subject
        before = between.prior
        while before is not None and before.kind == "adverb":
            before = before.prior  # "if the stock, now 12 tonnes, grows"
        if clause.subject.index < between.index < clause.verb.index and before is not None and before.kind == "comma":
            return True
    named = under is not None and under.head >= 0 and bool(view.read.words[under.head].tags & NAME)
    return named and held.role == "apposition" and quantity.kind not in ("money", "rate")


def _is_second(view: SentenceView, quantity: Quantity) -> bool:
    """Whether an amount of the same kind stands before one, which it can be held against."""
    return any(one.kind == quantity.kind for one in view.quantities[: view.index(quantity)])


@kept()
def is_known(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a number is told of as known: "the 12 men", "their 3-year-old war", "the last 5 years"."""
    group = view.group(quantity)
    if group is None:
        return False
    words, word, known = view.read.words, view.read.number_words[view.index(quantity)], moods(view)
    owned = -1 < group.possessor < word.index
    if word.joined.endswith("-old"):
        return True
    if quantity.kind == "duration" and not word.joined:
        gone = group.stop < len(words) and words[group.stop].lower in known.gone
        behind = range(group.start, word.index)
        behind_it = view.read.after(group)
        served = group.preposition == "after" and behind_it is not None and behind_it.preposition in known.served
        past = any(words[i].lower in known.past for i in behind)
        return owned or gone or served or past or _since(view, group)  # "after 12 years as mayor"
    held = _held(group)
    if not known.now.isdisjoint([word.lower for word in words[held.start : held.stop]]):
        return True
    if any(one.tags & one.usual & NOUN for one in words[group.first + 1 : word.index]):
        return owned  # "cost the town $12 million"
    return (words[group.first].lower in known.given or owned) and (group.head > group.number or group.head < 0)


def befell(view: SentenceView, group: Group) -> bool:
    """Whether a number tells whom harm is known to have come to: "will look into the deaths of 12 men"."""
    held = _held(group)
    return held is not group and is_harm(view, held) and view.read.words[held.first].lower in moods(view).given


def is_harm(view: SentenceView, group: Group) -> bool:
    """Whether a noun tells what befell what it is of: "the deaths of 12", "the loss of 40"."""
    noun = noun_of(view.read, group.head) if group.head >= 0 else ""
    did = nouns(view.vocabulary).events.get(noun, action_words(view.vocabulary).classes.get(noun))
    return did in view.read.lexicon.words("loss")


def _since(view: SentenceView, group: Group) -> bool:
    """Whether a span lies behind, since something was like this: "the first bar in 12 years", "the worst in 12"."""
    before = group.prior
    if group.preposition not in ("in", "for") or before is None or before.kind not in ("noun", "time", "adjective"):
        return False
    return is_superlative(view, before)


def _held(group: Group) -> Group:
    """What a number is "of", else its own group."""
    return group.under if group.role == "of" and group.under is not None else group

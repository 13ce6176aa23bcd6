"""What is counted: the head of the number's noun phrase with its qualifiers, or taken over where it is left out."""

from __future__ import annotations

from dataclasses import replace

from factcheck.context.counted_phrases import built
from factcheck.context.entries import find_entry
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.head_nouns import Head, is_name, noun_of, phrase
from factcheck.context.heads import find_head
from factcheck.context.labelled import label_of
from factcheck.context.left_out import MEANS, from_next, is_wealth, left_out
from factcheck.context.model import PERSON, Counted, Cue
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.told_before import PEOPLE, Bare
from factcheck.context.view import SentenceView
from factcheck.context.votes import of_vote, tallied
from factcheck.quantities import Quantity
from factcheck.sentences.lexicon import ADJECTIVE, COMMON

_STAKE = Counted("stake", "stake")
_LENT = frozenset({"before", "subject", "object"})  # how a number takes over a noun that is not its own


def find_counted(view: SentenceView, quantity: Quantity) -> tuple[Counted | None, tuple[Cue, ...]]:
    """What ``quantity`` counts or measures, and the words that say so."""
    counted = _find(view, view.index(quantity))
    if counted is None or counted.span is None:
        return counted, ()
    return counted, (Cue("counted", counted.span, counted.head),)


@kept()
def _find(view: SentenceView, index: int) -> Counted | None:
    quantity, twin, words = view.quantities[index], view.twin(index), nouns(view.vocabulary)
    if (side := tallied(view, index)) is not None:
        return side
    if twin is not None:
        return _find(view, twin)
    if quantity.cell is not None:
        return label_of(view.document.text, quantity, view.vocabulary)
    head, bare = find_head(view, index), Bare(view, index, _find)
    if (head is None or head.how in ("subject", "object")) and (same := bare.held_against()) is not None:
        return same
    if head is not None and head.how in ("before", "subject") and (listed := from_next(view, index)) is not None:
        return listed  # "were the top choices, at 26 percent and 24 percent support"
    if (head is None or head.how in _LENT) and (voted := of_vote(bare, head)) is not None:
        return voted
    if head is None:
        return _without_noun(bare)
    noun = noun_of(view.read, head.head)
    if head.how == "before" and noun in words.settlements:
        return PEOPLE  # "a city of 100,000"
    if head.how == "reference":
        return _referred(bare, head)
    if head.how == "state" or noun == "other":
        return _state(bare, head)
    if head.how == "of" and _is_owned(view, index, head):
        return _STAKE
    counted = built(view, index, head)
    if head.how == "awaiting" and counted.head in words.numbers:
        kind = view.read.words[head.head - 1] if head.start < head.head else None
        named = kind is not None and kind.lower in view.read.lexicon.words("speaker")  # "an army count of 45"
        if kind is not None and not named and kind.tags & COMMON and not kind.known & ADJECTIVE:
            return built(view, index, replace(head, stop=head.head, head=head.head - 1))  # "passenger numbers rose to"
        return bare.earlier() or bare.elsewhere()  # "the number rose to 45": never "how many numbers"
    if head.how in ("subject", "object") and counted.head in words.numbers:
        return _of_number(bare, head, counted) or counted
    return counted


def _of_number(bare: Bare, head: Head, number: Counted) -> Counted | None:
    """What an amount tells of that is said of a number: "the number of jobs rose 5 %", "a number that fell to 34 %"."""
    sentence = bare.view.read
    if (whole := sentence.of_what(head.group)) is not None:
        return built(bare.view, bare.index, phrase(sentence, whole, "of"))
    return None if number.qualifiers else bare.earlier() or bare.elsewhere(frozenset({kind_of(bare.quantity)}))


def _without_noun(bare: Bare) -> Counted | None:
    """What a number without a noun counts: money by its word, what a label says, else what is left out."""
    view, index = bare.view, bare.index
    if is_wealth(view, index):
        return MEANS
    told = label_of(view.document.text, view.quantities[index], view.vocabulary)
    label = find_entry(view, index) if told is None else None
    return told or (built(view, index, label) if label is not None else left_out(bare))


def _is_owned(view: SentenceView, index: int, head: Head) -> bool:
    """Whether a share of a firm is somebody's: "owns 12 % of Norwood", "the holder of 4 % of the bank"."""
    sentence, words, group = view.read, nouns(view.vocabulary), view.read.number_groups[index]
    if kind_of(view.quantities[index]) != "percent":
        return False
    word = sentence.words[head.head]
    known = load_gazetteer(view.vocabulary).find(word.text) or word.lower in sentence.lexicon.words("speaker")
    named = is_name(sentence, head.head) and not known  # not "holds 40 % of Peru, of the Senate"
    over = noun_of(sentence, group.under.head) if group.under is not None and group.under.head >= 0 else ""
    own = over in words.owners or (group.clause is not None and group.clause.lemma in words.owning)
    return own and (named or noun_of(sentence, head.head) in words.firms)


def _state(bare: Bare, head: Head) -> Counted:
    """A state in place of a noun: "12 dead", "three others": people, unless something else was just counted."""
    view, index = bare.view, bare.index
    word, before, words = view.read.words[head.head], bare.earlier(), nouns(view.vocabulary)
    if before is None and is_wealth(view, index):
        return MEANS
    if before is None or not (word.lower in ("others", "more") or before.head in words.people):
        before = Counted("people", PERSON)
    again = before.text if before.head != PERSON else "people"
    return replace(before, text=word.text if word.lower in ("others", "dead") else again, span=word.span)


def _referred(bare: Bare, head: Head) -> Counted | None:
    """ "three of them", "12 of those killed": what was counted before, else people."""
    view = bare.view
    word = view.read.words[head.head].lower
    after = view.read.after(head.group)
    own = word == "those" and after is not None and (after.preposition or after.kind in ("opener", "verb"))
    before = bare.whole() or bare.earlier() or (None if own else bare.elsewhere())
    if before is None and word == "them":
        before = bare.named(head.group)
    thing = kind_of(bare.quantity) not in COUNT_KINDS | {"percent"}
    return before or (None if thing else PEOPLE)

"""The noun phrase a number belongs to, found over the tags of its sentence."""

from __future__ import annotations

from decimal import Decimal

from factcheck.context.links import Found, How, back_over_links, converted_from, past_brackets, skip, subject_phrase
from factcheck.context.measures import compared_with, is_moved_from, measured_before, measured_behind
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.phrases import Phrase, phrase_after, phrase_before
from factcheck.context.tagging import Anchor, Tagged, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity


def noun_phrase(view: SentenceView, index: int) -> Found | None:
    """The noun phrase of the sentence's quantity ``index``; ``None`` where it must come from elsewhere."""
    memo = view.memo.setdefault("nouns", {})
    if not isinstance(memo, dict):
        return None
    if index not in memo:
        memo[index] = _find(view, index)
    found: Found | None = memo[index]
    return found


def _find(view: SentenceView, index: int) -> Found | None:
    quantity, marks = view.quantities[index], tagged(view)
    source = converted_from(view, index)
    if source is not None:
        return noun_phrase(view, source)
    if quantity.kind in COUNT_KINDS or (quantity.kind == "other" and quantity.unit is None):
        return _counted(view, quantity, marks.anchors[index], marks)
    behind = measured_behind(view, quantity, marks.anchors[index])
    if behind is not None:
        return behind
    compared = index - 1 if is_moved_from(view, index) else compared_with(view, index)
    if compared is not None:
        return noun_phrase(view, compared)
    return _of_change(view, measured_before(view, quantity, marks.anchors[index]), marks)


def _of_change(view: SentenceView, found: Found | None, marks: Tagged) -> Found | None:
    """Of "an increase in the minimum wage to $9" the wage."""
    if found is None or found.how != "subject" or word_at(view, found.phrase.stop) != "in":
        return found
    if noun_lemma(word_at(view, found.phrase.head)) not in nouns(view.vocabulary).changes:
        return found
    moved = phrase_after(marks.flat, skip(marks.tags, found.phrase.stop + 1, "Dza"), plural=False)
    return Found(moved, "subject") if moved is not None else found


def _counted(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> Found | None:
    tags, at = marks.tags, anchor.stop
    if anchor.hyphen is not None:
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        if after is not None and anchor.hyphen.endswith(("ed", "est")):
            return Found(after, "after")  # "a two-pronged attack", "the second-largest city"
        return Found(after or Phrase(anchor.start, at, at - 1), "hyphen")
    if anchor.tied and quantity.unit is not None:
        tied = phrase_after(marks.flat, at, plural=False, owner=True)
        return None if tied is None else Found(tied, "measured")  # "an 18-point plan"
    single = quantity.kind == "ordinal" or (not quantity.vague and quantity.values == (Decimal(1),))
    at = past_brackets(view, at, marks)
    phrase, whole, how = _past_of(view, at, marks, plural=not single, ratio=quantity.kind == "ratio")
    if phrase is not None and not _is_state(view, phrase, tags):
        return Found(phrase, how, whole)
    if phrase is None and tags[at : at + 1] in ("e", "v") and word_at(view, at) in nouns(view.vocabulary).states:
        return Found(Phrase(at, at + 1, at), "state", whole)
    if phrase is not None:
        return Found(phrase, "state", whole)
    following = skip(tags, at + 1, "a")
    if (
        tags[at : at + 1] == "c"
        and following in marks.owner
        and view.quantities[marks.owner[following]].kind == "count"
    ):
        shared = noun_phrase(view, marks.owner[following])  # "at least one and possibly two suspects"
        return shared if shared is not None and shared.how == "after" else None
    if tags[at : at + 1] == "-" and at + 1 in marks.owner and view.quantities[marks.owner[at + 1]].kind == "count":
        return noun_phrase(view, marks.owner[at + 1])  # "the 4-4 vote"
    waiting = _behind(view, at, marks) or _awaiting(view, anchor, marks)
    grown = word_at(view, anchor.start - 1) == "to" and tags[anchor.start - 3 : anchor.start - 1] == "#,"
    broken = any(value != value.to_integral_value() for value in quantity.values)
    scaled = quantity.kind == "count" and broken  # "the quake measured 6.6": such a number counts nothing
    if waiting is None and (quantity.unit is not None or grown or scaled):
        return measured_before(view, quantity, anchor)  # "the lead grew to 11 points"
    return waiting


def _past_of(
    view: SentenceView, at: int, marks: Tagged, *, plural: bool, ratio: bool
) -> tuple[Phrase | None, int | None, How]:
    """The phrase after the number, across "of", determiners and the whole: "52 of the 80 drones"."""
    tags, how, whole = marks.tags, "after", None
    if word_at(view, at) == "out" and word_at(view, at + 1) == "of":
        at += 1
    if word_at(view, at) == "of":
        at, how = at + 1, "of"
        at = skip(tags, at, "Dza")
        if at + 1 in marks.owner and tags[at] == "n":
            at += 1  # "of the total 80"
        if at in marks.owner:
            whole = marks.owner[at]
            at = marks.anchors[whole].stop
    elif ratio and tags[at : at + 1] == "D":
        at += 1  # "half the voters"
    phrase = phrase_after(marks.flat, at, plural=plural)
    if phrase is not None and not plural:
        phrase = _without_trailing(view, phrase)
    return phrase, whole, "of" if how == "of" else "after"


def _without_trailing(view: SentenceView, phrase: Phrase) -> Phrase:
    """The phrase without an adjective behind its noun: "one person familiar with the plan"."""
    head = phrase.head
    while head > phrase.start and word_at(view, head) in nouns(view.vocabulary).trailing:
        head -= 1
    return Phrase(phrase.start, head + 1, head)


def _is_state(view: SentenceView, phrase: Phrase, tags: str) -> bool:
    return tags[phrase.head] in "ns" and view.tokens[phrase.head].lower in nouns(view.vocabulary).states


def _behind(view: SentenceView, at: int, marks: Tagged) -> Found | None:
    """A noun that waits behind its number: "raised to 10 the number of people killed"."""
    if marks.tags[at : at + 1] != "D" or noun_lemma(word_at(view, at + 1)) not in nouns(view.vocabulary).awaiting:
        return None
    return _numbered(view, Phrase(at, at + 2, at + 1), marks)


def _numbered(view: SentenceView, phrase: Phrase, marks: Tagged, end: int | None = None) -> Found:
    """What a number word numbers: of "the number of people killed", "people"; a toll is its own."""
    head = noun_lemma(word_at(view, phrase.head))
    if head not in nouns(view.vocabulary).events and word_at(view, phrase.stop) == "of":
        at = skip(marks.tags, phrase.stop + 1, "Dza")
        if word_at(view, at) in nouns(view.vocabulary).states:
            return Found(Phrase(at, at + 1, at), "awaiting")  # "the number of wounded"
        inner = phrase_after(marks.flat[:end], at, plural=True)
        return Found(inner or phrase, "awaiting")
    return Found(phrase, "awaiting")


def _awaiting(view: SentenceView, anchor: Anchor, marks: Tagged) -> Found | None:
    """A noun before that waits for its number: "a toll of 15", "the dead numbered 12", "the number of injured is 5"."""
    at = back_over_links(view, anchor.start, marks)
    if at is None or _opens_clause(view, anchor, marks):
        return None
    table = nouns(view.vocabulary)
    nearest = phrase_before(marks.tags, at)
    if nearest is not None and noun_lemma(word_at(view, nearest.head)) in table.awaiting:
        return _numbered(view, nearest, marks, at)
    phrase = subject_phrase(view, at) if word_at(view, anchor.start - 1) != "of" else nearest
    if phrase is not None:
        head = noun_lemma(word_at(view, phrase.head))
        if head in table.awaiting:
            return _numbered(view, phrase, marks, at)
        if head in table.persons or head in table.events or head in table.crowds:
            return Found(phrase, "awaiting")
    far = next((i for i in range(at - 1, max(at - 24, -1), -1) if marks.tags[i] == ";" or _is_toll(view, i)), -1)
    own = "#" in marks.tags[far + 1 : far + 3]  # "the toll of 12": it has its number
    if far >= 0 and _is_toll(view, far) and not own:
        return _numbered(view, phrase_before(marks.tags, far + 1) or Phrase(far, far + 1, far), marks)
    return None


def _opens_clause(view: SentenceView, anchor: Anchor, marks: Tagged) -> bool:
    """Whether a number behind a comma is the subject of a clause of its own: "ten were killed, | 140 were injured"."""
    start = anchor.start
    while start > 0 and marks.tags[start - 1] in "aD":
        start -= 1
    stop = skip(marks.tags, anchor.stop, "a")
    return word_at(view, start - 1) == "," and marks.tags[stop : stop + 1] in tuple("bhmve")


def is_bare_number(view: SentenceView, found: Found) -> bool:
    """Whether a number word stands for what was counted before: "police put the number at 100,000"."""
    head = noun_lemma(word_at(view, found.phrase.head))
    return found.how == "awaiting" and head in nouns(view.vocabulary).numbers


def _is_toll(view: SentenceView, i: int) -> bool:
    return view.tokens[i].lower in ("toll", "tolls", "number", "numbers")

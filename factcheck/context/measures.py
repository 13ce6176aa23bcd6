"""What a measure is of: "a 30-day truce", "12 inches of rain", "inflation rose to 5 %", "the zone covers 20 acres"."""

from __future__ import annotations

import re

from factcheck.context.lexicon import lexicon
from factcheck.context.links import Found, back_over_links, past_brackets, skip, subject_phrase
from factcheck.context.noun_words import nouns
from factcheck.context.phrases import Phrase, phrase_after, phrase_before
from factcheck.context.tagging import Anchor, Tagged, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities import Quantity

_BESIDE = frozenset({"and", "or", "versus", "vs", "from", "to", "with", "against", "than", "but"})
_RECIPIENT = frozenset({"pay", "give", "award", "offer", "fine", "charge", "owe", "grant", "lend", "hand", "promise"})
_PARTICLES = frozenset({"on", "out", "off", "down"})
_TWO_VERBS = re.compile("[ve]a*[ve]")
_BOUNDS = frozenset({"over", "above", "under", "below", "exceeding"})
_CLOSING = frozenset(';-"')
_OF_THE_UNIT = frozenset(
    {"old", "long", "high", "wide", "deep", "plus"}
)  # "20-foot-high" measures, "20-foot wall" is tied


def measured_behind(view: SentenceView, quantity: Quantity, anchor: Anchor) -> Found | None:
    """The noun behind a measure: tied to it ("30-day truce"), or after "of" ("12 inches of rain")."""
    marks = tagged(view)
    at = past_brackets(view, anchor.stop, marks)
    if anchor.hyphen is not None and anchor.hyphen not in _OF_THE_UNIT:
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        return Found(after or Phrase(anchor.start, at, at - 1), "measured" if after else "hyphen")
    if word_at(view, at) in ("'", "’") and word_at(view, at + 1) == "worth":
        at += 1  # "ten years' worth of data"
    if word_at(view, at) == "worth":
        return _after_of(view, quantity, anchor, at + 1)
    if _attributive(view, quantity, anchor):
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        if after is not None and not _is_chance(view, quantity, after):
            return Found(after, "measured")
    return _after_of(view, quantity, anchor, at)


def _is_chance(view: SentenceView, quantity: Quantity, phrase: Phrase) -> bool:
    """Whether a noun only happens to stand behind: "magnitude 6.1 strikes Chile", "rose 5 % last year"."""
    scaled = quantity.kind == "magnitude" and tagged(view).tags[phrase.head] == "s"
    return scaled or word_at(view, phrase.head) in lexicon(view.vocabulary).time_nouns


def _after_of(view: SentenceView, quantity: Quantity, anchor: Anchor, at: int) -> Found | None:
    """The noun after "of", or "in" of money; none for a distance or where the subject is what is measured."""
    marks, word = tagged(view), word_at(view, at)
    if word == "in" and word_at(view, at + 1) == "the":
        return None  # "$5 million in the race"
    if not (word == "of" or (word == "in" and quantity.kind == "money")) or _measures_subject(view, quantity, anchor):
        return None
    start = skip(marks.tags, at + 1, "Dza")
    if start in marks.owner and quantity.kind == "percent":
        start = marks.anchors[marks.owner[start]].stop  # "75 percent of its 4 million customers"
    after = phrase_after(marks.flat, start, plural=False)
    if after is None and marks.tags[start : start + 1] == "g":
        after = Phrase(start, start + 1, start)  # "eleven days of fighting"
    if after is None or marks.tags[after.stop : after.stop + 1] == "#":  # "in the last 10 years"
        return None
    return Found(after, "of")


def _measures_subject(view: SentenceView, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether the noun before is measured: "the zone covers 20 square miles of sea", "within 20 miles of the coast"."""
    if "within" in (word_at(view, anchor.start), word_at(view, anchor.start - 1)):
        return True
    if quantity.kind == "money" or anchor.start == 0 or tagged(view).tags[anchor.start - 1] not in "veg":
        return False
    return verb_lemma(word_at(view, anchor.start - 1)) in nouns(view.vocabulary).measuring


def _attributive(view: SentenceView, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether the measure stands before its noun: "30-day ceasefire", "$5 billion deal", never "five days Russia…"."""
    if anchor.tied:
        return True
    tags, at = tagged(view).tags, anchor.stop
    shared = quantity.kind in ("percent", "magnitude", "duration")
    if shared and tags[at : at + 1] in ("e", "g", "v") and tags[anchor.start - 1 : anchor.start] not in ("D", "j", "z"):
        return False  # "27% favoured Greens", "45 percent saying staff", "a quake measuring 7.2 struck Peru's coast"
    if quantity.unit_span is None:
        return quantity.kind in ("money", "percent", "magnitude", "other", "multiple", "points")
    unit = quantity.unit_span.of(view.document.text).lower()
    return not unit.endswith("s") and unit not in ("feet",)


def measured_before(view: SentenceView, quantity: Quantity, anchor: Anchor) -> Found | None:
    """What a measure after it belongs to: "a fine of $5m", "inflation rose to 5%", "raised tariffs to 50%"."""
    marks = tagged(view)
    offset = quantity.kind == "duration" and word_at(view, anchor.stop) in nouns(view.vocabulary).offsets
    near = "within" in (word_at(view, anchor.start), word_at(view, anchor.start - 1))
    if offset or (near and quantity.kind != "percent"):
        return None
    direct = phrase_before(marks.tags, anchor.start)
    if direct is not None and word_at(view, direct.head) in nouns(view.vocabulary).scales:
        return Found(subject_phrase(view, anchor.start) or direct, "before")
    if direct is not None and quantity.kind in ("money", "rate") and _is_bounded(view, quantity, anchor):
        return Found(direct, "before")
    if word_at(view, anchor.start - 1) == "(" and quantity.kind in ("money", "percent"):
        return _bracketed(view, quantity, anchor)
    if direct is None and quantity.kind == "money" and (named := _apposed(view, anchor)) is not None:
        return Found(named, "before")
    lasting = word_at(view, anchor.start - 1) == "for" and quantity.kind in ("money", "duration", "length")
    start = anchor.start - lasting
    if lasting and quantity.kind != "money" and word_at(view, start - 1) in _PARTICLES:
        start -= 1  # "the pursuit went on for 11 minutes"
    if is_up(view, anchor.start):
        start -= 1
    at = _where_noun_ends(view, start, marks)
    if at is None and quantity.kind == "money" and lasting:
        at = start  # "sold the house for $3 million"
    if at is None or _TWO_VERBS.search(marks.tags, at, anchor.start):
        return None  # "losses since the siege began come to $2 billion"
    near = word_at(view, at) in ("of", "worth") or (marks.tags[at] == "e" and word_at(view, at + 1) == "at")
    phrase = phrase_before(marks.tags, at) if near else subject_phrase(view, at)
    if phrase is None:
        return None
    if "b" not in marks.tags[at : anchor.start] and word_at(view, phrase.head) in lexicon(view.vocabulary).time_nouns:
        return None  # "bottomed out through the month at 37 %"
    if _is_proposer(view, at, anchor.start) or (near and word_at(view, phrase.head) == "course"):
        return None  # "over the course of 18 years"
    if _goes_on(view, quantity, phrase, at, anchor.start):
        return Found(phrase, "subject")
    traded = quantity.kind == "money" and lasting
    if not (_is_moved(view, phrase, traded=traded) or _bears(view, quantity, at, anchor.start)):
        return None
    return Found(phrase, "subject")


def _goes_on(view: SentenceView, quantity: Quantity, phrase: Phrase, at: int, stop: int) -> bool:
    """Whether a thing or an event does something for a span of time: "the fire burned for three days".

    Of what somebody does so long, the doing is measured, not the doer: "the officers fired for nine seconds".
    """
    tags, table = tagged(view).tags, nouns(view.vocabulary)
    told = word_at(view, stop - 1) == "for" and quantity.kind == "duration" and "b" not in tags[at:stop]
    if not told or tags[phrase.head] not in "ns" or not any(tag in "ve" for tag in tags[at:stop]):
        return False
    if any(verb_lemma(word_at(view, i)) in table.asking for i in range(at, stop) if tags[i] in "ve"):
        return False  # "the house had asked for six days"
    head = noun_lemma(word_at(view, phrase.head))
    return head not in table.human | table.persons | table.crowds | view.read.lexicon.words("speaker")


def _is_proposer(view: SentenceView, at: int, start: int) -> bool:
    """Whether the noun before only proposes what follows: "Pell proposed 43 percent"."""
    tags = tagged(view).tags
    proposing = start > at and tags[start - 1] in "veg" and "b" not in tags[at:start]
    return proposing and verb_lemma(word_at(view, start - 1)) in nouns(view.vocabulary).proposing


def _is_bounded(view: SentenceView, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether a bound ties an amount to the noun right before it: "any income over $1 million"."""
    return quantity.hedge is not None and word_at(view, anchor.start) in _BOUNDS


def _apposed(view: SentenceView, anchor: Anchor) -> Phrase | None:
    """The thing whose amount stands behind a comma: "she gave her cheque, $1,200."."""
    tags, at = tagged(view).tags, anchor.start
    if at < 2 or tags[at - 1] != "," or not set(tags[anchor.stop :]) <= _CLOSING:
        return None
    phrase = phrase_before(tags, at - 1)
    owned = phrase is not None and tags[phrase.head] in "ns" and tags[phrase.start - 1 : phrase.start] == "D"
    owned = owned and phrase is not None and tags[phrase.start - 2 : phrase.start - 1] != "P"  # "in the spring, $5m"
    return phrase if owned else None


def _bracketed(view: SentenceView, quantity: Quantity, anchor: Anchor) -> Found | None:
    """What an amount in brackets behind it belongs to: "gifts for the widow (over $9,000)", "Greens (63%)"."""
    phrase = subject_phrase(view, anchor.start - 1)
    owned = phrase is not None and tagged(view).tags[phrase.head] in ("ns" if quantity.kind == "money" else "s")
    return Found(phrase, "subject") if phrase is not None and owned else None


def _where_noun_ends(view: SentenceView, start: int, marks: Tagged) -> int | None:
    """From a number back over its links, and over numbers before it: "from 25 % to 50 %"."""
    at = back_over_links(view, start, marks)
    while at is not None and at > 0 and marks.tags[at - 1] == "#":
        back = next((a.start for a in marks.anchors if a.stop == at), at - 1)
        further = back_over_links(view, back, marks)
        if further is None:
            return back
        at = further
    return at


def compared_with(view: SentenceView, index: int) -> int | None:
    """The number before of the same kind that this one is set beside: "$5 for men and $3 for women", "up from 4%"."""
    kinds = {view.quantities[index - 1].kind, view.quantities[index].kind} if index else set()
    if index == 0 or not (len(kinds) == 1 or kinds == {"money", "rate"}):
        return None
    marks = tagged(view)
    start = marks.anchors[index].start
    between = marks.tags[marks.anchors[index - 1].stop : start]
    if ";" in between or (word_at(view, start - 1) == "from" and any(tag in "ve" for tag in between)):
        return None  # "his rating hit 50 percent, while hers fell from 55"
    return index - 1 if word_at(view, start - 1) in _BESIDE else None


def is_moved_from(view: SentenceView, index: int) -> bool:
    """Whether a change is told of the amount before it: "revenue of $5 billion, up 6 percent"."""
    start = tagged(view).anchors[index].start
    return index > 0 and word_at(view, start - 1) in ("up", "down") and tagged(view).tags[start - 2 : start - 1] == ","


def is_up(view: SentenceView, start: int) -> bool:
    """Whether a number stands behind "is up" or "are down": "shares are up 5 percent"."""
    return word_at(view, start - 1) in ("up", "down") and tagged(view).tags[start - 2 : start - 1] == "b"


def _is_moved(view: SentenceView, phrase: Phrase, *, traded: bool = False) -> bool:
    """Whether a phrase is the object of a verb that puts its number on it: "raised the wage to $9"."""
    tags, at = tagged(view).tags, phrase.start - 1
    while at > 0 and tags[at] in "D#zj":
        at -= 1
    if at < 0 or tags[at] not in "veg":
        return False
    lemma, table = verb_lemma(word_at(view, at)), nouns(view.vocabulary)
    return lemma in table.moving or (traded and lemma in table.trading)


def _bears(view: SentenceView, quantity: Quantity, start: int, stop: int) -> bool:
    """Whether the words between a noun and its number let the one belong to the other: "cost", "rose to", "of"."""
    tags, table = tagged(view).tags, nouns(view.vocabulary)
    verbs = [i for i in range(start, stop) if tags[i] in "veg"]
    if not verbs:
        linked = word_at(view, start) in ("of", "at", "worth") or "b" in tags[start:stop]
        linked = linked or (quantity.kind == "speed" and word_at(view, start) == "to")  # "gusts to 90 mph"
        return linked or quantity.change is not None or quantity.change_part is not None
    if quantity.kind not in ("money", "duration"):
        return True
    lemma = verb_lemma(view.tokens[verbs[-1]].lower)
    if quantity.kind == "money" and lemma == "take":
        return False  # "Hale took $3 million", but "the march took two hours"
    if "b" in tags[start : verbs[-1]]:
        return lemma not in _RECIPIENT  # "is valued at" against "was paid"
    return lemma in table.measuring or lemma in table.bearing or quantity.change is not None

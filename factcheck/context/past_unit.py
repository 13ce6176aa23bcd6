"""What stands behind a number and its unit."""

from __future__ import annotations

from factcheck.context.head_nouns import noun_of
from factcheck.context.noun_words import nouns
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import CLOSE, OPEN
from factcheck.sentences.word import Word


def past_unit(view: SentenceView, word: Word, quantity: Quantity) -> int:
    """The index of the word behind a number and its unit."""
    words, i = view.read.words, word.index + 1
    while quantity.unit_span is not None and i < len(words) and words[i].start < quantity.unit_span.stop:
        i += 1
    return i


def group_past_unit(sentence: Sentence, group: Group, quantity: Quantity) -> Group | None:
    """The group behind a number and its unit: "millions | of dollars | in aid"."""
    after, unit = sentence.after(group), quantity.unit_span
    inside = after is not None and after.head >= 0 and unit is not None and sentence.words[after.head].start < unit.stop
    return sentence.after(after) if inside and after is not None else after


def gives_rate(sentence: Sentence, group: Group, quantity: Quantity) -> bool:
    """Whether a group behind an amount is what the rate is given by: "$200 | per acre", "20 pence | a share"."""
    alone = quantity.per is not None and group.head == group.first + (group.at < 0)
    return group.preposition == "per" or (alone and noun_of(sentence, group.head) == quantity.per)


def is_distance(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> bool:
    """Whether a span tells only how far off something is: "two weeks ago", "9 miles (15 km) northwest of", "within"."""
    words, i = view.read.words, past_unit(view, word, quantity)
    if i < len(words) and words[i].tags & OPEN:
        i = next((k + 1 for k in range(i, len(words)) if words[k].tags & CLOSE), i)
    behind = words[i].lower.partition(" ")[0] if i < len(words) else ""  # "away from"
    inside = "within" in (group.preposition, word.lower.partition(" ")[0])
    return inside or behind in nouns(view.vocabulary).offsets | view.read.lexicon.words("offset", "which way")

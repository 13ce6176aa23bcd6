"""Whether a sentence without a day or place of its own goes on with what the sentence before told of."""

from __future__ import annotations

from factcheck.context.action import find_action
from factcheck.context.places import places
from factcheck.context.quotations import quotation_at
from factcheck.context.reach import events, is_event, is_told
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST, SUBJECT
from factcheck.sentences.word import POINTING

_TOLD_ON = ("paragraph", "bullet")
RESULTS = frozenset({"money", "percent", "points"})  # what one release tells of one time, number after number


def suffers_there(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a sentence opens with whom harm came to, or speaks of "the attack": "Two of the victims died"."""
    read = view.read
    clause = view.clause(quantity)
    action = find_action(view, quantity)[0]
    harm = action is not None and not read.lexicon.words("harm").isdisjoint(
        (action.lemma, clause.lemma if clause else "")
    )
    if not harm or clause is None or clause.verb is None or clause.verb.perfect:
        return False
    if view.dates or _names_place(view):
        return False
    known = read.lexicon.words("known")
    return opens_with(view, quantity) or any(is_known(view, group, known) for group in events(view))


def is_known(view: SentenceView, group: Group, known: frozenset[str]) -> bool:
    """Whether a group names an event as one that was told of: "the attack"."""
    return group.head >= 0 and view.read.words[group.first].lower in known and is_event(view, group)


def goes_on_with(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a figure's own verb tells in the past what happened: "She won by 134 votes", not "it had 12 ports"."""
    path = (clause for clause, _ in view.path(quantity))
    clause = next((one for one in path if one.kind != "participle" or one.under is not None), None)
    verb = clause.verb if clause is not None else None
    if view.block.kind not in _TOLD_ON or verb is None or verb.form != "finite" or verb.perfect or verb.modal:
        return False
    lasts = verb.lemma in view.read.lexicon.words("staying") and quantity.kind not in RESULTS
    stays = lasts and not verb.passive
    return verb.tense == PAST and not stays and not _names_place(view)


def _names_place(view: SentenceView) -> bool:
    """Whether a sentence tells a place that the one before did not, outside what it quotes."""
    before = view.before
    told = {place.name for place in places(before)} if before is not None else set()
    own = (place for place in places(view) if quotation_at(view, view.tokens[place.first].start) is None)
    return any(place.name not in told for place in own)


def opens_with(view: SentenceView, quantity: Quantity) -> bool:
    """Whether the subject that opens a sentence is a pronoun or the figure."""
    group, subject = view.group(quantity), _opening(view)
    return refers_back(view) or (group is not None and subject is not None and subject in group.chain)


def refers_back(view: SentenceView) -> bool:
    """Whether the subject that opens a sentence is a pronoun: "They", "That"."""
    subject = _opening(view)
    if subject is None:
        return False
    word = view.read.words[subject.start]
    return bool(word.tags & SUBJECT) or (subject.stop == subject.start + 1 and word.lower in POINTING)


def _opening(view: SentenceView) -> Group | None:
    """The subject that opens a sentence, where its verb is none of saying."""
    main = view.read.clauses[0]
    subject = main.subject
    opens = subject is not None and subject.index <= 1 and main.lemma not in view.read.lexicon.words("saying")
    return subject if opens else None


def events_again(view: SentenceView, quantity: Quantity) -> frozenset[str]:
    """The events named again that a figure is told of: "12 victims of the attack", "the quake hurt 12"."""
    group = view.group(quantity)
    if group is None or view.block.kind not in _TOLD_ON:
        return frozenset()
    read, known = view.read, view.read.lexicon.words("known")
    near = group.chain
    for clause, _ in view.path(quantity):
        beside = (one for one in read.clauses if one.kind == "coordinate" and one.parent is clause)
        for inner in (clause, *beside):  # "four were killed and 30 hurt in the attack"
            near.extend(one for one in (inner.subject, *inner.groups) if one is not None and one.kind == "noun")
        if is_told(view, clause):
            break
    named = (one for one in near if is_known(view, one, known))
    return frozenset(read.lexicon.entry(read.words[one.head].lower).lemma for one in named)

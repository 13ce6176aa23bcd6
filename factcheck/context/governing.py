"""What happened, told by the verb of the counted's clause, or by what that verb leaves it to."""

from __future__ import annotations

from factcheck.context.action_names import ActionRole, of_event, of_harm, of_noun, of_verb, with_object
from factcheck.context.action_words import action_words
from factcheck.context.deeds import deed_that_was, deed_to, is_deed
from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Action
from factcheck.context.parts import is_part, part_words
from factcheck.context.standing import Number, is_human
from factcheck.context.told_of import TELLING, described, first_clause, only_describes, own_clause, situation
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.frames import NONFINITE
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, DETERMINER


def governing(number: Number, anchor: Group | None) -> Action | None:
    """The nearest verb that says something, from the clause of the group outwards for which the number stands."""
    view, words = number.view, action_words(number.view.vocabulary)
    if anchor is None:
        return None
    for clause, _ in view.read.path(anchor):
        verb, direct = clause.verb, clause is anchor.clause
        if verb is None or verb.lemma == verb.modal:
            continue
        told = _handed_on(number, clause, verb, anchor) if direct else None
        if told is not None:
            return told
        if clause.lemma == "be" and (clause.kind not in NONFINITE or _is_there(view, clause)):
            return None
        if clause.kind in NONFINITE and (clause.lemma == "be" or only_describes(view, clause)):
            continue
        if not direct and clause.lemma in words.reporting:
            return None
        return _named(number, verb, _role(number, clause, anchor))
    return None


def _is_there(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause only tells that something exists: "despite there being no cases"."""
    subject = clause.subject
    return subject is not None and view.read.words[subject.stop - 1].lower == "there"


# How it is named


def _named(number: Number, verb: Group, role: ActionRole) -> Action:
    """The verb's action under the name of its class; jobs "cut", "shed" and "lost" are all lost."""
    view, head, words = number.view, number.head, action_words(number.view.vocabulary)
    action = of_verb(view, verb, role)
    name = action.lemma
    if head is None and name in words.moves and number.quantity.kind == "length":
        name = verb.lemma  # "the men hiked three miles"
    if head is not None:
        if name in words.moves and number.counts and head.how in ("own", "of", "joined"):
            name = verb.lemma
        if head.how in ("subject", "object", "awaiting"):
            name = words.moved.get(name, name)
        noun = noun_of(view.read, head.head)
        name = words.classes.get(f"{verb.lemma}-{noun}", name)
        name = words.of_head[noun].get(name, name) if noun in words.of_head else name
    told = with_object(view, verb, name)
    undergone = told != name and verb.lemma in words.suffering
    return Action(told, action.span, "object" if undergone else role, action.verb)


def _role(number: Number, clause: Clause, group: Group, *, does: bool = False) -> ActionRole:
    """Whether the counted do it or it is done to them; what an amount is told of does it where it is the subject."""
    verb, head = clause.verb, number.head
    if verb is None or verb.lemma in action_words(number.view.vocabulary).happening:
        return "object"
    if group.role == "agent":
        return "subject"
    does = does or clause.subject is group or (head is not None and head.how == "subject")
    lasts = number.quantity.kind == "duration" and group.role in ("oblique", "time")
    lasts = lasts or (number.quantity.kind == "length" and head is None)  # "hiked three miles"
    return "subject" if (does or lasts) and not verb.passive else "object"


# What a verb leaves it to


def _handed_on(number: Number, clause: Clause, verb: Group, anchor: Group) -> Action | None:
    """What happened by what stands beside a verb: "included 3 children", "reported strikes on", "are missing"."""
    view, words = number.view, action_words(number.view.vocabulary)
    reports, light = clause.lemma in words.reporting, verb.verb in words.light
    told = _listed(view, clause, anchor) if clause.lemma in words.listing else None
    told = told or (deed_to(view, clause, anchor) if reports else None)  # "reported strikes on 1,450 targets"
    if told is None and (_leaves(view, clause, anchor) or _is_about(number, clause, anchor)):
        told = own_clause(view, number.group, TELLING)  # "included 11 rockets that hit the town"
    if told is None and (light or (reports and verb.passive)):
        told = _completed(view, clause, verb, anchor)  # "confirmed dead"
    if told is None and light and (owed := _owed(verb)) is not None:
        return _named(number, owed, _role(number, clause, anchor))
    if told is None and clause.lemma == "be":
        told = deed_that_was(view, clause, anchor) or _first_told(view, clause, verb, anchor)
    if told is None and (raised := _raised(view, clause, verb, anchor)) is not None:
        return _named(number, raised.verb or verb, _role(number, raised, anchor, does=True))
    return told


def _leaves(view: SentenceView, clause: Clause, group: Group) -> bool:
    """Whether a verb leaves it to a clause of the counted to say what happened: "found six that had sunk".

    A subject does what its verb says, unless that says less: "those who fled left the town".
    """
    words, after = action_words(view.vocabulary), view.read.after(group)
    if clause.lemma == "have":
        return after is None or after.kind != "comma"
    if clause.subject is group and clause.lemma not in words.listing | view.read.lexicon.copulas:
        return False
    return clause.verb is not None and clause.verb.verb in words.light - {"be"}  # "make", but not "make up"


def _is_about(number: Number, clause: Clause, group: Group) -> bool:
    """Whether a clause only tells of a group or names it beside: "spoke of two who fled", "despite two who fled"."""
    view = number.view
    told = clause.lemma in view.read.lexicon.words("saying", "talking")
    words = action_words(view.vocabulary).beside | part_words(view.vocabulary).among
    beside = group.preposition in words and not is_part(view, number.index)
    bare = number.quantity.kind == "money" and number.head is None and number.words[group.first].tags & DETERMINER
    return (told or beside or bool(bare)) and group.role == "oblique"  # "fought over the $5m he asked for"


def _listed(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """What befell those of whom the counted are some: "the dead included 3 children", "among the hurt were 4 men"."""
    among = part_words(view.vocabulary).among | {"of"}
    others = [clause.subject, *(g for g in clause.groups if g.preposition in among)]
    for g in others:
        if g is not None and g is not group and g.head >= 0:
            told = own_clause(view, g, TELLING) if g is not clause.subject else None  # "were among those who fled"
            told = told or of_harm(view, view.read.words[g.head]) or of_event(view, g.head)
            if told is not None:
                return told
    return None


def _first_told(view: SentenceView, clause: Clause, verb: Group, group: Group) -> Action | None:
    """The participle that a clause starts with: "also arrested were two drivers", "signing it were 12 priests"."""
    if clause.subject is not group or group.index < verb.index:
        return None
    told = first_clause(view, ("participle",), lambda c: c.parent is clause and c.subject is None)
    before = told is not None and told[1].index < verb.index
    return of_verb(view, told[1], "object" if told[1].passive else "subject") if before and told is not None else None


def _owed(verb: Group) -> Group | None:
    """The verb that a subject has to do: "150 more had to wait", "12 were unable to leave", "are 5% likelier to"."""
    after = verb.next
    while after is not None and (after.kind in ("adjective", "adverb") or _is_how_much(after)):
        after = after.next if after.kind in ("adjective", "adverb") else after.next and after.next.next
    return after if after is not None and after.kind == "verb" and after.form == "infinitive" else None


def _is_how_much(group: Group) -> bool:
    """Whether a number tells how much something is so: "were | 12% more | likely", "is | twice | as likely"."""
    after = group.next
    if group.role != "predicate" or group.number < 0 or after is None:
        return False
    return after.preposition == "as" or (after.kind == "adjective" and group.head < 0)


def _raised(view: SentenceView, clause: Clause, verb: Group, group: Group) -> Clause | None:
    """The infinitive whose doers or victims the counted are: "are believed to have drowned", "forced 12 to flee"."""
    words, making, bare = action_words(view.vocabulary), view.read.lexicon.words("made to do"), view.read.lexicon.bare
    told = first_clause(view, ("infinitive",), lambda c: c.parent is clause and c.lemma != "be")
    if told is None:
        return None
    inner, done = told
    near = verb.index == done.index - 1  # "is going to close", "helped find"
    subject = clause.subject is group and (
        (verb.passive and clause.lemma in words.reporting | making | bare)
        or (near and clause.lemma in making | bare | {"go"})
    )
    caused = (
        group in clause.groups
        and group.role == "object"
        and (clause.lemma in making - bare or view.read.words[done.start].tags & BASE)  # not "made 15 attempts to go"
        and (inner.subject is group or (is_human(view, group) and done.index - group.index < 3))
    )
    return inner if subject or caused else None


def _completed(view: SentenceView, clause: Clause, verb: Group, group: Group) -> Action | None:
    """What a verb that says little leaves to what stands by it: "were missing", "had 12 arrested", "are on board"."""
    for g in clause.groups:
        behind = g.index > verb.index and g is not group and g.kind in ("adjective", "noun")
        if behind and g.role in ("predicate", "object", "oblique"):
            harm = of_harm(view, view.read.words[g.head if g.head >= 0 else g.stop - 1])
            if harm is not None:
                return harm
    had = first_clause(view, ("participle",), lambda c: c.parent is clause and c.subject in clause.groups)
    if had is not None and had[1].passive and clause.lemma in ("have", "get"):
        done = had[0].subject
        if done is not None and (done.role == "object" or done.preposition in ("for", "of", "such as")):
            return of_verb(view, had[1], "object")  # "had their licences revoked"
    state = verb.next if clause.lemma in view.read.lexicon.copulas | {"be"} else None
    while state is not None and state.kind == "adverb":
        state = state.next  # "are still under arrest"
    if (
        state is not None
        and state.preposition in view.read.lexicon.words("in a state")
        and state.first == state.head
        and is_deed(view, state)
    ):
        return of_noun(view, state)  # "are under siege", "were in attendance"
    return deed_to(view, clause, group) or situation(view, group) or described(view, clause, group)

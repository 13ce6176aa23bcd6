"""What happened to what is counted: the verb of the number's clause, or the noun of the event that holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.context.action_names import ActionRole, is_derived, of_event, of_noun, of_state, of_verb, with_object
from factcheck.context.action_words import action_words, class_of
from factcheck.context.heads import Head, find_head, is_distance, noun_of
from factcheck.context.model import Action, Cue
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.once import kept
from factcheck.context.parts import find_whole, is_part
from factcheck.context.standing import anchor_of, is_human
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, DETERMINER, PARTICIPLE, PASTS, SUBJECT

_MOVES = frozenset({"rise", "fall"})
_HARM = frozenset({"kill", "injure", "miss"})


def find_action(view: SentenceView, quantity: Quantity) -> tuple[Action | None, tuple[Cue, ...]]:
    """What happened to what ``quantity`` counts, and the words that say so."""
    action = _find(view, view.index(quantity))
    return action, () if action is None or action.span is None else (Cue("action", action.span, action.lemma),)


@kept()
def _find(view: SentenceView, index: int) -> Action | None:
    twin = view.twin(index)
    if twin is not None:
        return find_action(view, view.quantities[twin])[0]
    head = find_head(view, index)
    group = view.read.number_groups.get(index)
    if group is None:
        return None
    if _lies(view, index, group):
        return None
    if view.quantities[index].tally in ("for", "against") and head is not None and _is_deed(view, head.group):
        return of_noun(view, head.group)  # "by a vote of 7-2", "the 2-1 ruling"
    if head is not None and _only_describes(view, index, group, head):
        lasts = view.quantities[index].kind == "duration"
        deed = of_noun(view, head.group) if _is_deed(view, head.group, counts=lasts) else None
        deed = deed or _own_clause(view, group, ("infinitive",))
        if deed is not None or group.preposition not in ("to", "for"):
            return deed  # but "fell to a two-year low", "call for a three-day truce"
    anchor = anchor_of(view, group)
    return (
        (_governing(view, index, group, head, anchor) if _is_some_of(view, group) else None)
        or _event(view, index, head)
        or (_situation(view, group) if group.preposition == "with" else None)
        or _up_or_down(view, group)
        or _told_apart(view, group, head)
        or _aimed(view, group, index)
        or _governing(view, index, group, head, anchor)
        or _nominal(view, group, index)
        or _own_clause(view, group)
        or _of_whole(view, index)
        or _of_part(view, index)
        or _of_deed(view, index, head)
        or _moved_to(view, index)
        or _far_from(view, group)
        or _around(view, index, group, head)
    )


def _around(view: SentenceView, index: int, group: Group, head: Head | None) -> Action | None:
    """The verb by what holds the counted: "farmers on 12 farms sold corn", "seized the files of 12 men"."""
    over, owned = group, False
    while over.under is not None and over.role in ("of", "member", "within", "apposition"):
        before, under = over.prior, over.under
        if over.role == "of" and not _is_thing(view, under):
            return None
        if over.role == "within" and not over.preposition and view.quantities[index].kind == "length":
            return None  # "a choir some 900 miles away"
        if over.role == "apposition" and before is not None and before.kind != "noun":
            return None
        owned = owned or over.role == "of"
        over = under
    if over is group or (owned and over.role == "subject"):
        return None
    told = _governing(view, index, group, head, over)
    return replace(told, role="object") if told is not None and group.preposition else told


def _is_thing(view: SentenceView, group: Group) -> bool:
    """Whether what something is "of" is no amount, no part and nobody: not "six of the 12", "a father of two"."""
    word = view.read.words[group.head]
    some = group.number >= 0 or word.tags & (SUBJECT | DETERMINER | ADJECTIVE)
    return not some and noun_of(view.read, group.head) not in view.read.lexicon.words("person")


def _lies(view: SentenceView, index: int, group: Group) -> bool:
    """Whether a length only tells where a place lies: "killed in Brask, 12 miles south of the lake"."""
    quantity, place = view.quantities[index], group.prior
    while place is not None and place.kind in ("comma", "dash", "adverb", "open"):
        place = place.prior
    if quantity.kind != "length" or place is None:
        return False
    placed = place.preposition in _PLACED or place.role == "apposition"
    return placed and not group.preposition and is_distance(view, group, view.read.words[group.number], quantity)


_PLACED = frozenset({"in", "at", "of", "on", "near", "outside", "to", "from"})


def _far_from(view: SentenceView, group: Group) -> Action | None:
    """What lies a span of time off: "the move, two months after rebels took the town, was late"."""
    behind = ("after", "before", "since")
    told = _first(
        view, ("subordinate",), lambda c: c.start == group.index + 1 and c.lemma != "be" and c.opener in behind
    )
    return of_verb(view, told[1], "subject") if told is not None else None


def _first(view: SentenceView, kinds: tuple[str, ...], is_it: Callable[[Clause], bool]) -> tuple[Clause, Group] | None:
    """The first clause of some kinds that has a verb and passes a test, with that verb."""
    return next(((c, c.verb) for c in view.read.clauses if c.kind in kinds and c.verb is not None and is_it(c)), None)


def _is_some_of(view: SentenceView, group: Group) -> bool:
    """Whether the counted are some of those whose state only says who they are: "three of the wounded died"."""
    after = view.read.after(group)
    if after is None or after.preposition != "of" or after.head <= after.at + 1:
        return False
    state = view.read.words[after.head].lower in nouns(view.vocabulary).harmed
    return state and bool(view.read.words[after.at + 1].tags & DETERMINER)


def _only_describes(view: SentenceView, index: int, group: Group, head: Head) -> bool:
    """Whether an amount only tells of what kind something is that stands by no verb: "left after a two-day visit"."""
    tied = head.how == "joined" or (head.how == "own" and view.quantities[index].kind not in COUNT_KINDS)
    after = view.read.words[group.number + 1 : group.number + 2] if group.number >= 0 else []
    tied = tied or any(word.lower in view.read.lexicon.words("dimension") for word in after)  # "a 900 strong force"
    told = noun_of(view.read, head.head) in view.read.lexicon.words("depiction")
    spent = view.quantities[index].kind == "money" and group.preposition in _SPENT and not told
    return (
        tied
        and bool(group.preposition)
        and group.role != "agent"
        and view.quantities[index].kind != "percent"
        and not spent
    )


_SPENT = frozenset({"in", "with", "on", "for", "to", "by", "from"})  # "sold in a $5m deal", not "of a $5m deal"


# An event in a noun or an adjective


def _event(view: SentenceView, index: int, head: Head | None) -> Action | None:
    """An action that lies in the noun or the state: "12 deaths", "five dead", "a toll of 15", "eight dead men"."""
    if head is None:
        return None
    sentence, words = view.read, nouns(view.vocabulary)
    word = sentence.words[head.head]
    if view.quantities[index].kind not in COUNT_KINDS:
        if head.how == "own" and noun_of(sentence, head.head) in words.changes:
            return of_noun(view, head.group)  # "a 33% increase"
        return None
    awaited = range(head.head, head.start - 1, -1) if head.how == "awaiting" else (head.head,)  # "the injury count"
    said = next(filter(None, (of_event(view, i) for i in awaited)), None)
    told = head.how in ("state", "awaiting") or word.lower in action_words(view.vocabulary).classes
    if said is None and told and word.lower in words.harmed:
        return of_state(view, word)
    if said is not None:
        return said
    for i in range(head.start, head.head):
        state = sentence.words[i]
        if state.tags & (ADJECTIVE | PARTICIPLE) and class_of(state.lower, view.vocabulary) in _HARM:
            return Action(class_of(state.lower, view.vocabulary), state.span)
    return None


def _up_or_down(view: SentenceView, group: Group) -> Action | None:
    """ "up 4.5 %", "down from 12": an adverb that says how the amount moved."""
    sentence = view.read
    at = group.at if group.at >= 0 else group.start - 1
    word = sentence.words[at] if at >= 0 else None
    verb = group.prior
    if word is None or word.lower not in ("up", "down"):
        return None
    if verb is not None and verb.kind == "verb" and verb.lemma != "be":
        return None
    return Action("rise" if word.lower == "up" else "fall", word.span, "subject")


def _moved_to(view: SentenceView, index: int) -> Action | None:
    """The move that the number before tells, for where it ended or began: "were up 3 % to 45 euros"."""
    if index == 0 or view.quantities[index].change_part not in ("to", "from"):
        return None
    action, _ = find_action(view, view.quantities[index - 1])
    return action if action is not None and action.lemma in _MOVES else None


def _told_apart(view: SentenceView, group: Group, head: Head | None) -> Action | None:
    """What befell just these: "left 12 dead", "found six killed", "12 people wounded in the raid were flown out"."""
    sentence = view.read
    if head is not None and head.how in ("subject", "awaiting", "before") and head.group is not group:
        group = head.group  # "the number of people killed rose to 12"
    told, governing = _first(view, ("participle",), lambda c: c.subject is group or c.under is group), group.clause
    if told is not None:
        verb, outer = told[1], governing.verb if governing is not None else None
        name = class_of(verb.lemma, view.vocabulary)
        light = outer is None or outer is verb or _says_little(view, outer.lemma)
        subject = governing is not None and governing.subject is group
        alone = light or group.role == "of" or (subject and name in nouns(view.vocabulary).befalling)
        if alone and verb.passive:
            return of_verb(view, verb, "object")
    after = sentence.after(group)
    if after is not None and after.preposition == "of" and after.under is group:
        after = sentence.after(after)  # "dozens of children dead"
    if after is not None and after.kind == "adjective":
        word = sentence.words[after.stop - 1]
        if word.lower in nouns(view.vocabulary).harmed:
            return of_state(view, word)
    return None


def _says_little(view: SentenceView, lemma: str) -> bool:
    words = action_words(view.vocabulary)
    return lemma in words.light or lemma in words.reporting or lemma in view.read.lexicon.copulas


# The verb


def _governing(view: SentenceView, index: int, group: Group, head: Head | None, anchor: Group | None) -> Action | None:
    """The nearest verb that says something, from the clause of the group outwards for which the number stands."""
    words = action_words(view.vocabulary)
    if anchor is None or _is_set_by(anchor):
        return None
    for clause, _ in view.read.path(anchor):
        direct = clause is anchor.clause
        verb = clause.verb
        if verb is None or verb.lemma == verb.modal:
            continue
        if direct and clause.lemma in words.listing and (listed := _listed(view, clause, anchor)) is not None:
            return listed  # "the dead included three children"
        if direct and clause.lemma in words.reporting and (done := _done_to(view, clause, anchor)) is not None:
            return done  # "reported strikes on 1,450 targets"
        if (
            direct
            and (_hands_on(view, clause, anchor) or _is_about(view, clause, anchor, index))
            and (own := _own_clause(view, group, _TELLING)) is not None
        ):
            return own  # "included 11 rockets that hit the town"
        if clause.lemma in words.light and not verb.particle:
            told = _completed(view, clause, anchor) if direct else None
            if told is not None:
                return told
            owed = _owed(clause) if direct else None
            if owed is not None:
                return _classed(view, owed, index, head, _action_role(view, clause, anchor, index, head))
            deed = _deed_that_was(view, clause, anchor) if direct and clause.lemma == "be" else None
            if deed is not None:
                return deed
            if clause.lemma == "be":
                if clause.kind in ("infinitive", "participle", "gerund"):
                    continue
                return None
        if not direct and clause.lemma in words.reporting:
            return None
        raised = _raised(view, clause, anchor) if direct else None
        if raised is not None:
            clause, verb = raised, raised.verb or verb
        elif direct and verb.passive and clause.lemma in words.reporting and (told := _completed(view, clause, anchor)):
            return told  # "confirmed dead"
        return _classed(view, verb, index, head, _action_role(view, clause, anchor, index, head))
    return None


def _hands_on(view: SentenceView, clause: Clause, group: Group) -> bool:
    """Whether a verb leaves it to a clause of the counted to say what happened: "found six that had sunk".

    A subject does what its verb says, unless that says less: "those who fled left the town".
    """
    words, after = action_words(view.vocabulary), view.read.after(group)
    if clause.lemma == "have":
        return after is None or after.kind != "comma"
    if clause.subject is group and clause.lemma not in words.listing | view.read.lexicon.copulas:
        return False
    return clause.lemma in words.light - {"be"}


def _is_about(view: SentenceView, clause: Clause, group: Group, index: int) -> bool:
    """Whether a clause only tells of a group or names it beside: "spoke of two who fled", "despite two who fled"."""
    told = clause.lemma in view.read.lexicon.words("saying", "talking")
    beside = group.preposition in action_words(view.vocabulary).beside and not is_part(view, index)
    return (told or beside) and group.role == "oblique"


def _listed(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """What befell those of whom the counted are some: "the dead included 3 children", "among the hurt were 4 men"."""
    others = [clause.subject, *(g for g in clause.groups if g.preposition in ("among", "amongst", "of"))]
    for g in others:
        if g is not None and g is not group and g.head >= 0:
            told = _own_clause(view, g, _TELLING) if g is not clause.subject else None
            if told is not None:
                return told  # "were among those who fled"
            word = view.read.words[g.head]
            if word.lower in nouns(view.vocabulary).harmed:
                return of_state(view, word)
            event = of_event(view, g.head)
            if event is not None:
                return event
    return None


def _owed(clause: Clause) -> Group | None:
    """The verb that a subject has to do: "150 more had to wait", "12 are to be tried", "12 were unable to leave"."""
    after = clause.verb.next if clause.verb is not None else None
    while after is not None and after.kind in ("adjective", "adverb"):
        after = after.next
    return after if after is not None and after.kind == "verb" and after.form == "infinitive" else None


def _is_set_by(group: Group) -> bool:
    """Whether a group tells how things stand beside its clause: "with six bridges shut, the town is cut off"."""
    after = group.next
    return group.preposition == "with" and group.number >= 0 and after is not None and after.kind == "adjective"


def _raised(view: SentenceView, clause: Clause, group: Group) -> Clause | None:
    """The infinitive whose doers or victims the counted are: "are believed to have drowned", "forced 12 to flee"."""
    words, verb = action_words(view.vocabulary), clause.verb
    told = _first(view, ("infinitive",), lambda c: c.parent is clause and c.lemma != "be")
    if told is None or verb is None:
        return None
    inner, done = told
    near = verb.index == done.index - 1  # "is going to close", "helped find"
    subject = clause.subject is group and (
        (verb.passive and clause.lemma in words.reporting | words.causative)
        or (near and clause.lemma in words.causative | {"go"})
    )
    caused = (
        group in clause.groups
        and group.role == "object"
        and clause.lemma in words.causative - view.read.lexicon.bare  # "made 15 attempts to recruit"
        and (inner.subject is group or (is_human(view, group) and done.index - group.index < 3))
    )
    if subject or caused:
        inner.subject = group
        return inner
    return None


def _action_role(view: SentenceView, clause: Clause, group: Group, index: int, head: Head | None) -> ActionRole:
    """Whether the counted do it or it is done to them; what an amount is told of does it where it is the subject."""
    verb, words = clause.verb, action_words(view.vocabulary)
    if verb is None or (verb.lemma in words.happening and class_of(verb.lemma, view.vocabulary) not in _MOVES):
        return "object"
    if group.role == "agent":
        return "subject"
    if view.quantities[index].kind not in COUNT_KINDS or (head is not None and head.how == "subject"):
        beside = group.role in ("oblique", "time") and view.quantities[index].kind == "duration"
        if (head is not None and head.how == "subject") or beside or clause.subject is group:
            return "object" if verb.passive else "subject"
        return "object"
    return "subject" if clause.subject is group and not verb.passive else "object"


def _completed(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """What a verb that says little leaves to what stands by it: "were missing", "had 12 arrested", "are on board"."""
    sentence = view.read
    for g in clause.groups:
        behind = clause.verb is not None and g.index > clause.verb.index
        if (
            g.kind in ("adjective", "noun")
            and behind
            and g.role in ("predicate", "object", "oblique")
            and g is not group
        ):
            last = sentence.words[g.head if g.head >= 0 else g.stop - 1]
            if last.lower in nouns(view.vocabulary).harmed:
                return of_state(view, last)
    had = _first(view, ("participle",), lambda c: c.parent is clause and c.subject in clause.groups)
    if had is not None and had[1].passive and clause.lemma in ("have", "get"):
        done = had[0].subject
        if done is not None and (done.role == "object" or done.preposition in ("for", "of", "such as")):
            return of_verb(view, had[1], "object")  # "had their licences revoked"
    return _done_to(view, clause, group) or _situation(view, group) or _described(view, clause, group)


def _deed_that_was(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """The deed of which a clause says where, when or how often it was: "there was a raid in 12 towns"."""
    if group.role not in ("oblique", "time"):
        return None
    beside = (clause.subject, *(g for g in clause.groups if g.role == "predicate"))
    told = (g for g in beside if g is not None and g.number < 0 and _is_deed(view, g))
    return next((of_noun(view, g) for g in told), None)


def _described(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """What a participle before the counted says was done to them: "has 498 confirmed cases"."""
    told = group.number >= 0 and clause.lemma in ("be", "have")
    for word in view.read.words[group.number + 1 : max(group.head, 0)] if told else ():
        if word.tags & PARTICIPLE and word.usual & PASTS:
            lemma = view.read.lexicon.entry(word.lower).lemma_as(PARTICIPLE)
            return Action(class_of(lemma, view.vocabulary), word.span, verb=lemma)
    return None


def _done_to(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """The deed that a clause has as its object and that befell the counted: "did damage to one district"."""
    done = next((g for g in clause.groups if g.role == "object" and g is not group), None)
    told = done is not None and group.preposition in _ON and _is_deed(view, done, counts=False)
    return of_noun(view, done) if told and done is not None else None


def _situation(view: SentenceView, group: Group) -> Action | None:
    """Where the counted are, as words behind them: "162 people aboard", "9,000 customers without power"."""
    for name, phrases in action_words(view.vocabulary).situations.items():
        span = phrases.within(view.read.words, group.stop, group.stop + 3)
        if span is not None:
            return Action(name, span)
    return None


def _classed(view: SentenceView, verb: Group, index: int, head: Head | None, role: ActionRole) -> Action:
    """The verb's action under the name of its class; jobs "cut", "shed" and "lost" are all lost."""
    words = action_words(view.vocabulary)
    action = of_verb(view, verb, role)
    name = action.lemma
    countable = view.quantities[index].kind in COUNT_KINDS
    if head is not None:
        if name in _MOVES and countable and head.how in ("own", "of", "joined"):
            name = verb.lemma
        if head.how in ("subject", "object", "awaiting"):
            name = words.moved.get(name, name)
        noun = noun_of(view.read, head.head)
        name = words.classes.get(f"{verb.lemma}-{noun}", name)
        name = words.of_head[noun].get(name, name) if noun in words.of_head else name
    told = with_object(view, verb, name)
    undergone = told != name and verb.lemma in words.suffering
    return Action(told, action.span, "object" if undergone else role, action.verb)


# Nouns of events, wholes and parts


def _nominal(view: SentenceView, group: Group, index: int) -> Action | None:
    """The noun of an event whose object the number is: "the arrest of three men", "attacks on 12 ships"."""
    counts = view.quantities[index].kind in COUNT_KINDS
    under: Group | None = group
    for _ in range(6):
        if under is None:
            return None
        noun = under.under if under.role in ("of", "member", "within", "oblique", "apposition") else None
        told = noun is not None and noun.number < 0 and _is_deed(view, noun, counts=counts)
        if told and noun is not None and under.preposition in _ON:
            return of_noun(view, noun)
        under = noun
    return None


_ON = frozenset({"of", "on", "against", "to", "by", "between"})
_AGAINST = frozenset({"against", "between", "for"})


def _aimed(view: SentenceView, group: Group, index: int) -> Action | None:
    """The event right before a number that it is aimed at: "led to charges against 12 men", "opposes plans for 12"."""
    if view.quantities[index].kind not in COUNT_KINDS:
        return None
    first = group.under if group.role == "member" and group.under is not None else group
    noun = first.under
    if noun is None or first.preposition not in _AGAINST or noun.stop != first.start or noun.head < 0:
        return None
    done = first.preposition == "between" and is_derived(view.read, noun_of(view.read, noun.head))
    listed = done or noun_of(view.read, noun.head) in action_words(view.vocabulary).nominal
    return of_noun(view, noun) if listed and noun.number < 0 else None


def _is_deed(view: SentenceView, noun: Group, *, counts: bool = True) -> bool:
    """Whether a noun names what is done: a listed one, or to things counted one made from a verb that is no thing."""
    words, lemma = action_words(view.vocabulary), noun_of(view.read, noun.head)
    moved = counts and lemma in nouns(view.vocabulary).changes  # "a gain of 40 seats"
    return moved or lemma in words.nominal or (counts and lemma not in words.things and is_derived(view.read, lemma))


def _of_deed(view: SentenceView, index: int, head: Head | None) -> Action | None:
    """The deed that is counted, where no verb says more: "there were 12 attacks", "the $2bn offer is low"."""
    counts = view.quantities[index].kind in COUNT_KINDS
    return of_noun(view, head.group) if head is not None and _is_deed(view, head.group, counts=counts) else None


_TELLING = ("relative", "participle")  # clauses that tell what happened to the counted, not what it is to do


def _own_clause(view: SentenceView, group: Group, kinds: tuple[str, ...] = (*_TELLING, "infinitive")) -> Action | None:
    """The verb of a clause that only describes what is counted: "a handful of members who backed it"."""
    sentence = view.read
    held = [group, *(g for g in sentence.groups if g.role == "member" and g.under is group and g.number < 0)]
    after = sentence.after(group)
    if after is not None and after.preposition == "of":
        held.append(after)
    told = _first(view, kinds, lambda c: c.under in held and c.lemma not in ("be", "have"))
    return of_verb(view, told[1], "object" if told[1].passive else "subject") if told is not None else None


def _of_whole(view: SentenceView, index: int) -> Action | None:
    """The action of the whole for a part that has none of its own: "12 died, including three children"."""
    whole, _ = find_whole(view, view.quantities[index])
    if whole is None:
        return None
    action, _ = find_action(view, whole)
    return None if action is None else Action(action.lemma, None, action.role)


def _of_part(view: SentenceView, index: int) -> Action | None:
    """What had to happen to a whole before a part of it could: 52 of 80 drones downed, so 80 launched."""
    for i, part in enumerate(view.quantities):
        if i != index and find_whole(view, part)[0] is view.quantities[index]:
            action, _ = find_action(view, part)
            name = action_words(view.vocabulary).of_whole.get(action.lemma) if action is not None else None
            return Action(name, None) if name is not None else None
    return None

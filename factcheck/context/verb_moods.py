"""How verbs say that a number is meant: by their modal, or by what they do to what they take."""

from __future__ import annotations

from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Modality
from factcheck.context.moods import Found, moods
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.quotations import quotation_at
from factcheck.context.reach import climb
from factcheck.context.reaching import reaching
from factcheck.context.sayings import can_speak
from factcheck.context.standing import Number
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, NAME, NOUN, PAST, PLURAL, SUBJECT

TAKEN = ("infinitive", "content", "gerund", "participle")  # clauses that a verb takes


# What a verb does to what it takes


def of_verb(number: Number, clause: Clause, verb: Group, hung: str, inner: Clause | None) -> Found | None:
    """The mood a verb gives the number it takes, or the clause around that: "proposed 12", "wants to close 12"."""
    view, word = number.view, number.words[verb.head]
    mood: Modality | None = None
    if inner is None:
        led = climb(number.group)[-1]
        if (led.index > verb.index and led.role not in ("time", "agent")) or (verb.passive and led is clause.subject):
            mood = _of_led(number, clause, verb)
    elif verb.lemma == "go" and word.lower == "going" and hung == "infinitive":
        mood = of_future(number, inner)  # "is going to hire 12"
    elif _takes(view, hung, verb, inner):
        mood = moods(number.view).verbs.get(verb.verb)
    lasting = number.quantity.kind == "duration" and verb.perfect and word.lower.endswith("ing")
    return (mood, word.span) if mood is not None and not lasting else None  # not "has been trying for 12 days"


def _of_led(number: Number, clause: Clause, verb: Group) -> Modality | None:
    """What a verb says of what it leads to do something, "12 men are set to go", or else of its object."""
    if not verb.passive or not any(c.parent is clause and c.kind == "infinitive" for c in number.view.read.clauses):
        return of_object(number, clause, verb)
    mood = moods(number.view).verbs.get(verb.verb)
    return mood if mood in ("planned", "forecast") else None  # "12 men were urged to go"


def of_object(number: Number, clause: Clause, verb: Group) -> Modality | None:
    """The mood a verb gives the thing it takes: "proposed a 30-day truce", "applied for two years more".

    Things that are there already have none: "police seek two men", "he faces 12 charges".
    """
    known, head = moods(number.view), number.head
    if verb.lemma in known.met and number.counts:
        return None
    if head is not None and noun_of(number.view.read, head.head) in known.granted:
        return None
    near = (g for g in clause.groups if verb.index < g.index <= number.group.index)  # "push for a rise to $9"
    keys = (f"{verb.lemma}-{group.preposition}" for group in near)
    aimed = next((known.objects[key] for key in keys if key in known.objects), None)
    if aimed is not None:
        return aimed
    mood = known.objects.get(verb.verb)
    if mood == "conditional" and verb.negated:
        return None  # "does not face a $9m bill"
    subject = clause.subject if not verb.passive else None
    if mood == "proposed" and subject is not None and not _plans(number.view, subject):
        return None  # "the figures suggest a rise of 12 %"
    return mood


def wanted(number: Number) -> Found | None:
    """ "the 60 votes they seek", "the $5 million promised in May": a number of what is not there yet."""
    read = number.view.read
    for clause in read.clauses:
        verb = clause.verb
        if clause.under is not number.group or verb is None or read.groups[clause.start].preposition:
            continue  # "the days on which"
        if clause.kind == "infinitive" and verb.passive:
            return "planned", number.words[verb.head].span  # "12 sites to be seen"
        taken = verb.passive if clause.subject is number.group else clause.kind == "relative"
        mood = of_object(number, clause, verb) if taken else None
        led = verb.passive and any(c.parent is clause and c.kind == "infinitive" for c in read.clauses)
        if mood is not None and not led:  # not "12 men expected to win"
            return mood, number.words[verb.head].span
    return None


def of_predicate(view: SentenceView, clause: Clause, verb: Group, hung: str, group: Group) -> Found | None:
    """What is said behind "be" of what its clause takes: "is due to close 12", "is likely that 12 fall"."""
    if verb.lemma != "be" or hung not in (*TAKEN, "subject"):
        return None
    known = moods(view)
    last = (g for g in clause.groups if g.role == "predicate" or g.kind == "adverb")
    told = next((view.read.words[g.stop - 1] for g in last if g is not group), None)
    mood = known.predicates.get(told.lower) or known.adjectives.get(told.lower) if told is not None else None
    if told is None or mood is None or ((verb.tense == PAST or verb.perfect) and told.lower in known.done):
        return None
    return mood, told.span


def _takes(view: SentenceView, hung: str, verb: Group, inner: Clause) -> bool:
    """Whether a verb's mood reaches the clause that hangs in it."""
    known = moods(view)
    if verb.lemma in known.counting:
        return False
    if hung == "content":  # not "they agree that 12 is many"; "weighs whether to hire 12"
        return inner.verb is None or is_plain(view, inner)
    if hung == "participle":
        return not view.read.groups[inner.start].behind_comma  # "considered sending 12", not "tried, losing 12"
    return hung == "infinitive" or (hung == "gerund" and inner.opener != "by")


def is_plain(view: SentenceView, clause: Clause) -> bool:
    """Whether what is asked for stands in the plain form: "insist that the state provide"; told facts do not."""
    verb, subject, words = clause.verb, clause.subject, view.read.words
    if verb is None or verb.modal or verb.tense == PAST or subject is None or subject.head < 0:
        return False
    one, told = words[subject.head], words[verb.start]
    singular = one.lower in moods(view).singular or (one.tags & (NOUN | NAME) and not one.tags & PLURAL)
    return told.lower == "be" or bool(told.tags & BASE and singular)


# What a modal says of its verb


def led_by(view: SentenceView, clause: Clause) -> Clause:
    """The clause whose modal or "not" a verb shares, else its own: "will buy 12 and soon sell 4"."""
    verb, parent = clause.verb, clause.parent
    bare = verb is not None and not (verb.modal or verb.perfect or verb.passive or verb.tense == PAST)
    if verb is None or parent is None or not bare or not view.read.words[verb.head].tags & BASE:
        return clause
    beside = (c for c in view.read.clauses if c.parent is parent and c.kind == clause.kind and c.start < clause.start)
    first = (parent,) if clause.kind == "coordinate" else beside if clause.kind == "content" else ()
    return next(
        (c for c in first if c.verb is not None and (c.verb.modal or c.verb.negated) and c.subject is clause.subject),
        clause,
    )


def of_modal(number: Number, clause: Clause, verb: Group, meant: Clause) -> Found | None:
    """What the modal of a clause says of the verb that is meant by it."""
    view, known, words = number.view, moods(number.view), number.words
    mood = known.modals.get(verb.modal)
    if mood is None:
        return None
    at = next((w for w in words if w.lower == verb.modal), words[verb.head]).span
    if is_conditioned(view, clause):
        return "conditional", at
    if mood == "planned":
        return of_future(number, meant), at
    if mood == "conditional":
        return _of_would(number, clause, verb), at
    if mood in ("forecast", "general") and verb.perfect:  # "may have infected eight" is about what was
        return ("conditional", at) if verb.modal == "could" else None
    return mood, at


def of_future(number: Number, clause: Clause) -> Modality:
    """What will be: planned, but forecast where nobody means to do it or somebody foresees it."""
    view, verb, subject = number.view, clause.verb, clause.subject
    told = clause.parent if clause.kind == "coordinate" and clause.parent is not None else clause
    guessed = told.kind == "content" and told.parent is not None and told.parent.lemma in moods(view).guessing
    if verb is None or guessed or _outer(view, told) == "forecast" or not is_meant(view, verb, subject):
        return "forecast"
    return "forecast" if _is_foretold(number, subject) else "planned"


def is_meant(view: SentenceView, verb: Group, subject: Group | None) -> bool:
    """Whether somebody means to do what will be: not "the law will push 12 out", "12 will likely be hired"."""
    known, words = moods(view), view.read.words
    if verb.lemma in known.unplanned or any(words[i].lower in known.likely for i in range(verb.start, verb.head)):
        return False
    if verb.passive or subject is None or verb.lemma in known.arranged:
        return True
    noun, listed = noun_of(view.read, subject.head) if subject.head >= 0 else "", view.read.lexicon.words
    acts = noun in known.acting or (noun in listed("event") and noun not in listed("harmful"))
    return noun not in known.forces and (acts or _plans(view, subject))


def _is_foretold(number: Number, subject: Group | None) -> bool:
    """Whether it is told by those who foresee what others do: "prices will hold at 12, economists say"."""
    view, words = number.view, number.words
    if subject is not None and subject.head >= 0 and words[subject.head].tags & SUBJECT:
        return False  # "economists say they will meet"
    said = reaching(view, number.quantity)
    one = said.speaker if said is not None else None
    return one is not None and moods(view).foreseeing.within(words, one.start, one.stop) is not None


def _of_would(number: Number, clause: Clause, verb: Group) -> Modality:
    """ "would": proposed of a bill, the future told in the past ("said it would send"), else conditional."""
    view = number.view
    subject, parent = clause.subject, clause.parent
    known = moods(view)
    noun = meant_by(view, subject) if subject is not None and subject.head >= 0 else ""
    if noun in known.laws or known.drafts.get(noun) == "proposed":
        return "proposed"
    under = [noun_of(view.read, g.head) for g in clause.groups if g.preposition == "under"]
    agreed = (known.nouns.get(noun) or known.drafts.get(noun) for noun in under)
    if (mood := next((one for one in agreed if one is not None), None)) is not None:
        return mood  # "under the deal, 12 prisoners would be freed"
    if any(group.preposition in known.without for group in clause.groups):
        return "conditional"
    passive = verb.passive and not verb.perfect
    unquoted = clause.kind in ("main", "coordinate") and quotation_at(view, number.quantity.number.start) is None
    said = reaching(view, number.quantity) if unquoted else None
    over = view.read.groups[said.at].tense if said is not None and said.over and not verb.perfect else 0
    told = parent is not None and parent.verb is not None and clause.kind == "content" and parent.verb.tense == PAST
    hoped = _outer(view, clause) in ("planned", "forecast")  # "it was hoped that 12 men would come"
    arranged = clause.lemma in moods(view).arranged and subject is not None and subject.head >= 0
    planned = arranged or (subject is not None and _plans(view, subject))  # not "$260m would go so far"
    foreseen = (clause.lemma in known.unplanned and clause.lemma != "be") or _is_foretold(number, subject)
    meant = (told or over == PAST) and (passive or planned or foreseen)
    if hoped or meant or (passive and clause.kind in ("main", "coordinate")):
        return of_future(number, clause)
    return "conditional"


def meant_by(view: SentenceView, subject: Group) -> str:
    """The noun of a subject; of a pronoun the draft that the sentence before told of: "debated a bill. It would"."""
    known, before = moods(view), view.neighbour(-1)
    if before is None or view.read.words[subject.head].lower not in known.referring:
        return noun_of(view.read, subject.head)
    told = (g for c in before.read.clauses for g in (*c.groups, c.subject) if g is not None and g.head >= 0)
    drafts = (noun_of(before.read, g.head) for g in told if g.role in ("subject", "object"))
    return next((noun for noun in drafts if noun in known.drafts), "")


def _outer(view: SentenceView, clause: Clause) -> Modality | None:
    """The mood of the noun or verb that tells a "that" clause: "a prediction that 12 would come"."""
    known, told = moods(view), view.read.groups[clause.start].prior
    if clause.opener == "that" and told is not None and told.head >= 0 and told.kind == "noun":
        mood = known.nouns.get(noun_of(view.read, told.head))
        if mood is not None:
            return mood
    return known.verbs.get(clause.parent.lemma) if clause.parent is not None and clause.kind == "content" else None


def _plans(view: SentenceView, subject: Group) -> bool:
    """Whether a subject can intend what it does: people, bodies, names, pronouns."""
    if subject.head < 0:  # "12 would come", not "$260m would go so far"
        return any(q.kind in COUNT_KINDS and view.group(q) is subject for q in view.quantities)
    one = view.read.words[subject.head]
    if can_speak(view, subject) or (one.tags & SUBJECT and one.lower not in ("it", "there")):
        return True
    known = nouns(view.vocabulary)
    return noun_of(view.read, subject.head) in known.people | known.crowds


def is_conditioned(view: SentenceView, clause: Clause) -> bool:
    """Whether a condition is stated for a clause: "will close if 12 more fall ill", not "even if it rains"."""
    for c in view.read.clauses:
        if c.kind == "subordinate" and c.parent is clause and c.opener in moods(view).conditions:
            opens = view.read.groups[c.start].start
            if not opens or view.read.words[opens - 1].lower != "even":
                return True
    return False


def of_infinitive(view: SentenceView, clause: Clause, verb: Group) -> Found | None:
    """An infinitive instead of a finite verb: "Navy to scrap 12 ships", "is to open 12 shops"."""
    parent, after = clause.parent, verb.next
    if verb.lemma == "be" and after is not None and after.form == "infinitive":
        subject = clause.subject  # "12 divers are to resume it", "12 homes are to be built"
        meant = subject is not None and (after.passive or _plans(view, subject))
        return ("planned", view.read.words[after.start].span) if meant else None
    if clause.kind != "infinitive" or parent is None:
        return None
    subject = parent.subject
    if parent.verb is None:
        headed = parent.kind == "main" or parent.parent is None or parent.parent.verb is None
        planned = headed and subject is not None and subject.index == verb.index - 1  # "Report: Navy to scrap 12"
    else:
        planned = parent.lemma == "be" and parent.verb.index == verb.index - 1
        planned = planned and parent.opener not in moods(view).conditions  # "if it is to open 12"
    return ("planned", view.read.words[verb.start].span) if planned else None


def of_wish(view: SentenceView, clause: Clause, verb: Group, inner: Clause | None) -> Found | None:
    """What somebody wants to do is planned, what they want of others proposed: "wants the town to pay 12"."""
    known = moods(view)
    if verb.lemma not in known.wishing or inner is None or inner.kind not in TAKEN:
        return None
    if known.modals.get(verb.modal, "") != ("" if verb.lemma == "want" else "conditional"):
        return None  # "likes to drink 12 beers", "may want to"
    others = inner.subject is not clause.subject or inner.lemma in known.seeing
    return "proposed" if others else "planned", view.read.words[verb.head].span

"""How verbs say that a number is meant, by what they do to what they take: "wants to close 12"."""

from __future__ import annotations

from factcheck.context.head_nouns import noun_of
from factcheck.context.modal_moods import of_future, plans
from factcheck.context.model import Modality
from factcheck.context.moods import Found, moods
from factcheck.context.standing import Number
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, NAME, NOUN, PAST, PLURAL

TAKEN = ("infinitive", "content", "gerund", "participle")  # clauses that a verb takes


def of_verb(number: Number, clause: Clause, verb: Group, hung: str, inner: Clause | None) -> Found | None:
    """The mood a verb gives the number it takes, or the clause around that: "proposed 12", "wants to close 12"."""
    view, word = number.view, number.words[verb.head]
    mood: Modality | None = None
    if inner is None:
        led = number.group.chain[-1]
        if (led.index > verb.index and led.role not in ("time", "agent")) or (verb.passive and led is clause.subject):
            mood = _of_led(number, clause, verb)
    elif verb.lemma == "go" and word.lower == "going" and hung == "infinitive":
        mood = of_future(number, inner)  # "is going to hire 12"
    elif _takes(view, hung, verb, inner):
        mood = moods(number.view).verbs.get(verb.verb)
    if mood == "planned" and inner is not None and _is_heading(view, clause, verb, inner):
        mood = "forecast"
    return (mood, word.span) if mood is not None and not _lasted(number, clause, verb) else None


def _is_heading(view: SentenceView, clause: Clause, verb: Group, inner: Clause) -> bool:
    """Whether a thing is about to do what nobody plans: "sales are set to fall by 12 %"."""
    known = moods(view)
    thing = clause.subject is not None and not plans(view, clause.subject)
    return thing and verb.lemma in known.heading and inner.lemma in known.unplanned


def _lasted(number: Number, clause: Clause, verb: Group) -> bool:
    """Whether a time is how long it was done: "has been trying for 12 days", "sought a deal for 12 days"."""
    known, group = moods(number.view), number.group
    if number.quantity.kind != "duration":
        return False
    if verb.perfect and number.words[verb.head].lower.endswith("ing"):
        return True
    if group.preposition != "for" or group.clause is not clause or verb.tense != PAST:
        return False
    taken = any(verb.index < g.index < group.index and g.kind == "noun" for g in clause.groups)
    asked = known.objects.get(f"{verb.lemma}-for") == "proposed"  # "tried for 12 days", not "asked for 12 more"
    return verb.lemma in known.lasting and (taken or not asked)


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
    if mood == "proposed" and subject is not None and not plans(number.view, subject):
        return None  # "the figures suggest a rise of 12 %"
    return mood


def wanted(number: Number) -> Found | None:
    """ "the 60 votes they seek", "the $5 million promised in May": a number of what is not there yet."""
    read = number.view.read
    for clause in read.clauses:
        verb = clause.verb
        if clause.under is not number.group or verb is None or read.groups[clause.start].preposition:
            continue  # "the days on which"
        titled = verb.lemma in moods(number.view).arranged and clause.parent is not None and clause.parent.verb is None
        if clause.kind == "infinitive" and (verb.passive or titled):
            return "planned", number.words[verb.head].span  # "12 sites to be seen", "12 jobs to go at Delco"
        taken = verb.passive if clause.subject is number.group else clause.kind == "relative"
        mood = of_object(number, clause, verb) if taken else None
        led = verb.passive and any(c.parent is clause and c.kind == "infinitive" for c in read.clauses)
        if mood is not None and not led:  # not "12 men expected to win"
            return mood, number.words[verb.head].span
    return None


def of_predicate(view: SentenceView, clause: Clause, verb: Group, hung: str, group: Group) -> Found | None:
    """What is said behind "be" of what its clause takes: "is due to close 12", "is likely that 12 fall"."""
    if verb.lemma not in view.read.lexicon.words("copulas") or hung not in (*TAKEN, "subject"):
        return None
    known = moods(view)
    words = view.read.words
    last = (g for g in clause.groups if (g.role == "predicate" or g.kind == "adverb") and g is not group)
    ahead = (words[g.start] for g in clause.groups if g.preposition)  # "due in court"
    told = next((words[g.stop - 1] for g in last), next(ahead, None))
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
        return inner.verb is None or is_plain(view, inner, verb.lemma in known.mandative)
    if hung == "participle":
        return not view.read.groups[inner.start].behind_comma  # "considered sending 12", not "tried, losing 12"
    return hung == "infinitive" or (hung == "gerund" and inner.opener != "by")


def is_plain(view: SentenceView, clause: Clause, mandative: bool = False) -> bool:
    """Whether what is asked for stands in the plain form: "insist that the state provide"; told facts do not."""
    verb, subject, words = clause.verb, clause.subject, view.read.words
    if verb is None or verb.modal or verb.tense == PAST or subject is None or subject.head < 0:
        return False
    one, told = words[subject.head], words[verb.start]
    singular = one.lower in moods(view).singular or (one.tags & (NOUN | NAME) and not one.tags & PLURAL)
    return told.lower == "be" or bool(told.tags & BASE and (singular or mandative))


def of_infinitive(view: SentenceView, clause: Clause, verb: Group) -> Found | None:
    """An infinitive instead of a finite verb: "Navy to scrap 12 ships", "is to open 12 shops"."""
    parent, after = clause.parent, verb.next
    if verb.lemma == "be" and after is not None and after.form == "infinitive":
        subject = clause.subject  # "12 divers are to resume it", "12 homes are to be built"
        alone = after.next is None or after.next.kind != "noun" or bool(after.next.preposition)
        set_up = after.passive or (alone and after.lemma in moods(view).arranged)  # "12 homes are to go"
        meant = subject is not None and (set_up or plans(view, subject))
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

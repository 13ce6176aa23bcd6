"""What a modal says of its verb: "12 men will come" is planned, "prices will rise" foreseen."""

from __future__ import annotations

from factcheck.context.head_nouns import is_name, noun_of
from factcheck.context.model import Modality
from factcheck.context.moods import Found, moods
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.quotations import quotation_at
from factcheck.context.reaching import reaching
from factcheck.context.sayings import can_speak
from factcheck.context.standing import Number
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, PAST, SUBJECT


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
    if verb.modal == "could" and not verb.perfect and (verb.negated or clause.lemma in known.sensing):
        return None  # "could not reach 12 villages", "could hear 12 shots"
    held = clause.lemma == "be" or (clause.lemma == "take" and number.counts)  # "the ferry should take 12"
    if verb.modal == "should" and not verb.passive and clause.lemma in known.unplanned and not held:
        return ("forecast" if _is_thing(view, clause.subject) else mood), at  # "output should rise by 12 %"
    if mood in ("forecast", "general") and verb.perfect:  # "may have infected eight" is about what was
        return ("conditional", at) if verb.modal == "could" else None
    return mood, at


def of_future(number: Number, clause: Clause) -> Modality:
    """What will be: planned, but forecast where nobody means to do it or somebody foresees it."""
    view, verb, subject = number.view, clause.verb, clause.subject
    told = clause.parent if clause.kind == "coordinate" and clause.parent is not None else clause
    guessed = told.kind == "content" and told.parent is not None and told.parent.lemma in moods(view).guessing
    open_yet = guessed or _outer(view, told) in ("forecast", "conditional")  # "a chance that 12 will come"
    if verb is None or open_yet or not is_meant(view, verb, subject):
        return "forecast"
    return "forecast" if _is_foretold(number, subject) else "planned"


def is_meant(view: SentenceView, verb: Group, subject: Group | None) -> bool:
    """Whether somebody means to do what will be: not "the law will push 12 out", "12 will likely be hired"."""
    known, words = moods(view), view.read.words
    if verb.lemma in known.unplanned or any(words[i].lower in known.likely for i in range(verb.start, verb.head)):
        return False
    if verb.passive or subject is None or verb.lemma in known.arranged:
        return True
    noun = noun_of(view.read, subject.head) if subject.head >= 0 else ""
    return noun not in known.forces and (noun in known.acting or plans(view, subject))


def _is_foretold(number: Number, subject: Group | None) -> bool:
    """Whether it is told by those who foresee what others do: "prices will hold at 12, economists say"."""
    view, words = number.view, number.words
    if subject is not None and subject.head >= 0 and words[subject.head].tags & SUBJECT:
        return False  # "economists say they will meet"
    said = reaching(view, number.quantity)
    one = said.speaker if said is not None else None
    return one is not None and moods(view).foreseeing.within(view.read, one.start, one.stop) is not None


def _of_would(number: Number, clause: Clause, verb: Group) -> Modality:
    """ "would": proposed of a bill, the future told in the past ("said it would send"), else conditional."""
    view = number.view
    subject, parent = clause.subject, clause.parent
    known = moods(view)
    noun = meant_by(view, subject) if subject is not None and subject.head >= 0 else ""
    taker = parent.verb if parent is not None and clause.kind == "relative" and clause.subject is clause.under else None
    proposed = taker is not None and known.objects.get(taker.verb) == "proposed"  # "proposed a tax that would"
    if proposed or noun in known.laws or known.drafts.get(noun) == "proposed":
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
    over = view.read.groups[said.at].tense if said is not None and said.over else 0
    reported = clause.kind == "content" or (unquoted and _goes_on(view, clause))
    told = parent is not None and parent.verb is not None and reported and parent.verb.tense == PAST
    hoped = _outer(view, clause) in ("planned", "forecast")  # "it was hoped that 12 men would come"
    arranged = clause.lemma in known.arranged and subject is not None and subject.head >= 0
    planned = arranged or (subject is not None and plans(view, subject))  # not "$260m would go so far"
    likely = any(word.lower in known.likely for word in number.words[verb.start : verb.head])
    foreseen = likely or (clause.lemma in known.unplanned and clause.lemma != "be") or _is_foretold(number, subject)
    meant = (told or over == PAST) and (passive or planned or foreseen)
    if hoped or meant or (passive and clause.kind in ("main", "coordinate")):
        return of_future(number, clause)
    return "conditional"


def _goes_on(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause goes on with what somebody said: "said the search had begun and it would take 12 days"."""
    beside = (c for c in view.read.clauses if c.parent is clause.parent and c.start < clause.start)
    return clause.kind == "coordinate" and any(c.kind == "content" for c in beside)


def meant_by(view: SentenceView, subject: Group) -> str:
    """The noun of a subject; of a pronoun the draft that the sentence before told of: "debated a bill. It would"."""
    known, before = moods(view), view.before
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


def plans(view: SentenceView, subject: Group) -> bool:
    """Whether a subject can intend what it does: people, bodies, names, pronouns."""
    if subject.head < 0:  # "12 would come", not "$260m would go so far"
        return any(q.kind in COUNT_KINDS and view.group(q) is subject for q in view.quantities)
    one = view.read.words[subject.head]
    if can_speak(view, subject) or (one.tags & SUBJECT and one.lower not in ("it", "there")):
        return True
    known = nouns(view.vocabulary)
    return noun_of(view.read, subject.head) in known.people | known.crowds


def _is_thing(view: SentenceView, subject: Group | None) -> bool:
    """Whether a subject is something that means nothing: at the start of a sentence no name, but for its capital."""
    if subject is None or subject.head < 0:
        return False
    noun, listed, word = noun_of(view.read, subject.head), view.read.lexicon.words, view.read.words[subject.head]
    opens = subject.head == 0 and not is_name(view.read, 0) and not word.tags & SUBJECT
    return (opens and noun not in listed("speaker") | listed("person")) or not plans(view, subject)


def is_conditioned(view: SentenceView, clause: Clause) -> bool:
    """Whether a condition is stated for a clause: "will close if 12 more fall ill", not "even if it rains"."""
    if any(group.preposition in moods(view).conditions for group in clause.groups):
        return True  # "in the event of a strike, 12 will run"
    stated = (c for c in view.read.clauses if c.parent is clause and is_condition(view, c))
    return any(_before(view, view.read.groups[c.start]) != "even" for c in stated)


def _before(view: SentenceView, group: Group) -> str:
    return view.read.words[group.start - 1].lower if group.start else ""


def is_condition(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause states a condition: not "as if on cue", "if not more", "asked if 12 go"."""
    known, words = moods(view), view.read.words
    if clause.kind != "subordinate" or clause.opener not in known.conditions:
        return False
    opener = view.read.groups[clause.start]
    behind = words[opener.stop].lower if opener.stop < len(words) else ""
    asked = opener.prior is not None and opener.prior.kind == "verb" and opener.prior.lemma in known.asking
    return clause.opener != "if" or not (asked or _before(view, opener) == "as" or behind in ("not", "any", "or"))

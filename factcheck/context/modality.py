"""Whether a number is told as a fact, or as planned, proposed, foreseen, conditional, general or taken back.

Read along the path from the number's clause out to the whole sentence: the first word that says otherwise decides, but
for a general one ("can", "usually"), which gives way to any other farther out.
The mood of a verb reaches what it takes (its object, its infinitive, its "that" clause), never its subject, and no
further than the clause that tells something of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.context.given import befell, is_aside, is_known
from factcheck.context.modal_moods import is_condition, is_conditioned, is_meant, led_by, of_modal
from factcheck.context.model import Cue, Modality
from factcheck.context.moods import Found, moods
from factcheck.context.noun_moods import of_adjective, of_amount, of_draft, of_noun
from factcheck.context.once import kept
from factcheck.context.standing import Number
from factcheck.context.time_phrases import time_phrases
from factcheck.context.verb_moods import of_infinitive, of_predicate, of_verb, of_wish, wanted
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST
from factcheck.spans import Span


@kept(("actual", ()))
def find_modality(view: SentenceView, quantity: Quantity) -> tuple[Modality, tuple[Cue, ...]]:
    """How a number is meant, and the word that says so; ``actual`` where nothing says otherwise."""
    twin = view.twin(view.index(quantity))  # "a planned £1.35bn ($2.5bn) offer"
    quantity = quantity if twin is None else view.quantities[twin]
    group = view.group(quantity)
    found = _find(Number(view, view.index(quantity), group)) if group is not None else None
    if found is None:
        return "actual", ()
    modality, span = found
    return modality, (Cue("modality", span, modality),)


def _find(number: Number) -> Found | None:
    view, group, quantity = number.view, number.group, number.quantity
    taken_back = moods(view).retracted.within(view.read, 0, group.stop)
    if taken_back is not None:
        return "retracted", taken_back
    described, amount = of_adjective(number) or wanted(number), of_amount(number)
    if described is not None or quantity.change_part == "from" or is_aside(view, quantity):
        return described or amount  # the level a change starts from is told as it is
    if is_known(view, quantity) or befell(view, group):
        return amount or _of_those(number)
    spanned = _ahead(number, group) if quantity.kind == "duration" and not _is_past(group.clause) else None
    return _on_the_path(number) or amount or spanned  # "may raise its offer to $2bn" foresees one


def _on_the_path(number: Number) -> Found | None:
    """The first word that says otherwise; what usually is may still be planned or conditional: "if it can carry 12"."""
    inner: Clause | None = None
    weak: Found | None = None
    for clause, hung in number.view.read.path(number.group):
        for found in _of_clause(number, clause, hung, inner):
            if found is not None and found[0] != "general":
                return found
            weak = weak or found
        weak = weak or _to_come(number, clause) or _general(number.view, clause)
        if _ends(number.view, clause):
            break
        inner = clause
    return weak


def _ends(view: SentenceView, clause: Clause) -> bool:
    """Whether nothing outside a clause changes how it is meant: it tells something of its own."""
    parent, known = clause.parent, moods(view)
    if parent is None:
        return True
    modal = parent.verb is not None and parent.verb.modal
    if clause.kind == "coordinate":
        return clause.verb is not None and led_by(view, clause) is clause  # not "will cut 400: 300 here"
    if clause.kind == "infinitive":
        return clause.under is not None and parent.lemma not in known.verbs and not modal
    if clause.kind == "content":  # what somebody says, however it comes to be said: "tried to explain that 12 died"
        return parent.lemma in view.read.lexicon.words("saying") and parent.lemma not in known.verbs
    if clause.kind == "participle":
        aside = parent.verb is not None and clause.start < parent.verb.index  # "Hale, holding 2 %, wants to"
        return aside or (clause.under is not None and not modal and parent.lemma not in known.wishing)
    if clause.kind == "gerund":  # "will close after losing 12"
        return clause.opener in known.behind
    return clause.kind in ("aside", "relative", "subordinate")


def _of_clause(number: Number, clause: Clause, hung: str, inner: Clause | None) -> Iterator[Found | None]:
    """What a clause says of what hangs in it: by its condition, its modal, its verb, its nouns."""
    view, words, verb = number.view, number.words, clause.verb
    if is_condition(view, clause):
        opener = view.read.groups[clause.start]
        yield "conditional", Span(words[opener.start].start, words[opener.stop - 1].stop)
    if verb is not None:
        yield of_wish(view, clause, verb, inner)
        owed = inner is not None and verb.lemma == "have" and hung == "infinitive"  # "will have to go"
        led = led_by(view, clause)
        yield of_modal(number, led, led.verb or verb, inner if owed and inner is not None else clause)
        yield of_infinitive(view, clause, verb)
        yield of_verb(number, clause, verb, hung, inner)
        yield of_predicate(view, clause, verb, hung, number.group)
        yield _of_condition(view, clause, verb, inner)
    yield of_noun(view, clause)
    if verb is not None:
        yield of_draft(number, clause, verb, hung)


def _of_condition(view: SentenceView, clause: Clause, verb: Group, inner: Clause | None) -> Found | None:
    """What is kept from happening or happens under a condition: "stopped it from gaining 12", "if it fails, 12 go"."""
    if inner is None:
        unmet = verb.tense != PAST and not verb.perfect and is_conditioned(view, clause)
    else:
        unmet = inner.kind == "gerund" and inner.opener == "from" and verb.lemma in moods(view).preventing
    return ("conditional", view.read.words[verb.head].span) if unmet else None


def _is_past(clause: Clause | None) -> bool:
    return clause is None or clause.verb is None or clause.verb.tense == PAST or clause.verb.perfect


def _general(view: SentenceView, clause: Clause) -> Found | None:
    """A sentence about what usually is: "a storm like this typically floods 40 homes"."""
    if clause.verb is None or _is_past(clause) or clause.verb.form != "finite":
        return None
    span = moods(view).general.within(view.read, 0, len(view.read.words))
    return ("general", span) if span is not None else None


def _to_come(number: Number, clause: Clause) -> Found | None:
    """What the present tense tells of a time that lies ahead: "12 states vote on Sunday", "is hiring 12 next year"."""
    view, verb, today = number.view, clause.verb, number.view.document.published
    if verb is None or _is_past(clause) or verb.form not in ("finite", "ing") or number.group.role == "within":
        return None
    for phrase in time_phrases(view):
        dated = phrase.days is not None and today is not None and phrase.days.start > today
        own = phrase.span.overlaps(number.quantity.span)
        if phrase.group.chain[-1].clause is clause and not own and (dated or _ahead(number, phrase.group)):
            return "planned" if is_meant(view, verb, None) else "forecast", phrase.span
    return None


def _ahead(number: Number, group: Group) -> Found | None:
    """A span of time that lies ahead: "much is left for the next 12 days"."""
    for word in number.words[group.first : group.stop]:
        if not moods(number.view).ahead.isdisjoint(word.lower.split()):  # a time is one word: "next year"
            return "forecast", word.span
    return None


def _of_those(number: Number) -> Found | None:
    """ "The 12 men will come": who takes part in what will be is told with it, not "the 12 men who died"."""
    group, clause, found = number.group, number.group.clause, None
    described = any(c.under is group and c.kind == "relative" and _is_past(c) for c in number.view.read.clauses)
    of_one = number.view.read.number_words[number.index].joined  # "the 12-member panel" is one
    if clause is not None and number.counts and not of_one and group.role not in ("of", "within") and not described:
        found = _on_the_path(number)
    meant = clause is not None and clause.verb is not None and moods(number.view).modals.get(clause.verb.modal)
    return found if found is not None and "planned" in (found[0], meant) else None

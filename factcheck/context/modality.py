"""Whether a number is told as a fact, or as planned, proposed, foreseen, conditional, general or taken back.

Read along the path from the number's clause out to the whole sentence: the first word that says otherwise decides.
The mood of a verb reaches what it takes (its object, its infinitive, its "that" clause), never its subject, and no
further than the clause that tells something of its own.
"""

from __future__ import annotations

from factcheck.context.heads import find_head, noun_of
from factcheck.context.matching import Phrases
from factcheck.context.model import Cue, Modality
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.reach import climb
from factcheck.context.sayings import can_speak
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, BASE, NAME, NOUN, PARTICIPLE, PAST, PLURAL, SUBJECT
from factcheck.spans import Span
from factcheck.vocabulary import ByWord, Vocabulary, toml_table

_Found = tuple[Modality, Span]
_TAKEN = ("infinitive", "content", "gerund", "participle")  # clauses that a verb takes
_SINGULAR = frozenset({"he", "she", "it"})
_GIVEN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})


@toml_table
class _Moods:
    """``modality.toml``."""

    verbs: ByWord[Modality]
    objects: ByWord[Modality]
    nouns: ByWord[Modality]
    adjectives: ByWord[Modality]
    predicates: ByWord[Modality]
    modals: ByWord[Modality]
    met: frozenset[str]
    unplanned: frozenset[str]
    bills: frozenset[str]
    drafts: ByWord[Modality]
    drafting: frozenset[str]
    conditions: frozenset[str]
    general: Phrases
    retracted: Phrases
    counting: frozenset[str]
    preventing: frozenset[str]
    sparing: frozenset[str]
    done: frozenset[str]
    past: frozenset[str]
    now: frozenset[str]
    against: frozenset[str]
    ahead: frozenset[str]
    gone: frozenset[str]


def _moods(vocabulary: Vocabulary) -> _Moods:
    return vocabulary.bind("modality", _Moods)


def find_modality(view: SentenceView, quantity: Quantity) -> tuple[Modality, tuple[Cue, ...]]:
    """How a number is meant, and the word that says so; ``actual`` where nothing says otherwise."""
    twin = view.twin(view.index(quantity))  # "a planned £1.35bn ($2.5bn) offer"
    found = _find(view, quantity if twin is None else view.quantities[twin])
    if found is None:
        return "actual", ()
    modality, span = found
    return modality, (Cue("modality", span, modality),)


def _find(view: SentenceView, quantity: Quantity) -> _Found | None:
    group = view.group(quantity)
    if group is None:
        return None
    moods = _moods(view.vocabulary)
    taken_back = moods.retracted.before(view.read.words, group.stop)
    behind = view.read.words[group.stop].lower if group.stop < len(view.read.words) else ""
    if taken_back is not None and behind not in nouns(view.vocabulary).offsets:  # not "retracted it 12 days later"
        return "retracted", taken_back
    described = (
        _described(view, group, moods) or _of_amount(view, quantity, moods) or _wanted(view, group, quantity, moods)
    )
    if described is not None or quantity.change_part == "from" or _is_aside(view, quantity, group):
        return described  # the level a change starts from is told as it is
    if _is_known(view, quantity, group):
        return _of_those(view, group, quantity, moods)
    inner: Clause | None = None
    general: _Found | None = None  # what usually is may still be planned or conditional: "if it can carry 12"
    for clause, hung in view.read.path(group):
        found = _of_clause(view, clause, hung, group, inner, quantity, moods)
        if found is not None and found[0] != "general":
            return found
        general = general or found
        if _ends(view, clause, moods):
            break
        inner = clause
    return general or _to_come(view, group, quantity, moods)


def _to_come(view: SentenceView, group: Group, quantity: Quantity, moods: _Moods) -> _Found | None:
    """A span of time that lies ahead: "much is left for the next 12 days"; not of what was: "sank in the next 12"."""
    if quantity.kind != "duration" or group.clause is None or group.clause.verb is None:
        return None
    ahead = next((word for word in view.read.words[group.first : group.stop] if word.lower in moods.ahead), None)
    past = group.clause.verb.tense == PAST or group.clause.verb.perfect
    return None if ahead is None or past else ("forecast", ahead.span)


def _of_those(view: SentenceView, group: Group, quantity: Quantity, moods: _Moods) -> _Found | None:
    """ "The 12 men will come": who takes part in what will be is told with it."""
    clause = group.clause
    if clause is None or clause.verb is None or group.role in ("of", "within") or quantity.kind not in COUNT_KINDS:
        return None
    return _of_modal(view, clause, clause, moods) if moods.modals.get(clause.verb.modal) == "planned" else None


def _is_aside(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a number is only held against another one, or tells of a name: "than 9 last year", "Chad, one of 12"."""
    held = group.under if group.role == "of" and group.under is not None else group
    if held.preposition in _moods(view.vocabulary).against:
        return True
    root, under = climb(group)[-1], held.under
    clause = root.clause
    if clause is not None and clause.verb is not None and clause.subject is not None and quantity.kind != "duration":
        between = clause.subject.index < root.index < clause.verb.index
        if between and view.read.groups[root.index - 1].kind == "comma":
            return True
    named = under is not None and under.head >= 0 and bool(view.read.words[under.head].tags & NAME)
    return named and held.role == "apposition"


def _ends(view: SentenceView, clause: Clause, moods: _Moods) -> bool:
    """Whether nothing outside a clause changes how it is meant: it tells something of its own."""
    parent, verb = clause.parent, clause.verb
    if parent is None:
        return True
    modal = parent.verb is not None and parent.verb.modal
    if clause.kind == "coordinate":  # "will buy 12 and sell 4"
        plain = verb is not None and verb.start == verb.head and verb.tense != PAST
        return not (modal and plain and parent.subject is clause.subject)
    if clause.kind == "infinitive":
        return clause.under is not None and parent.lemma not in moods.verbs and not modal
    if clause.kind == "content":  # what somebody says, however it comes to be said: "tried to explain that 12 died"
        return parent.lemma in view.read.lexicon.words("saying") and parent.lemma not in moods.verbs
    if clause.kind == "participle":
        aside = parent.verb is not None and clause.start < parent.verb.index  # "Hale, holding 2 %, wants to"
        return aside or (clause.under is not None and not modal)
    return clause.kind in ("aside", "relative") or (
        clause.kind == "subordinate" and clause.opener not in moods.conditions
    )


def is_given(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a number tells what is so whatever happens."""
    return _is_aside(view, quantity, group) or _is_known(view, quantity, group)


def _is_known(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a number is told of as known: "the 12 men", "their 3-year-old war", "the last 5 years"."""
    words, word = view.read.words, view.read.number_words[view.index(quantity)]
    moods, owned = _moods(view.vocabulary), -1 < group.possessor < word.index
    if quantity.kind == "duration" and not word.joined:
        gone = group.stop < len(words) and words[group.stop].lower in moods.gone
        return owned or gone or any(words[i].lower in moods.past for i in range(group.start, word.index))
    held = group.under if group.role == "of" and group.under is not None else group
    if any(word.lower in moods.now for word in words[held.start : held.stop]):
        return True
    first = words[group.first]
    return (first.lower in _GIVEN or owned) and (group.head > group.number or group.head < 0)


# One clause of the path


def _of_clause(
    view: SentenceView, clause: Clause, hung: str, group: Group, inner: Clause | None, quantity: Quantity, moods: _Moods
) -> _Found | None:
    """What a clause says of what hangs in it: by its condition, its modal, its verb, its general adverb."""
    verb, words = clause.verb, view.read.words
    if clause.kind == "subordinate" and clause.opener in moods.conditions:
        opener = view.read.groups[clause.start]
        return "conditional", Span(words[opener.start].start, words[opener.stop - 1].stop)
    if verb is None:
        return _of_noun(view, clause, moods)
    span = words[verb.head].span
    meant = (
        inner if inner is not None and verb.lemma == "have" and hung == "infinitive" else clause
    )  # "will have to go"
    said = _of_modal(view, clause, meant, moods)
    if said is not None:
        return said
    if _headline_infinitive(clause):
        return "planned", words[verb.start].span  # "Navy to scrap 12 ships"
    if inner is None:
        led = climb(group)[-1]
        taken = (led.index > verb.index and led.role != "time") or (verb.passive and led is clause.subject)
        mood = _of_object(view, clause, group, quantity, moods) if taken else None
    elif verb.lemma == "go" and words[verb.head].lower == "going" and hung == "infinitive":
        mood = _of_future(view, inner, moods)  # "is going to hire 12"
    else:
        mood = moods.verbs.get(verb.verb) if _takes(view, hung, verb, inner, moods) else None
    lasting = quantity.kind == "duration" and verb.perfect and words[verb.head].lower.endswith("ing")
    if mood is not None and not lasting:  # not "has been trying for 12 days"
        return mood, span
    if verb.lemma == "be":
        last = (g for g in clause.groups if g.role == "predicate" or g.kind == "adverb")  # "is due to"
        told = next((words[g.stop - 1] for g in last if g is not group), None)
        if told is not None and (hung in _TAKEN or hung == "subject"):
            mood = moods.predicates.get(told.lower) or moods.adjectives.get(told.lower)
            if mood is not None and not ((verb.tense == PAST or verb.perfect) and told.lower in moods.done):
                return mood, told.span
    if hung == "gerund" and inner is not None and inner.opener == "from" and verb.lemma in moods.preventing:
        return "conditional", span
    present = verb.tense != PAST and not verb.perfect
    if inner is None and present and _conditioned(view, clause, moods):
        return "conditional", span  # "if the talks fail, 500 jobs go"
    drafted = _of_draft(view, clause, hung, moods)
    return _of_noun(view, clause, moods) or drafted or _general(view, clause, moods)


def _of_object(view: SentenceView, clause: Clause, group: Group, quantity: Quantity, moods: _Moods) -> Modality | None:
    """The mood a verb gives the thing it takes: "proposed a 30-day truce", "applied for two years more".

    Things that are there already have none: "police seek two men", "he faces 12 charges".
    """
    verb = clause.verb
    if verb is None or (verb.lemma in moods.met and quantity.kind in COUNT_KINDS):
        return None
    mood = moods.objects.get(verb.verb)
    if mood == "conditional" and verb.negated:
        return None  # "does not face a $9m bill"
    if mood == "proposed" and clause.subject is not None and not verb.passive and not _plans(view, clause.subject):
        return None  # "the figures suggest a rise of 12 %"
    if mood is None and moods.verbs.get(verb.lemma) == "proposed":
        asked = any(g.preposition == "for" and verb.index < g.index <= group.index for g in clause.groups)
        return "proposed" if asked else None  # "push for a rise to $9"
    return mood


def _takes(view: SentenceView, hung: str, verb: Group, inner: Clause, moods: _Moods) -> bool:
    """Whether a verb's mood reaches the clause that hangs in it."""
    if verb.lemma in moods.counting:
        return False
    if hung == "content":
        foreseen = moods.verbs.get(verb.lemma) == "forecast"
        told = inner.verb is not None and inner.verb.tense == PAST
        return (foreseen and not told) or _is_plain(view, inner)  # not "they agree that 12 is many"
    if hung == "participle":
        return view.read.groups[inner.start - 1].kind != "comma"  # "considered sending 12", not "tried, losing 12"
    return hung == "infinitive" or (hung == "gerund" and inner.opener != "by")


def _is_plain(view: SentenceView, clause: Clause) -> bool:
    """Whether what is asked for stands in the plain form: "insist that the state provide"; told facts do not."""
    verb, subject, words = clause.verb, clause.subject, view.read.words
    if verb is None or verb.modal or verb.tense == PAST or subject is None or subject.head < 0:
        return False
    one, told = words[subject.head], words[verb.start]
    singular = one.lower in _SINGULAR or (one.tags & (NOUN | NAME) and not one.tags & PLURAL)
    return told.lower == "be" or bool(told.tags & BASE and singular)


def _of_modal(view: SentenceView, clause: Clause, meant: Clause, moods: _Moods) -> _Found | None:
    """What the modal of a clause says of the verb that is meant by it."""
    verb, words = clause.verb, view.read.words
    mood = moods.modals.get(verb.modal) if verb is not None else None
    if verb is None or mood is None:
        return None
    at = next((w for w in words if w.lower == verb.modal), words[verb.head]).span
    if _conditioned(view, clause, moods):
        return "conditional", at
    if mood == "planned":
        return _of_future(view, meant, moods), at
    if mood == "conditional":
        return _of_would(view, clause, moods), at
    if mood in ("forecast", "general") and verb.perfect:
        return None  # "may have infected eight" is about what was
    able = any(g.role == "predicate" and words[g.stop - 1].lower in moods.done for g in clause.groups)
    return ("forecast" if able else mood), at  # "should be able to send 12" proposes nothing


def _of_future(view: SentenceView, clause: Clause, moods: _Moods) -> Modality:
    """What will be: planned, but forecast where nobody plans it or somebody foresees it: "expect that 12 will come"."""
    verb = clause.verb
    foreseen = verb is not None and (verb.lemma in moods.unplanned or verb.verb in moods.unplanned)
    return "forecast" if foreseen or _outer(view, clause, moods) == "forecast" else "planned"


def _of_would(view: SentenceView, clause: Clause, moods: _Moods) -> Modality:
    """ "would": proposed of a bill, the future told in the past ("said it would send"), else conditional."""
    subject, parent = clause.subject, clause.parent
    if subject is not None and subject.head >= 0 and noun_of(view.read, subject.head) in moods.bills:
        return "proposed"
    if _outer(view, clause, moods) in ("planned", "forecast"):
        return _of_future(view, clause, moods)  # "it was hoped that 12 men would come"
    verb = clause.verb
    passive = verb is not None and verb.passive and not verb.perfect
    told = parent is not None and parent.verb is not None and clause.kind == "content" and parent.verb.tense == PAST
    meant = subject is not None and _plans(view, subject)
    if (told and (passive or meant)) or (passive and clause.kind in ("main", "coordinate")):
        return _of_future(view, clause, moods)
    return "conditional"


def _outer(view: SentenceView, clause: Clause, moods: _Moods) -> Modality | None:
    """The mood of the verb or noun that tells a "that" clause: "a prediction that 12 would come"."""
    if clause.under is not None and clause.opener == "that" and clause.under.head >= 0:
        return moods.nouns.get(noun_of(view.read, clause.under.head))
    return moods.verbs.get(clause.parent.lemma) if clause.parent is not None and clause.kind == "content" else None


def _plans(view: SentenceView, subject: Group) -> bool:
    """Whether a subject can intend what it does: people, bodies, names, pronouns."""
    if subject.head < 0:  # "12 would come", not "$260m would go so far"
        return any(q.kind in COUNT_KINDS and view.group(q) is subject for q in view.quantities)
    one = view.read.words[subject.head]
    if can_speak(view, subject) or (one.tags & SUBJECT and one.lower not in ("it", "there")):
        return True
    known = nouns(view.vocabulary)
    return noun_of(view.read, subject.head) in known.persons | known.human | known.crowds


def _conditioned(view: SentenceView, clause: Clause, moods: _Moods) -> bool:
    """Whether a condition is stated for a clause: "will close if 12 more fall ill"."""
    return any(
        c.kind == "subordinate" and c.parent is clause and c.opener in moods.conditions and not _conceded(view, c)
        for c in view.read.clauses
    )


def _conceded(view: SentenceView, clause: Clause) -> bool:
    """ "Even if it rains": what is told with it is told whatever happens."""
    opener = view.read.groups[clause.start]
    return opener.start > 0 and view.read.words[opener.start - 1].lower == "even"


def _headline_infinitive(clause: Clause) -> bool:
    """ "Navy to scrap 12 ships", "is to open 12 shops": an infinitive instead of a finite verb."""
    parent, verb = clause.parent, clause.verb
    if clause.kind != "infinitive" or parent is None or verb is None:
        return False
    if parent.verb is None:
        return parent.subject is not None and parent.kind == "main" and parent.subject.index == verb.index - 1
    return parent.lemma == "be" and parent.verb.index == verb.index - 1


# Nouns, adjectives, adverbs


def _wanted(view: SentenceView, group: Group, quantity: Quantity, moods: _Moods) -> _Found | None:
    """ "the 60 votes they need", "the $5 million promised in May": a number of what is not there yet."""
    for clause in view.read.clauses:
        verb = clause.verb
        if clause.under is not group or verb is None or view.read.groups[clause.start].preposition:
            continue  # "the days on which"
        taken = verb.passive if clause.subject is group else clause.kind == "relative"
        mood = _of_object(view, clause, group, quantity, moods) if taken else None
        led = verb.passive and any(c.parent is clause and c.kind == "infinitive" for c in view.read.clauses)
        if mood is not None and (mood == "conditional" or not led):  # "needed to win", not "12 men expected to win"
            return mood, view.read.words[verb.head].span
    return None


def _of_noun(view: SentenceView, clause: Clause, moods: _Moods) -> _Found | None:
    """A noun that the clause hangs on: "a plan to cut 12 jobs"."""
    under = clause.under
    if clause.kind in ("infinitive", "gerund") and under is not None and under.head >= 0:
        mood = moods.nouns.get(noun_of(view.read, under.head))
        if mood is not None and unmeant(view, clause) is None:
            return mood, view.read.words[under.head].span
    return None


def unmeant(view: SentenceView, clause: Clause) -> Span | None:
    """The "no" of what nobody means to do: "has no plan to cut 12 jobs", "no intention of selling 12 ships"."""
    under = clause.under
    if clause.kind == "gerund" and clause.opener == "of" and clause.start:
        under = view.read.groups[clause.start - 1]
    if clause.kind not in ("infinitive", "gerund") or under is None or under.head < 0:
        return None
    first, moods = view.read.words[under.first], _moods(view.vocabulary)
    if first.lower != "no" or (under.clause is not None and under.clause.lemma in moods.sparing):
        return None
    return first.span if noun_of(view.read, under.head) in moods.nouns else None


def _of_draft(view: SentenceView, clause: Clause, hung: str, moods: _Moods) -> _Found | None:
    """A draft that holds or does it: "the bill gives it $2 million", "under the plan, 12 schools close"."""
    verb, words = clause.verb, view.read.words
    drafts = [group for group in clause.groups if group.preposition == "under"]
    if verb is not None and verb.lemma in moods.drafting and clause.subject and hung != "subject":
        drafts.append(clause.subject)
    for group in drafts:
        if group.head < 0 or not words[group.head].text.islower() or group.number >= 0:
            continue
        mood = moods.drafts.get(noun_of(view.read, group.head))
        past = verb is not None and (verb.tense == PAST or verb.perfect or verb.passive)
        if mood is not None and (mood != "proposed" or not past):
            return mood, words[group.head].span
    return None


def _described(view: SentenceView, group: Group, moods: _Moods) -> _Found | None:
    """An adjective before or behind the number in its group, or the noun it is "of": "a threat of a 25 % tariff"."""
    words, under = view.read.words, group.under
    whole = under is not None and group.preposition == "of" and under.number < 0
    for i in range(under.start if whole and under is not None else group.start, group.stop):
        mood = moods.adjectives.get(words[i].lower) if words[i].known & (ADJECTIVE | PARTICIPLE) else None
        if mood is not None and i != group.number and not words[i].text[0].isupper():
            return mood, words[i].span
    if under is not None and group.preposition in ("of", "for") and under.head >= 0 and under.stop == group.start:
        mood = moods.nouns.get(noun_of(view.read, under.head))
        if mood is not None and words[group.first].lower not in _GIVEN:
            return mood, words[under.head].span
    return None


def _of_amount(view: SentenceView, quantity: Quantity, moods: _Moods) -> _Found | None:
    """The mood of the noun that an amount is of: "the $2bn offer", "a 5 % target"; an agreed sum is told as it is."""
    index = view.index(quantity)
    lasts = quantity.kind == "duration" and not view.read.number_words[index].joined  # not "a 30-day truce proposal"
    head = None if quantity.kind in COUNT_KINDS or lasts else find_head(view, index)
    if head is None:
        return None
    noun = noun_of(view.read, head.head)
    mood = moods.nouns.get(noun)
    asked = mood == "proposed" and quantity.kind != "percent"  # "demand for oil rose 5 %" asks for nothing
    open_yet = asked or mood == "forecast" or (mood == "planned" and noun not in moods.bills)
    return (mood, view.read.words[head.head].span) if mood is not None and open_yet else None


def _general(view: SentenceView, clause: Clause, moods: _Moods) -> _Found | None:
    """A sentence about what usually is: "a storm like this typically floods 40 homes"."""
    verb = clause.verb
    if verb is None or verb.tense == PAST or verb.perfect or verb.form != "finite":
        return None
    span = moods.general.within(view.read.words, 0, len(view.read.words))
    return ("general", span) if span is not None else None

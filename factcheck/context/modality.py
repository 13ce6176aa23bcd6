"""Whether a number is told as a fact, or as planned, proposed, foreseen, conditional, general or taken back.

Read along the path from the number's clause out to the whole sentence: the first word that says otherwise decides.
The mood of a verb reaches what it takes (its object, its infinitive, its "that" clause), never its subject.
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
from factcheck.sentences.lexicon import ADJECTIVE, BASE, NAME, NOUN, PARTICIPLE, PAST, PLURAL, TIME
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.words import Word
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
    drafts: frozenset[str]
    drafting: frozenset[str]
    conditions: frozenset[str]
    general: Phrases
    retracted: Phrases
    counting: frozenset[str]
    preventing: frozenset[str]
    done: frozenset[str]
    past: frozenset[str]
    now: frozenset[str]
    gone: frozenset[str]


def _moods(vocabulary: Vocabulary) -> _Moods:
    return vocabulary.bind("modality", _Moods)


def _predicated(word: Word, moods: _Moods) -> Modality | None:
    """The mood of what an adjective behind "be" is said of."""
    return moods.predicates.get(word.lower) or moods.adjectives.get(word.lower)


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
    if taken_back is not None:
        return "retracted", taken_back
    described = _described(view, group, moods) or _of_amount(view, quantity, moods)
    if described is not None:
        return described
    if is_given(view, quantity, group):
        return _needed(view, group, moods)
    if quantity.change_part == "from" or _is_set_off(view, group):
        return None  # the level a change starts from is told as it is
    found: _Found | None = None
    inner: Clause | None = None
    measured = group.role in ("of", "within") and quantity.kind not in COUNT_KINDS
    for clause, role in view.read.path(group):
        reaches = measured and moods.verbs.get(clause.lemma) in ("proposed", "planned", "forecast")
        hung = climb(group)[-1].role if reaches and inner is None and role == group.role else role
        said = _of_clause(view, clause, hung, group, inner, quantity, moods)
        if found is not None:  # what is foreseen by somebody is no plan: "they expect that the rule will cost 12 jobs"
            return said if said is not None and said[0] == "forecast" and found[0] == "planned" else found
        if said is not None and (said[0] != "planned" or clause.kind != "content"):
            return said
        found = said
        if _ends(clause, moods) or _is_told(view, clause, moods):
            break
        inner = clause
    return found


def _ends(clause: Clause, moods: _Moods) -> bool:
    """Whether nothing outside a clause changes how it is meant: it tells something of its own."""
    if clause.kind == "coordinate":
        partner, verb = clause.parent, clause.verb
        shares = (
            verb is not None and verb.start == verb.head and partner is not None and partner.subject is clause.subject
        )
        return not (
            shares
            and verb is not None
            and verb.tense != PAST
            and partner is not None
            and partner.verb is not None
            and partner.verb.modal
        )
    if clause.kind == "infinitive" and clause.under is not None and clause.parent is not None:
        parent = clause.parent  # "the measure to give 12": told of the noun, not "would force them to cut 12"
        return parent.lemma not in moods.verbs and not (parent.verb is not None and parent.verb.modal)
    if clause.kind == "aside" or (clause.kind == "participle" and _is_aside(clause)):
        return True
    if clause.kind == "participle" and clause.under is not None and clause.under is clause.subject:
        return True  # "the attack made today on a hall, killing nine": told as it was
    return clause.kind == "relative" or (clause.kind == "subordinate" and clause.opener not in moods.conditions)


def _is_told(view: SentenceView, clause: Clause, moods: _Moods) -> bool:
    """Whether a clause is what somebody says, however it comes to be said: "tried to explain that 12 had died"."""
    parent = clause.parent
    if clause.kind != "content" or parent is None or parent.lemma in moods.verbs:
        return False
    return parent.lemma in view.read.lexicon.words("saying")


def _is_aside(clause: Clause) -> bool:
    """Whether a participle between subject and verb tells of the subject: "Hale, holding 2 %, wants to buy"."""
    parent = clause.parent
    return parent is not None and parent.verb is not None and clause.start < parent.verb.index


def _needed(view: SentenceView, group: Group, moods: _Moods) -> _Found | None:
    """ "the 60 votes they need": a given number of what is not there yet."""
    for clause in view.read.clauses:
        if (
            clause.kind == "relative"
            and clause.under is group
            and clause.verb is not None
            and clause.subject is not group
        ):
            mood = moods.verbs.get(clause.lemma)
            if mood == "conditional":
                return mood, view.read.words[clause.verb.head].span
    return None


def is_given(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a number tells what is so whatever happens: "the 12 men", "their 3-year-old war", "the last 5 years"."""
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


def _is_set_off(view: SentenceView, group: Group) -> bool:
    """Whether a number is told between commas of a subject, whatever its verb says: "the fund, now $5m, may rise"."""
    clause, groups = group.clause, view.read.groups
    if clause is None or clause.subject is None or clause.verb is None:
        return False
    first, verb = clause.subject.index, clause.verb.index
    for one in climb(group):
        before = view.read.before(one)
        apart = one.role == "apposition" or one.preposition == "with"
        if apart and first < one.index < verb and before is not None and before.kind == "comma":
            return any(g.kind == "comma" for g in groups[group.index + 1 : verb])
    return False


# One clause of the path


def _of_clause(
    view: SentenceView, clause: Clause, hung: str, group: Group, inner: Clause | None, quantity: Quantity, moods: _Moods
) -> _Found | None:
    """What a clause says of what hangs in it: by its condition, its modal, its verb, its general adverb."""
    verb, words = clause.verb, view.read.words
    if clause.kind == "subordinate" and clause.opener in moods.conditions:
        opener = view.read.groups[clause.start]
        if clause.opener != "whether":
            return "conditional", Span(words[opener.start].start, words[opener.stop - 1].stop)
    if verb is None:
        return _of_noun(view, clause, moods)
    subject = (
        clause.subject is not None and (clause.subject is group or clause.subject is group.under) and not verb.passive
    )
    taken = hung in ("object", "predicate", "oblique", "subject", "time", "agent", *_TAKEN)
    led = clause if verb.modal else _told_with(view, clause, verb)
    if led is not None:
        found = _of_modal(view, led, moods)
        if found is not None:
            return found
    if (verb.form == "infinitive" and clause.kind == "main") or _headline_infinitive(clause):
        return "planned", words[verb.start].span  # "Navy to scrap 12 ships"
    if verb.lemma == "go" and words[verb.head].lower == "going" and hung == "infinitive":
        foreseen = inner is not None and inner.lemma in moods.unplanned
        return "forecast" if foreseen else "planned", words[verb.head].span  # "is going to hire 12"
    fronted = hung == "oblique" and climb(group)[-1].index < verb.index  # "by a 7-2 vote the board proposed"
    direct = hung in ("object", "predicate", "oblique") or (hung == "subject" and verb.passive)
    mood = moods.verbs.get(verb.lemma)
    if fronted and inner is None:
        mood = None
    elif direct or inner is None:
        mood = _of_object(view, clause, group, quantity, moods)
    elif mood is not None and not _takes(hung, mood, verb, inner, view, moods):
        mood = None
    lasting = quantity.kind == "duration" and verb.perfect and words[verb.head].lower.endswith("ing")
    if mood is not None and taken and not subject and not lasting:  # not "has been trying for 12 days"
        return mood, words[verb.head].span
    if verb.lemma == "be":
        predicate = next((g for g in clause.groups if g.role == "predicate" and g is not group), None)
        if predicate is not None and (hung in _TAKEN or hung == "subject"):
            told = words[predicate.stop - 1]
            mood = _predicated(told, moods)
            if mood is not None and not ((verb.tense == PAST or verb.perfect) and told.lower in moods.done):
                return mood, told.span
        elif hung == "infinitive" and inner is not None and inner.verb is not None:
            told = words[inner.verb.start - 1]  # "is due to receive 12"
            mood = _predicated(told, moods)
            if mood is not None:
                return mood, told.span
    if hung == "gerund" and inner is not None and inner.opener == "from" and verb.lemma in moods.preventing:
        return "conditional", words[verb.head].span
    if inner is None and verb.tense != PAST and not verb.perfect and _conditioned(view, clause, moods):
        return "conditional", words[verb.head].span  # "if the talks fail, 500 jobs go"
    drafted = None if verb.tense == PAST or verb.perfect else _of_draft(view, clause, hung, moods)
    return _of_noun(view, clause, moods) or drafted or _general(view, clause, moods)


def _of_object(view: SentenceView, clause: Clause, group: Group, quantity: Quantity, moods: _Moods) -> Modality | None:
    """The mood a verb gives the thing it takes: "proposed a 30-day truce", "applied for two years more".

    Things that are there already have none: "police seek two men", "he faces 12 charges".
    """
    verb = clause.verb
    if verb is None or (verb.lemma in moods.met and quantity.kind in COUNT_KINDS):
        return None
    if verb.lemma == "set":
        return "planned" if verb.passive and group.preposition != "at" else None  # not "set at $5"
    mood = moods.objects.get(verb.lemma)
    if mood is None and moods.verbs.get(verb.lemma) == "proposed":
        asked = any(g.preposition == "for" and verb.index < g.index <= group.index for g in clause.groups)
        return "proposed" if asked else None  # "applied for two years more", "push for a rise to $9"
    if mood != "conditional" or verb.lemma not in moods.met or quantity.kind == "duration":
        return mood
    met = (verb.tense == PAST and not view.read.words[verb.head].lower.endswith("ing")) or verb.passive
    return None if met else mood  # "faced a $9m bill", not "was facing" one, nor "faced 20 years in prison"


def _takes(hung: str, mood: Modality, verb: Group, inner: Clause, view: SentenceView, moods: _Moods) -> bool:
    """Whether a verb's mood reaches the clause that hangs in it."""
    if verb.lemma in moods.counting:
        return hung == "content" and inner.verb is not None and bool(inner.verb.modal)
    if hung == "content":
        told = inner.verb is not None and not inner.verb.modal and inner.verb.tense == PAST
        return (mood == "forecast" and not told) or _is_plain(view, inner)  # not "they agree that 12 is many"
    if hung == "gerund":
        return inner.opener != "by" and verb.lemma != "set"  # "committed a fraud by hiding 12"
    if hung == "participle":
        behind = view.read.groups[inner.start - 1].kind == "comma"
        return not (behind and verb.perfect)  # "has tried to take the town, driving out 12"
    after = verb.next
    return verb.lemma != "call" or (after is not None and after.preposition in ("for", "on"))


def _is_plain(view: SentenceView, clause: Clause) -> bool:
    """Whether what is asked for stands in the plain form: "insist that the state provide"; told facts do not."""
    verb, subject, words = clause.verb, clause.subject, view.read.words
    if verb is None or verb.modal or verb.tense == PAST or subject is None or subject.head < 0:
        return False
    one, told = words[subject.head], words[verb.start]
    singular = one.lower in _SINGULAR or (one.tags & (NOUN | NAME) and not one.tags & PLURAL)
    return told.lower == "be" or bool(told.tags & BASE and singular)


def _told_with(view: SentenceView, clause: Clause, verb: Group) -> Clause | None:
    """The clause that has the modal of a plain verb behind it: "said they will get 12 but then pay 30"."""
    if clause.kind != "content" or verb.start != verb.head or not view.read.words[verb.head].tags & BASE:
        return None
    beside = (c for c in view.read.clauses if c is not clause and c.parent is clause.parent and c.start < clause.start)
    return next((c for c in beside if c.subject is clause.subject and c.verb is not None and c.verb.modal), None)


def _of_modal(view: SentenceView, clause: Clause, moods: _Moods) -> _Found | None:
    verb, words = clause.verb, view.read.words
    if verb is None:
        return None
    mood = moods.modals.get(verb.modal)
    at = next((w for w in words if w.lower == verb.modal), words[verb.head])
    if mood == "forecast" and verb.perfect:  # "may have infected eight": about what was
        return ("conditional", at.span) if _conditioned(view, clause, moods) else None
    if mood is None:
        return None
    if mood == "general":
        return ("conditional", at.span) if at.index == 0 else ("general", at.span)
    if _conditioned(view, clause, moods):
        return "conditional", at.span
    after = verb.next
    owes = (
        verb.lemma == "have" and after is not None and "to" in (after.preposition, view.read.words[after.start].lower)
    )  # "will have to send 12"
    if mood == "planned" and not owes and (verb.lemma in moods.unplanned or verb.verb in moods.unplanned):
        return "forecast", at.span
    if mood == "conditional" and verb.modal != "must":
        return _of_would(view, clause, moods, at.span)
    able = any(g.role == "predicate" and words[g.stop - 1].lower in moods.done for g in clause.groups)
    return ("forecast" if able else mood), at.span  # "should be able to send 12" proposes nothing


def _plans(view: SentenceView, subject: Group) -> bool:
    """Whether a subject can intend what it does: people, bodies, names, pronouns."""
    if subject.head < 0:  # "12 would come", not "$260m would go so far"
        return any(q.kind in COUNT_KINDS and view.group(q) is subject for q in view.quantities)
    if can_speak(view, subject):
        return True
    known = nouns(view.vocabulary)
    return noun_of(view.read, subject.head) in known.persons | known.human | known.crowds


def _of_would(view: SentenceView, clause: Clause, moods: _Moods, span: Span) -> _Found:
    """ "would": proposed of a bill, the future told in the past ("said it would send"), else conditional."""
    subject = clause.subject
    if subject is not None and subject.head >= 0 and noun_of(view.read, subject.head) in moods.bills:
        return "proposed", span
    parent = clause.parent
    outer = moods.verbs.get(parent.lemma) if parent is not None and clause.kind == "content" else None
    if clause.under is not None and clause.opener == "that" and clause.under.head >= 0:
        outer = moods.nouns.get(noun_of(view.read, clause.under.head))  # "a prediction that 12 would come"
    if outer in ("planned", "forecast"):
        return outer, span  # "it was hoped that 12 men would come"
    told = parent is not None and parent.verb is not None and clause.kind == "content" and parent.verb.tense == PAST
    passive = clause.verb is not None and clause.verb.passive
    if told and (passive or (subject is not None and _plans(view, subject))):
        return "forecast" if clause.lemma in moods.unplanned else "planned", span
    return "conditional", span


def _conditioned(view: SentenceView, clause: Clause, moods: _Moods) -> bool:
    """Whether a condition is stated for a clause: "will close if 12 more fall ill"."""
    held = (clause, clause.parent) if clause.kind == "coordinate" else (clause,)
    return any(
        c.kind == "subordinate" and c.parent in held and c.opener in moods.conditions and c.opener != "whether"
        for c in view.read.clauses
        if c.parent is clause or c.start < clause.start
    )


def _headline_infinitive(clause: Clause) -> bool:
    """ "Navy to scrap 12 ships", "is to open 12 shops": an infinitive instead of a finite verb."""
    parent, verb = clause.parent, clause.verb
    if clause.kind != "infinitive" or parent is None or verb is None:
        return False
    if parent.verb is None:
        return parent.subject is not None and parent.kind == "main" and parent.subject.index == verb.index - 1
    return parent.lemma == "be" and parent.verb.index == verb.index - 1


# Nouns, adjectives, adverbs


def _of_noun(view: SentenceView, clause: Clause, moods: _Moods) -> _Found | None:
    """A noun that the clause hangs on: "a plan to cut 12 jobs"."""
    sentence = view.read
    under = clause.under
    if under is None or _is_timed(sentence, under):
        under = _before_time(sentence, clause)
    before = sentence.groups[clause.start - 1] if clause.start else None
    if clause.kind == "gerund" and clause.opener == "of" and before is not None and before.kind == "noun":
        under = before  # "a goal of cutting 12 jobs"
    if clause.kind in ("infinitive", "gerund") and under is not None and under.head >= 0:
        mood = moods.nouns.get(noun_of(sentence, under.head))
        if mood is not None:
            return mood, sentence.words[under.head].span
    return None


def _of_draft(view: SentenceView, clause: Clause, hung: str, moods: _Moods) -> _Found | None:
    """A draft that holds or does it: "the bill includes a $2 million fund", "under the proposal, 12 schools close"."""
    verb, words = clause.verb, view.read.words
    drafts = [group for group in clause.groups if group.preposition == "under"]
    if verb is not None and verb.lemma in moods.drafting and not verb.passive and clause.subject and hung != "subject":
        drafts.append(clause.subject)
    for group in drafts:
        if group.head >= 0 and noun_of(view.read, group.head) in moods.drafts and words[group.head].text.islower():
            return "proposed", words[group.head].span
    return None


def _before_time(sentence: Sentence, clause: Clause) -> Group | None:
    """The noun that an infinitive is told of behind a phrase of time: "announced plans Friday to shut 12 shops"."""
    at = clause.verb.index - 1 if clause.verb is not None else -1
    first = at
    while at > 0 and (sentence.groups[at].kind == "time" or _is_timed(sentence, sentence.groups[at])):
        at -= 1
    return sentence.groups[at] if 0 <= at < first and sentence.groups[at].kind == "noun" else None


def _is_timed(sentence: Sentence, group: Group) -> bool:
    return group.at >= 0 and group.head >= 0 and bool(sentence.words[group.head].tags & TIME)


def _described(view: SentenceView, group: Group, moods: _Moods) -> _Found | None:
    """An adjective before or behind the number in its group, or the noun it is "of": "a threat of a 25 % tariff"."""
    sentence = view.read
    for i in range(group.start, group.stop):
        word = sentence.words[i]
        mood = moods.adjectives.get(word.lower) if word.known & (ADJECTIVE | PARTICIPLE) else None
        if mood is not None and i != group.number and not _in_name(sentence, i, group):
            return mood, word.span
    under = group.under
    if under is not None and group.preposition in ("of", "for") and under.head >= 0 and under.stop == group.start:
        if sentence.words[group.at + 1].lower in _GIVEN | {"all", "both"}:
            return None  # "the goal of all three"
        mood = moods.nouns.get(noun_of(sentence, under.head))
        if mood is not None and noun_of(sentence, under.head) != "effort":
            return mood, sentence.words[under.head].span
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


def _in_name(sentence: Sentence, i: int, group: Group) -> bool:
    """Whether an adjective is a part of a name: "Planned Parenthood"."""
    after = sentence.words[i + 1] if i + 1 < group.stop else None
    capital = after is not None and bool(after.tags & NAME) and after.text[0].isupper()
    return sentence.words[i].text[0].isupper() and (i > group.start or capital)


def _general(view: SentenceView, clause: Clause, moods: _Moods) -> _Found | None:
    """A sentence about what usually is: "a storm like this typically floods 40 homes"."""
    verb = clause.verb
    if verb is None or verb.tense == PAST or verb.perfect or verb.form != "finite":
        return None
    span = moods.general.within(view.read.words, 0, len(view.read.words))
    return ("general", span) if span is not None else None

"""Which saying of a sentence reaches a figure: the nearest above it, else the one that tells of what stands around."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from factcheck.context.names import credited
from factcheck.context.quotations import quotation_at
from factcheck.context.saying_verbs import Saying
from factcheck.context.sayings import counts_speakers, sayings
from factcheck.context.speaker_phrases import Phrase
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, POSSESSIVE

_LEADS = re.compile(r"[^.;:\"“”]*[:,]\s*")  # what may stand between a verb of saying and the quotation it leads to


def reaching(view: SentenceView, quantity: Quantity) -> Saying | None:
    """The nearest saying whose content holds a figure, else the one that says what stands around it."""
    group = view.group(quantity)
    found = [s for s in sayings(view) if not counts_speakers(view, quantity, s)]
    if group is None or not found:
        return None
    quoted = quotation_at(view, quantity.number.start)
    found = [s for s in found if not s.quoted or quotation_at(view, s.cue.start) == quoted]
    found = [s for s in found if _is_open(view, s, group) and (quoted or not _is_known(view, s, quantity))]
    inner = [s for s in found if not s.over and s.at < group.index and _holds(view, s, group, quantity)]
    outer = [s for s in found if s.over and (s.at >= group.index or _is_behind(view, s, group, quantity))]
    if any(not s.weak for s in (*inner, *outer)):
        inner, outer = [s for s in inner if not s.weak], [s for s in outer if not s.weak]
    behind = [s for s in outer if s.at > group.index]
    after = next((s for s in behind if not is_agency(view, s)), behind[0] if behind else None)
    if not inner:
        return after or (outer[-1] if outer else _described(view, found, group))
    nearest = inner[-1]
    told_of = len(inner) > 1 and not _breaks(view, inner[-2].at, nearest.at)
    other = is_pronoun(view, nearest.speaker) or (told_of and nearest.quoted != inner[-2].quoted)
    if told_of and (_is_own(view, nearest.speaker) or (nearest.thought and other)):
        nearest = inner[-2]  # "the group wrote that she was wrong if she believed it", "they say their records show"
    listed, verb = view.read.lexicon.words, view.read.groups[nearest.at].lemma
    placed = nearest.speaker is not None and nearest.speaker.head not in listed("speaker", "document", "told")
    yields = nearest.thought or is_agency(view, nearest)
    yields = yields or (verb in listed("holding") and placed)  # "Chile recorded 12 cases, the agency said"
    yields = yields or (nearest.quoted and is_pronoun(view, nearest.speaker))
    if yields and after is None:  # "Reuters reported, citing the mayor, that"
        after = next((s for s in found if view.read.groups[s.at].lemma in listed("citing")), None)
    closer = after is not None and _breaks(view, nearest.at, group.index)
    return after if after is not None and (yields or closer) else nearest


def _is_open(view: SentenceView, said: Saying, group: Group) -> bool:
    """Whether no bracket parts a figure from who says only what stands in it: not one that holds nothing else."""
    groups = view.read.groups
    opened = next((g.index for g in reversed(groups[: said.at]) if g.kind in ("open", "close")), -1)
    closed = next((g.index for g in groups[said.at :] if g.kind == "close"), len(groups))
    if opened < 0 or groups[opened].kind == "close" or opened < group.index < closed:
        return True
    first = min(said.at, said.speaker.group.index if said.speaker is not None else said.at)
    return said.over and not any(g.kind in ("verb", "noun") for g in groups[opened:first])


def _described(view: SentenceView, found: list[Saying], group: Group) -> Saying | None:
    """The saying that tells who said or proposed what a figure describes: "the 30-day truce that Kyiv proposed"."""
    told = [(said, view.read.groups[said.at].clause) for said in found if said.speaker is not None]
    relative = ((said, clause) for said, clause in told if clause is not None and clause.kind == "relative")
    return next((said for said, one in relative if one.under is group), None)


def _is_known(view: SentenceView, said: Saying, quantity: Quantity) -> bool:
    """Whether a figure tells what everybody knows of a name: "police said he left Halm, which has 12 schools"."""
    groups, around = view.read.groups, []
    above = groups[said.at].clause
    while above is not None:
        around.append(above)
        above = above.parent
    for clause, _ in view.path(quantity):
        if clause in around:
            return False
        named = (
            groups[clause.start - 2]
            if clause.start > 1 and groups[clause.start - 1].kind in ("comma", "dash")
            else None
        )
        if clause.kind == "relative" and named is not None and named.head >= 0:
            return clause.opener == "who" or bool(view.read.words[named.head].tags & NAME)
    return False


def is_pronoun(view: SentenceView, phrase: Phrase | None) -> bool:
    return phrase is None or phrase.head in view.read.lexicon.words("pronoun")


def _is_own(view: SentenceView, phrase: Phrase | None) -> bool:
    """Whether what speaks is a document of somebody named before: "their records"."""
    words = view.read.lexicon.words
    if phrase is None or phrase.head not in words("document", "told"):
        return False
    return bool(view.read.words[phrase.start].tags & POSSESSIVE)


def is_agency(view: SentenceView, said: Saying) -> bool:
    """Whether a saying is an agency's or an outlet's, who pass on what others say."""
    phrase = said.speaker
    return phrase is not None and credited(phrase.span(view.read).of(view.document.text), view.vocabulary) is not None


def is_collected(view: SentenceView, said: Saying) -> bool:
    """Whether what speaks is a count or a collection of facts, not a person, a body or a piece of news."""
    return said.speaker is not None and said.speaker.head in view.read.lexicon.words("collected")


def _breaks(view: SentenceView, start: int, stop: int) -> bool:
    """Whether a new clause starts between two groups: a semicolon, or a comma with a conjunction."""
    semicolon = any(_word(view, one) == ";" for one in view.read.groups[start:stop])
    return semicolon or _turns(view, start, stop, "new clause")


def _turns(view: SentenceView, start: int, stop: int, to: str = "turning") -> bool:
    """Whether a comma with "but", "while" and the like stands between two groups."""
    pairs, opening = pairwise(view.read.groups[start : stop + 1]), view.read.lexicon.words(to)
    return any(one.kind == "comma" and _word(view, other) in opening for one, other in pairs)


def _word(view: SentenceView, group: Group) -> str:
    return view.read.words[group.start].lower


# What follows a verb of saying


def _holds(view: SentenceView, said: Saying, group: Group, quantity: Quantity) -> bool:
    """Whether a figure behind a verb or noun of saying is part of what is said."""
    quoted = quotation_at(view, quantity.number.start)
    if quoted is not None and _LEADS.fullmatch(view.document.text, said.cue.stop, max(quoted.start, said.cue.stop)):
        return True  # "wrote to them: “I know …, and 12 …”"
    verb = view.read.groups[said.at]
    collected = is_collected(view, said)
    brief = not (said.quoted or collected or verb.lemma in view.read.lexicon.words("plainly", "telling"))
    if brief and any(_word(view, g) == ";" for g in view.read.groups[said.at : group.index]):
        return False  # "they recommended six months; he was given two"
    if verb.kind != "verb":
        return collected or not _turns(view, said.at, group.index)
    aside, turning = False, view.read.lexicon.words("turning")
    for clause, role in view.path(quantity):
        aside = aside or (clause.kind == "subordinate" and clause.opener in turning and clause.subject is not None)
        if clause is verb.clause:
            turns = aside or _turns(view, said.at, group.index)
            if role == "coordinate" and turns and not collected:
                return (
                    False  # "the mayor promised help, but 12 left", "reported gains while the town cleared 11 streets"
                )
            if verb.lemma == "claim" and quantity.kind == "money" and role in ("object", "aside"):
                return False  # "is claiming $20 billion in damages"
            return _is_content(view, verb, group, role)
    return (collected or not _breaks(view, said.at, group.index)) and _goes_on(view, verb, group, quantity)


def _goes_on(view: SentenceView, verb: Group, group: Group, quantity: Quantity) -> bool:
    """Whether what a relative or subordinate clause of saying tells goes on to a figure that was read outside it."""
    clause = verb.clause
    if clause is None or clause.kind not in ("relative", "subordinate"):
        return True
    if any(g.kind == "comma" for g in view.read.groups[verb.index : group.index]):
        return False
    aside = view.read.groups[clause.start].behind_comma
    governing = (c for c, _ in view.path(quantity) if c.verb is not None and c.subject is not None)
    return aside or not any(c.subject.index < verb.index < c.verb.index for c in governing if c.subject and c.verb)


def _is_content(view: SentenceView, verb: Group, group: Group, role: str) -> bool:
    """Whether what hangs in a clause of saying, in this role, is said there rather than tells of the saying."""
    read, words = view.read, view.read.lexicon.words
    between, when = read.groups[verb.index + 1 : group.index], words("timing")
    opens = any(
        g.kind in ("verb", "quote")
        or _word(view, g) in (":", ",")
        or (g.kind == "opener" and _word(view, g) not in when)
        for g in between
    )
    if verb.lemma in words("plainly"):
        opens = opens or any(g.kind == "noun" and not g.preposition for g in between)
    if role == "time":
        return opens
    near = takewhile(lambda g: g.kind != "comma", reversed(between))
    if any(g.preposition == "despite" for g in near):
        return False  # "vowed to win, despite needing 35 seats"
    gives = verb.lemma in words("giving", "showing", "gauging") and not (
        between and _word(view, between[0]) in ("this", "so")
    )
    if gives:
        return True
    if role == "subordinate":  # "said after 12 had died", "stated this when 12 had died"
        told = next((g for g in between if g.kind == "verb" or (g.kind == "opener" and _word(view, g) in when)), None)
        return told is None or told.kind == "verb"
    if verb.lemma in words("telling") and role == "object" and not between:
        return False  # "told two reporters"
    if role == "oblique" and not opens:
        return group.preposition not in words("said how")
    return True


# What stands around a verb of saying


def _is_behind(view: SentenceView, said: Saying, group: Group, quantity: Quantity) -> bool:
    """Whether the statement that a saying interrupts goes on to a figure behind it."""
    groups, speaker = view.read.groups, said.speaker
    closing = _set_off(view, said)
    told = not said.weak or _word(view, groups[said.at - 1]) == "as"  # ", as reported by the mayor,"
    if told and closing is not None and closing.index < group.index and not _is_aside(view, closing.next):
        return True  # "The pact, the mayor wrote, cost 12 jobs."
    stop = speaker.stop if speaker is not None else 0
    between = [g for g in groups[said.at + 1 : group.index] if g.start >= stop]
    if said.weak or not any(g.kind in ("comma", "verb", "quote", "dash") for g in between):
        return False  # "…," she said in a 30-minute speech
    if any(g.kind == "opener" and _is_aside(view, g) for g in between[:4]) or _tells_of(view, said, quantity):
        return False
    if any(g.kind == "quote" for g in between):
        return True
    verbs = (clause.verb for clause, _ in view.path(quantity))
    return any(v is not None and v.index > said.at and v.form in ("finite", "auxiliary", "participle") for v in verbs)


def _tells_of(view: SentenceView, said: Saying, quantity: Quantity) -> bool:
    """Whether a figure is in what describes where it was said: "said a clerk at the trial of men held 10 days"."""
    own = view.read.groups[said.at].clause
    described = (c for c, _ in view.path(quantity) if c.parent is own and c.kind in ("participle", "relative"))
    return any(c.under is not None and c.under.preposition and c.under.index > said.at for c in described)


def _set_off(view: SentenceView, said: Saying) -> Group | None:
    """The mark behind a saying and its speaker, where the same one stands before: "as" and a day belong to them."""
    groups, phrase = view.read.groups, said.speaker
    own = [g.index for g in groups if phrase is not None and g.start < phrase.stop and phrase.start < g.stop]
    first, last = min([said.at, *own]), max([said.at, *own])
    beside = ("opener", "adverb") if groups[said.at].kind == "verb" else ("quote",)
    while first > 0 and groups[first - 1].kind in beside:
        first -= 1
    while last + 1 < len(groups) and groups[last + 1].kind in ("time", "adverb"):
        last += 1
    before, after = groups[max(first - 1, 0)], groups[min(last + 1, len(groups) - 1)]
    return after if before.kind in ("comma", "dash") and after.kind == before.kind else None


def _is_aside(view: SentenceView, group: Group | None) -> bool:
    """Whether a clause starts at a group that tells of the speaker, or when and why it was said."""
    return group is not None and _word(view, group) in view.read.lexicon.words("of a speaker")

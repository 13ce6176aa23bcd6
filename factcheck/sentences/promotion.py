"""A clause that was left without a verb: the word in it that can best be one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.sentences.clauses import Clause
from factcheck.sentences.frames import NONFINITE
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import *
from factcheck.sentences.word import POINTING, Word

_NEVER, _ENOUGH, _ENOUGH_OWED = -9, 2, 1  # points; a clause that a word opened and a full sentence must have a verb


def retag(words: list[Word], groups: list[Group], clauses: list[Clause]) -> tuple[int, int] | None:
    """A word and the tags it must have for the first clause without a verb to get one, or ``None``."""
    if _opens_as_noun(words, clauses):
        return 0, NOUN
    for clause in clauses:
        owed = clause.kind == "main" and bool(words[-1].tags & STOP)
        if clause.kind in NONFINITE | {"aside"} or not _wants_verb(clause, owed=owed):
            continue
        best = max(((_points(words, i, clause), -i) for i in _candidates(words, groups, clause)), default=(0, 0))
        if best[0] >= _ENOUGH:
            return -best[1], words[-best[1]].known & FINITE
        opener = _opened(words, groups, clauses) if owed and clause.subject is not None else None
        if opener is not None:
            return opener, PREPOSITION
        if best[0] >= _ENOUGH_OWED and (clause.opener or owed):
            return -best[1], words[-best[1]].known & FINITE
    return None


def _wants_verb(clause: Clause, *, owed: bool) -> bool:
    """Whether another verb is missing beside the one of a clause: "did he | face 12?", "mails show | him working"."""
    verb = clause.verb
    if verb is None or (owed and verb.form == "ing") or _is_joined(clause):
        return True
    after = verb.next
    if clause.pending:
        return after is None or after.kind != "verb"  # not "ought to go"
    described = verb.passive or (after is not None and after.preposition == "by")
    return bool(owed and described and verb.tense == PAST and verb.head == verb.start)  # "clubs run by him | trade 12"


def _is_joined(clause: Clause) -> bool:
    """Whether "and" joins the verb of a clause to one that is missing: "a rail, 9 m long, | cost $2m and opened"."""
    before = clause.verb.prior if clause.verb is not None and clause.kind == "main" else None
    return before is not None and before.kind == "and"


def _opens_as_noun(words: list[Word], clauses: list[Clause]) -> bool:
    """Whether the noun that opens a sentence was read as a verb: "Spending on schools will rise", "Pay for 12 rose"."""
    first, after = words[0], words[1:2]
    verbs = (c.verb for c in clauses if c.verb is not None and c.verb.start and c.verb.form == "finite")
    later = min((verb.start for verb in verbs), default=len(words) if first.tags & ING else 0)
    named = first.tags & (ING | BASE) and first.known & NOUN and clauses[0].subject is None and words[-1].tags & STOP
    apart = any(word.tags & (COMMA | SUBORDINATOR | RELATIVE | CONJUNCTION) for word in words[2:later])
    return bool(named and later and after and after[0].tags & PREPOSITION) and not apart


def _opened(words: list[Word], groups: list[Group], clauses: list[Clause]) -> int | None:
    """The word that took the verb of a sentence for a clause of its own: "the report | before the vote gave hope"."""
    for clause in clauses:
        if clause.kind == "subordinate" and clause.verb is not None and clause.verb.form == "finite":
            word = words[groups[clause.start].start]
            if word.tags & PREPOSITION and word.tags & SUBORDINATOR and word.index > 0:
                return word.index
    return None


def _candidates(words: list[Word], groups: list[Group], clause: Clause) -> Iterator[int]:
    """Words inside the clause's noun groups that the lexicon knows as a finite verb."""
    held = [clause.subject, *clause.groups]
    verb = clause.verb
    behind = verb.stop if verb is not None and verb.form != "ing" and not _is_joined(clause) else 0
    within = [clause, *(g.clause for g in groups if g.clause is not None and _is_inside(g.clause, clause))]
    beside = [g for g in groups if g.role in ("apposition", "of", "within", "agent") and g.clause in within]
    for group in (*(g for g in held if g is not None), *beside):
        for i in range(max(group.first, behind), group.stop):
            if words[i].known & FINITE and not words[i].tags & VERBS & FINITE and not words[i].tags & ADVERB:
                yield i


def _is_inside(inner: Clause, clause: Clause) -> bool:
    """Whether a clause shares in another that waits for its verb: "the rail, made in Lyon, | cost $12m"."""
    return inner.kind in NONFINITE and inner.parent is clause


def _points(words: list[Word], i: int, clause: Clause) -> int:
    """How well a word would be a verb here: what it usually is, its subject before it, what follows."""
    word, k = words[i], i - 1
    while k > 0 and words[k].tags & ADVERB and not words[k].tags & (NOUN | PLURAL | DETERMINER | PREPOSITION):
        k -= 1
    if k < 0 and words[-1].tags & STOP and word.known & BASE and clause.subject is not None:
        taken = words[1].tags & (DETERMINER | NUMBER | POSSESSIVE)
        return _ENOUGH if taken else _NEVER  # "Place 12 tomatoes in a pan."
    if k < 0 or _is_noun(words[k]) or not _agrees(words, i, words[k], clause):
        return _NEVER
    points = 3 if word.usual & VERBS else 0
    after = words[i + 1].tags if i + 1 < len(words) else 0
    if after & (DETERMINER | NUMBER | OBJECT | POSSESSIVE | SUBJECT) and not after & (PREPOSITION | RELATIVE):
        points += 2
    elif after & (PREPOSITION | ADVERB | TIME | TO | NAME | ADJECTIVE | PLURAL | SUBORDINATOR):
        points += 1
    elif word.known & BASE and i + 2 == len(words):
        points += 2  # "Nine million adults smoke."
    return points


def _is_noun(before: Word) -> bool:
    """Whether what stands before a word leaves it no verb: a determiner, an adjective, a number that counts it."""
    alone = before.tags & (SUBJECT | RELATIVE) or before.lower in POINTING
    led = before.tags & (DETERMINER | POSSESSIVE | PREPOSITION | TO) and not alone
    described = before.tags & ADJECTIVE and not before.tags & (NOUN | PLURAL | NAME)
    return bool(led or described or before.tags & NUMBER)


def _agrees(words: list[Word], i: int, before: Word, clause: Clause) -> bool:
    """Whether a word as a verb agrees in number with its subject, or needs not."""
    forms, subject = words[i].known, clause.subject
    if clause.pending:
        return bool(forms & BASE)  # "did the club | trade 12 players?"
    singular, plural = before.tags & SINGULAR or before.lower in POINTING, before.tags & PLURAL
    if subject is not None and not subject.start <= i < subject.stop:
        told = words[subject.head if subject.head >= 0 else subject.stop - 1]
        several = told.tags & PLURAL or subject.head < 0 <= subject.number
        taking = i + 1 < len(words) and words[i + 1].tags & (DETERMINER | NUMBER | POSSESSIVE | OBJECT)
        far = before.tags & (COMMA | VERBS) or (several and taking)
        singular = told.tags & SINGULAR | (0 if far else singular)
        if far or not before.tags & NOUN:
            plural = several or (0 if far else plural)  # not "three days … a traffic stop"
    agrees = (forms & THIRD and singular and not plural) or (forms & BASE and plural)
    return bool(agrees or forms & PAST or before.tags & (SUBJECT | RELATIVE))

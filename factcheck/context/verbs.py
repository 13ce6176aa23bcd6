"""Verbs around a noun phrase: the one it is the object of, before it, and the one it is the subject of, behind it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from factcheck.context.action_words import action_words
from factcheck.context.lexicon import lexicon
from factcheck.context.noun_words import nouns
from factcheck.context.tagging import tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma

Role = Literal["subject", "object"]

_ASIDE = frozenset({",", "--", "-", "–", "—", "("})
_NOUNS_THEN_VERB = re.compile(r"D?[jnsq]+(?:P[Djnsq]+)?[bhm]")  # "between Italy and Egypt were cut"
_PLAIN_OBJECT = re.compile("n+s?")
_HAD_DONE = re.compile("h(?:r|[Dz][jn]*[ns])(e)(?![nsq])")  # "had theirs revoked", "had their homes burned"
_FINITE = re.compile("a?v")  # "one site, northpolls.com, even readjusts"
_READY = frozenset({"able", "unable", "likely", "unlikely", "ready", "willing", "unwilling", "eager", "reluctant"})
_PARTICLES = frozenset({"down", "off", "out", "up", "over"})
# Behind a noun these open a clause of their own: "seven times after police said".
_SUBORDINATING = frozenset({"after", "before", "since", "until", "as", "than", "like", "because", "till"})


class Verb(NamedTuple):
    """A verb found: its tokens, its lemma, the role of what is counted, and whether a subject governs it."""

    start: int
    stop: int
    lemma: str
    role: Role
    finite: bool


def verb_at(view: SentenceView, i: int, role: Role, *, finite: bool) -> Verb:
    """The verb at token ``i`` with its particle or its noun: "shot down", "shot dead", "lost their lives"."""
    lemma, words = verb_lemma(view.tokens[i].lower), action_words(view.vocabulary)
    particle = word_at(view, i + 1)
    if particle in words.phrasal.get(lemma, ()) or (particle == "dead" and lemma == "shoot"):
        return Verb(i, i + 2, f"{lemma}-{particle}", role, finite)
    if (lemma, particle) == ("set", "for") and word_at(view, i + 2) in words.nominal:
        return Verb(i, i + 3, word_at(view, i + 2), "object", finite)  # "are set for evacuation"
    if particle == "to" and word_at(view, i + 2) == "death":
        return Verb(i, i + 3, "kill", "object", finite)  # "stabbed to death"
    for j in (i + 1, i + 2):
        idiom = words.idioms.get((lemma, noun_lemma(word_at(view, j))))
        if idiom is not None:
            return Verb(i, j + 1, idiom, "object", finite)
    return Verb(i, i + 1, lemma, role, finite)


def object_verb(view: SentenceView, at: int) -> Verb | None:
    """The verb right before a phrase that starts at ``at``; its particle may stand between."""
    tags = tagged(view).tags
    i = at - 1
    if i > 0 and tags[i] == "P" and view.tokens[i].lower in _PARTICLES:
        i -= 1
    if i > 1 and tags[i - 1] == "t" and word_at(view, i) == "death":
        i -= 2  # "shot to death six people"
    return verb_at(view, i, "object", finite=tags[i] == "v") if i >= 0 and tags[i] in "veg" else None


def subject_verb(view: SentenceView, at: int) -> Verb | None:
    """The verb whose subject ends at ``at``, across short phrases: "12 people on board were killed"."""
    tags = tagged(view).tags
    i, limit, relative = at, min(len(tags), at + 16), False
    while i < limit:
        tag = tags[i]
        if tag in "bhm":
            group = _group(view, i, tags)
            if group is not None or not relative:
                return group and group._replace(finite=not relative)
        elif tag in "veg" and not (tag in "eg" and i > at and _is_modifier(tags, i)):
            verb = _behind(view, i, at, tags)
            return verb and verb._replace(finite=verb.finite and not relative)
        elif view.tokens[i].text in _ASIDE and (past := _past_aside(view, i, tags)) is not None:
            i = past - 1
        elif tag == "w" and not tags[at:i].strip("a") and word_at(view, i) in ("who", "that", "which"):
            relative = tags[i + 1 : i + 2] in tuple("bhmvega")
            if not relative:
                return None
        elif _blocks(view, i, at, tags):
            return None
        i += 1
    return None


_TO_MAIN = re.compile("[DnsqjzPa#g]*[nsqa#](?:,?(?=[bhm])|(?=v|e[D#q]))")


def main_verb(view: SentenceView, relative: Verb) -> Verb | None:
    """The verb of the main clause past a relative clause: "three who had taken refuge in a school | were killed"."""
    tags, words = tagged(view).tags, action_words(view.vocabulary)
    if relative.lemma in words.reporting | words.causative:
        return None
    between = _TO_MAIN.match(tags, relative.stop)
    if between is None or tags[between.end() : between.end() + 1] == "m":
        return None  # "the seven who died may have drowned"
    verb = subject_verb(view, between.end())
    return None if verb is None or verb.lemma in words.reporting | (words.light - {"leave"}) else verb


def _behind(view: SentenceView, i: int, at: int, tags: str) -> Verb | None:
    if tags[i] == "v":
        if tags[i + 1 : i + 2] == "e" and verb_lemma(view.tokens[i].lower) in action_words(view.vocabulary).light:
            return verb_at(view, i + 1, "object", finite=True)  # "remain hospitalised"
        return verb_at(view, i, active_role(view, i), finite=True)
    if tags[i] == "e":
        return _reported(view, i, tags) or _participle(view, i, tags)
    return verb_at(view, i, "subject", finite=False) if i == at else None


def _reported(view: SentenceView, i: int, tags: str) -> Verb | None:
    """What a participle reports of the noun before it: "feared dead", "believed to have been killed"."""
    words = action_words(view.vocabulary)
    if verb_lemma(view.tokens[i].lower) not in words.reporting | words.tallying:
        return None
    past = _past_reporting(view, i, tags)
    if past is None or past >= len(tags):
        return None
    return verb_at(view, past, "object", finite=False) if tags[past] == "e" else _group(view, past, tags)


def _is_modifier(tags: str, i: int) -> bool:
    """Whether a participle stands before its noun: "of the extended family"."""
    return tags[i - 1] in "DPjz#" and tags[i + 1 : i + 2] in tuple("nsqj")


def _blocks(view: SentenceView, i: int, at: int, tags: str) -> bool:
    """Whether a token ends the way from a subject to its verb."""
    tag = tags[i]
    if tag == "c":
        return "P" not in tags[at:i] or not _NOUNS_THEN_VERB.match(tags, i + 1)
    if tag == "P":
        return word_at(view, i) in _SUBORDINATING
    if tag == "t":
        return tags[i + 1 : i + 2] in tuple("vbha")  # "links to the church have" goes on
    if tag == "#":
        return tags[i - 1] not in "P#" and word_at(view, i - 1) != "worth"  # past "a batch of 284 goods worth"
    return tag in ",;rw" or word_at(view, i) == "whose"


def _past_aside(view: SentenceView, opening: int, tags: str) -> int | None:
    """Past words set off by commas or dashes: "six civilians, among them two children, were buried"."""
    mark = view.tokens[opening].text
    for i in range(opening + 1, min(opening + 22, len(tags) - 1)):
        if view.tokens[i].text == mark and (tags[i + 1] in "bhm" or _FINITE.match(tags, i + 1)):
            return i + 1
    return None


def _group(view: SentenceView, i: int, tags: str) -> Verb | None:
    """From an auxiliary to its main verb: passive after a form of "be", else active; a state after a copula."""
    passive, limit, words = False, min(len(tags), i + 9), action_words(view.vocabulary)
    if (had := _HAD_DONE.match(tags, i)) is not None:
        return verb_at(view, had.start(1), "object", finite=True)
    while i < limit:
        tag = tags[i]
        if tag == "b":
            passive = True
        elif tag in "hm":
            passive = False
        elif tag in "eg" or (tag == "v" and not passive):
            lemma = verb_lemma(view.tokens[i].lower)
            if lemma == "go" and tag == "g" and tags[i + 1 : i + 3] == "tv":
                i, passive = i + 2, False  # "were going to buy"
                continue
            if lemma in words.reporting or lemma in words.light or (passive and lemma in words.causative):
                past = _past_reporting(view, i, tags)  # "is believed to have been killed", "were confirmed dead"
                if past is not None:
                    i = past
                    passive = passive and tags[i] == "e"
                    continue
            return verb_at(view, i, "object" if passive and tag == "e" else active_role(view, i), finite=True)
        elif passive and tags[i + 1 : i + 3] == "tv" and word_at(view, i) in _READY:
            i, passive = i + 2, False  # "were unable to name"
            continue
        elif passive and word_at(view, i) == "among":
            return _among(view, i + 1 + (tags[i + 1 : i + 2] == "D"))
        elif tag not in 'a"t':
            return None
        i += 1
    return None


def _among(view: SentenceView, i: int) -> Verb | None:
    """What happened to a group that the subject is part of: "were among the dead"."""
    word = word_at(view, i)
    return Verb(i, i + 1, word, "object", finite=True) if word in nouns(view.vocabulary).states else None


def _past_reporting(view: SentenceView, i: int, tags: str) -> int | None:
    """Past a verb that only reports, to what it reports: an infinitive, or a state."""
    after = i + 1
    while tags[after : after + 1] == "a":
        after += 1
    if tags[after : after + 1] == "t":
        return after + 1
    return after if word_at(view, after) in nouns(view.vocabulary).states and tags[after] == "e" else None


def is_happening(view: SentenceView, i: int) -> bool:
    """Whether the verb at token ``i`` is one whose subject undergoes it: "12 died"."""
    return verb_lemma(view.tokens[i].lower) in action_words(view.vocabulary).happening


def active_role(view: SentenceView, i: int) -> Role:
    return "object" if is_happening(view, i) else "subject"


def _participle(view: SentenceView, i: int, tags: str) -> Verb:
    """An -ed form right after the noun: active with an object behind it or where it takes none, else passive."""
    lemma = verb_lemma(view.tokens[i].lower)
    following = tags[i + 1] if i + 1 < len(tags) else ";"
    intransitive = lemma in action_words(view.vocabulary).intransitive and word_at(view, i + 1) != "by"
    active = following in "D#qzrjs" or intransitive or _is_only_verb(view, i, tags) or _has_object(view, i, tags)
    return verb_at(view, i, active_role(view, i) if active else "object", finite=active)


def _has_object(view: SentenceView, i: int, tags: str) -> bool:
    """Whether a noun behind an -ed form is its object ("accepted plea deals"), not the subject of a verb to come."""
    times = lexicon(view.vocabulary).time_nouns
    if word_at(view, i) in nouns(view.vocabulary).states or noun_lemma(word_at(view, i + 1)) in times:
        return False
    phrase = _PLAIN_OBJECT.match(tags, i + 1)
    return phrase is not None and tags[phrase.end() : phrase.end() + 1] not in tuple("vbhmeyg")


def _is_only_verb(view: SentenceView, i: int, tags: str) -> bool:
    """Whether an -ed form ends a sentence that has no other verb: "Twelve men cheered."."""
    if word_at(view, i + 1) != "." or word_at(view, i) in nouns(view.vocabulary).states:
        return False
    return tags.count("e") == 1 and not any(tag in "bhmv" for tag in tags)

"""The verb that governs what a number counts, whichever side it stands on."""

from __future__ import annotations

import re

from factcheck.context.action_words import action_words
from factcheck.context.links import Found, converted_from
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.nouns import noun_phrase
from factcheck.context.phrases import phrase_after, phrase_before
from factcheck.context.surroundings import further, inverted, is_group, joined, outer, situation
from factcheck.context.tagging import tagged, word_at
from factcheck.context.verbs import Role, Verb, active_role, main_verb, object_verb, subject_verb, verb_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma

BEHIND = frozenset({"after", "of", "hyphen", "state", "measured"})  # where the phrase stands behind its number
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "than", "because", "when", "while", "like"})
_RELATIVE = frozenset({"who", "which", "that"})
_NOBODY = frozenset({"none", "neither"})
_OF_THEM = frozenset(("of", pronoun) for pronoun in ("them", "those", "these", "us", "you", "whom", "which"))
_SUFFERED = frozenset({"of", "on", "against", "in", "at", "from", "across"})  # "attacks on 12", "evacuations in 11"
_CIRCUMSTANCE = frozenset(
    {"during", "after", "before", "since", "until", "under", "without", "despite", "amid", "within"}
)
_ARGUMENT = frozenset({"to", "by", "from", "at", "with", "for", "in", "on", "into", "against"})


def governing_verb(view: SentenceView, index: int, found: Found | None) -> Verb | None:
    """The verb of which the counted are the object, else the one of which they are the subject."""
    memo: dict[tuple[int, Found | None], Verb | None] = view.memo.setdefault("governing", {})  # type: ignore[assignment]
    key = (index, found)
    if key not in memo:  # in a list each number asks for the one before it, twice: without this, 2ⁿ times
        memo[key] = _governing_verb(view, index, found)
    return memo[key]


def _governing_verb(view: SentenceView, index: int, found: Found | None) -> Verb | None:
    source = converted_from(view, index)
    if source is not None:
        return governing_verb(view, source, found)
    anchor = tagged(view).anchors[index]
    bracketed = word_at(view, anchor.start - 1) == "(" and view.quantities[index].kind == "percent"
    if bracketed and found is None:
        return subject_verb(view, anchor.stop + 1)  # "more than a quarter (27 percent) say"
    if found is not None and found.how in ("subject", "awaiting", "before"):
        if bracketed:
            # "Greens (63%) say", "won 4 million votes (27%)"
            return subject_verb(view, anchor.stop + 1) or _across(view, outer(view, found.phrase.start))
        linking = _linking(view, found, anchor.start) or _across(view, outer(view, found.phrase.start))
        return linking or _measured_then(view, anchor.start, anchor.stop)
    stop = phrase_end(view, found, anchor.stop)
    if _is_whole(view, index):
        behind = subject_verb(view, stop)
        return behind if behind is not None and not behind.finite else None
    return _around(view, index, found, left_edge(view, anchor.start, tied=anchor.tied), stop)


def _measured_then(view: SentenceView, start: int, stop: int) -> Verb | None:
    """The verb behind the measure of its subject: "a term of 14 days was imposed"."""
    if word_at(view, start - 1) not in ("of", "worth") or tagged(view).tags[stop : stop + 1] not in tuple("bhm"):
        return None
    return subject_verb(view, stop)


def _around(view: SentenceView, index: int, found: Found | None, start: int, stop: int) -> Verb | None:
    """The order of decision for a phrase ``[start, stop)`` with its number in front."""
    words = action_words(view.vocabulary)
    direct = _direct(view, start)
    tallied = subject_verb(view, stop) if direct is not None and direct.lemma in words.tallying else None
    if tallied is not None and (tallied.start == stop or tallied.finite):
        return tallied
    if direct is not None and direct.lemma not in words.light and direct.lemma not in words.reporting:
        return _caused(view, direct, stop) or direct
    before = word_at(view, start - 1)
    if before == "between" and view.quantities[index].hedge == "range":
        start, before = start - 1, word_at(view, start - 2)
    prepositional = start > 0 and tagged(view).tags[start - 1] in "Pt" and before not in _CONJUNCTIONS
    if before == "alongside":
        prepositional = False  # "the women alongside 12 men had left"
    if before == "of" and word_at(view, start - 2) in _NOBODY:
        prepositional = False  # "none of the 12 men was charged"
    behind, placed = subject_verb(view, stop), situation(view, stop)
    if view.quantities[index].kind == "duration" and word_at(view, stop) in nouns(view.vocabulary).offsets:
        # "met the man seven years ago", but not "the exit three weeks into the term prompted"
        then = _fronted(view, start, stop + 1, opening=True)  # "four years later, he left"
        return then or (_times(view, start) if direct is None else _across(view, start))
    if behind is not None and not (prepositional and (behind.finite or placed is not None)):
        if before == "of" and not behind.finite and behind.start > stop:  # "the arrest of 12 men for acts related to"
            event = _across(view, start)
            if event is not None and tagged(view).tags[event.start] in "ns":
                return event
        relative = not prepositional and word_at(view, stop) in _RELATIVE
        return (main_verb(view, behind) if relative else None) or behind
    if placed is not None:
        return placed
    if prepositional:
        found_verb = _across(view, start) or _listed(view, index) or joined(view, start)
    else:
        listable = view.quantities[index].kind in COUNT_KINDS and (direct is None or direct.lemma in words.reporting)
        found_verb = _listed(view, index) or joined(view, start) or (_after_list(view, stop) if listable else None)
    if found_verb is None and direct is not None and direct.lemma in words.light:
        listed = _after_list(view, stop)  # "left one officer and the gunman dead"
        found_verb = listed if listed is not None and listed.lemma in nouns(view.vocabulary).states else None
    compared = _compared(view, index) if found is None else None
    grouped = behind if before == "of" and is_group(view, start) else None
    times = _times(view, start) if word_at(view, stop - 1) == "times" else None
    empty = direct is None or direct.lemma in words.saying | {"be", "have", "include"}
    found_verb = found_verb or grouped or compared or times or inverted(view, start)
    if found_verb is None and view.quantities[index].kind == "duration":
        found_verb = _fronted(view, start, stop)
    return found_verb or (None if empty else direct)


_SUBJECT_NEXT = re.compile(r",?a*(?:r|[Dz]?[jn]*[nsq]+)")


def _fronted(view: SentenceView, start: int, stop: int, *, opening: bool = False) -> Verb | None:
    """The verb of a clause that a span of time opens: "for 90 minutes he walked away"; ``opening`` its sentence."""
    opens = start < 2 or tagged(view).tags[start - 2] in ',;"cw'
    subject = _SUBJECT_NEXT.match(tagged(view).tags, stop)
    if opening:
        opens = start == 0 and word_at(view, stop) == ","
    elif word_at(view, start - 1) not in ("for", "over", "in", "within"):
        return None
    if not opens or subject is None:
        return None
    return subject_verb(view, subject.end())


def phrase_end(view: SentenceView, found: Found | None, stop: int) -> int:
    """The token after the counted phrase, when it stands behind the number that ends at ``stop``."""
    if found is None or found.how not in BEHIND:
        return stop + 2 if (word_at(view, stop), word_at(view, stop + 1)) in _OF_THEM else stop
    return max(stop, (found.phrase.more[-1] + 1) if found.phrase.more else found.phrase.stop)


def left_edge(view: SentenceView, at: int, *, tied: bool = False) -> int:
    """Where the number's phrase starts: before "a full and immediate" of a 30-day truce, "a total of", determiners."""
    tags = tagged(view).tags
    i = at
    while i > 0 and at - i < 7 and tags[i - 1] in ('jnaec,"' if tied else "jna"):
        i -= 1
    if i < at and word_at(view, i - 1) in ("a", "an") and (tied or at - i <= 2):
        return i - 1
    if word_at(view, at - 1) == "of" and word_at(view, at - 2) in nouns(view.vocabulary).hollow:
        at -= 2
    i = at
    while i > 0 and tags[i - 1] in 'Dzan"' and (tags[i - 1] != "n" or i < at):
        i -= 1
    return i if i == at or tags[i] != "n" else at


def _is_whole(view: SentenceView, index: int) -> bool:
    return part_of(view, index) is not None


def part_of(view: SentenceView, index: int) -> int | None:
    """The quantity just before that is a part of this one: 52 in "52 of 80"."""
    for i in range(max(index - 2, 0), index):
        part = noun_phrase(view, i)
        if part is not None and part.whole == index:
            return i
    return None


def _linking(view: SentenceView, found: Found, stop: int) -> Verb | None:
    """The verb between a noun and its number: "the toll rose to 24", "inflation fell to 3 %"."""
    tags = tagged(view).tags
    role: Role = "object" if found.how == "awaiting" else "subject"
    reporting, chosen = action_words(view.vocabulary).reporting, None
    start = found.phrase.stop
    if tags[start : start + 2] == ",w" or (tags[start : start + 1] == "P" and ",w" in tags[start:stop]):
        start = max(tags.rfind(",", start + 1, stop), start)  # past ", which began beneath the surface,"
    for i in range(start, stop):
        if tags[i] == "#":
            break
        if tags[i] in "veg" and (chosen is None or chosen.lemma in reporting):
            passive = tags[i] == "e" and "b" in tags[start:i]
            chosen = verb_at(view, i, "object" if passive else role, finite=True)  # "is expected to reach"
    told = chosen is not None and chosen.lemma in reporting and role == "subject"
    if told and chosen is not None and (chosen.role == "object" or tags[chosen.start - 1] == ","):
        return None  # "the losses, estimated to be $5 billion"
    return chosen


def _direct(view: SentenceView, start: int) -> Verb | None:
    """The verb right before the phrase, also across its other object: "cost the firm 500 jobs"."""
    direct = object_verb(view, start)
    if direct is not None:
        return direct
    tags = tagged(view).tags
    if start > 1 and tags[start - 1] == "r" and tags[start - 2] in "veg":
        told = verb_at(view, start - 2, "object", finite=tags[start - 2] == "v")  # "give him 99 delegates"
        return told if told.lemma in action_words(view.vocabulary).ditransitive else None
    other = phrase_before(tags, start)
    if other is None:
        return None
    giving = object_verb(view, outer(view, other.start))
    ditransitive = action_words(view.vocabulary).ditransitive
    return giving if giving is not None and giving.lemma in ditransitive else None


def _caused(view: SentenceView, verb: Verb, stop: int) -> Verb | None:
    """What the object of a causing verb does: "forcing 12 people to flee"."""
    if verb.lemma in action_words(view.vocabulary).causative and tagged(view).tags[stop : stop + 2] == "tv":
        return verb_at(view, stop + 1, active_role(view, stop + 1), finite=False)
    return None


def _across(view: SentenceView, at: int) -> Verb | None:
    """The verb or event noun before a phrase that starts at ``at``, if need be across a preposition."""
    direct = object_verb(view, at)
    if direct is not None:
        return direct
    tags = tagged(view).tags
    if at < 2 or tags[at - 1] not in "Pt" or word_at(view, at - 1) in _CIRCUMSTANCE:
        return None
    j = at - 2
    while j >= 0 and tags[j] in 'a"Ptr':
        j -= 1
    if j >= 0 and tags[j] in "veg":
        verb = verb_at(view, j, "object", finite=tags[j] == "v")
        return None if verb.lemma in action_words(view.vocabulary).saying | {"compare"} else verb
    phrase = phrase_before(tags, j + 1)
    if phrase is None:
        return None
    head = noun_lemma(view.tokens[phrase.head].lower)
    suffered = word_at(view, at - 1) in _SUFFERED or (head, word_at(view, at - 1)) == ("damage", "to")
    if suffered and head in action_words(view.vocabulary).nominal:
        lemma = verb_lemma(head) if head.endswith("ing") else head  # "the shooting of 12"
        return Verb(phrase.head, phrase.head + 1, lemma, "object", finite=False)
    whole = word_at(view, at - 1) == "of" and head in nouns(view.vocabulary).crowds
    start = outer(view, phrase.start)
    beyond = object_verb(view, start) if whole or word_at(view, at - 1) in _ARGUMENT else None
    if beyond is None and word_at(view, at - 1) in ("by", "for"):
        beyond = further(view, start)
    return None if beyond is None or beyond.lemma in action_words(view.vocabulary).reporting else beyond


def _listed(view: SentenceView, index: int) -> Verb | None:
    """The verb of the number before in a list: "launched 80 drones and seven missiles"."""
    if index == 0:
        return None
    marks = tagged(view)
    earlier = noun_phrase(view, index - 1)
    start = marks.anchors[index].start
    if (word_at(view, start - 2), word_at(view, start - 1)) in (("along", "with"), ("together", "with")):
        return governing_verb(view, index - 1, earlier)
    between = marks.tags[phrase_end(view, earlier, marks.anchors[index - 1].stop) : marks.anchors[index].start]
    link = between.rstrip("aDz")
    score = link in ("-", "t", ";")  # "voted 52-48", "52 to 48"
    if not score and (not link or link[-1] not in ",c" or any(tag not in ",caDPnsqjdz" for tag in between[:9])):
        return None
    verb = governing_verb(view, index - 1, earlier)
    return verb if verb is not None and verb.start < marks.anchors[index].start else None


def _times(view: SentenceView, start: int) -> Verb | None:
    """The verb that was done so many times, across its object: "met the envoy four times"."""
    other = phrase_before(tagged(view).tags, start)
    return None if other is None else _across(view, outer(view, other.start))


def _compared(view: SentenceView, index: int) -> Verb | None:
    """The verb of the number that a bare one is compared with: "rose to 24, up from 12"."""
    start = tagged(view).anchors[index].start
    before = {word_at(view, start - 1), word_at(view, start - 2)}
    if index == 0 or not ({"from", "to"} & before or {"compared", "with"} <= before):
        return None
    return governing_verb(view, index - 1, noun_phrase(view, index - 1))


def _after_list(view: SentenceView, at: int) -> Verb | None:
    """The verb behind the rest of a list: "four ships, two planes and a drone took part"."""
    marks = tagged(view)
    for _ in range(12):
        if marks.tags[at : at + 1] not in (",", "c"):
            return None
        following = at + 1
        while marks.tags[following : following + 1] in ("c", "a", "D"):
            following += 1
        owner = marks.owner.get(following)
        if owner is not None:
            end = phrase_end(view, noun_phrase(view, owner), marks.anchors[owner].stop)
        else:
            phrase = phrase_after(marks.tags, following, plural=True)
            if phrase is None:
                return None
            end = phrase.stop
        if end <= at:
            return None
        verb = subject_verb(view, end)
        if verb is not None:
            words = action_words(view.vocabulary)
            return None if verb.lemma in words.reporting - words.tallying else verb
        at = end
    return None

"""Noun phrases over the tags of a sentence: after a number, and before a place."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLURAL_FOLLOWS = re.compile(r"[jnqegaz-]*s")
_NOUNS = frozenset("nsq")


class Phrase(NamedTuple):
    """A noun phrase ``[start, stop)`` of tokens; ``head`` is the token of its head noun."""

    start: int
    stop: int
    head: int
    more: tuple[int, ...] = ()  # further heads: "men and women"


def phrase_after(tags: str, at: int, *, plural: bool, owner: bool = False) -> Phrase | None:
    """The noun phrase that starts at ``at``, as after a number; when ``plural``, its first plural noun ends it.

    With ``owner``, a possessive ends it and is its head: of "the 17-member panel's session", the panel.
    """
    i, head = at, -1
    while i < len(tags):
        tag = tags[i]
        if tag == "s":
            head = i
            following = tags[i + 1 : i + 2]
            if (plural and following != "s") or (owner and following in ("z", "q")):
                break  # "arms dealers": the second is the head; "strikes Chile's coast": a verb in a headline
        elif tag in "jnq" or (tag == "d" and head < 0 and _noun_follows(tags, i + 1)):
            head = i
        elif tag == "z" and owner:
            head = i
            break
        elif not _inside(tags, i, head, plural=plural):
            break
        i += 1
    if head < 0:
        return None
    return Phrase(at, head + 1, head, _more_heads(tags, head + 1) if plural and tags[head] == "s" else ())


def _inside(tags: str, i: int, head: int, *, plural: bool) -> bool:
    """Whether a token that is no noun stands within a phrase whose last noun so far is at ``head`` (-1: none)."""
    tag = tags[i]
    if tag == "z":
        return True
    if tag in "eg":
        compound = plural and tags[i + 1 : i + 2] in tuple("sn")  # "lost manufacturing jobs"
        if plural and not compound and not _PLURAL_FOLLOWS.match(tags, i + 1):
            return False  # "2,200 left Homs"
        return (compound or head < 0 or tags[head] == "j") and _noun_follows(tags, i + 1)
    if tag == "a":
        return _noun_follows(tags, i + 1)
    if tag == "c":
        return head >= 0 and _same_kind_goes_on(tags, i)
    if tag == ",":
        return head >= 0 and tags[i - 1] == "j" and _noun_follows(tags, i + 1)
    following = tags[i + 1 : i + 2]
    return (tag == "-" and i > 0 and following in tuple("nsqjegz")) or (
        tag == '"' and head < 0 and following in tuple("jnsq")
    )


def _noun_follows(tags: str, at: int) -> bool:
    """Whether only modifiers stand between here and a noun."""
    while at < len(tags) and tags[at] in "jeg-z":
        at += 1
    return at < len(tags) and tags[at] in "nsq"


def _same_kind_goes_on(tags: str, at: int) -> bool:
    """At a conjunction between modifiers: "Russian and Ukrainian soldiers", never "12 soldiers and police"."""
    if tags[at - 1] == "s" or at + 1 >= len(tags):
        return False
    following = at + 1
    if tags[following] not in "jqne" or tags[at - 1] not in "jqn":
        return False
    while following < len(tags) and tags[following] in "jqne":
        following += 1
    return following < len(tags) and tags[following] == "s"


def _more_heads(tags: str, at: int) -> tuple[int, ...]:
    """Heads joined to a plural one by "and": "12 men and women"; not when what follows is a clause of its own."""
    if at + 1 < len(tags) and tags[at] == "c":
        i = at + 1
        while i < len(tags) and tags[i] in "jnq":
            i += 1
        if i < len(tags) and tags[i] == "s" and (i + 1 == len(tags) or tags[i + 1] not in "mv"):
            return (i,)
    return ()


def phrase_before(tags: str, at: int) -> Phrase | None:
    """The noun phrase that ends just before token ``at``, its modifiers and determiner with it."""
    i = at - 1
    while i >= 0 and tags[i] in 'a"':
        i -= 1
    if i < 0 or tags[i] not in _NOUNS:
        return None
    head = i
    i -= 1
    while i >= 0 and tags[i] in "jnsqz-eg":
        if (tags[i] == "s" and tags[i + 1] == "q") or (tags[i] == "e" and i > 0 and tags[i - 1] in "nsq"):
            break  # "officials Tuesday"; "the quake struck inland"
        if tags[i] == "g" and i > 0 and tags[i - 1] in "nsq" and tags[i + 1] in "jqz":
            break  # "a helicopter killing Iraqi civilians"
        i -= 1
    while i + 1 < head and tags[i + 1] in "eg-" and not (i >= 0 and tags[i] in "D#z"):
        i += 1  # a verb form at the front is the verb, not a modifier: "killing people"
    return Phrase(i + 1, head + 1, head)

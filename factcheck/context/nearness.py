"""How far a phrase stands from a figure, with a toll for every clause between them."""

from __future__ import annotations

import re

from factcheck.context.calendar import matcher
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity

OTHER_CLAUSE = 99
FAR = 24  # a phrase further off, counted in words with a toll for every new clause, is about something else
_OTHER_VERB = re.compile("[vbhmewWA;]")  # without one of these all is one clause, however long
# What crossing a mark or a word costs, in words: a relative clause is further away than its length.
_TOLL = {",": 3, ";": 20, '"': 9, "-": 6, "(": 6, ")": 6, "w": 8, "A": 8, "#": 4, "x": 6, "c": 2, "v": 2}
_MARKS = {"(": "(", ")": ")", ".": "a"}  # a full stop inside a sentence is a shortened word's
# A clause of its own starts: ", and Russia has", ", but | 65 % is", ", or of".
_NEW_CLAUSE = re.compile(r",c[aDnsqzjr]+[vbhme]|,[wA]$|,cP|c[Dnsqzj]+et|,W|wmh")
_TOPPING = re.compile(r",a?g[^,]*#")  # what comes behind the figure: "…, topping the 167 of last year"
_IN_BRACKETS = re.compile(r"[^(]*\)")  # the bracket that holds a phrase closes before the figure
# A number right behind ", and" that is the subject of a verb of its own.
_OPENS = re.compile(r",c[aD]*\Z")
_SUBJECT = re.compile(r"[nsqjz]+[bhm]")
# Set apart by commas, dashes or brackets: ", including a mother and her child,".
_PARENTHESIS = re.compile(r",[^,;vbhmwAc][^,;vbhmwA]*,|-+[^-;vbhm]*-+|\([^)]*\)")


def lowers(view: SentenceView) -> frozenset[str]:
    """The lower-case words of a sentence, by which a part tells quickly that none of its cues is there."""
    known = view.memo.get("lowers")
    if isinstance(known, frozenset):
        return known
    found = frozenset([token.lower for token in view.tokens])
    view.memo["lowers"] = found
    return found


def distance(view: SentenceView, quantity: Quantity, first: int, last: int) -> int:
    """Words between a figure and the tokens ``[first, last]``, with the tolls of what is crossed."""
    tags = _walled(view)
    start, stop = view.token_index(quantity.span.start), view.after(quantity)
    if first < start:
        last = _past_when(view, last)
    between = tags[stop:first] if first >= stop else tags[last + 1 : start]
    if "—" in lowers(view):
        low = stop if first >= stop else last + 1
        between = _without_asides(view, between, low)
    if first < start and _IN_BRACKETS.match(between):
        return OTHER_CLAUSE
    if first < start and _OPENS.search(between) and _SUBJECT.match(tags, stop):
        return OTHER_CLAUSE
    if _NEW_CLAUSE.search(between) or _in_closed_clause(view, tags, (first, last), (start, stop)):
        return OTHER_CLAUSE
    if first >= stop and _TOPPING.search(between):
        return OTHER_CLAUSE
    if first < start and "Ag" in between:
        return OTHER_CLAUSE  # "slowed over the coast on Saturday after killing 12"
    if first >= stop and "when" in lowers(view):
        between = _past_occasion(view, between, stop)
    between = _PARENTHESIS.sub("a", between)
    words = len(between) + sum(_TOLL.get(tag, 0) for tag in between) + (2 if first < start else 0)
    return min(words, FAR) if not _OTHER_VERB.search(between) else words


def _without_asides(view: SentenceView, between: str, low: int) -> str:
    """The tags between two places without what stands between dashes: "on Friday — the day of the vote — 12 left"."""
    dashes = [i for i in range(len(between)) if view.tokens[low + i].text == "—"]
    for opening, closing in zip(dashes[-2::-2], dashes[::-2], strict=False):
        between = between[:opening] + "a" + between[closing + 1 :]
    return between


def _past_occasion(view: SentenceView, between: str, low: int) -> str:
    """The tags up to a date of the occasion: "five died | when he armed himself and drove to the town | on Friday"."""
    for i, tag in enumerate(between):
        if view.tokens[low + i].lower == "when" and between[i - 1 : i] != ",":
            inside = between[i + 1 :]
            return between if "," in inside else between[:i] + "a" + inside[-_OCCASION:]
        if tag in ",;":
            break
    return between


_OCCASION = 6  # words of the clause with "when" that count


def _past_when(view: SentenceView, last: int) -> int:
    """The end of a phrase with the ", when" or ", where" that carries it on into the next clause."""
    tokens = view.tokens
    at = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text == "," else last + 1
    return at if at < len(tokens) and tokens[at].lower in ("when", "where") else last


def _in_closed_clause(view: SentenceView, tags: str, phrase: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a phrase stands in a clause between commas, or before one, that the figure stands outside of."""
    opening = tags.rfind(",", 0, phrase[0])
    closing = tags.find(",", phrase[1] + 1)
    if closing < 0:
        return False
    if opening < 0:
        return view.tokens[0].lower in matcher(view.vocabulary).calendar.clauses.apart and figure[0] > closing
    if tags[opening + 1 : opening + 2] not in ("w", "A"):
        return False
    return figure[1] <= opening or figure[0] > closing


def _walled(view: SentenceView) -> str:
    """The tags of a sentence with "after", "but" and the like as openers of clauses, and brackets as dashes."""
    known = view.memo.get("walled")
    if isinstance(known, str):
        return known
    tags, words = tagged(view).tags, matcher(view.vocabulary).calendar.clauses
    for i, token in enumerate(view.tokens):
        wall = _MARKS.get(token.text)
        if token.kind == "word":
            if token.lower in words.apart and tags[i - 1 : i] == ",":
                wall = "W"
            else:
                wall = "w" if token.lower in words.openers else "A" if token.lower in words.earlier else None
                if token.lower == "before" and tags[i + 1 : i + 2] == "g":
                    wall = "x"  # "shot a guard on Friday before killing 12": it goes on, unless far off
        if wall:
            tags = tags[:i] + wall + tags[i + 1 :]
    view.memo["walled"] = tags
    return tags


def is_fronted(view: SentenceView, first: int, last: int) -> bool:
    """Whether tokens open their sentence (or a quotation in it) as an adverbial: "On Friday, …", "In 2004 a flood"."""
    tags = tagged(view).tags
    start = tags.rfind('"', 0, first) + 1
    if first - start > 2 or last + 1 >= len(tags) or any(t in "vbhmnsq" for t in tags[start:first]):
        return False
    return tags[last + 1] in ",Dnsqzjr#"

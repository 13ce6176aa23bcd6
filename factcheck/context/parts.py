"""Parts and wholes: "52 of 80", "12 dead, including 3 children", "five regions: four … and Crimea"."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from factcheck.context.cues import CueMatcher, CueTable, Hit, span_of
from factcheck.context.model import Cue
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.nouns import noun_phrase
from factcheck.context.tagging import Tagged, index_of, tagged
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

_REACH = 40  # tokens from "including" to the last of its parts


@dataclass(frozen=True, slots=True)
class _PartsFile:
    into: tuple[str, ...]
    of: tuple[str, ...]
    among: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def _matcher(vocabulary: Vocabulary) -> CueMatcher:
    file = vocabulary.bind("parts", _PartsFile)
    both = [phrase for phrase in file.into if phrase in file.of]
    into = [phrase for phrase in file.into if phrase not in file.of]
    of = [phrase for phrase in file.of if phrase not in file.into]
    tables = (
        CueTable("both", tuple(both)),
        CueTable("into", tuple(into)),
        CueTable("of", tuple(of)),
        CueTable("among", file.among),
    )
    return CueMatcher(tables)


def find_whole(view: SentenceView, quantity: Quantity) -> tuple[Quantity | None, tuple[Cue, ...]]:
    """The quantity of the same sentence that ``quantity`` is a part of, and the words that say so."""
    index = index_of(view, quantity)
    found = noun_phrase(view, index)
    if found is not None and found.whole is not None:
        return view.quantities[found.whole], ()
    if quantity.kind not in COUNT_KINDS:
        return None, ()
    hits = view.memo.get("parts")
    if not isinstance(hits, tuple):
        hits = view.memo["parts"] = tuple(_matcher(view.vocabulary).find(view.tokens))
    anchor = tagged(view).anchors[index]
    for hit in hits:
        if hit.stop < anchor.start - _REACH or hit.start > anchor.stop + 4:
            continue
        whole = _whole_across(view, hit, index)
        if whole is not None:
            return whole, (Cue("whole", span_of(view.tokens, hit.start, hit.stop), "part of"),)
    return (_of_the(view, index) or _after_colon(view, index) if index else None), ()


def _whole_across(view: SentenceView, hit: Hit, index: int) -> Quantity | None:
    """The whole before a phrase such as "including", when ``index`` is one of the parts behind it."""
    marks = tagged(view)
    anchor = marks.anchors[index]
    if hit.table.says == "among":
        return _behind(view, hit, index, marks)
    if hit.start >= anchor.stop:
        near = hit.start - anchor.stop <= 1 and hit.table.says != "into"
        return _last_whole(view, index) if near else None
    of_them = hit.table.says == "both" and any(0 <= hit.start - a.stop <= 1 for a in marks.anchors)
    if hit.table.says == "of" or of_them or hit.stop > anchor.start:
        return None
    if marks.tags[hit.stop : hit.stop + 1] == ",":
        return None  # "…, nurses among them, and hurt nine": it looks back
    between = marks.tags[hit.stop : anchor.start]
    first = next((i for i, a in enumerate(marks.anchors) if a.start >= hit.stop), index)
    if ";" in between or "w" in between or len(marks.tags[hit.stop : marks.anchors[first].start]) > 4:
        return None
    if any(tag in "bhmv" for tag in between) and index != first:
        return None
    return _last_whole(view, first)


def _behind(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> Quantity | None:
    """The whole right behind "were among the", for the number in front of it."""
    following = index + 1
    stop = hit.stop + (marks.tags[hit.stop : hit.stop + 1] == "D")
    if following == len(marks.anchors) or marks.anchors[following].start != stop:
        return None
    part, whole = view.quantities[index], view.quantities[following]
    in_front = marks.anchors[index].stop <= hit.start
    return whole if in_front and whole.kind == part.kind and _can_hold(whole, part) else None


def _last_whole(view: SentenceView, index: int) -> Quantity | None:
    """The nearest quantity before ``index`` that can hold it: a count, no smaller."""
    part = view.quantities[index]
    for i in range(index - 1, -1, -1):
        candidate = view.quantities[i]
        if candidate.kind == part.kind and _can_hold(candidate, part):
            return candidate
    return None


def _can_hold(whole: Quantity, part: Quantity) -> bool:
    high, low = whole.hard.high, part.hard.low
    return high is None or low is None or high >= low


def _of_the(view: SentenceView, index: int) -> Quantity | None:
    """The whole that opens the sentence: "Of the 40 missiles launched, 31 were downed"."""
    anchors, whole = tagged(view).anchors, view.quantities[0]
    opens = view.tokens[0].lower == "of" and anchors[0].start <= 2
    same = whole.kind == view.quantities[index].kind and _can_hold(whole, view.quantities[index])
    return whole if opens and same else None


def _after_colon(view: SentenceView, index: int) -> Quantity | None:
    """The whole in front of a colon whose parts are listed behind it."""
    marks = tagged(view)
    start = marks.anchors[index - 1].stop
    stop = marks.anchors[index].start
    for i in range(start, stop):
        if view.tokens[i].text == ":":
            near = stop - i <= 3
            whole = view.quantities[index - 1]
            same = whole.kind == view.quantities[index].kind
            return whole if near and same and _can_hold(whole, view.quantities[index]) else None
    return None

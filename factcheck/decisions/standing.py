"""Where every conflict of a scan stands: decided, open, open again and why, or asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.comparing import Conflict
from factcheck.decisions.anchors import reworded, same_reading, same_scope
from factcheck.decisions.locating import Found, Locator, Place, place
from factcheck.decisions.log import Log
from factcheck.decisions.model import VERDICTS, Anchor, Decision, Review, Standing, Unmatched
from factcheck.documents import Document, is_there
from factcheck.figures import Figure

_LISTED = 5  # numbers named in a reason


@dataclass(frozen=True, slots=True)
class _Match:
    """A decision that speaks of a conflict. ``why`` it does not cover it as it is today, or ``None`` when it does."""

    decision: Decision
    why: str | None
    remark: str | None = None


def review(
    conflicts: Sequence[Conflict],
    log: Log,
    *,
    documents: Sequence[Document],
    figures: Iterable[Figure],
    exists: Callable[[str], bool] = is_there,
) -> Review:
    """The standing of each conflict, and the decisions that fit none.

    A decision covers a conflict when a person has seen all of it: every number of every document. A new number or a
    new document opens it again; one that is gone does not. ``exists`` tells a deleted file from one not scanned.
    """
    spoken = [decision for decision in log.active if decision.kind in VERDICTS or decision.kind == "noted"]
    if not spoken:
        return Review(tuple(Standing() for _ in conflicts))
    locator = Locator(documents, figures, log.base)
    groups = _groups_by_figure(conflicts)
    matches: dict[int, list[_Match]] = defaultdict(list)
    questions: dict[int, list[Decision]] = defaultdict(list)
    notes: dict[int, list[Decision]] = defaultdict(list)
    stale: list[Unmatched] = []
    for decision in spoken:
        found = locator.find(decision)
        candidates = _conflicts_of(found, groups)
        if candidates and decision.kind == "noted":
            notes[candidates[0]].append(decision)
        elif len(candidates) == 1:
            index = candidates[0]
            matches[index].append(_match(decision, found, conflicts[index], locator))
        elif candidates:
            for index in candidates:
                questions[index].append(decision)
        elif gone := why_gone(found, log, exists):
            stale.append(Unmatched(decision, gone, missing_files(found)))
    standings = [
        replace(_standing(matches[index], questions[index]), notes=tuple(notes[index]))
        for index in range(len(conflicts))
    ]
    return Review(tuple(standings), tuple(stale))


def reader_order(conflicts: Sequence[Conflict], standings: Sequence[Standing]) -> list[int]:
    """The indexes of the conflicts in the order for a reader: what is decided goes last, the rest stays as it was."""
    return sorted(range(len(conflicts)), key=lambda index: standings[index].decided)


def _groups_by_figure(conflicts: Sequence[Conflict]) -> dict[Place, list[int]]:
    groups: dict[Place, list[int]] = defaultdict(list)
    for index, conflict in enumerate(conflicts):
        for claim in conflict.group.claims:
            groups[place(claim.figure)].append(index)
    return groups


def _conflicts_of(found: Sequence[Found], groups: dict[Place, list[int]]) -> list[int]:
    """The conflicts a decision may speak of: those that hold most of its figures; several when it cannot be told."""
    surely: dict[int, int] = defaultdict(int)
    perhaps: dict[int, int] = defaultdict(int)
    for each in found:
        holding = {index for figure in each.candidates for index in groups.get(place(figure), [])}
        for index in holding:
            perhaps[index] += 1
            surely[index] += len(holding) == 1
    most = max(surely.values(), default=0)
    best = [index for index, count in surely.items() if count == most and most]
    return sorted(best or perhaps)


def _match(decision: Decision, found: Sequence[Found], conflict: Conflict, locator: Locator) -> _Match:
    why = why_open(decision, found, conflict, locator)
    return _Match(decision, why, None if why else _read_otherwise(decision, found, conflict, locator))


def why_open(decision: Decision, found: Sequence[Found], conflict: Conflict, locator: Locator) -> str | None:
    """What is in a conflict that the person did not see when deciding; ``None`` when that is nothing.

    A number or a document that is new, and a sentence or a date that is not what it was. Texts that are the same to
    the byte open nothing, however they are read by now.
    """
    seen = _seen_by_document(found)
    changed = {place(f.candidates[0]): f.anchor for f in found if f.changed and f.candidates}
    moved = {place(f.candidates[0]): f.anchor for f in found if f.edited and not f.changed and f.candidates}
    news: list[str] = []
    for claim_ in conflict.group.claims:
        figure = claim_.figure
        now = locator.anchor(figure)
        before = next((each for each in seen.get(figure.document.id, []) if same_reading(each, now)), None)
        if before is None:
            old = changed.get(place(figure))
            news.append(f"{now.exact} instead of {old.exact} in {now.source.path}" if old else f"also {_in(now)}")
        elif (old := moved.get(place(figure))) is not None and not same_scope(old, now):
            news.append(f"{now.exact} in {now.source.path} is about {_scope(now)}, not {_scope(old)}")
    news += [told for each in found if (told := _said_otherwise(each, locator))]
    if not news:
        return None
    return f"{decision.kind} when it was {numbers(decision.anchors)}; now {listed(list(dict.fromkeys(news)))}"


def _said_otherwise(found: Found, locator: Locator) -> str | None:
    """What the sentence of a figure says now that it did not, or the date of its text; ``None`` where both stand."""
    then = found.anchor
    if found.changed or not then.sentence or not found.candidates or locator.is_unchanged(found):
        return None
    drawn = [locator.anchor(figure) for figure in found.candidates]
    told = [reworded(then.sentence, now.sentence) for now in drawn]
    if all(told):
        return f"{drawn[0].source.path} says {told[0]}"
    dates = {now.published for now in drawn}
    if then.published and None not in dates and then.published not in dates:
        return f"{drawn[0].source.path} is of {drawn[0].published}, not of {then.published}"
    return None


def _read_otherwise(decision: Decision, found: Sequence[Found], conflict: Conflict, locator: Locator) -> str | None:
    """How the texts a person decided on are read now, where that is not how they were read then."""
    if decision.claim and conflict.group.type and decision.claim != conflict.group.type:
        return f"read as “{decision.question}” then, as “{conflict.group.question}” now"
    for each in found:
        for figure in each.candidates[:1]:
            now = locator.anchor(figure)
            if (each.anchor.low, each.anchor.high, each.anchor.unit) != (now.low, now.high, now.unit):
                return f"{now.exact} in {now.source.path} is read otherwise than it was"
            if not same_scope(each.anchor, now):
                return f"{now.exact} in {now.source.path} was about {_scope(each.anchor)}, and is about {_scope(now)}"
    return None


def why_gone(found: Sequence[Found], log: Log, exists: Callable[[str], bool]) -> str | None:
    """Why a decision fits nothing; ``None`` when one of its files is merely not part of this scan."""
    missing = {each.anchor.source.path for each in found if each.document is None}
    if any(exists(str(log.base / path)) for path in missing):
        return None
    if missing == {each.anchor.source.path for each in found}:
        return f"no longer there: {listed(sorted(missing))}"
    if any(each.candidates for each in found):
        return "its figures no longer stand in one claim with others"
    return "its figures no longer stand in the texts"


def missing_files(found: Sequence[Found]) -> tuple[str, ...]:
    """The files of a decision, where no text of any of them is there."""
    return tuple(sorted({each.anchor.source.path for each in found})) if all(e.document is None for e in found) else ()


def numbers(anchors: Iterable[Anchor]) -> str:
    """The numbers a decision was about, as they were written: ``12 and 15``."""
    return listed(list(dict.fromkeys(_inside(each.exact) for each in anchors)))


def _inside(number: str) -> str:
    """A number as it stands inside a sentence: ``at least five``; codes and short signs (``EUR``, ``Rs``) stay."""
    first = number.partition(" ")[0]
    if first[1:].islower() and (len(first) > 2 or first in ("At", "Up", "No")):
        return number[0].lower() + number[1:]
    return number


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; long lists are cut and counted."""
    if len(words) > _LISTED:
        words = [*words[: _LISTED - 1], f"{len(words) - _LISTED + 1} more"]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _seen_by_document(found: Sequence[Found]) -> dict[str, list[Anchor]]:
    seen: dict[str, list[Anchor]] = defaultdict(list)
    for each in found:
        if each.document is not None:
            seen[each.document].append(each.anchor)
    return seen


def _in(now: Anchor) -> str:
    return f"{now.exact} in {now.source.path}"


def _scope(at: Anchor) -> str:
    """Time and place, as far as known."""
    days = "" if at.when is None else " to ".join(dict.fromkeys(day.isoformat() for day in at.when))
    return ", ".join(filter(None, [days, at.place])) or "no time or place"


def _standing(matches: Sequence[_Match], questions: Sequence[Decision]) -> Standing:
    """The latest decision that covers the conflict; else the latest that once did; else a question."""
    history = tuple(match.decision for match in matches)
    covering = [match for match in matches if match.why is None]
    if covering:
        return Standing("decided", covering[-1].decision, None, history, remark=covering[-1].remark)
    if matches:
        return Standing("reopened", matches[-1].decision, matches[-1].why, history)
    if questions:
        last = questions[-1]
        why = f"{last.kind} when it was {numbers(last.anchors)}: is it this one? the texts changed too much to be sure"
        return Standing("asked", last, why, tuple(questions))
    return Standing()

"""What keeps two figures apart that would contradict each other though no two outlets stand behind them.

One article by one voice seldom contradicts itself: its second number for a question is nearly always that of another
group, time or place. So the bar is higher inside an article, and between articles not surely about one event, wherever
a question has many answers at once: rates, polls, prices, readings.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.grouping.agreement import agree, value_of
from factcheck.grouping.evidence import Pair, place_relation
from factcheck.grouping.profiles import Profile
from factcheck.grouping.segments import MONTHS

_SURELY_ONE_STORY = 0.13  # nearness of two documents from which their levels are likely those of one thing
_LIKELY_ONE_STORY, _CLOSE = 0.1, 3  # the same for two documents of the same days
_NEXT = 2  # lines from one paragraph to the next
_SOON = 6  # lines within which a text sets one estimate against another
_OF_GROUP = re.compile(r"(?: [\w-]+){0,2} (?:from|of|on|at|in|inside|among) (?:the|our|its|his|her|their|that|this)\b")
_MEASURED = frozenset({"percent", "money"})
_ANOTHER = "another "
_ONE = "count:1"
_MONTHS = frozenset(MONTHS)
_AHEAD = frozenset({"forecast", "proposed", "conditional"})


def many_answers(pair: Pair) -> str | None:
    """Levels, shares and polls: news gives them by the dozen, for each group, month and place."""
    if agree(pair) or not (_varies(pair, pair.a) or _varies(pair, pair.b)):
        return None
    if pair.one_document:
        if pair.a.headline != pair.b.headline or _set_against(pair):
            return None
        return "one article gives such numbers of many things"
    return None if _one_story(pair) else "of articles that need not be about one thing"


def _one_story(pair: Pair) -> bool:
    """Whether two documents are surely about one event: near in what they tell, or less near but of the same days."""
    near = pair.scope.nearness(pair.a.document, pair.b.document)
    days = [profile.claim.figure.document.published for profile in (pair.a, pair.b)]
    close = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _CLOSE
    return near >= (_LIKELY_ONE_STORY if close else _SURELY_ONE_STORY)


def _varies(pair: Pair, profile: Profile) -> bool:
    return pair.lists.varies(profile.claim.type)


def _set_against(pair: Pair) -> bool:
    """Whether the text itself holds the two against each other, side by side, as two accounts of one thing."""
    if any(pair.lists.surveys(profile.claim.type) for profile in (pair.a, pair.b)):
        return False
    speakers = pair.a.speaker, pair.b.speaker
    two_voices = None not in speakers and speakers[0] != speakers[1]
    asked = pair.a.head is not None and pair.a.head == pair.b.head
    if not two_voices or not asked:
        return False
    contrasted = _beside(pair) and (pair.a.contrasts or pair.b.contrasts)
    return contrasted or (
        _beside(pair, _SOON) and pair.lists.estimated(pair.a.near) and pair.lists.estimated(pair.b.near)
    )


def _beside(pair: Pair, lines: int = _NEXT) -> bool:
    """Whether two figures stand in one paragraph, or in two that follow each other."""
    return pair.one_document and abs(pair.a.claim.figure.line - pair.b.claim.figure.line) <= lines


def foretold(pair: Pair) -> str | None:
    """What is forecast or proposed is not held against what is, nor one forecast of an article against its other."""
    if agree(pair) or _set_against(pair):
        return None
    a, b = pair.a.claim.figure.context.modality, pair.b.claim.figure.context.modality
    if (_varies(pair, pair.a) or _varies(pair, pair.b)) and a != b and {a, b} & _AHEAD and "actual" in (a, b):
        return f"{a} against {b}"
    if pair.one_document and {a, b} <= _AHEAD and not (pair.a.headline or pair.b.headline):
        return "under different conditions"
    return None


def untold(pair: Pair) -> str | None:
    """What no rule knows and no words hold together: "44 %" here, "two people" there."""
    a, b = pair.a, pair.b
    if agree(pair) or a.claim.type is not None or b.claim.type is not None or a.type or b.type:
        return None
    told = a.head is not None and a.head == b.head and a.action is not None and a.action == b.action
    idle = a.action is None and b.action is None
    told = told and not (pair.one_document and a.kind in _MEASURED)
    if told or (pair.one_document and a.headline != b.headline) or _set_against(pair):
        return None
    if pair.one_document or idle or not _one_story(pair):
        return "nothing says that both are of one thing"
    return None


def part_of_it(pair: Pair) -> str | None:
    """In one article the deadliest of the blasts has no second toll, nor "three guests and the gunman" a lower one."""
    a, b = pair.a, pair.b
    if not pair.one_document or agree(pair):
        return None
    if a.singled != b.singled:
        return "of one event among several"
    if _is_added(a) and _is_added(b):
        return "each is more than another"
    if _spares(a) != _spares(b):
        return "of one group among others"
    if a.rest != b.rest:
        return "the rest against the whole"
    if _one_voice(pair) and _beside(pair) and _ONE in (a.number, b.number) and not (a.headline or b.headline):
        return "one of them"
    if a.listed != b.listed and not (b if a.listed else a).special:
        return "others are counted beside it"
    return None


def _is_added(profile: Profile) -> bool:
    """Whether it comes on top of another: "another five", "two others"."""
    text, quantity = profile.claim.figure.document.text, profile.claim.figure.quantity
    before = text[max(0, quantity.span.start - len(_ANOTHER)) : quantity.span.start].lower()
    return before == _ANOTHER or text.startswith(" other", quantity.number.stop)


def _spares(profile: Profile) -> bool:
    """Whether a zero is of one group alone: "no one from the agency was hurt"."""
    figure = profile.claim.figure
    zero = figure.quantity.values == (Decimal(0),)
    return zero and _OF_GROUP.match(figure.document.text, figure.quantity.number.stop) is not None


def _one_voice(pair: Pair) -> bool:
    return pair.a.speaker is None or pair.b.speaker is None or pair.a.speaker == pair.b.speaker


def other_month(pair: Pair) -> str | None:
    """What happened in a month that the text names is not what it tells of without one."""
    a, b = pair.a, pair.b
    if not pair.one_document or agree(pair) or a.headline or b.headline:
        return None
    months = a.marks & _MONTHS, b.marks & _MONTHS
    return "of different months" if months[0] != months[1] else None


def less_than_total(pair: Pair) -> str | None:
    """Where one article sums up ("a total of eight"), its smaller numbers are those that were summed up."""
    a, b = pair.a, pair.b
    if not pair.one_document or a.summed == b.summed or a.headline or b.headline:
        return None
    total, other = (a, b) if a.summed else (b, a)
    return "a part against the total" if value_of(other) < value_of(total) else None


def past_year(pair: Pair) -> str | None:
    """What an article tells of a year gone by is not what it tells of now."""
    a, b = pair.a, pair.b
    if not pair.one_document or agree(pair):
        return None
    years = a.years, b.years
    if years[0] == years[1] or (years[0] and years[1] and years[0] & years[1]):
        return None
    return "of different years"


def other_owner(pair: Pair) -> str | None:
    """The city's toll is not the state's, nor India's that of China."""
    a, b = pair.a.owner, pair.b.owner
    if a is None or b is None or agree(pair):
        return None
    return f"{a.name}’s against {b.name}’s" if a.other_than(b) else None


def other_names(pair: Pair) -> str | None:
    """Two sentences of one paragraph that each name something of their own are about two things."""
    a, b = pair.a, pair.b
    if not pair.one_document or agree(pair) or not _beside(pair) or a.headline or b.headline:
        return None
    if _moves(a) or _moves(b) or (a.speaker and b.speaker and a.speaker != b.speaker):
        return None
    return "each names another thing" if a.foreign and b.foreign and not a.foreign & b.foreign else None


def other_places(pair: Pair) -> str | None:
    """Places that each sentence of one article names of its own: eight were shot in Omaha, seven in Cleveland."""
    a, b = pair.a, pair.b
    if not pair.one_document or agree(pair) or a.headline or b.headline or not a.lands or not b.lands:
        return None
    return None if a.lands & b.lands else f"{min(a.lands)} against {min(b.lands)}"


def part_by_place(pair: Pair) -> str | None:
    """In one article a town's number is not its state's, nor that of the town and its neighbour."""
    if not pair.one_document or agree(pair) or _set_against(pair) or pair.a.headline or pair.b.headline:
        return None
    return "of a place within the other" if place_relation(pair) == "nested" else None


def some_of_them(pair: Pair) -> str | None:
    """In one article the lower count, of soldiers, evacuees or a district, is part of that of the people."""
    low, high = sorted((pair.a, pair.b), key=value_of)
    if not pair.one_document or agree(pair) or not _one_voice(pair):
        return None
    if low.local and not high.local:
        return "of a place within the other"
    return "some of them" if low.special and not high.special and high.head == "person" else None


def with_the_attacker(pair: Pair) -> str | None:
    """A toll that counts who did it is one more than a toll that does not."""
    a, b = pair.a, pair.b
    if not pair.one_document or a.attacker == b.attacker or abs(value_of(a) - value_of(b)) != 1:
        return None
    more = a if value_of(a) > value_of(b) else b
    return (
        "one counts the attacker too"
        if more.attacker == "counted" and (a if more is b else b).attacker is None
        else None
    )


def from_elsewhere(pair: Pair) -> str | None:
    """What a headline counts did not happen in a place that its story names in passing."""
    a, b = pair.a, pair.b
    if not pair.one_document or a.headline == b.headline or agree(pair):
        return None
    body = b if a.headline else a
    return f"in {body.place[0]}" if body.elsewhere and not _nested(a.place, b.place) else None


def _nested(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a and b) and (a[0] in b or b[0] in a)


def new_ones(pair: Pair) -> str | None:
    """The new deaths and cases of a day are not all of them."""
    if agree(pair):
        return None
    new = [_counts_new(profile) for profile in (pair.a, pair.b)]
    return "the new ones against all" if new[0] != new[1] else None


def _counts_new(profile: Profile) -> bool:
    counted = profile.claim.figure.context.counted
    return counted is not None and "new" in counted.text.lower().split()


def _moves(profile: Profile) -> bool:
    return profile.claim.figure.quantity.change_part is not None


VETOES = (
    many_answers,
    foretold,
    untold,
    part_of_it,
    less_than_total,
    other_month,
    past_year,
    other_owner,
    other_names,
    other_places,
    part_by_place,
    some_of_them,
    with_the_attacker,
    from_elsewhere,
    new_ones,
)

"""Parts and wholes: "52 of 80", "12 dead, including 3 children"."""

from __future__ import annotations

from factcheck.context.model import Cue
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.once import kept, once
from factcheck.context.view import SentenceView
from factcheck.quantities import Kind, Quantity
from factcheck.sentences.groups import Group
from factcheck.vocabulary import Vocabulary, toml_table

# The index of the whole among the sentence's quantities, and the group whose first word says so.
Found = tuple[int, Group] | None
_PARTS = COUNT_KINDS | {"percent", "money"}
_OF = frozenset({"of", "out of"})
_MOST_PARTS = 6


@toml_table
class PartWords:
    """Words that make what follows a part of what stands before, or the other way round, or set it beside."""

    into: frozenset[str]
    among: frozenset[str]
    them: frozenset[str]
    rest: frozenset[str]
    joining: frozenset[str]
    reflexive: frozenset[str]
    doers: frozenset[str]
    passengers: frozenset[str]
    crew: frozenset[str]

    @once
    def leading(self) -> frozenset[str]:
        """Prepositions of a part or a whole."""
        return _OF | self.into | self.among


def part_words(vocabulary: Vocabulary) -> PartWords:
    return vocabulary.bind("parts", PartWords)


def find_whole(view: SentenceView, quantity: Quantity) -> tuple[Quantity | None, tuple[Cue, ...]]:
    """The quantity of the same sentence that ``quantity`` is a part of, and the words that say so."""
    found = _find(view, view.index(quantity))
    if found is None:
        return None, ()
    whole, told = found
    return view.quantities[whole], (Cue("whole", view.read.words[told.start].span, "part of"),)


def is_part(view: SentenceView, index: int) -> bool:
    """Whether the quantity at ``index`` is told as a part of another one of its sentence."""
    return _find(view, index) is not None


@kept()
def _find(view: SentenceView, index: int) -> Found:
    group = view.read.number_groups.get(index)
    if group is None or view.quantities[index].kind not in _PARTS:
        return None
    for rule in _RULES if not part_words(view.vocabulary).leading.isdisjoint(view.prepositions) else (_summed,):
        found = rule(view, index, group)
        if found is not None and _can_hold(view.quantities[found[0]], view.quantities[index]):
            return found
    return None


def _number_of(view: SentenceView, group: Group) -> int:
    """The quantity that stands in a group as its plain number, or -1."""
    return view.read.words[group.number].number if group.number >= 0 else -1


def _of_number(view: SentenceView, index: int, group: Group) -> Found:
    """ "52 of 80 drones", "12 out of the 15"."""
    after = view.read.after(group) if group.head < 0 else None
    if after is None or after.preposition not in _OF:
        return None
    whole = _number_of(view, after)
    sums = COUNT_KINDS | {"money"}
    return (whole, after) if whole >= 0 and view.quantities[whole].kind in sums else None


def _taken_out(view: SentenceView, index: int, group: Group) -> Found:
    """ "12 died, including 3 children and two nurses": parts behind a word that takes them out of the whole."""
    kind = view.quantities[index].kind
    told_of = group.role == "of" and kind == "money" and group.under is not None  # "including a bonus of $2m"
    opener = _list_opener(group.under if told_of and group.under is not None else group)
    if opener is None or opener.preposition not in part_words(view.vocabulary).into:
        return None
    for g in reversed(view.read.groups[: opener.index]):
        whole = _number_of(view, g) if g.kind == "noun" else -1
        if whole >= 0 and view.quantities[whole].kind == kind and not is_part(view, whole):
            return whole, opener
    return None


def _list_opener(group: Group) -> Group | None:
    """The first group of the list that a group goes on, or the group itself."""
    for _ in range(12):
        if group.preposition or group.role not in ("member", "apposition", "of") or group.under is None:
            break
        group = group.under
    return group if group.preposition else None


def _of_them(view: SentenceView, index: int, group: Group) -> Found:
    """ "…, three of them children", "of whom three died", "among them a child": the number before is the whole."""
    read, words = view.read, part_words(view.vocabulary)
    beside = ((read.after(group), _OF), (read.before(group), _OF | words.among))
    told = (one for one, led in beside if one is not None and one.preposition in led)
    them = next((one for one in told if read.words[one.stop - 1].lower in words.them), None)
    if them is None:
        return None
    alike = (i for i in range(index - 1, -1, -1) if view.quantities[i].kind == view.quantities[index].kind)
    whole = next((i for i in alike if not is_part(view, i)), None)
    return (whole, them) if whole is not None else None


def _among(view: SentenceView, index: int, group: Group) -> Found:
    """ "Six children were among the 19 killed": what stands behind "among" is the whole of the subject."""
    clause, among = group.clause, part_words(view.vocabulary).among
    if clause is None or clause.subject is not group:
        return None
    for g in (*clause.groups, view.read.after(group)):
        if g is not None and g.preposition in among and g.number >= 0:
            return _number_of(view, g), g
    return None


def _leading_of(view: SentenceView, index: int, group: Group) -> Found:
    """ "Of the 40 missiles launched, 31 were downed"."""
    first, led = view.read.groups[0], _OF | part_words(view.vocabulary).among
    told = index > 0 and group is not first and first.number >= 0 and first.preposition in led
    return (_number_of(view, first), first) if told else None


def _summed(view: SentenceView, index: int, group: Group) -> Found:
    """ "3,838 dead, 2,493 civilians and 1,345 soldiers": exact numbers without a verb of their own add up to it."""
    numbers, kind = view.quantities, view.quantities[index].kind
    for whole in range(max(index - _MOST_PARTS, 0), index):
        total = numbers[whole].hard.low if _adds(view, whole, kind) else None
        for last in range(max(index, whole + 2), min(whole + 1 + _MOST_PARTS, len(numbers))):
            parts = range(whole + 1, last + 1)
            added = sum(numbers[part].hard.low or 0 for part in parts)
            if total == added and all(_adds(view, part, kind, told=True) for part in parts):
                return whole, group
    return None


def _adds(view: SentenceView, index: int, kind: Kind, *, told: bool = False) -> bool:
    quantity, group = view.quantities[index], view.read.number_groups.get(index)
    exact = quantity.kind == kind != "money" and quantity.hard.is_point and bool(quantity.hard.low)
    return exact and group is not None and not (told and group.role == "subject")


def _can_hold(whole: Quantity, part: Quantity) -> bool:
    if whole.kind != part.kind and part.kind != "percent":
        return False
    if part.kind == "money" and whole.unit != part.unit:
        return False
    high, low = whole.hard.high, part.hard.low
    return part.kind == "percent" or high is None or low is None or high >= low


_RULES = (_of_number, _taken_out, _of_them, _among, _leading_of, _summed)

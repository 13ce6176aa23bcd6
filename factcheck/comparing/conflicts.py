"""From groups to conflicts: every pair compared, checked, summed up and put in the reader's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.checks import find_breaks
from factcheck.comparing.denials import is_contested
from factcheck.comparing.doubts import why_unsure
from factcheck.comparing.levels import compare, incomparable
from factcheck.comparing.model import FLAGGED, FLAGS, SERIOUSNESS, Comparison, Conflict, Policy, Relation
from factcheck.comparing.recounts import is_restated
from factcheck.comparing.sides import superseded
from factcheck.comparing.summary import hull, summarise, timeline
from factcheck.comparing.sums import told_sums
from factcheck.comparing.wanted import firmness, one_number, wanted, wanted_table
from factcheck.grouping import ClaimGroup, Grouping
from factcheck.origins import origins_of, outlet_count
from factcheck.pairs.traits import restated
from factcheck.vocabulary import Vocabulary


def compare_groups(
    groups: Grouping | Sequence[ClaimGroup],
    vocabulary: Vocabulary,
    *,
    policy: Policy = "range",
    claims: Sequence[Claim] = (),
) -> tuple[Conflict, ...]:
    """Every group with its verdict, in the reader's order; the order of ``groups`` does not matter.

    ``claims`` are all claims of a scan in document order: those of different questions are checked against each other
    (parts and wholes, sums, conversions), and each check that does not hold is a group of its own, unless its two
    figures stand in one already.
    """
    listed = groups.groups if isinstance(groups, Grouping) else groups
    breaks = {_ids(found): found for found in find_breaks(claims, vocabulary)}
    sums = told_sums(claims)
    converted = {claims[at].figure.id: claims[amount] for at, amount in restated(claims).items()}
    conflicts = [
        compare_group(group, vocabulary, policy=policy, breaks=breaks, sums=sums, converted=converted)
        for group in listed
    ]
    told = {_ids(found) for conflict in conflicts for found in conflict.comparisons}
    conflicts += [_broken(found, vocabulary, policy) for pair, found in breaks.items() if pair not in told]
    return tuple(sorted(conflicts, key=_reader_order))


def compare_group(
    group: ClaimGroup,
    vocabulary: Vocabulary,
    *,
    policy: Policy = "range",
    breaks: Mapping[tuple[str, str], Comparison] = MappingProxyType({}),
    sums: Mapping[str, tuple[Decimal, str]] = MappingProxyType({}),
    converted: Mapping[str, Claim] = MappingProxyType({}),
) -> Conflict:
    """One group's pairs, its most serious relation, its origins, summary and timeline.

    ``breaks`` are checks that do not hold, by the ids of their two figures; ``sums`` what headlines add up, by parts;
    ``converted`` the amount that a figure gives again in another currency, by its id.
    """
    said = dict.fromkeys(says for a, b in combinations(group.claims, 2) if (says := _summed(a, b, sums)))
    pairs = [pair for pair in _comparisons(group, vocabulary, breaks) if _summed(pair.a, pair.b, sums) is None]
    comparisons = tuple(_of_one_amount(pair, converted) for pair in _firm_ones(pairs, group, vocabulary))
    relation = _most_serious(comparisons)
    origins = origins_of(group.claims)
    chance = _chance(group, comparisons, relation, vocabulary)
    likely = relation not in FLAGS or chance >= wanted_table(vocabulary).likely
    return Conflict(
        group=group,
        relation=relation,
        comparisons=comparisons,
        priority=chance,
        likely=likely,
        range=hull(group.claims),
        origins=origins.count,
        outlets=outlet_count(group.claims),
        summary=summarise(group.claims, origins, policy),
        timeline=timeline(group.claims, vocabulary),
        copies=origins.copies,
        notes=(*said, *(() if likely else (_MAYBE,))),
    )


def _summed(a: Claim, b: Claim, sums: Mapping[str, tuple[Decimal, str]]) -> str | None:
    """What says that one of two numbers is a sum of which the other is a part."""
    for part, whole in ((a, b), (b, a)):
        total, says = sums.get(part.figure.id, (None, ""))
        if total is not None and whole.figure.quantity.values == (total,):
            return says
    return None


_MAYBE = "Only a maybe: the texts leave it open whether both figures are about one thing."


def _broken(found: Comparison, vocabulary: Vocabulary, policy: Policy) -> Conflict:
    """A check that does not hold, as a group of the two figures that it joins."""
    claims = (found.a, found.b)
    group = ClaimGroup("", None, "Do these numbers fit together?", claims, (), 1.0)
    origins = origins_of(claims)
    return Conflict(
        group=group,
        relation=found.relation,
        comparisons=(found,),
        priority=_chance(group, (found,), found.relation, vocabulary),
        range=hull(claims),
        origins=origins.count,
        outlets=outlet_count(claims),
        summary=summarise(claims, origins, policy),
    )


def _chance(group: ClaimGroup, comparisons: Sequence[Comparison], relation: Relation, vocabulary: Vocabulary) -> float:
    """The probability that a reader wants the group: of what is no flag the order alone."""
    flagged = [comparison for comparison in comparisons if comparison.relation in FLAGS]
    if not flagged:
        return _UNFLAGGED if relation == "compatible" else 0.0
    return round(wanted(group, flagged, vocabulary), 4)


_UNFLAGGED = 0.001  # what is compatible comes after every flag, and before what agrees


def _ids(found: Comparison) -> tuple[str, str]:
    return found.a.figure.id, found.b.figure.id


def _comparisons(
    group: ClaimGroup, vocabulary: Vocabulary, breaks: Mapping[tuple[str, str], Comparison]
) -> Iterator[Comparison]:
    """The pairs that do not agree."""
    overtaken = [claim for claim in group.claims if superseded(claim, vocabulary)]
    for a, b in combinations(group.claims, 2):
        broken = breaks.get((a.figure.id, b.figure.id)) or breaks.get((b.figure.id, a.figure.id))
        if broken is not None:
            yield broken
            continue
        if (_same_reading(a, b) and not is_contested(a, b)) or is_restated(a, b):
            continue
        found = compare(a, b, vocabulary) or incomparable(a, b, vocabulary)
        if found.relation in FLAGGED and _agrees_by_a_twin(a, b, group, vocabulary):
            continue
        if found.relation in FLAGGED:
            found = _overtaken_by_a_twin(a, b, overtaken, group) or found
        if found.relation != "agree":
            yield found


def _firm_ones(comparisons: Sequence[Comparison], group: ClaimGroup, vocabulary: Vocabulary) -> Iterator[Comparison]:
    """Pairs that surely answer one question keep their verdict; of the others the surest are something to check, if
    there is nothing surer in the group. Nearly the same passage is that question, however little else is told."""
    table = wanted_table(vocabulary)
    least, firm = table.least, table.firm
    bits = [firmness(pair, group) if pair.relation in FLAGS else least for pair in comparisons]
    bar = firm if any(each >= firm for each in bits) else least
    for pair, each in zip(comparisons, bits, strict=True):
        if pair.relation not in FLAGS or each >= firm or pair.nature == "drift":
            yield pair
            continue
        one, other = naming.pair(pair.a, pair.b)
        why = why_unsure(pair.a, pair.b, pair.differences)
        if each >= bar:
            reason = f"{one} and {other} differ, but may not be about the same thing: {why}."
            yield pair if pair.relation == "check" else replace(pair, relation="check", reason=reason, hint=None)
        else:
            yield _not_compared(pair, why)


def _of_one_amount(pair: Comparison, converted: Mapping[str, Claim]) -> Comparison:
    """With a hint where both texts convert one amount: "$500m (£350m)" against "$500m (£410m)"."""
    one, other = (converted.get(claim.figure.id) for claim in (pair.a, pair.b))
    if pair.relation not in FLAGS or one is None or other is None or not one_number(one, other):
        return pair
    return replace(pair, hint=f"one amount of {naming.reading(one)}, converted at two rates?")


def _not_compared(pair: Comparison, why: str) -> Comparison:
    one, other = naming.pair(pair.a, pair.b)
    return Comparison(pair.a, pair.b, "compatible", f"{one} and {other} are not compared: {why}.", nature="apart")


def _agrees_by_a_twin(a: Claim, b: Claim, group: ClaimGroup, vocabulary: Vocabulary) -> bool:
    """Whether one of two claims gives its number in two units, and the other agrees with it in one: "3.5 m (12 ft)"."""
    for one, other in ((a, b), (b, a)):
        for twin in group.claims:
            if twin is not one and twin is not other and is_restated(one, twin):
                found = compare(twin, other, vocabulary)
                if found is not None and found.relation == "agree":
                    return True
    return False


def _overtaken_by_a_twin(a: Claim, b: Claim, overtaken: Sequence[Claim], group: ClaimGroup) -> Comparison | None:
    """An update where a text with the number of one tells that of the other as overtaken: "a previous toll of 9"."""
    for old, new in ((a, b), (b, a)):
        for twin in (each for each in overtaken if one_number(each, old)):
            beside = (each for each in group.claims if each.figure.document.id == twin.figure.document.id)
            if any(one_number(each, new) for each in beside):
                return Comparison(a, b, "update", naming.overtaken(old, new, twin))
    return None


def _same_reading(a: Claim, b: Claim) -> bool:
    """Whether two figures read alike word for word, so that comparing them would say nothing."""
    one, other = a.figure.quantity, b.figure.quantity
    same = one.values == other.values and one.hedge == other.hedge and one.kind == other.kind
    return same and bool(one.values) and one.unit == other.unit and one.per == other.per


def _most_serious(comparisons: Sequence[Comparison]) -> Relation:
    found = {comparison.relation for comparison in comparisons}
    return next((relation for relation in SERIOUSNESS if relation in found), "agree")


def _reader_order(conflict: Conflict) -> tuple[float, str, str, int]:
    first: Claim = conflict.group.claims[0]
    return -conflict.priority, first.figure.document.path, first.figure.document.id, first.figure.quantity.number.start

"""From groups to conflicts: every pair compared, checked, summed up and put in the reader's order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.checks import find_breaks
from factcheck.comparing.doubts import in_doubt, not_compared, why_unsure
from factcheck.comparing.levels import compare
from factcheck.comparing.model import FLAGGED, FLAGS, SERIOUSNESS, Comparison, Conflict, Policy, Relation
from factcheck.comparing.recounts import is_restated, told_sums
from factcheck.comparing.sides import is_revised, superseded
from factcheck.comparing.summary import best_of, hull, timeline
from factcheck.comparing.wanted import firmness, one_number, wanted, wanted_table
from factcheck.documents.called import names
from factcheck.grouping import ClaimGroup, Grouping
from factcheck.origins import origins_of, outlet_count
from factcheck.pairs.traits import restated
from factcheck.vocabulary import Vocabulary

_FIT = "Do these numbers fit together?"
_MAYBE = "Only a maybe: the texts leave it open whether both figures are about one thing."
_UNFLAGGED = 0.001  # what is compatible comes after every flag, and before what agrees


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
    breaks = {_ids(found.a, found.b): found for found in find_breaks(claims, vocabulary)}
    sums = told_sums(claims)  # by a part's id
    amounts = {claims[at].figure.id: claims[amount] for at, amount in restated(claims).items()}
    conflicts = []
    for group in listed:
        summed = {_ids(a, b): says for a, b in combinations(group.claims, 2) if (says := _summed(a, b, sums))}
        pairs = [pair for pair in _comparisons(group, vocabulary, breaks) if _ids(pair.a, pair.b) not in summed]
        firm = tuple(_of_one_amount(pair, amounts) for pair in _firm_ones(pairs, group, vocabulary))
        conflicts.append(_conflict(group, firm, vocabulary, policy, dict.fromkeys(summed.values())))
    told = {_ids(found.a, found.b) for conflict in conflicts for found in conflict.comparisons}
    for pair, found in breaks.items():
        if pair not in told:
            group = ClaimGroup("", None, _FIT, (found.a, found.b), (), 1.0)
            conflicts.append(_conflict(group, (found,), vocabulary, policy))
    return tuple(sorted(conflicts, key=_reader_order))


def compare_group(group: ClaimGroup, vocabulary: Vocabulary) -> Conflict:
    """One group by itself, with nothing known of what else its texts say."""
    return compare_groups([group], vocabulary)[0]


def _conflict(
    group: ClaimGroup,
    comparisons: tuple[Comparison, ...],
    vocabulary: Vocabulary,
    policy: Policy,
    notes: Iterable[str] = (),
) -> Conflict:
    found = {comparison.relation for comparison in comparisons}
    relation: Relation = next((each for each in SERIOUSNESS if each in found), "agree")
    flagged = [comparison for comparison in comparisons if comparison.relation in FLAGS]
    chance = round(wanted(group, flagged, vocabulary), 4) if flagged else _UNFLAGGED * (relation == "compatible")
    likely = not flagged or chance >= float(wanted_table(vocabulary).likely)
    origins = origins_of(group.claims)
    return Conflict(
        group=group,
        relation=relation,
        comparisons=comparisons,
        priority=chance,
        likely=likely,
        range=hull(group.claims),
        origins=origins.count,
        outlets=outlet_count(group.claims),
        best=best_of(group.claims, origins, policy),
        policy=policy,
        timeline=timeline(group.claims, vocabulary),
        copies=origins.copies,
        notes=(*notes, *(() if likely else (_MAYBE,))),
    )


def _ids(a: Claim, b: Claim) -> frozenset[str]:
    return frozenset((a.figure.id, b.figure.id))


def _summed(a: Claim, b: Claim, sums: Mapping[str, tuple[Decimal, str]]) -> str | None:
    """What says that one of two numbers is a sum of which the other is a part."""
    for part, whole in ((a, b), (b, a)):
        total, says = sums.get(part.figure.id, (None, ""))
        if total is not None and whole.figure.quantity.values == (total,):
            return says
    return None


def _comparisons(
    group: ClaimGroup, vocabulary: Vocabulary, breaks: Mapping[frozenset[str], Comparison]
) -> Iterator[Comparison]:
    """The pairs that do not agree."""
    for a, b in combinations(group.claims, 2):
        found = breaks.get(_ids(a, b))
        if found is None and not is_restated(a, b) and _saying(a) != _saying(b):
            found = compare(a, b, vocabulary)
            if found.relation in FLAGGED:
                found = _by_a_twin(found, group, vocabulary)
        if found is not None and found.relation != "agree":
            yield found


def _saying(claim: Claim) -> object:
    """What a figure says: two that say the same word for word agree, without more ado."""
    quantity, polarity = claim.figure.quantity, claim.figure.context.polarity
    return quantity.hard, quantity.values, quantity.hedge, quantity.kind, quantity.unit, quantity.per, polarity


def _by_a_twin(pair: Comparison, group: ClaimGroup, vocabulary: Vocabulary) -> Comparison:
    """What another claim of the group makes of two that differ.

    One text gives its number in two units, and the other agrees with it in one: "3.5 m (12 ft)". Or a text with the
    number of one tells that of the other as overtaken: "a previous toll of 9".
    """
    beside = [(twin, *sides) for sides in ((pair.a, pair.b), (pair.b, pair.a)) for twin in group.claims]
    for twin, one, other in beside:
        if is_restated(one, twin) and (found := compare(twin, other, vocabulary)).relation == "agree":
            return found
    for twin, one, other in beside:
        home = twin.figure.document
        here = (each for each in group.claims if each.figure.document.id == home.id and one_number(each, other))
        if one_number(twin, one) and superseded(twin, vocabulary) and any(here):
            old, new = naming.pair(one, other)
            where = f"{names((home,))[home.id]}, line {twin.figure.line}"
            reason = f"{old} is an earlier figure, as {where}, tells; {new} is the newer one."
            return Comparison(pair.a, pair.b, "update", reason)
    return pair


def _firm_ones(comparisons: Sequence[Comparison], group: ClaimGroup, vocabulary: Vocabulary) -> Iterator[Comparison]:
    """Pairs that surely answer one question keep their verdict; of the others the surest are something to check, if
    there is nothing surer in the group. Nearly the same passage is that question, however little else is told."""
    table = wanted_table(vocabulary)
    firm, least = float(table.firm), float(table.least)
    bits = [firmness(pair, group) if pair.relation in FLAGS else -math.inf for pair in comparisons]
    bar = firm if max(bits, default=-math.inf) >= firm else least
    for pair, each in zip(comparisons, bits, strict=True):
        if pair.relation not in FLAGS or each >= firm or pair.nature == "drift":
            yield pair
            continue
        why = why_unsure(pair.a, pair.b, pair.differences)
        if each < bar:
            yield not_compared(pair.a, pair.b, why)
        elif pair.relation == "check" or (pair.relation == "update" and _tells_so(pair, vocabulary)):
            yield pair
        else:
            yield replace(in_doubt(pair.a, pair.b, why), nature=pair.nature, differences=pair.differences)


def _tells_so(pair: Comparison, vocabulary: Vocabulary) -> bool:
    """Whether a text itself tells that its number moved, not only the days of two texts."""
    return pair.a.figure.document.id == pair.b.figure.document.id or is_revised(pair.a, pair.b, vocabulary)


def _of_one_amount(pair: Comparison, amounts: Mapping[str, Claim]) -> Comparison:
    """With a hint where both texts convert one amount: "$500m (£350m)" against "$500m (£410m)"."""
    one, other = (amounts.get(claim.figure.id) for claim in (pair.a, pair.b))
    if pair.relation not in FLAGS or one is None or other is None or not one_number(one, other):
        return pair
    return replace(pair, hint=f"one amount of {naming.reading(one)}, converted at two rates?")


def _reader_order(conflict: Conflict) -> tuple[float, str, str, int]:
    first: Claim = conflict.group.claims[0]
    return -conflict.priority, first.figure.document.path, first.figure.document.id, first.figure.quantity.number.start

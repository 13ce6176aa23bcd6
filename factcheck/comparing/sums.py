"""Parts that must add up to a total which the same sentence gives: "15 arrests: nine in the port and five in town"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.recounts import Finding
from factcheck.pairs.differences import same_things
from factcheck.vocabulary import Vocabulary

_COLON = re.compile(r"[^.;:()\d\n]{0,60}: ?")
_ITEM = re.compile(r";\s*(?:and )?|,\s*(?:and )?|\s+and\s+")
_WEAK = re.compile(r"\b(?:including|among|of whom|of which|of them|mostly|some of)\b", re.IGNORECASE)


def wrong_sums(mates: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Totals of one sentence whose parts do not add up; ``mates`` are all its claims, in order.

    Only where the sentence itself says that these are the parts and all of them: a list behind a colon, or the claims
    whose rules say that together they make the total. Anything hedged, and parts that may overlap, are left alone.
    """
    if len(mates) < 3:
        return
    for at, total in enumerate(mates):
        parts = _listed(total, mates[at + 1 :]) or _ruled(total, mates, vocabulary)
        if len(parts) < 2 or not all(_plain(claim) for claim in (total, *parts)):
            continue
        values = [part.figure.quantity.values[0] for part in parts]
        whole = total.figure.quantity.values[0]
        if abs(sum(values) - whole) > sum(_slack(claim) for claim in (total, *parts)):
            working = f"{' + '.join(f'{value:,f}' for value in values)} = {sum(values):,f}, not {whole:,f}"
            named = [naming.reading(part) for part in parts]
            listed = f"{', '.join(named[:-1])} and {named[-1]}"
            yield total, parts[0], f"{listed} do not add up to {naming.reading(total)}: {working}."


def _plain(claim: Claim) -> bool:
    quantity, context = claim.figure.quantity, claim.figure.context
    stands = len(quantity.values) == 1 and quantity.hedge is None and not quantity.vague and quantity.change is None
    return stands and quantity.kind == "count" and context.polarity == "affirmed"


def _slack(claim: Claim) -> Decimal:
    """By how much a round number may be off."""
    grain = claim.figure.quantity.grain
    return grain / 2 if grain is not None and grain > 1 else Decimal(0)


def _listed(total: Claim, after: Sequence[Claim]) -> list[Claim]:
    """The parts behind a colon when each item of the list opens with its number; else none."""
    text = total.figure.document.text
    opened = _COLON.match(text, total.figure.quantity.number.stop)
    if opened is None or not after or opened.end() != after[0].figure.quantity.span.start:
        return []
    tail = text[opened.end() : total.figure.sentence.stop]
    if _WEAK.search(tail):
        return []
    starts = {claim.figure.quantity.span.start for claim in after}
    items = [opened.end(), *(opened.end() + match.end() for match in _ITEM.finditer(tail))]
    return list(after) if starts == set(items) and _one_kind(total, after) else []


def _one_kind(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether no part counts something else: "three towns: 9 dead in Arlen and 5 in Orlen" has no parts of three."""
    counted = total.figure.context.counted
    heads = {part.figure.context.counted.head for part in parts if part.figure.context.counted is not None}
    return counted is not None and heads <= {counted.head}


def _ruled(total: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> list[Claim]:
    """The claims of a sentence that by their rules make up the total; none when anything else is counted there."""
    if total.type is None:
        return []
    parts = [mate for mate in mates if mate.rule is not None and total.type in mate.rule.adds_up_to]
    counts = sum(mate.figure.quantity.kind == "count" for mate in mates)
    kinds = {part.type for part in parts}
    if len(parts) < 2 or len(kinds) != len(parts) or counts != len(parts) + 1:
        return []
    if _WEAK.search(total.figure.sentence_text):
        return []
    return parts if all(_belongs(part, total, vocabulary) for part in parts) else []


def _belongs(part: Claim, total: Claim, vocabulary: Vocabulary) -> bool:
    """Whether a part is of the total: of the same days, places and people, whatever each calls them."""
    return same_things(part, total, vocabulary, counted=False)

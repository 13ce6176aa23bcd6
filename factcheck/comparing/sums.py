"""Parts that must add up to a total which the same sentence gives: "15 arrests: nine in the port and five in town"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.recounts import broken
from factcheck.pairs.differences import same_things
from factcheck.vocabulary import Vocabulary

_COLON = re.compile(r"[^.;:()\d\n]{0,60}: ?")
_ITEM = re.compile(r";\s*(?:and )?|,\s*(?:and )?|\s+and\s+")
_WEAK = re.compile(r"\b(?:including|among|of whom|of which|of them|mostly|some of)\b", re.IGNORECASE)


def wrong_sums(mates: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Comparison]:
    """Totals of one sentence whose parts do not add up; ``mates`` are all its claims, in order.

    Only where the sentence itself says that these are the parts and all of them: a list behind a colon, or the claims
    whose rules say that together they make the total. Anything hedged, and parts that may overlap, are left alone.
    """
    for at, total in enumerate(mates):
        parts = _listed(total, mates[at + 1 :]) or _ruled(total, mates, vocabulary)
        values = [value for part in parts if (value := _count(part)) is not None]
        whole = _count(total)
        if len(parts) < 2 or len(values) < len(parts) or whole is None:
            continue
        if abs(sum(values) - whole) > sum(_slack(claim) for claim in (total, *parts)):
            working = f"{' + '.join(f'{value:,f}' for value in values)} = {sum(values):,f}, not {whole:,f}"
            reason = f"{_listing(parts)} do not add up to {naming.reading(total)}: {working}."
            yield broken(total, parts[0], reason)


def told_sums(claims: Sequence[Claim]) -> Mapping[str, tuple[Decimal, str]]:
    """What headlines add up: by a part's id the sum and the sentence that says so ("13": 9 in one town, 4 in another).

    The parts are all plain numbers of one sentence, or of the whole text, that answer the headline's question.
    """
    found: dict[str, tuple[Decimal, str]] = {}
    for _, mates in groupby(claims, key=lambda claim: claim.figure.document.id):
        told = [(claim, value) for claim in mates if (value := _count(claim)) is not None]
        for total, whole in told:
            if total.figure.context.voice != "headline":
                continue
            body = [each for each in told if each[1] != whole and _is_of(each[0], total)]
            sentences = (list(each) for _, each in groupby(body, key=lambda each: each[0].figure.sentence))
            parts = next((each for each in (*sentences, body) if sum(value for _, value in each) == whole), [])
            named = [claim for claim, _ in parts]
            says = f"{naming.reading(total)} in the headline sums up {_listing(named)} of the text." if parts else ""
            found.update({part.figure.id: (whole, says) for part in named})
    return found


def _is_of(part: Claim, total: Claim) -> bool:
    """Whether a number of the text counts what its headline does, of which one happening is told."""
    if part.figure.context.voice == "headline":
        return False
    if part.type is not None and total.type is not None:
        return part.type == total.type
    one, other = part.figure.context, total.figure.context
    heads = one.counted and one.counted.head, other.counted and other.counted.head
    actions = one.action and one.action.lemma, other.action and other.action.lemma
    return heads[0] is not None and heads[0] == heads[1] and actions[0] == actions[1]


def _listing(parts: Sequence[Claim]) -> str:
    named = [naming.reading(part) for part in parts]
    return f"{', '.join(named[:-1])} and {named[-1]}"


def _count(claim: Claim) -> Decimal | None:
    """How many a plain count says there are."""
    quantity = claim.figure.quantity
    plain = quantity.kind == "count" and quantity.hedge is None and quantity.change is None
    return quantity.single if plain and claim.figure.context.polarity == "affirmed" else None


def _slack(claim: Claim) -> Decimal:
    """By how much a round number may be off."""
    grain = claim.figure.quantity.grain
    return grain / 2 if grain is not None and grain > 1 else Decimal(0)


def _listed(total: Claim, after: Sequence[Claim]) -> Sequence[Claim]:
    """The parts behind a colon when each item of the list opens with its number; else none.

    No part counts something else: "three towns: 9 dead in Arlen and 5 in Orlen" has no parts of three.
    """
    text, counted = total.figure.document.text, total.figure.context.counted
    opened = _COLON.match(text, total.figure.quantity.number.stop)
    if opened is None or counted is None or _WEAK.search(text, opened.end(), total.figure.sentence.stop):
        return ()
    items = {opened.end(), *(match.end() for match in _ITEM.finditer(text, opened.end(), total.figure.sentence.stop))}
    heads = {part.figure.context.counted.head for part in after if part.figure.context.counted is not None}
    return after if {part.figure.quantity.span.start for part in after} == items and heads <= {counted.head} else ()


def _ruled(total: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> Sequence[Claim]:
    """The claims of a sentence that by their rules make up the total; none when anything else is counted there."""
    parts = [mate for mate in mates if mate.rule is not None and total.type in mate.rule.adds_up_to]
    counts = sum(mate.figure.quantity.kind == "count" for mate in mates)
    apart = len({part.type for part in parts}) == len(parts) == counts - 1
    if not apart or _WEAK.search(total.figure.sentence_text):
        return ()
    return parts if all(same_things(part, total, vocabulary, counted=False) for part in parts) else ()

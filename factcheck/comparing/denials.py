"""A number that one text denies and another tells as a fact: the two do not agree, though they may be equal.

"No one was killed" denies nothing: it gives the number none. Who denies a deed ("denies murdering three women") says
nothing of how many it happened to.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.doubts import doubt_of, set_apart
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import Sides, comparing_words
from factcheck.lemmas import verb_lemma
from factcheck.vocabulary import Vocabulary


def is_contested(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is denied in its text and the other is not, and both texts tell of one happening:
    what is not "matched" may well be "paid".

    One sentence that has both sets them side by side itself ("a tenth a week, not a tenth a month"), and an offer is
    another thing than that it came to nothing.
    """
    one, other = a.figure, b.figure
    if (one.context.polarity == "denied") == (other.context.polarity == "denied"):
        return False
    if one.context.modality != other.context.modality:
        return False
    if one.document.id == other.document.id and one.sentence == other.sentence:
        return False
    happened = one.context.action, other.context.action
    if happened[0] is not None and happened[1] is not None and happened[0].lemma == happened[1].lemma:
        return True
    return a.rule is not None and a.type == b.type and bool(a.rule.done_to or a.rule.done_by)


def is_denied(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether a text says that a number is not so."""
    context, quantity = claim.figure.context, claim.figure.quantity
    if context.polarity != "denied" or not any(quantity.values) or quantity.kind == "ordinal":
        return False
    done = context.action.span if context.action is not None else None
    if done is None or done.start > quantity.number.start:
        return True
    return verb_lemma(done.of(claim.figure.document.text).lower()) not in comparing_words(vocabulary).deeds


def contested(sides: Sides) -> Comparison | None:
    """A denied number against the same or another one that is affirmed; ``None`` where nothing is denied."""
    if not is_contested(sides.a, sides.b):
        return None
    if (apart := set_apart(sides)) is not None:
        return apart
    denial, other = (sides.a, sides.b) if sides.a.figure.context.polarity == "denied" else (sides.b, sides.a)
    place, elsewhere = naming.places(denial, other)
    who = naming.given(denial, place).removeprefix(naming.reading(denial)).strip().replace("according to", "by", 1)
    told = naming.given(other, elsewhere)
    reason = f"{told} is denied {who}"
    found = Comparison(sides.a, sides.b, "conflict", f"{reason}.")
    if not is_denied(denial, sides.vocabulary):
        reason = f"What is denied {who} is not the number; that says nothing against {told}."
        return replace(found, relation="compatible", reason=reason)
    if sides.fit == "apart" or other.figure.quantity.vague:
        reason = f"{naming.reading(denial)} is only denied, {who}; that leaves room for {told}."
        return replace(found, relation="compatible", reason=reason)
    if (doubt := doubt_of(sides)) is not None:
        return replace(found, relation="check", reason=f"{reason}, but may not be about the same thing: {doubt}.")
    if sides.one_speaker:
        later = "takes back what was said" if denial is sides.b else "denied it before"
        return replace(found, relation="update", reason=f"{reason}: the same speaker {later}.", hint="retracted?")
    if denial.figure.context.speaker is not None:
        return replace(found, relation="disputed")
    return replace(found, nature="internal") if sides.one_document else found

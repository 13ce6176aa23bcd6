"""A number that is denied against the same number affirmed: they are equal and yet do not agree.

A denial is of the number ("denied that 12 had died", "did not lose 40 planes"), or only of a deed ("denies murdering
three women"), which leaves the number as it is. "No one was killed" denies nothing: it gives the number none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.doubts import doubt_of, set_apart
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import Sides
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

Denial = Literal["number", "deed"]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = ("n't", "n’t")
_NEAR = 3  # words between a verb and its number
_UNTIL = re.compile(r"(?: [\w'’-]+){0,5} until\b")  # "not 12 until Monday" is 12 on Monday
# "denied 12 soldiers had died", but not "denied three counts of murder": a clause has a verb of its own.
_CLAUSE = re.compile(r"(?: [\w'’-]+){1,4} (?:had|have|has|were|was|are|is|died|would|will)\b")


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The file ``rules/context/denials.toml``."""

    negations: frozenset[str]
    unable: frozenset[str]
    between: frozenset[str]
    telling: frozenset[str]
    deeds: frozenset[str]
    suffered: frozenset[str]
    own: frozenset[str]


def _denial_words(vocabulary: Vocabulary) -> DenialWords:
    return vocabulary.bind("denials", DenialWords)


def denial_of(claim: Claim, vocabulary: Vocabulary) -> Denial | None:
    """What the text denies of a figure: that number, or only that somebody did it; ``None`` when it denies neither."""
    context, quantity = claim.figure.context, claim.figure.quantity
    cue = next((cue.span for cue in context.cues if cue.part == "polarity"), None)
    if context.polarity != "denied" or cue is None or not any(quantity.values) or quantity.kind == "ordinal":
        return None
    words = _denial_words(vocabulary)
    said = cue.of(claim.figure.document.text).lower()
    if said in words.negations or said.endswith(_NOT) or said.split()[-1] in words.negations:
        return "number" if _negates(claim, cue, words) else None
    return _denies(claim, cue, words)


def _negates(claim: Claim, cue: Span, words: DenialWords) -> bool:
    """Whether a plain negation stands by the number itself ("not 12") or by its verb ("did not lose 40 planes")."""
    figure = claim.figure
    text, number, action = figure.document.text, figure.quantity, figure.context.action
    after = text[number.number.stop : figure.sentence.stop]
    if number.vague or cue.start > number.span.start or _UNTIL.match(after) or _is_unable(text, cue, words):
        return False
    between = _words(text[cue.stop : number.span.start])
    if not between:
        return number.hedge is None  # "not as many as 12" is an amount, not a denial of one
    if action is None or action.span is None or not cue.stop <= action.span.start < number.span.start:
        return False
    if number.kind == "duration" or action.lemma in words.telling:  # "were not respected four years ago"
        return False
    before, behind = text[cue.stop : action.span.start], text[action.span.stop : number.span.start]
    if "the" in _words(behind):  # "has not paid the offered $1 million": the amount itself stands
        return False
    plain = all(word in words.between or word.endswith("ly") for word in _words(before))
    return plain and len(_words(behind)) < _NEAR and not re.search("[,;:]", before + behind)


def _is_unable(text: str, cue: Span, words: DenialWords) -> bool:
    """Whether a negation tells what somebody could not do, or what would be ("had they not …")."""
    said = [*_words(text[max(0, cue.start - 12) : cue.start])[-1:], *_words(cue.of(text))]
    bare = {word.removesuffix("n't").removesuffix("n’t") for word in said}
    inverted = re.search(r"\b[Hh]ad (?:[\w'’-]+ ){1,4}$", text[max(0, cue.start - 40) : cue.start])
    return bool(bare & words.unable) or inverted is not None


def _denies(claim: Claim, cue: Span, words: DenialWords) -> Denial | None:
    """What "deny", "reject claims" or "it is not true that" denies."""
    figure = claim.figure
    text, quantity, action = figure.document.text, figure.quantity, figure.context.action
    if cue.start > quantity.number.start:  # "that 40 planes were lost is false"
        return "number"
    between = _words(text[cue.stop : quantity.span.start])
    if not between:
        return "number" if _CLAUSE.match(text, quantity.number.stop) else None
    if cue.of(text).lower().startswith("den") and not _opens_content(between, words):
        return None  # "denied health care to 12 people"
    if action is None or action.span is None or not cue.stop <= action.span.start < quantity.span.start:
        return "number"
    written = action.span.of(text).lower()
    doer = words.own.issuperset(_words(text[cue.stop : action.span.start]))
    return "deed" if doer and action.lemma in words.deeds and written not in words.suffered else "number"


def _opens_content(after: list[str], words: DenialWords) -> bool:
    """Whether what follows "deny" is what is said not to be so, not a thing that is withheld."""
    if "that" in after:  # "denied on Tuesday that"
        return True
    told = next((word for word in after if word not in ("the", "any", "all", "a")), "")
    return told in words.own or told in words.suffered or told.endswith("ing")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def is_contested(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether one of two figures is denied in its text and the other is not, and both texts tell of one happening."""
    if "denied" not in (a.figure.context.polarity, b.figure.context.polarity) or not _tell_alike(a, b):
        return False
    return denial_of(a, vocabulary) != denial_of(b, vocabulary)


def _tell_alike(a: Claim, b: Claim) -> bool:
    """Whether the same is said to have happened to what is counted: what is not "matched" may well be "paid".

    One sentence that has both sets them side by side itself ("a tenth a week, not a tenth a month").
    """
    one, other = a.figure, b.figure
    if one.document.id == other.document.id and one.sentence == other.sentence:
        return False
    if "actual" in (one.context.modality, other.context.modality) and one.context.modality != other.context.modality:
        return False  # an offer, and that it came to nothing
    happened = one.context.action, other.context.action
    if happened[0] is not None and happened[1] is not None and happened[0].lemma == happened[1].lemma:
        return True
    return a.rule is not None and a.type == b.type and bool(a.rule.done_to or a.rule.done_by)


def contested(sides: Sides) -> Comparison | None:
    """A denied number against the same or another one that is affirmed; ``None`` where nothing is denied."""
    if not is_contested(sides.a, sides.b, sides.vocabulary):
        return None
    apart = set_apart(sides)
    if apart is not None:
        return apart
    denials = denial_of(sides.a, sides.vocabulary), denial_of(sides.b, sides.vocabulary)
    if "deed" in denials:
        denial, other = (sides.a, sides.b) if denials[0] == "deed" else (sides.b, sides.a)
        who, given = _sides(denial, other)
        reason = f"What is denied {who} is the deed; that says nothing against {given}."
        return Comparison(sides.a, sides.b, "compatible", reason)
    denial, other = (sides.a, sides.b) if denials[0] == "number" else (sides.b, sides.a)
    who, given = _sides(denial, other)
    if sides.fit == "apart" or other.figure.quantity.vague:
        reason = f"{naming.reading(denial)} is only denied, {who}; that leaves room for {given}."
        return Comparison(sides.a, sides.b, "compatible", reason)
    return _set_against(sides, denial, f"{given} is denied {who}")


def _set_against(sides: Sides, denial: Claim, reason: str) -> Comparison:
    """One number, affirmed and denied: by whom decides what that is."""
    found = Comparison(sides.a, sides.b, "conflict", f"{reason}.")
    doubt = doubt_of(sides)
    if doubt is not None:
        return replace(found, relation="check", reason=f"{reason}, but may not be about the same thing: {doubt}.")
    if sides.one_speaker:
        later = "takes back what was said" if denial is sides.b else "denied it before"
        return replace(found, relation="update", reason=f"{reason}: the same speaker {later}.", hint="retracted?")
    if denial.figure.context.speaker is not None:
        return replace(found, relation="disputed")
    return replace(found, nature="internal") if sides.one_document else found


def _sides(denial: Claim, other: Claim) -> tuple[str, str]:
    """Who denies, as "by the ministry (Herald)" or "in Herald", and the other reading with who gives it."""
    place, elsewhere = naming.places(denial, other)
    who = naming.given(denial, place).removeprefix(naming.reading(denial)).strip()
    return who.replace("according to", "by", 1), naming.given(other, elsewhere)

"""The start of a rule, made from one sentence."""

from __future__ import annotations

import json

from factcheck.claims.questions import generic_question
from factcheck.figures import Figure
from factcheck.vocabulary import Vocabulary

# Kinds that say enough: a unit would shut out others that are compared with it (five weeks are 35 days).
_MEASURED = frozenset(
    {"count", "money", "percent", "points", "duration", "length", "area", "volume", "mass", "speed", "temperature"}
)


def skeleton(figure: Figure, vocabulary: Vocabulary, name: str | None = None) -> str:
    """A ``[claim.…]`` for one figure, with its sentence as the first example and notes on what to fill in."""
    context, quantity = figure.context, figure.quantity
    counted, action = context.counted, context.action
    lines = [f"[claim.{name or _name(figure)}]", f"question = {_quoted(generic_question(figure, vocabulary))}"]
    if quantity.kind != "count":
        lines.append(f"kind = [{_quoted(quantity.kind)}]")
    if quantity.unit is not None and quantity.kind not in _MEASURED:
        lines.append(f"unit = [{_quoted(quantity.unit.name)}]")
    if counted is not None:
        lines.append(f"counted = [{_quoted(counted.head + '~')}]  # words that may stand in its place; ~ is any form")
    if action is not None:
        key, says = ("done_to", "what is done to them") if action.role == "object" else ("done_by", "what they do")
        lines.append(f"{key} = [{_quoted(_any_form(action.lemma))}]  # {says}: other verbs too")
    lines.append(f"match = [{_quoted(marked(figure))}]")
    lines.append("no_match = [")
    lines.append('  # { text = "a near-miss with its {7} marked", why = "why this is something else" },')
    lines.append("]")
    return "\n".join(lines) + "\n"


def _any_form(lemma: str) -> str:
    """ "take-part" → "take~ part"."""
    verb, *particles = lemma.split("-")
    return " ".join((f"{verb}~", *particles))


def marked(figure: Figure) -> str:
    """The figure's sentence with its number in braces."""
    number, start = figure.quantity.number, figure.sentence.start
    text = figure.sentence_text
    return f"{text[: number.start - start]}{{{figure.number}}}{text[number.stop - start :]}"


def _name(figure: Figure) -> str:
    counted, action = figure.context.counted, figure.context.action
    thing = counted.head if counted else figure.quantity.kind
    return f"my.{_slug(thing)}_{_slug(action.lemma)}" if action else f"my.{_slug(thing)}"


def _slug(word: str) -> str:
    return (
        "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in word.lower()).strip("_") or "x"
    )


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of it."""
    return json.dumps(text, ensure_ascii=False)

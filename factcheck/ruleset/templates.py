"""Questions as templates: ``How many {counted|people} were killed[ in {place}]?``

``{slot|default}`` is filled from the figure or by the default; a part in brackets is left out when its slot is empty.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.context.registry import PARTS
from factcheck.lemmas import noun_lemma
from factcheck.vocabulary.problems import suggestion

SLOTS = (*(part.name for part in PARTS if part.slot), "unit", "per")

_SLOT = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
_VERB = re.compile(r"\b(was|is|has)(?= \{(\w+)(?:\|[^{}]*)?\})")
_PLURAL = {"was": "were", "is": "are", "has": "have"}
_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


class Part(NamedTuple):
    """A run of a template; an optional one is left out when one of its slots is empty."""

    text: str
    optional: bool


@functools.lru_cache(maxsize=1024)
def parse(template: str) -> tuple[Part, ...]:
    """The parts of a template that has no fault."""
    return tuple(
        Part(match[1] if match[1] is not None else match[2], match[1] is not None) for match in _PART.finditer(template)
    )


def fill(template: str, slots: Mapping[str, str]) -> str:
    """The question of one figure: slots filled, optional parts with empty slots left out."""
    found = []
    for part in parse(agreed(template, slots)):
        names = [match[1] for match in _SLOT.finditer(part.text) if match[2] is None]
        if part.optional and not all(slots.get(name) for name in names):
            continue
        found.append(_SLOT.sub(lambda match: slots.get(match[1]) or match[2] or "", part.text))
    return " ".join("".join(found).split()).replace(" ?", "?")


def agreed(template: str, slots: Mapping[str, str]) -> str:
    """A template with its verb in the plural where what fills the slot behind it is one: "How heavy were bombs"."""
    return _VERB.sub(lambda match: _PLURAL[match[1]] if _is_many(slots.get(match[2], "")) else match[1], template)


def _is_many(text: str) -> bool:
    last = text.split()[-1] if text else ""
    return last.islower() and noun_lemma(last) != last


def fault(template: str) -> tuple[str, str] | None:
    """What is wrong with a template and what to do, or ``None``."""
    bare = _SLOT.sub("", template)
    if "{" in bare or "}" in bare:
        return "a { or } without its other half", "write slots as {counted} or {counted|people}"
    if "".join(part.text for part in parse(template)).count("[") or bare.count("[") != bare.count("]"):
        return "a [ or ] without its other half", "close the optional part: [ in {place}]"
    for match in _SLOT.finditer(template):
        if match[1] not in SLOTS:
            return f'no slot "{match[1]}"', suggestion(match[1], SLOTS)
    if not template.rstrip().endswith("?"):
        return "a question without its question mark", 'end it with "?"'
    return None

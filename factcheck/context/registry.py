"""The parts of a figure's context in one table: what finds each of them, and how it is told.

Whatever goes through all parts loops over ``PARTS``: reading, JSON with its schema, CSV, records, ``explain``, the
slots of a rule's question, the scope of a rule, the evidence of linking. A new part is a module that finds it, its
words in ``rules/context/``, its corpus in ``tests/corpora/context/``, and its field and its line here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from factcheck.context.action import find_action
from factcheck.context.aggregation import find_aggregation
from factcheck.context.beside import Beside, find_beside
from factcheck.context.counted import find_counted
from factcheck.context.direction import Direction, find_direction
from factcheck.context.modality import find_modality
from factcheck.context.model import (
    Action,
    Aggregation,
    Counted,
    Cue,
    Mention,
    Modality,
    Place,
    Polarity,
    Speaker,
    Voice,
    When,
)
from factcheck.context.participants import find_actor, find_target
from factcheck.context.parts import find_whole
from factcheck.context.polarity import find_polarity
from factcheck.context.speaker import find_speaker
from factcheck.context.view import SentenceView
from factcheck.context.voice import find_voice
from factcheck.context.when import find_when
from factcheck.context.where import find_place
from factcheck.quantities import Quantity

Days = tuple[dt.date, dt.date]  # the first and the last
Told = str | Days | None
# The parts on which a rule may say that a number depends; "qualifiers" are those of what is counted.
ScopeKey = Literal["when", "place", "actor", "target", "direction", "qualifiers"]


@dataclass(frozen=True, slots=True)
class Context:
    """All the parts for one quantity; ``None`` where the text does not tell."""

    counted: Counted | None = None
    action: Action | None = None
    actor: Mention | None = None
    target: Mention | None = None
    direction: Direction | None = None
    speaker: Speaker | None = None
    when: When | None = None
    place: Place | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    aggregation: Aggregation | None = None
    beside: Beside | None = None
    voice: Voice = "body"
    whole: int | None = None  # index, among the document's quantities, of the whole this is a part of
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name is its field in `Context`; the functions are asked of a value that is there."""

    name: str
    find: Callable[[SentenceView, Quantity], tuple[Any, tuple[Cue, ...]]]
    told: Callable[[Any], Told] | None = lambda value: str(value.text)  # in JSON, CSV and records; else not there
    column: str = ""  # its name there, where that is another
    days: bool = False  # told as the first and the last day, two columns of a table
    about: str = ""  # what the schema says of it
    words: tuple[str, ...] = ()  # all that it can be, where that is a closed set
    always: bool = False  # never silent
    label: str = ""  # before it in `explain`, where that is not its name
    explained: Callable[[Any], str | None] = lambda value: str(value.text)  # nothing: not worth a line
    silence: str | None = None  # what `explain` says where the text does not tell
    slot: bool = False  # a rule's question may name it: {place}
    evidence: bool = False  # linking weighs whether two figures have one and the same of it, by its ``key``

    @property
    def field(self) -> str:
        return self.column or self.name


def _whole(view: SentenceView, quantity: Quantity) -> tuple[int | None, tuple[Cue, ...]]:
    """The whole by its index in the document, which names its figure once all are read."""
    whole, cues = find_whole(view, quantity)
    return (None if whole is None else view.first + view.index(whole)), cues


PARTS: Final[tuple[Part, ...]] = (
    Part("counted", find_counted, explained=lambda counted: f"{counted.text} (head: {counted.head})", slot=True),
    Part(
        "action",
        find_action,
        told=lambda action: action.verb or action.lemma,
        explained=lambda action: f"{action.lemma} (the counted are its {action.role})",
    ),
    Part("actor", find_actor, about="who did it", slot=True),
    Part("target", find_target, about="at whom or what it was aimed", slot=True),
    Part("direction", find_direction, about="whence or whither", slot=True, evidence=True),
    Part("speaker", find_speaker, about="null: the outlet's own voice", silence="nobody named: the outlet's own voice"),
    Part(
        "when",
        find_when,
        told=lambda when: (when.start, when.stop),
        column="as_of",
        days=True,
        about="first and last day",
        explained=lambda when: when.label,
        slot=True,
    ),
    Part(
        "place",
        find_place,
        told=lambda place: place.name,
        label="where",
        explained=lambda place: ", ".join((place.name, *place.within)),
        slot=True,
    ),
    Part(
        "polarity",
        find_polarity,
        told=str,
        words=get_args(Polarity),
        always=True,
        explained=lambda polarity: None if polarity == "affirmed" else polarity,
    ),
    Part("modality", find_modality, told=str, words=get_args(Modality), always=True, explained=str),
    Part("aggregation", find_aggregation, told=str, words=get_args(Aggregation), label="adds up", explained=str),
    # Asked where two counts are compared; told to whoever asks for one figure.
    Part("beside", find_beside, told=None, explained=lambda beside: beside.told),
    Part(
        "voice",
        find_voice,
        told=str,
        words=get_args(Voice),
        always=True,
        explained=lambda voice: None if voice == "body" else voice,
    ),
    # Told by the name of its figure, which only the document knows.
    Part("whole", _whole, told=None, explained=lambda _: None),
)


TOLD: Final = tuple(part for part in PARTS if part.told)


def read_context(view: SentenceView, quantity: Quantity) -> Context:
    """All parts of the context of one quantity."""
    found: dict[str, Any] = {}
    cues: list[Cue] = []
    for part in PARTS:
        found[part.name], fired = part.find(view, quantity)
        cues += fired
    return Context(**found, cues=tuple(cues))


def told(context: Context) -> dict[str, Told]:
    """Every part by the name it has in reports, as plain words or days; ``None`` where the text does not tell."""
    values = ((part, getattr(context, part.name)) for part in TOLD)
    return {part.field: None if value is None else part.told(value) for part, value in values if part.told}

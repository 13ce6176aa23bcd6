"""What the parts of a figure's context are made of; `factcheck.context.registry` holds them together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from factcheck.display import MONTHS, written_day
from factcheck.spans import Span

Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "planned", "forecast", "proposed", "conditional", "general", "retracted"]
Aggregation = Literal["event", "total", "level", "change", "increment", "rate", "per_side"]
Voice = Literal["headline", "body", "quotation", "caption"]
PERSON = "person"  # the head that stands for all words for people as such
MONEY = "money"  # what is spent, raised or given, where no noun says more


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that fired: which part of the context it decided, its words in the text, and what it says."""

    part: str  # "speaker", "modality", …
    span: Span
    says: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the noun phrase as written, its head lemma and the qualifiers before it, lower-case lemmas."""

    text: str
    head: str
    qualifiers: tuple[str, ...] = ()
    span: Span | None = None  # None when carried over from elsewhere (ellipsis)
    inferred: bool = False  # what money is by its verb alone: "spent $9m" is spending, and may be a cost elsewhere

    @property
    def told(self) -> str | None:
        """The head, where it tells more than that an amount is money."""
        return self.head if self.head != MONEY else None


@dataclass(frozen=True, slots=True)
class Action:
    """What happened to what is counted: the verb's lemma, also for nouns ("deaths" → die), and its words.

    ``role`` says which part the counted play: ``object`` (killed 12, 12 were killed), ``subject`` (12 arrived).
    """

    lemma: str
    span: Span | None = None
    role: Literal["subject", "object"] = "object"
    verb: str = ""  # the lemma of the verb itself with its particle ("die", "pick-up"), where a verb says it


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, body or thing named in the text; ``key`` is its normalised form, equal for the same one."""

    text: str
    key: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so; ``origin`` is a credited agency ("AFP reported"), ``named`` tells a name from "officials"."""

    text: str
    key: str
    named: bool
    span: Span | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The day or span the figure is about, both ends included; ``words`` as in the text."""

    start: dt.date
    stop: dt.date
    words: str
    span: Span | None = None
    carried: bool = False  # told elsewhere, of an event that the figure is taken to be part of

    @property
    def label(self) -> str:
        """The days as exactly as the text gives them: ``2012-05``, ``2004``, ``2012-05-01 – 2012-05-20``."""
        return label_of_days(self.start, self.stop)


def label_of_days(start: dt.date, stop: dt.date) -> str:
    """A day, a whole month, a whole year or years, or the first and the last day."""
    if start == stop:
        return start.isoformat()
    if start.day == 1 and _ends_month(stop):  # whole months
        if (start.year, start.month) == (stop.year, stop.month):
            return start.isoformat()[:7]
        if (start.month, stop.month) == (1, 12):
            return f"{start.year:04}" if start.year == stop.year else f"{start.year:04} – {stop.year:04}"
        return f"{start.isoformat()[:7]} – {stop.isoformat()[:7]}"
    return f"{start} – {stop}"


def written_days(start: dt.date, stop: dt.date) -> str:
    """Days as people write them: ``15 April 2017``, ``15 – 18 April 2017``, ``April 2017``, ``2004``."""
    label = label_of_days(start, stop)
    if len(label) == 4 or (len(label) == 11 and label[4:7] == " – "):
        return label
    if len(label) == 7:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if start == stop:
        return written_day(stop)
    if (start.year, start.month) == (stop.year, stop.month):
        return f"{start.day} – {written_day(stop)}"
    year = "" if start.year == stop.year else f" {start.year}"
    return f"{start.day} {MONTHS[start.month - 1]}{year} – {written_day(stop)}"


def _ends_month(day: dt.date) -> bool:
    return day == dt.date.max or (day + dt.timedelta(days=1)).day == 1


@dataclass(frozen=True, slots=True)
class Place:
    """The place of the event and the places it lies in, innermost first, where the text gives them."""

    name: str
    within: tuple[str, ...] = ()
    span: Span | None = None
    carried: bool = False  # as in `When`

    @property
    def named(self) -> bool:
        """Whether it has a name, by which it may be told from another: not "hotel"."""
        return self.name != self.name.lower()

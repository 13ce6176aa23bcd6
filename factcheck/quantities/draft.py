"""A number on its way to a quantity: the numeral with what stands right before and behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.numerals import Numeral
from factcheck.quantities.model import Change, ChangePart, Hedge, Tally
from factcheck.spans import Span
from factcheck.units import Unit

_REACH = 72  # characters before a number in which its hedge and its verb are looked for


@dataclass(slots=True)
class Draft:
    """What is known of one number while its neighbours are still being read.

    ``start`` and ``stop`` bound the number with sign, currency and magnitude; ``end`` also its unit's words.
    """

    numeral: Numeral
    start: int
    stop: int
    value: Decimal
    factor: Decimal
    grain: Decimal | None
    before: str = ""  # the text before it
    words: list[str] = field(default_factory=list)  # the same, as lower-case words
    unit: Unit | None = None
    unit_span: Span | None = None
    prefixed: bool = False  # the unit stands before the number, as currencies do
    hyphenated: bool = False  # "30-day"
    in_row: bool = False  # "four consecutive quarters"
    per: str | None = None
    end: int = 0
    hedge: Hedge | None = None
    rough: bool = False  # "about" stands between another hedge and the number: "within about 15 to 30"
    hedge_start: int = -1
    hedge_stop: int = -1
    change: Change | None = None
    change_part: ChangePart | None = None
    values: tuple[Decimal, ...] = ()
    alternatives: bool = False
    range: bool = False
    tally: Tally | None = None
    listed: bool = False  # its unit is that of the next number of a list
    restates: int | None = None  # index of the number it converts
    echoes: int | None = None  # index of the number whose change it tells in other terms
    doubt: str | None = None  # why it would not be a figure, were there no unit or hedge
    ordinal: bool = False
    cell: tuple[Span, Span] | None = None  # the label of its row, and all of a table in running text
    age: bool = False  # an age that is a limit, not somebody's
    trace: list[str] = field(default_factory=list)


def draft_of(numeral: Numeral, text: str, low: int) -> Draft:
    """A draft that knows its numeral and the words before it."""
    draft = Draft(numeral, numeral.start, numeral.stop, numeral.value, numeral.factor, numeral.grain, end=numeral.stop)
    look_left(draft, text, low)
    return draft


def look_left(draft: Draft, text: str, low: int) -> None:
    """Read the words before the draft's start anew."""
    low = max(low, draft.start - _REACH)
    paragraph = text.rfind("\n\n", low, draft.start)
    draft.before = text[low if paragraph < 0 else paragraph + 2 : draft.start]
    draft.words = draft.before.lower().replace("’", "'").split()


def take_article(draft: Draft, text: str, low: int) -> None:
    """Let "a few", "a dozen", "a million", "a quarter" include their article."""
    numeral = draft.numeral
    if not numeral.word or numeral.form in ("zero", "multiple", "ordinal") or numeral.start != draft.start:
        return
    for article in ("a ", "an "):
        at = draft.start - len(article)
        if at >= low and text[at : draft.start].lower() == article and (at == low or not text[at - 1].isalnum()):
            draft.start = at
            look_left(draft, text, low)
            return


def words_before_hedge(draft: Draft) -> list[str]:
    """The lower-case words before the number, its hedge left out."""
    if not 0 <= draft.hedge_start < draft.start:
        return draft.words
    return draft.before[: len(draft.before) - (draft.start - draft.hedge_start)].lower().split()

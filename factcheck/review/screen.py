"""What the terminal shows: one conflict, its sides next to each other, the numbers marked; state in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from factcheck.claims import Claim
from factcheck.comparing import Conflict
from factcheck.decisions import Decision, Standing
from factcheck.figures import Figure
from factcheck.reports import describe, wheres
from factcheck.reports.text import Quote, one_line, quote, quotes_of
from factcheck.review.choosing import Choice
from factcheck.review.session import Item, Session
from factcheck.review.styled import Line, Run, beside, cut, cut_start, ends, line, width_of, wrap

NARROW = 64  # below this the sides stand under each other
WIDE = 110  # lines longer than this are hard to read
SYMBOLS = {"conflict": "✕", "disputed": "⇄", "check": "?", "update": "↗", "compatible": "≈", "agree": "="}
KEYS = (
    ("c", "confirm"), ("d", "dismiss"), ("D", "all of this kind"), ("n", "note"),
    ("x", "split"), ("j", "join"), ("u", "undo"), ("o", "open"),
    ("← →", "move"), ("Tab", "next to decide"), ("?", "help"), ("q", "quit"),
)  # fmt: skip
HELP = (
    ("c", "confirm: a real conflict"),
    ("d", "dismiss: no conflict, with a reason if you like"),
    ("D", "dismiss all of this kind that are open; they are shown first"),
    ("n", "note something; decides nothing"),
    ("=", "decide as before, where a conflict is open again or asked about"),
    ("u", "undo your last decision, and the one before it, and so on"),
    ("x", "split: some figures are not about the same claim"),
    ("j", "join: another figure or conflict is about the same claim"),
    ("space →", "skip: go to the next one, decided or not"),
    ("p ←", "previous"),
    ("tab", "jump to the next one to decide; Shift-Tab to the one before"),
    ("↑ ↓", "scroll; also Page Up and Page Down"),
    ("o", "open the file at the line, in $EDITOR"),
    ("?", "this help"),
    ("q", "quit; everything is saved already"),
)


def letters() -> Iterator[str]:
    """Names for the figures of a conflict: a … z, aa, ab, …"""
    yield from ascii_lowercase
    for first in ascii_lowercase:
        yield from (first + second for second in ascii_lowercase)


def in_order(item: Item) -> tuple[Claim, ...]:
    """The figures in the order shown: first the two whose comparison decided, then the rest."""
    comparison = item.conflict.deciding
    first = (comparison.a, comparison.b) if comparison else ()
    places = {id(claim.figure) for claim in first}
    return (*first, *(claim for claim in item.claims if id(claim.figure) not in places))


def sides(item: Item) -> tuple[tuple[Claim, ...], ...]:
    """The figures that read the same together, in the order of their first."""
    together: dict[object, list[Claim]] = {}
    for claim in in_order(item):
        quantity = claim.figure.quantity
        key = (quantity.hard, quantity.typical, quantity.unit, claim.figure.context.polarity)
        together.setdefault(key, []).append(claim)
    return tuple(tuple(claims) for claims in together.values())


_OF_NATURE = {
    "internal": " within one article", "drift": " of a copy with its source", "arithmetic": " of a sum",
    "conversion": " of a conversion", "slip": " that may be a slip",
    "fall": " of a total that fell",
}  # fmt: skip


def kind_words(item: Item) -> str:
    """What is alike in conflicts of one kind: ``check within one article, about casualties.killed``."""
    _, nature, of_type = item.kind
    told = describe.LABELS[item.conflict.relation].lower() + _OF_NATURE.get(nature, "")
    return told + (f", about {of_type}" if of_type else "")


def where_said(figure: Figure) -> str:
    """Who says so and where it stands, short enough for a line of a list: ``the navy, Herald, line 4``."""
    said = dict.fromkeys((describe.source(figure), describe.outlet(figure.document), figure.where))
    return ", ".join(said)


def figure_choices(claims: Sequence[Claim]) -> list[Choice]:
    """Figures to choose from, each with its sentence."""
    made = []
    for claim in claims:
        figure = claim.figure
        label = f"{describe.words(figure)}  {where_said(figure)}"
        made.append(Choice(label, str(quote(figure, 300))))
    return made


def header(session: Session, width: int) -> list[Line]:
    """Where the review stands."""
    here = f"{session.index + 1} of {len(session.items)}" if session.items else "nothing to review"
    left = f"{session.left} to decide" if session.left else "all decided"
    start = line(Run("factcheck review", "bold"), f"  {here}, ", Run(left, "" if session.left else "good"))
    return [ends(start, line(Run(one_line(session.by), "dim")), width), line(Run("─" * width, "dim"))]


def footer(message: str, width: int, *, bad: bool = False) -> list[Line]:
    """What was just done or went wrong, and the keys."""
    return [
        line(Run("─" * width, "dim")),
        *wrap([Run(one_line(message), "bad" if bad else "")], width),
        *_key_lines(width),
    ]


def _key_lines(width: int) -> list[Line]:
    """The keys in as few lines as they fit, a key never apart from what it does."""
    lines: list[list[Run]] = []
    for key, what in KEYS:
        named = [Run(key, "bold"), Run(f" {what}")]
        if lines and width_of(lines[-1]) + 2 + width_of(named) <= width:
            lines[-1] += [Run("  "), *named]
        else:
            lines.append(named)
    return [cut(each, width) for each in lines]


def body(item: Item, width: int) -> list[Line]:
    """The conflict: its question, why it is one, what was decided, and every figure in its words."""
    width = min(width, WIDE)
    lines = [*_question(item, width), *_standing(item, width), ()]
    together = sides(item)
    quotes = quotes_of([claims[0].figure for claims in together])
    named = zip(letters(), together, quotes, strict=False)
    cards = [_card(name, claims, said, _column(width)) for name, claims, said in named]
    if width < NARROW:
        return [*lines, *(each for card in cards for each in (*card, ()))]
    for at in range(0, len(cards), 2):
        lines += [*beside(cards[at], cards[at + 1] if at + 1 < len(cards) else (), width), ()]
    return lines


def nothing(width: int, *, found: int) -> list[Line]:
    """For a review without conflicts."""
    words = (
        f"{describe.count(found, 'claim')} made more than once, none in conflict."
        if found
        else "No claim is made twice."
    )
    return wrap([Run(words)], width)


def help_page(width: int) -> list[Line]:
    lines: list[Line] = []
    for key, what in HELP:
        lines += wrap([Run(f"  {key:<9}", "bold"), Run(what)], width, " " * 11)
    return [*lines, (), *wrap([Run("Every decision is saved at once. Any key goes back.")], width)]


def listed(title: str, names: Sequence[str], width: int, most: int) -> list[Line]:
    """A list to look through, as long as there is room."""
    shown = names if len(names) <= most else names[: most - 1]
    lines = [line(Run(title, "bold")), (), *(cut([Run(f"  {one_line(name)}")], width) for name in shown)]
    return lines if len(shown) == len(names) else [*lines, line(Run(f"  and {len(names) - len(shown)} more", "dim"))]


def _question(item: Item, width: int) -> list[Line]:
    conflict = item.conflict
    label = f"{SYMBOLS[conflict.relation]} {describe.LABELS[conflict.relation]}"
    lines = wrap([Run(label, conflict.relation), Run("  "), Run(one_line(conflict.group.question), "bold")], width)
    if reason := describe.reason(conflict):
        lines += wrap([Run(reason)], width)
    comparison = conflict.deciding
    if comparison and comparison.hint:
        lines += wrap([Run(f"Hint: {one_line(comparison.hint)}")], width)
    if conflict.group.doubtful:
        lines += wrap([Run(_doubt(conflict))], width)
    return lines


def _doubt(conflict: Conflict) -> str:
    """A check says itself what is doubtful; what is left to say is the key."""
    if conflict.relation == "check":
        return "x splits figures that are not about the same thing."
    return "It is not certain that all these figures answer the same question (x splits them)."


def _standing(item: Item, width: int) -> list[Line]:
    notes = [wrap([Run("Note", "bold"), Run(f" by {_credit(note)}")], width) for note in item.standing.notes]
    return [*_decision(item.standing, width), *(line for note in notes for line in note)]


def _decision(standing: Standing, width: int) -> list[Line]:
    decision = standing.decision
    if decision is None:
        return []
    if standing.decided:
        return wrap([Run(decision.kind.capitalize(), "good"), Run(f" by {_credit(decision)}")], width)
    label = "Open again" if standing.state == "reopened" else "Is this the same?"
    why = f": {one_line(standing.why or '')} ({_credit(decision)}). Key = decides as before."
    return wrap([Run(label, "bad"), Run(why)], width)


def _credit(decision: Decision) -> str:
    note = f": {one_line(decision.note)}" if decision.note else ""
    return f"{one_line(decision.by)}, {decision.day}{note}"


def _column(width: int) -> int:
    return width if width < NARROW else (width - 3) // 2


def _card(name: str, claims: Sequence[Claim], said: Quote, width: int) -> list[Line]:
    """One number: what it says, who says so, where and when, its sentence with the number marked, who says the same."""
    figure = claims[0].figure
    lines = [cut([Run(f"{name}  ", "bold"), Run(describe.words(figure), "bold"), *_reading(figure)], width)]
    for words in _credits(figure):
        lines += wrap([Run(f"   {words}")], width, "   ")
    lines.append((Run("   "), *cut_start([Run(describe.place(figure), "dim")], width - 3)))
    text = [Run("   “"), Run(said.before), Run(said.words, "mark"), Run(said.after), Run("”")]
    lines += wrap(text, width, "   ")
    if also := [claim.figure for claim in claims[1:]]:
        told = f"also {wheres.where(also, wheres.of_figures(also))}"
        lines += wrap([Run(f"   {told}", "dim")], width, "   ")
    return lines


def _reading(figure: Figure) -> list[Run]:
    """How a hedged figure is read; an exact one says it itself."""
    quantity = figure.quantity
    if quantity.hard.is_point and quantity.hard == quantity.typical and _digits(figure):
        return []
    reading = describe.committed(quantity)
    return [] if reading == describe.words(figure).lower() else [Run(f"  ({reading})", "dim")]


def _digits(figure: Figure) -> bool:
    return any(character.isdigit() for character in figure.text)


def _credits(figure: Figure) -> list[str]:
    """Speaker, outlet and day of publication; the day the figure is about where it is another.

    A document without an outlet goes by its file, which stands below.
    """
    document, when = figure.document, figure.context.when
    names = [*describe.speakers([figure]), *([describe.outlet(document)] if document.outlet else [])]
    lines = [" in ".join(names)] if names else []
    published = f"published {document.published}" if document.published else ""
    about = ""
    if when and (when.start, when.stop) != (document.published, document.published):
        about = f"about {when.label}"
    if dates := ", ".join(filter(None, [published, about])):
        lines.append(dates)
    return lines

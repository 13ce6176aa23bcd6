"""Tables for MediaWiki: one for each claim to look at, one for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.comparing import Conflict
from factcheck.reports import Options, describe
from factcheck.reports.causes import step
from factcheck.reports.sides import Side, sides, some
from factcheck.reports.text import one_line, quote
from factcheck.scan import Scan

_QUOTE = 280
# Whatever can begin markup: links, templates, tables, tags, bold, signatures, magic words, bare addresses; and at the
# start of a line lists, headings and indents. As entities they are only characters.
_MARKUP = re.compile(
    r"[\[\]{}|<>&]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_|:(?=//)|(?i:(?<=\bmailto)|(?<=\bnews)|(?<=\btel)|(?<=\burn)):"
    r"|(?<![\w])-(?=[{}-])|^[*#:;=! +-]"
)


def render(scan: Scan, options: Options) -> str:
    """A heading and a sortable table for each claim to look at; with ``everything`` a table of the rest."""
    lines: list[str] = []
    standings = describe.standings(scan)
    parts = describe.sections(scan)
    for name in ("open", "confirmed", "decided"):
        under = name != "open"
        if under and parts[name]:
            lines += [f"== {describe.sentence(name)} ==", ""]
        for conflict in parts[name]:
            lines += _section(conflict, describe.standing(standings.get(conflict.group.id)), "===" if under else "==")
    rest = parts["rest"]
    if rest and options.everything:
        lines += ["== The rest ==", *_table(_OVERVIEW, map(_overview, rest)), ""]
    if scan.unread:
        lines += ["== Not read ==", *(f"* {escape(each.where)}: {escape(each.why)}" for each in scan.unread)]
    if not lines:
        lines = [f"{describe.headline(scan)} in {describe.count(len(scan.documents), 'document')}."]
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(conflict: Conflict, standing: str, mark: str) -> Iterator[str]:
    yield f"{mark} {_heading(conflict)} {mark}"
    yield _reason(conflict)
    if todo := step(conflict):
        yield f": Next: {escape(todo)}"
    if standing:
        yield f": {escape(standing)}"
    yield from _table(_ROW, map(_row, sides(conflict)))
    yield ""


_ROW = ("Figure", "Who", "Outlet", "Date", "Place", "Quote")
_OVERVIEW = ("Relation", "Claim", "Figures", "Range", "Sources")


def _heading(conflict: Conflict) -> str:
    return f"{describe.LABELS[conflict.relation]}: {escape(conflict.group.question)}"


def _reason(conflict: Conflict) -> str:
    return escape(describe.reason(conflict))


def _row(side: Side) -> tuple[str, ...]:
    figures = side.figures
    before, words, after = quote(side.first, _QUOTE)
    return (
        f"'''{escape(describe.words(side.first))}'''",
        escape(some(describe.speakers(figures)) or "–"),
        escape(some(describe.outlet(figure.document) for figure in figures)),
        describe.days(figures),
        escape(some(describe.place(figure) for figure in figures)),
        f"{escape(before, inside=True)}'''{escape(words, inside=True)}'''{escape(after, inside=True)}",
    )


def _overview(conflict: Conflict) -> tuple[str, ...]:
    return (
        describe.LABELS[conflict.relation],
        escape(conflict.group.question),
        escape(some(describe.words(claim.figure) for claim in conflict.group.claims)),
        describe.of_group(conflict.range, conflict),
        describe.sources(conflict),
    )


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield '{| class="wikitable sortable"'
    yield "! " + " !! ".join(headers)
    for row in rows:
        yield "|-"
        yield from (f"| {cell}".rstrip() for cell in row)
    yield "|}"


def escape(text: str, *, inside: bool = False) -> str:
    """Text as wikitext that shows just that text; ``inside`` keeps the spaces at its ends, where other text joins."""
    line = one_line(text)
    if inside and line:
        line = " " * text[0].isspace() + line + " " * text[-1].isspace()
    return _MARKUP.sub(lambda match: match.group()[:-1] + _entity(match.group()[-1]), line)


def _entity(mark: str) -> str:
    return " " if mark == " " else f"&#{ord(mark)};"

"""The markdown report: headings and tables that paste into GitHub, GitLab and wikis that read Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.comparing import Conflict
from factcheck.figures import Figure
from factcheck.reports import Options, describe
from factcheck.reports.causes import step
from factcheck.reports.matrix import FEW, Cell, matrix, tallies
from factcheck.reports.overview import Row, overview
from factcheck.reports.sides import Side, sides, some
from factcheck.reports.text import one_line, quote
from factcheck.scan import Scan

_QUOTE = 280  # characters of a sentence around its figure: a table cell is to stay readable
_MARKUP = re.compile(r"[\\`*\[\]<>|~$&]|(?<!\w)_|_(?!\w)|^\s*(?:[-+=#]|\d+[.)](?=\s|$))")
# What is alive without markup: names that are notified, numbers of issues, addresses with their scheme or without.
_LIVE = re.compile(
    r"[@#](?=\w)|\bGH(?=-\d)|/(?=/)|(?i:\b(?:mailto|xmpp|tel)(?=:)|\bwww(?=\.))|(?<=[\w-])\.(?=[A-Za-z]{2})"
)


def render(scan: Scan, options: Options) -> str:
    """The groups to look at, each with its table; with ``everything`` also a table of the rest."""
    lines = [f"# {describe.headline(scan)}", "", _summary(scan), ""]
    standings = describe.standings(scan)
    lines += _at_a_glance(scan, options)
    parts = describe.sections(scan)
    shown = parts["open"]
    for n, conflict in enumerate(shown[: options.top or None], 1):
        lines += _section(str(n), conflict, describe.standing(standings.get(conflict.group.id)))
    if 0 < options.top < len(shown):
        lines += [f"{len(shown) - options.top} more to look at (without `--top`).", ""]
    lines += _sources(scan)
    for name, n in (("confirmed", len(shown)), ("decided", len(shown) + len(parts["confirmed"]))):
        if parts[name]:
            lines += [f"# {describe.sentence(name)}", ""]
        for number, conflict in enumerate(parts[name], n + 1):
            lines += _section(str(number), conflict, describe.standing(standings.get(conflict.group.id)))
    rest = parts["rest"]
    if rest and options.everything:
        lines += ["## The rest", "", *_overview(rest), ""]
    elif rest:
        one = len(rest) == 1
        told = f"agree{'s' if one else ''} or can be reconciled (`--all` shows {'it' if one else 'them'})"
        lines += [f"{describe.count(len(rest), 'other claim')} {told}.", ""]
    if scan.unread:
        lines += ["## Not read", "", *(f"- {code(u.where)} {escape(u.why)}" for u in scan.unread), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _summary(scan: Scan) -> str:
    counted = [describe.tallied(relation, n) for relation, n in describe.tally(scan).items() if n]
    made = (
        f" {describe.count(len(scan.questions), 'claim')} made more than once: {', '.join(counted)}." if counted else ""
    )
    documents, figures = describe.count(len(scan.documents), "document"), describe.count(len(scan.figures), "figure")
    return f"{documents}, {figures}.{made} Rules `{scan.rules_hash[:12]}`."


def _at_a_glance(scan: Scan, options: Options) -> Iterator[str]:
    """A table of questions for each story, the most serious first; nothing where there is no more than one."""
    chapters = overview(scan)
    if sum(len(chapter.rows) for chapter in chapters) < 2:
        return
    yield "## At a glance"
    yield ""
    for chapter in chapters:
        rows = [row for row in chapter.rows if not options.top or row.rank <= options.top]
        if rows:
            yield f"### {escape(chapter.story.name)}"
            yield ""
            yield from table(
                ("", "", "Question", "Numbers", "Who against whom", "Days"), [_glance(row) for row in rows]
            )
            yield ""


def _sources(scan: Scan) -> Iterator[str]:
    """The matrix of each story that has several sources, and the count by outlet."""
    crossed = ((chapter, matrix(chapter.story, scan)) for chapter in overview(scan))
    made = [(chapter, found) for chapter, found in crossed if found and len(found.rows) >= FEW]
    if not made:
        return
    yield from ("## Who says what", "")
    yield from ("*Differs*: another source says something that does not fit; *apart*: most of the others do.", "")
    for chapter, found in made:
        yield from (f"### Sources of {escape(chapter.story.name)}", "")
        heads = [f"{describe.LABELS[column.relation]}: {escape(column.question)}" for column in found.columns]
        yield from table(("Source", *heads), [(escape(name), *map(_crossed, cells)) for name, cells in found.rows])
        if found.left:
            yield from ("", f"{describe.count(found.left, 'more question')} not shown.")
        yield ""
    rows = [(escape(each.outlet), str(each.along), str(each.apart)) for each in tallies(scan)]
    yield from ("### Outlets", "", "Of the questions that several outlets answer; counts, no grades.", "")
    yield from (*table(("Outlet", "With the rest", "Apart"), rows), "")


def _crossed(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return escape(cell.words) + (" *apart*" if cell.apart else " *differs*" if cell.differs else "")


def _glance(row: Row) -> tuple[str, ...]:
    label = describe.verdict(row.conflict)
    cells = (label, row.question, row.spread, row.against, row.days)
    return (str(row.rank), *map(escape, cells))


def _section(n: str, conflict: Conflict, standing: str) -> Iterator[str]:
    yield f"## {n}. {describe.verdict(conflict)}: {escape(conflict.group.question)}"
    yield ""
    comparison = conflict.deciding
    hint = f" *{escape(describe.sentence(comparison.hint))}*" if comparison and comparison.hint else ""
    yield escape(describe.reason(conflict)) + hint
    yield ""
    if todo := step(conflict):
        yield f"Next: {escape(todo)}"
        yield ""
    if standing:
        yield f"> {escape(standing)}"
        yield ""
    yield from table(("Figure", "Who", "Outlet", "Date", "Place", "Quote"), [_row(side) for side in sides(conflict)])
    yield ""
    yield f"{describe.count(len(conflict.group.claims), 'figure')} in {describe.sources(conflict)}."
    yield ""


def _row(side: Side) -> tuple[str, ...]:
    figures = side.figures
    places = list(dict.fromkeys(describe.place(figure) for figure in figures))
    return (
        f"**{escape(describe.words(side.first))}**",
        escape(some(describe.speakers(figures)) or "–"),
        escape(some(describe.outlet(figure.document) for figure in figures)),
        describe.days(figures),
        ", ".join(map(code, places[:3])) + (" …" if len(places) > 3 else ""),
        _quoted(side.first),
    )


def _quoted(figure: Figure) -> str:
    """The sentence with the figure in bold; the spaces around it stay outside the asterisks, as Markdown wants."""
    before, words, after = quote(figure, _QUOTE)
    return f"{escape(before)}**{escape(words)}**{escape(after)}"


def _overview(conflicts: Sequence[Conflict]) -> Iterator[str]:
    rows = [
        (
            describe.verdict(conflict),
            escape(conflict.group.question),
            escape(some(describe.words(claim.figure) for claim in conflict.group.claims)),
            describe.of_group(conflict.range, conflict),
            describe.sources(conflict),
        )
        for conflict in conflicts
    ]
    return table(("Relation", "Claim", "Figures", "Range", "Sources"), rows)


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a GitHub table of cells that are Markdown already."""
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def escape(text: str) -> str:
    """Text as Markdown that shows just that text: nothing in it is markup or a link, notifies anyone or ends a cell."""
    escaped = _MARKUP.sub(_escaped, one_line(text).join((_edge(text, 0), _edge(text, -1))) if text.strip() else text)
    return _LIVE.sub(lambda match: match.group() + "<!-- -->", escaped)


def _edge(text: str, end: int) -> str:
    return " " if text[end].isspace() else ""


def _escaped(match: re.Match[str]) -> str:
    mark = match.group()
    if mark in "<>&|":
        return {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "\\|"}[mark]
    return mark[:-1] + "\\" + mark[-1]


def code(text: str) -> str:
    """A path as code: fenced by more backticks than it holds; a bar is escaped even there, as tables want."""
    line = one_line(text).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"

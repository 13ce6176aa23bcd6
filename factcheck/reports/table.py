"""The report for the terminal: what a person should look at, worst first, each with its quotes and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.comparing import FLAGGED, Conflict, Relation
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.reports import Options, describe, wheres
from factcheck.reports.causes import step
from factcheck.reports.columns import GLUE, NOTHING, dotted, glue_numbers, table, wrap
from factcheck.reports.crossing import crossing_lines
from factcheck.reports.excerpts import excerpts
from factcheck.reports.glance import glance_lines, last_lines
from factcheck.reports.overview import spread
from factcheck.reports.sides import Side, quoted_sides, short_reading, sides, some
from factcheck.reports.text import in_quotes, one_line
from factcheck.scan import Scan

if TYPE_CHECKING:
    from factcheck.decisions import Standing

INDENT = "  "
UNKNOWN = NOTHING
MOST_ROWS, _HALF = 8, 3  # readings of a claim; of more than that only the lowest and the highest are shown
POLICIES = {"latest": "latest", "origins": "most origins say"}

Style = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, or none. They only repeat what the words say."""

    color: bool

    def bold(self, text: str) -> str:
        return self._paint(text, "1")

    def faint(self, text: str) -> str:
        return self._paint(text, "2")

    def number(self, text: str) -> str:
        return self._paint(text, "1;33")

    def relation(self, relation: Relation, text: str) -> str:
        hues = {"conflict": "1;31", "disputed": "1;31", "check": "1;33", "update": "1;36"}
        return self._paint(text, hues.get(relation, "1"))

    def mark(self, line: str, numbers: Sequence[str]) -> str:
        """A line of a quote with the numbers in its brackets painted."""
        for number in numbers:
            line = line.replace(f"[{number}]", f"[{self.number(number)}]")
        return line

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text


def render(scan: Scan, options: Options) -> str:
    """The whole report as text, at most ``options.width`` columns wide."""
    look = Look(options.color)
    if options.figures:
        from factcheck.reports.figures_table import figure_lines

        body = figure_lines(scan, options, look.faint)
    else:
        body = _sections(scan, options, look)
    return "\n".join([*map(look.bold, wrap(dotted(summary(scan).split(" · ")), options.width)), *body]) + "\n"


def summary(scan: Scan) -> str:
    """The scan in one line: documents, figures, claims, conflicts, things to check, files not read."""
    tally = describe.tally(scan)
    grouped = sum(len(conflict.group.claims) - 1 for conflict in scan.questions)
    parts = [
        describe.count(len(scan.documents), "document"),
        describe.count(len(scan.figures), "figure"),
        describe.count(len(scan.figures) - grouped, "claim"),
        *([describe.count(tally["conflict"], "conflict")] if tally["conflict"] or not tally["disputed"] else []),
        *([f"{tally['disputed']} disputed"] if tally["disputed"] else []),
        f"{tally['check']} to check",
        *([f"{len(scan.decided)} of them decided"] if scan.decided else []),
        f"{len(scan.unread)} not read" if scan.unread else "all read",
    ]
    return " · ".join(parts)


def _sections(scan: Scan, options: Options, look: Look) -> Iterator[str]:
    standings = scan.standings or (None,) * len(scan.questions)
    pairs = list(zip(scan.questions, standings, strict=True))
    flagged = [(c, s) for c, s in pairs if c.relation in FLAGGED and not (s and s.decided)]
    flagged.sort(key=lambda pair: not pair[0].likely)
    shown = flagged[: options.top] if options.top else flagged
    yield from glance_lines(scan, options, look)
    for n, (conflict, standing) in enumerate(shown, start=1):
        yield from _conflict(n, conflict, standing, options, look)
    stands = {conflict.group.id for conflict in describe.confirmed(scan)}
    decided = [(c, s) for c, s in pairs if s and s.decided and c.group.id not in stands]
    yield from crossing_lines(scan, options, look)
    if not flagged:
        yield from ("", *wrap(_calm(scan, decided), options.width))
    yield from _confirmed(scan, len(flagged), options, look)
    updates = [conflict for conflict, _ in pairs if conflict.relation == "update"]
    if updates:
        first, *more = wrap("UPDATES  later reports replaced earlier figures", options.width)
        yield from ("", look.relation("update", first[:7]) + look.faint(first[7:]), *map(look.faint, more))
    for conflict in updates:
        yield from _update(conflict, options, look)
    rest = [conflict for conflict, _ in pairs if conflict.relation in ("compatible", "agree")]
    if options.everything:
        yield from _decided(decided, options, look)
        yield from _agreeing(rest, options, look)
    yield from _closing(scan, rest, decided, options, more=len(flagged) - len(shown))
    yield from last_lines(scan, options, look.bold)


def _calm(scan: Scan, decided: Sequence[tuple[Conflict, Standing]]) -> str:
    """Why there is nothing to look at."""
    if not scan.documents:
        return "Nothing was read."
    if stands := len(describe.confirmed(scan)):
        stand = f"{describe.count(stands, 'confirmed conflict')} {'stands' if stands == 1 else 'stand'}"
        return f"Nothing left to decide; {stand}."
    if any(conflict.relation in FLAGGED for conflict, _ in decided):
        return "Nothing left to decide: every conflict is decided."
    return "Nothing to review: no figures of one claim contradict each other."


def _confirmed(scan: Scan, before: int, options: Options, look: Look) -> Iterator[str]:
    """What people said is a conflict: it stands, with all its readings, until the articles change."""
    standings = describe.standings(scan)
    for n, conflict in enumerate(describe.confirmed(scan), start=before + 1):
        if n == before + 1:
            yield from ("", look.bold("CONFIRMED"))
        yield from _conflict(n, conflict, standings[conflict.group.id], options, look)


def _conflict(n: int, conflict: Conflict, standing: Standing | None, options: Options, look: Look) -> Iterator[str]:
    width = options.width
    label = describe.LABELS[conflict.relation].upper() + ("" if conflict.likely else "?")
    yield ""
    question = wrap(f"{n}. {label}  {one_line(conflict.group.question)}", width, "", "   ")
    yield look.relation(conflict.relation, question[0][: len(f"{n}. {label}")]) + look.bold(
        question[0][len(f"{n}. {label}") :]
    )
    yield from map(look.bold, question[1:])
    yield from _reason(conflict, width, look)
    if standing and standing.why:
        yield from wrap(f"Open again: {one_line(standing.why)}", width, INDENT + " ")
    elif told := describe.standing(standing):
        yield from wrap(told, width, INDENT + " ")
    yield ""
    yield from _quotes(quoted_sides(conflict), width, look)
    yield ""
    known = dotted((*describe.sources(conflict).split(" · "), _range(conflict)))
    yield from map(look.faint, wrap(known, width, INDENT + " "))
    for copies in conflict.copies:
        yield from wrap(f"One origin: {_names(conflict, copies)}", width, INDENT + " ", INDENT + "   ")
    yield ""
    yield from _rows(sides(conflict), options, look)


def _rows(every: Sequence[Side], options: Options, look: Look) -> Iterator[str]:
    rows = every if options.everything or len(every) <= MOST_ROWS else (*every[:_HALF], *every[-_HALF:])
    named = wheres.of_figures(figure for side in rows for figure in side.figures)
    cells = [
        (
            some((glue_numbers(describe.words(figure)) for figure in side.figures), 2),
            glue_numbers(short_reading(side.first)),
            some(describe.speakers(side.figures), 2) or UNKNOWN,
            describe.days(side.figures).replace(" – ", f"{GLUE}– ") or UNKNOWN,
            wheres.where(side.figures, named),
        )
        for side in rows
    ]
    headers = ("As written", "Reading", "Who says so", "When", "Where")
    kept = [n for n in range(len(headers)) if any(row[n] != UNKNOWN for row in cells)]
    if all(row[0] == row[1] for row in cells):
        kept.remove(1)  # plain numbers are read as they are written
    lines = table(
        [headers[n] for n in kept],
        [[row[n] for n in kept] for row in cells],
        options.width - len(INDENT) - 1,
        least=[(10, 7, 11, 10, 10)[n] for n in kept],
        header_style=look.faint,
        cell_styles=(look.number,),
    )
    yield from (f"{INDENT} {line}".rstrip() for line in lines)
    if len(rows) < len(every):
        left = f"{len(every) - len(rows)} more readings lie between (--all shows them)"
        yield from map(look.faint, wrap(left, options.width, INDENT + " "))


def _range(conflict: Conflict) -> str:
    """From the lowest number to the highest, and the best of them under the policy asked for."""
    told = spread(conflict)
    if conflict.best is None or conflict.policy not in POLICIES:
        return told
    best = describe.of_group(Interval.point(conflict.best), conflict)
    return f"{told.partition(', mostly')[0]}, {POLICIES[conflict.policy]} {best}"


def _names(conflict: Conflict, documents: Sequence[str]) -> str:
    """The documents of a set of copies."""
    named = wheres.of_figures(claim.figure for claim in conflict.group.claims)
    return some((name for document, name in named.items() if document in documents), 6)


def _quotes(figures: Sequence[Figure], width: int, look: Look) -> Iterator[str]:
    """The words around each figure with its number in brackets, and where they stand; those of one sentence once."""
    for together in excerpts(figures):
        lines = wrap(in_quotes(together.marked), width, INDENT + " ", INDENT + "  ")
        for line in lines:
            yield look.mark(line, together.numbers)
        yield look.faint(f"{INDENT}  {describe.place(together.figures[0])}")


def _reason(conflict: Conflict, width: int, look: Look) -> Iterator[str]:
    """One sentence of reason, what would settle it, then a hint and notes where there are any."""
    deciding = conflict.deciding
    lines = [("Why:", describe.reason(conflict))]
    if todo := step(conflict):
        lines.append(("Next:", todo))
    if deciding and deciding.hint:
        lines.append(("Hint:", one_line(deciding.hint)))
    lines += [("Note:", one_line(note)) for note in conflict.notes]
    for label, text in lines:
        first, *rest = wrap(f"{label} {text}", width, INDENT + " ", INDENT + " " * (len(label) + 2))
        yield first.replace(label, look.bold(label), 1)
        yield from rest


def _update(conflict: Conflict, options: Options, look: Look) -> Iterator[str]:
    yield ""
    yield from map(look.bold, wrap(one_line(conflict.group.question), options.width, INDENT + " "))
    yield from _rows(sides(conflict), options, look)
    yield from _reason(conflict, options.width, look)


def _agreeing(rest: Sequence[Conflict], options: Options, look: Look) -> Iterator[str]:
    """One row for each claim whose figures can all be true at once."""
    if not rest:
        return
    heading = wrap("Claims whose figures agree, can all be true at once, or are not compared", options.width)
    yield from ("", *map(look.bold, heading), "")
    named = wheres.of_figures(claim.figure for conflict in rest for claim in conflict.group.claims)
    cells = [
        (
            one_line(conflict.group.question),
            some((glue_numbers(describe.words(claim.figure)) for claim in conflict.group.claims), 4),
            describe.verdict(conflict).lower() + (" (unusual)" if _unusual(conflict) else ""),
            wheres.where([claim.figure for claim in conflict.group.claims], named),
        )
        for conflict in rest
    ]
    width = options.width - len(INDENT) - 1
    lines = table(
        ("Question", "As written", "Verdict", "Where"), cells, width, least=(20, 10, 10, 14), header_style=look.faint
    )
    yield from (f"{INDENT} {line}".rstrip() for line in lines)


def _unusual(conflict: Conflict) -> bool:
    return any(comparison.unusual for comparison in conflict.comparisons)


def _decided(decided: Sequence[tuple[Conflict, Standing]], options: Options, look: Look) -> Iterator[str]:
    if not decided:
        return
    yield from ("", look.bold("Decided"), "")
    for conflict, standing in decided:
        decision = standing.decision
        words = f"{decision.kind} by {decision.by}, {decision.day}: " if decision else ""
        note = f" ({decision.note})" if decision and decision.note else ""
        yield from wrap(words + one_line(conflict.group.question + note), options.width, INDENT + " ", INDENT + "   ")


def _closing(
    scan: Scan, rest: Sequence[Conflict], decided: Sequence[tuple[Conflict, Standing]], options: Options, *, more: int
) -> Iterator[str]:
    """What is not shown, and how to see it."""
    hidden = []
    if rest and not options.everything:
        hidden.append(f"{describe.count(len(rest), 'claim')} whose figures agree")
    if decided and not options.everything:
        hidden.append(f"{len(decided)} decided")
    told = [f"{more} more to look at (without --top)"] if more else []
    told += [f"{' and '.join(hidden)} (--all shows them)"] if hidden else []
    alone = len(scan.figures) - sum(len(conflict.group.claims) for conflict in scan.questions)
    if alone > 0:
        stand = "stands alone (--figures shows it)" if alone == 1 else "stand alone (--figures shows them)"
        told.append(f"{describe.count(alone, 'figure')} that {stand}")
    if told:
        yield ""
        yield from wrap(f"Not shown: {'; '.join(told)}.", options.width)

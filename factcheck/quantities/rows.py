"""Tables flattened into one line: "Votes cast Reds 45 12% Blues 31 9% Greens 8 2%", rows of a label and its cells.

What must not match: "killed 12 in Kabul, 3 in Herat and 4 in Farah", "Reds won 45, Blues 31 and Greens 8", fewer than
three rows, rows of unlike length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.quantities.draft import Draft
from factcheck.spans import Span

# A name, or before a bracket any words: "North Dakota 12", "Somewhat liberal (40%)".
_NAME = r"[A-Z][\w.'’&/-]*(?: (?:(?:of|and|the|de) )?[A-Z][\w.'’&/-]*){0,4}"
_LABEL = rf"(?P<label>{_NAME}|[A-Z][\w'’-]*(?: [a-z][\w'’-]*){{1,4}}(?= \())\s\(?"
_FIRST, _NEXT = re.compile(rf"(?:^|\s){_LABEL}$"), re.compile(rf"\)?\s+{_LABEL}")
_BESIDE = re.compile(r"\)? \(?")  # between two cells of a row
_REACH, _LEAST, _WIDE = 60, 3, 2


def take_rows(figures: Sequence[Draft], text: str) -> None:
    """Tell the cells of flattened tables the label of their row, and the bare ones the unit of their column."""
    for rows in _tables(figures, text) if len(figures) >= _LEAST else ():
        for label, cells in rows:
            for draft in cells:
                draft.row, draft.table = label, Span(rows[0][0].start, rows[-1][1][-1].stop)
        _share_units([cells for _, cells in rows])


_Row = tuple[Span, list[Draft]]


def _tables(figures: Sequence[Draft], text: str) -> Iterator[list[_Row]]:
    """The runs of three rows or more of about one length."""
    run: list[_Row] = []
    for row, goes_on in list(_rows(figures, text)):  # whole rows
        size = len(run[0][1]) if run else 0
        if not goes_on or abs(len(row[1]) - size) > (size > _WIDE):
            if len(run) >= _LEAST:
                yield run
            run = []
        run.append(row)
    if len(run) >= _LEAST:
        yield run


def _rows(figures: Sequence[Draft], text: str) -> Iterator[tuple[_Row, bool]]:
    """Each label with the cells behind it, and whether it stands right behind the row before."""
    cells: list[Draft] = []
    stop = 0
    for draft in figures:
        if draft.numeral.form != "digits" or draft.hedge is not None:
            cells = []
        elif cells and _BESIDE.fullmatch(text, stop, draft.start):
            cells.append(draft)
        else:
            following = _NEXT.fullmatch(text, stop, draft.start) if cells else None
            low = max(stop, draft.start - _REACH)
            label = following or _FIRST.search(text[low : draft.start])
            cells = [draft] if label else []
            if label:
                shift = 0 if following else low
                yield (Span(label.start("label") + shift, label.end("label") + shift), cells), following is not None
        stop = draft.stop


def _share_units(rows: Sequence[list[Draft]]) -> None:
    """Give bare cells the unit that the first of their column has, or that all cells of the first row have."""
    found = [cell.unit for row in rows for cell in row if cell.unit is not None]
    only = found[0] if found and not any(cell.unit for row in rows[1:] for cell in row) else None
    for row in rows:
        for at, cell in enumerate(row):
            above = rows[0][at].unit if at < len(rows[0]) else None
            if cell.unit is None and (above or only) is not None:
                cell.unit = above or only
                cell.trace.append("unit of the column")

"""Tables flattened into one line: "Votes cast Reds 45 12% Blues 31 9% Greens 8 2%", rows of a label and its cells.

What must not match: "killed 12 in Kabul, 3 in Herat and 4 in Farah", "Reds won 45, Blues 31 and Greens 8", fewer than
three rows, rows of unlike length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.quantities.draft import Draft
from factcheck.spans import Span

# Before the first cell of a row: a name, or before a bracket any words: "North Dakota 12", "Somewhat liberal (40%)".
_NAME = r"[A-Z][\w.'’&/-]*(?: (?:(?:of|and|the|de) )?[A-Z][\w.'’&/-]*){0,4}"
_LABEL = re.compile(rf"\)?(?:^|\s+)(?P<label>{_NAME}|[A-Z][\w'’-]*(?: [a-z][\w'’-]*){{1,4}}(?= \())\s\(?$")
_BESIDE = re.compile(r"\)? \(?")  # between two cells of a row
_RUN = re.compile(r"[rx](?P<cells>c*)(?:r(?P=cells)){2,}(?!c)")  # by what stands before each number, as told below
_REACH, _LEAST = 60, 3


def take_rows(figures: Sequence[Draft], text: str) -> None:
    """Tell the cells of flattened tables the label of their row, and the bare ones the unit of their column."""
    if len(figures) < _LEAST:
        return
    priors = (None, *figures)
    before = "".join(map(_before, figures, priors, [text] * len(figures)))
    for run in _RUN.finditer(before):
        cells, size = figures[run.start() : run.end()], 1 + len(run["cells"])
        labels = [_label(figures[at], priors[at], text) for at in range(run.start(), run.end(), size)]
        if labels[0].of(text):
            for at, draft in enumerate(cells):
                draft.cell = labels[at // size], Span(labels[0].start, cells[-1].stop)
            _share_units(cells, size)


def _label(draft: Draft, prior: Draft | None, text: str) -> Span:
    """The name before the first cell of a row; empty where there is none."""
    low = max(prior.stop if prior is not None else 0, draft.start - _REACH)
    label = _LABEL.search(text[low : draft.start])
    return Span(low + label.start("label"), low + label.end("label")) if label else Span(low, low)


def _before(draft: Draft, prior: Draft | None, text: str) -> str:
    """What stands before a number: the last cell of its row (c), the label of the next row (r), or else (x)."""
    if prior is None or any(one.numeral.form != "digits" or one.hedge is not None for one in (draft, prior)):
        return "x"
    gap = text[prior.stop : draft.start]
    return "c" if _BESIDE.fullmatch(gap) else "r" if _LABEL.fullmatch(gap) else "x"


def _share_units(cells: Sequence[Draft], size: int) -> None:
    """Give bare cells the unit that the first of their column has, or that all cells of the first row have."""
    first = [cell.unit for cell in cells[:size]]
    only = next((unit for unit in first if unit), None) if not any(cell.unit for cell in cells[size:]) else None
    for at, cell in enumerate(cells):
        cell.unit = cell.unit or first[at % size] or only

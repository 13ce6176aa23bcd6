"""The table of all figures, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from factcheck.claims import Claim
from factcheck.figures import Figure
from factcheck.reports import Options, describe
from factcheck.reports.columns import dotted, glue_numbers, table, wrap
from factcheck.reports.sides import short_reading
from factcheck.reports.text import one_line, source_name
from factcheck.scan import Scan


def figure_lines(scan: Scan, options: Options, header_style: Callable[[str], str]) -> Iterator[str]:
    """Every figure in document order: line, words, reading, the question it answers, who says it."""
    claims = {claim.figure.id: claim for claim in scan.claims}
    for document, figures in groupby(scan.figures, key=lambda figure: figure.document):
        yield ""
        yield from wrap(dotted((source_name(document.path), *describe.known(document))), options.width)
        cells = [_cells(figure, claims.get(figure.id)) for figure in figures]
        headers = (
            "Line" if document.location == "line" else document.location.title(),
            "As written",
            "Reading",
            "Question",
            "Who says so",
        )
        least = (4, 10, 7, 14, 11)
        yield from table(headers, cells, options.width, least=least, header_style=header_style, titled=True)


def _cells(figure: Figure, claim: Claim | None) -> tuple[str, ...]:
    speaker = figure.context.speaker
    return (
        figure.where.rpartition(" ")[2],
        glue_numbers(describe.words(figure)),
        glue_numbers(short_reading(figure)),
        one_line(claim.question) if claim else "",
        one_line(speaker.text) if speaker else "–",
    )

"""The table of all figures, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from factcheck.claims import Claim
from factcheck.figures import Figure
from factcheck.reports import Options, describe
from factcheck.reports.columns import GLUE, NOTHING, dotted, glue_numbers, table, wrap
from factcheck.reports.sides import short_reading
from factcheck.reports.text import one_line, source_name
from factcheck.scan import Scan

_WIDE = 110  # columns of a terminal in which when and where have room beside the rest


def figure_lines(scan: Scan, options: Options, header_style: Callable[[str], str]) -> Iterator[str]:
    """Every figure in document order: line, words, reading, the question it answers, who says it."""
    claims = {claim.figure.id: claim for claim in scan.claims}
    for document, figures in groupby(scan.figures, key=lambda figure: figure.document):
        yield ""
        yield from wrap(dotted((source_name(document.path), *describe.known(document))), options.width)
        rows = [(_cells(figure, claims.get(figure.id)), _more_cells(figure)) for figure in figures]
        headers: tuple[str, ...] = (
            "Line" if document.location == "line" else document.location.title(),
            "As written",
            "Reading",
            "Question",
            "Who says so",
        )
        least: tuple[int, ...] = (4, 10, 7, 14, 11)
        if options.width >= _WIDE:
            headers, least = (*headers, "When", "Where"), (*least, 10, 10)
            cells = [(*first, *more) for first, more in rows]
        else:
            cells = [first for first, _ in rows]
        yield from table(headers, cells, options.width, least=least, header_style=header_style, titled=True)
    counted = {figure.document.id for figure in scan.figures}
    bare = [source_name(document.path) for document in scan.documents if document.id not in counted]
    if bare:
        yield ""
        yield from wrap(f"No figures in: {', '.join(bare)}", options.width, hanging="  ")


def _more_cells(figure: Figure) -> tuple[str, ...]:
    """The days and the place a figure is about; what its text does not tell is left blank."""
    when, place = figure.context.when, figure.context.place
    days = when.label.replace(" – ", f"{GLUE}– ") if when else NOTHING
    return days, one_line(place.name) if place and place.named else NOTHING


def _cells(figure: Figure, claim: Claim | None) -> tuple[str, ...]:
    speaker = figure.context.speaker
    return (
        figure.where.rpartition(" ")[2],
        glue_numbers(describe.words(figure)),
        glue_numbers(short_reading(figure)),
        one_line(claim.question) if claim else "",
        one_line(speaker.text) if speaker else "–",
    )

"""Parquet exports (pyarrow), row by row."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow
import pyarrow.parquet

from factcheck.documents.entries import Found, Source
from factcheck.documents.readers.tables import Row, columns_of, documents
from factcheck.errors import UnreadableError

_BATCH = 1000  # rows held at a time


def read(source: Source) -> Iterator[Found]:
    """The rows that hold a text; only the columns that are known to mean something are read."""
    try:
        table = pyarrow.parquet.ParquetFile(pyarrow.BufferReader(source.data))
    except pyarrow.ArrowException as error:
        raise UnreadableError("broken as a Parquet table", todo="export it anew") from error
    yield from documents(_rows(table, source), source, "row")


def _rows(table: pyarrow.parquet.ParquetFile, source: Source) -> Iterator[Row]:
    names = table.schema_arrow.names
    wanted = [name for name in columns_of(dict.fromkeys(names), source).values() if name in names]
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=wanted or names[:1]):
        source.budget.spend(batch.nbytes)
        for values in batch.to_pylist():
            number += 1
            yield number, values

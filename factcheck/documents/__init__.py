"""Reading: paths to `Document`s, whatever the file holds, and what could not be read with the reason."""

from factcheck.documents.discovery import Discovery, discover
from factcheck.documents.model import (
    SILENT,
    TOLD_BY,
    Block,
    BlockKind,
    Copy,
    Document,
    Location,
    Provenance,
    Unread,
    is_there,
    printable_path,
)
from factcheck.documents.options import ReadOptions
from factcheck.documents.reading import (
    document_from_text,
    number_documents,
    read_documents,
    read_file,
)

__all__ = [
    "SILENT",
    "TOLD_BY",
    "Block",
    "BlockKind",
    "Copy",
    "Discovery",
    "Document",
    "Location",
    "Provenance",
    "ReadOptions",
    "Unread",
    "discover",
    "document_from_text",
    "is_there",
    "number_documents",
    "printable_path",
    "read_documents",
    "read_file",
]

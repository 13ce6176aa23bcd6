"""Reading: paths to `Document`s, whatever the file holds, and what could not be read with the reason."""

from factcheck.documents.discovery import Discovery, discover
from factcheck.documents.model import Block, BlockKind, Document, PublishedFrom, Unread
from factcheck.documents.reading import (
    document_from_text,
    number_documents,
    printable_path,
    read_document,
    read_documents,
)

__all__ = [
    "Block",
    "BlockKind",
    "Discovery",
    "Document",
    "PublishedFrom",
    "Unread",
    "discover",
    "document_from_text",
    "number_documents",
    "printable_path",
    "read_document",
    "read_documents",
]

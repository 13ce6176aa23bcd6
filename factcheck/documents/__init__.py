"""Reading: paths to `Document`s, whatever the file holds, and what could not be read with the reason."""

from factcheck.documents.model import Block, BlockKind, Document, PublishedFrom, Unread
from factcheck.documents.reading import document_from_text

__all__ = ["Block", "BlockKind", "Document", "PublishedFrom", "Unread", "document_from_text"]

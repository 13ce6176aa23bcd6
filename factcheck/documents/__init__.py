"""Reading: paths to `Document`s, whatever the file holds, and what could not be read with the reason."""

from factcheck.documents.model import Block, BlockKind, Document, PublishedFrom, Unread

__all__ = ["Block", "BlockKind", "Document", "PublishedFrom", "Unread"]

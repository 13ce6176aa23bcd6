"""What a reader of articles may be told from outside: the options and the configuration that concern reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read; everything here is asked only where a document does not tell by itself, or tells in its own words.

    ``published`` and ``outlet`` are for documents that tell none. ``outlets`` gives names to domains, before those
    the tool knows; ``columns`` says which column of an export holds the title, the text, the date, the outlet or the
    address. ``time_zone`` is the one in which a moment of publication is told as a day: an IANA name, or ``None`` for
    that of the document. ``exclude`` are patterns, as in .gitignore and from the folder ``root`` on, of what is
    left out of folders. ``tolerances`` say by what share a number may be off that is hedged with "about", "nearly" or
    "just_over", in place of what the rules say.
    """

    published: dt.date | None = None
    outlet: str | None = None
    outlets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    time_zone: str | None = None
    exclude: tuple[str, ...] = ()
    root: str = ""
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)

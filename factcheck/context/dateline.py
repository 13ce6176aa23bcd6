"""The line that a report opens with, which is no part of its first sentence: "BOGOTA, 16 Aug 89 (Efe) -- [text] "."""

from __future__ import annotations

import re

from factcheck.context.names import credited
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_LONGEST = 160  # characters
_NAME = r"[A-Z][\w.'’/]*"
_PLACE = rf"{_NAME}(?:,?\ (?:{_NAME}|city|and|de|del|la|el|al|\([A-Z][\w .]+\)))*"
_DATE = r",?\ (?:\d{1,2}\ [A-Za-z]{3,9}\.?(?:\ \d{2,4})?|[A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,\ \d{4})?)"
_AGENCY = r",?\ ?\([^()\n]{2,60}\)"
_DASH = r"\ ?(?:--|[—–_-])\ "
# "LONDON | Sat Nov 19, 2011 6:17 pm EST " before the place.
_STAMP = r"(?:[A-Z][^|\n]{1,40}\|\ [^|\n]{1,50}?\ (?=[A-Z]{3}))?"
# Behind capitals a dash is enough; any other name takes an agency or a date too: not "Hale - a sailor - left".
_LINE = re.compile(
    rf"{_STAMP}(?:{_PLACE}(?:{_DATE}(?:{_AGENCY})?|{_AGENCY})|[A-Z][A-Z.'’-]{{2,}}(?:,?\ {_NAME}){{0,3}}){_DASH}"
    r"(?:\[[^\]\n]{2,80}\]\ ?)*",
    re.VERBOSE,
)
_UNDASHED = re.compile(rf"{_PLACE}\ \(([^()\n]{{2,40}})\)\ (?=[A-Z])", re.VERBOSE)


def behind_dateline(text: str, span: Span, vocabulary: Vocabulary) -> int:
    """Where a sentence goes on behind its dateline; its start where it has none. Behind an agency no dash is needed."""
    stop = min(span.stop, span.start + _LONGEST)
    match = _LINE.match(text, span.start, stop)
    if match is None:
        undashed = _UNDASHED.match(text, span.start, stop)
        match = undashed if undashed is not None and credited(undashed[1], vocabulary) else None
    return match.end() if match is not None and match.end() < span.stop else span.start

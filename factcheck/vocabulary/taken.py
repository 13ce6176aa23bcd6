"""Lists of words that take in another list of their table: "+name" stands for all words of ``name``."""

from __future__ import annotations

from typing import Any

from factcheck.vocabulary.source import Table


def taken_in(table: Table) -> Table:
    """A table in which every list holds the words of those that it takes in; a "+" before anything else stays."""
    return {key: taken_in(value) if isinstance(value, dict) else _whole(value, table) for key, value in table.items()}


def _whole(value: Any, table: Table) -> Any:
    words = value.split() if isinstance(value, str) else value if isinstance(value, list) else ()
    inner = [word for word in words if isinstance(word, str) and word[:1] == "+" and word[1:] in table]
    if not inner:
        return value
    own = [word for word in words if word not in inner]
    taken = [_whole(table[word[1:]], table) for word in inner]
    if isinstance(value, str):
        return " ".join((*own, *taken))
    return [*own, *(word for words in taken for word in words)]

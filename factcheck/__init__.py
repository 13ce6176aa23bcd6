"""Find every figure in a pile of articles, group the figures by claim, and show where sources conflict.

>>> import factcheck
>>> scan = factcheck.scan("articles/")
>>> for conflict in scan.conflicts:
...     print(conflict.relation, conflict.group.question)

`scan` does the whole job. Its stages are verbs of their own: `read` documents, `extract` the figures of one, `group`
figures by the claim they make, `compare` the figures of each group. `report` turns a scan into text, `load_ruleset`
reads rules, and `document_from_text` makes a document of a string. Everything returned is frozen and holds what it
was made from, down to the place in the text.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from factcheck._version import __version__

# The function shares its module's name, so it has to be in place before anyone imports the module; that is cheap.
from factcheck.scan import Scan, scan

if TYPE_CHECKING:
    from factcheck.claims import Claim
    from factcheck.comparing import Comparison, Conflict
    from factcheck.documents import Document, Unread, document_from_text
    from factcheck.errors import FactcheckError
    from factcheck.figures import Extraction, Figure
    from factcheck.grouping import ClaimGroup
    from factcheck.quantities import Quantity
    from factcheck.reports import report as report
    from factcheck.ruleset import Ruleset, load_ruleset
    from factcheck.stages import compare, extract, group, read

__all__ = [
    "Claim",
    "ClaimGroup",
    "Comparison",
    "Conflict",
    "Document",
    "Extraction",
    "FactcheckError",
    "Figure",
    "Quantity",
    "Ruleset",
    "Scan",
    "Unread",
    "__version__",
    "compare",
    "document_from_text",
    "extract",
    "group",
    "load_ruleset",
    "read",
    "report",
    "scan",
]

_HOMES = {
    "factcheck.claims": ("Claim",),
    "factcheck.comparing": ("Comparison", "Conflict"),
    "factcheck.documents": ("Document", "Unread", "document_from_text"),
    "factcheck.errors": ("FactcheckError",),
    "factcheck.figures": ("Extraction", "Figure"),
    "factcheck.grouping": ("ClaimGroup",),
    "factcheck.quantities": ("Quantity",),
    "factcheck.ruleset": ("Ruleset", "load_ruleset"),
    "factcheck.stages": ("compare", "extract", "group", "read"),
}


def __getattr__(name: str) -> Any:
    """The rest of the API, imported when it is first used, so that ``import factcheck`` costs next to nothing."""
    if name == "report":
        return importlib.import_module("factcheck.reports").report
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

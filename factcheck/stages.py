"""The stages of a scan as verbs, for whoever wants to do one thing at a time, as in a notebook.

`scan` does the same from end to end; here each step takes what the one before it gave.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import Conflict, compare_groups
from factcheck.documents import Document, ReadOptions, Unread, document_from_text, read_documents
from factcheck.figures import Extraction, Figure, extract_figures
from factcheck.grouping import ClaimGroup, group_claims
from factcheck.grouping.bounds import bounded
from factcheck.grouping.linking import document_order
from factcheck.ruleset import Ruleset, bundled_ruleset
from factcheck.scan import Paths, as_paths, number, number_groups


class Groups(tuple[ClaimGroup, ...]):
    """Groups of claims, with all the claims they were made from: checks across claims need those in no group too.

    ``limits`` tells of each text that has too many figures where the first is that was not compared.
    """

    claims: tuple[Claim, ...] = ()
    limits: tuple[Unread, ...] = ()


def read(paths: Paths, *, published: dt.date | None = None) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents behind files, folders, patterns or ``-``, sorted by path, and what could not be read, with why.

    ``published`` is the date of documents that do not tell theirs.
    """
    return read_documents(as_paths(paths), ReadOptions(published=published))


def extract(document: Document | str, ruleset: Ruleset | None = None) -> Extraction:
    """The figures of one document (or of a text) in their context, and what only looks like a figure, with why."""
    if isinstance(document, str):
        document = document_from_text(document)
    return extract_figures(document, (ruleset or bundled_ruleset()).vocabulary)


def group(figures: Iterable[Figure | Extraction], ruleset: Ruleset | None = None) -> Groups:
    """The figures (or whole extractions) that answer the same question, two or more together, in document order."""
    ruleset = ruleset or bundled_ruleset()
    claims, limits = bounded(claim(figures, ruleset))
    groups = Groups(group_claims(claims, ruleset.vocabulary).groups)
    groups.claims, groups.limits = claims, limits
    return groups


def claim(figures: Iterable[Figure | Extraction], ruleset: Ruleset | None = None) -> tuple[Claim, ...]:
    """The question each figure answers: a rule's, or the generic one. Extractions are numbered through first."""
    given = list(figures)
    extractions = number(item for item in given if isinstance(item, Extraction))
    loose = [item for item in given if not isinstance(item, Extraction)]
    every = [*(figure for extraction in extractions for figure in extraction.figures), *loose]
    return tuple(claim_figures(every, ruleset or bundled_ruleset()))


def compare(groups: Iterable[ClaimGroup], ruleset: Ruleset | None = None) -> tuple[Conflict, ...]:
    """Each group with its verdict and the reason for it, worst first, numbered in that order as `scan` does.

    What `group` gave brings all its claims along: those of different questions are checked against each other (parts
    and wholes, sums, conversions), and a check that does not hold is a group of its own. Of a mere list of groups,
    only the claims in them are checked.
    """
    groups = groups if isinstance(groups, Groups) else tuple(groups)
    inside = (claim for group in groups for claim in group.claims)
    claims = groups.claims if isinstance(groups, Groups) else sorted(inside, key=document_order)
    vocabulary = (ruleset or bundled_ruleset()).vocabulary
    return number_groups(compare_groups(groups, vocabulary, claims=tuple(claims)))

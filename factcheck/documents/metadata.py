"""What is known of a document besides its text, and who told it: title, outlet, day of publication, address.

Every source of such knowledge gives one `Known`; `settle` believes the strongest that tells, field by field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from factcheck.documents.model import Provenance
from factcheck.documents.outlets import domain_of, name_of_domain

_RANK: Mapping[str, int] = {source: rank for rank, source in enumerate(get_args(Provenance))}


@dataclass(frozen=True, slots=True)
class Known:
    """What one source tells of a document; ``None`` where it does not."""

    source: Provenance
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    modified: dt.date | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is believed of a document, and from where its day and its outlet are known."""

    title: str | None = None
    outlet: str | None = None
    outlet_from: Provenance | None = None
    published: dt.date | None = None
    published_from: Provenance | None = None
    modified: dt.date | None = None
    url: str | None = None
    author: str | None = None


def settle(knowledge: Iterable[Known], names: Mapping[str, str]) -> Metadata:
    """The strongest source's word for each field; an outlet that none names is that of the address.

    ``names`` are outlets by domain: an outlet that is told as a domain is called by its name.
    """
    ordered = sorted(knowledge, key=lambda known: _RANK[known.source])
    outlet, outlet_from = _outlet(ordered, names)
    dated = next((known for known in ordered if known.published), None)
    return Metadata(
        title=next((known.title for known in ordered if known.title), None),
        outlet=outlet,
        outlet_from=outlet_from,
        published=dated.published if dated else None,
        published_from=dated.source if dated else None,
        modified=next((known.modified for known in ordered if known.modified), None),
        url=next((known.url for known in ordered if known.url), None),
        author=next((known.author for known in ordered if known.author), None),
    )


def _outlet(ordered: Iterable[Known], names: Mapping[str, str]) -> tuple[str | None, Provenance | None]:
    for known in ordered:
        told = known.outlet or (domain_of(known.url) if known.url else None)
        if told:
            domain = domain_of(told) if " " not in told else None
            return (name_of_domain(domain, names) if domain else told), known.source
    return None, None

"""What a web page says of itself to machines: JSON-LD, meta tags, the comment of the program that saved it."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import lxml.etree

from factcheck.documents.dates import day_of
from factcheck.documents.metadata import Known
from factcheck.documents.readers.markup import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog", re.I)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|url:\s*(https?://\S+)", re.I)
_META: Mapping[str, tuple[str, ...]] = {
    "published": (
        *("article:published_time", "og:published_time", "article:published", "datepublished", "date", "pubdate"),
        *("publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created"),
        *("dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
        *("citation_publication_date", "datecreated"),
    ),
    "modified": (
        *("article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified", "lastmod"),
        *("dcterms.modified", "revised"),
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "url": ("og:url", "twitter:url", "parsely-link"),
}  # fmt: skip
_DEEPEST = 6


def page_knowledge(tree: Element, zone: str | None) -> Iterator[Known]:
    """What a page tells of itself, the kinds of telling apart."""
    for article in _articles(tree):
        yield from _of_json(article, zone)
    meta = _meta(tree)
    yield Known(
        "meta",
        title=meta.get("title"),
        outlet=meta.get("outlet"),
        published=day_of(meta.get("published", ""), zone),
        modified=day_of(meta.get("modified", ""), zone),
        url=_canonical(tree) or meta.get("url") or _saved_from(tree),
        author=meta.get("author"),
    )


def _of_json(article: Mapping[str, Any], zone: str | None) -> Iterator[Known]:
    yield Known(
        "json_ld",
        title=_text(article.get("headline")),
        outlet=_name(article.get("publisher")),
        published=day_of(_text(article.get("datePublished")) or "", zone),
        modified=day_of(_text(article.get("dateModified")) or "", zone),
        url=_address(article.get("mainEntityOfPage")) or _address(article.get("url")),
        author=_name(article.get("author")),
    )


def _articles(tree: Element) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _found(data, _DEEPEST)


def _found(data: Any, deep: int) -> Iterator[Mapping[str, Any]]:
    """The articles of a JSON-LD object, which may stand in a list or a graph."""
    if isinstance(data, list) and deep:
        for item in data[:100]:
            yield from _found(item, deep - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        elif deep:
            yield from _found(data.get("@graph"), deep - 1)
            yield from _found(data.get("mainEntity"), deep - 1)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return tidy(value) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a person or an organisation, or of several."""
    if isinstance(value, list):
        return ", ".join(name for item in value[:8] if (name := _name(item))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(value: Any) -> str | None:
    address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return address if isinstance(address, str) and address.startswith("http") else None


def _meta(tree: Element) -> dict[str, str]:
    """The first value for each of our names, in the order of how good its meta tag is."""
    said: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = tidy(tag.get("content") or "")
        if name and content:
            said.setdefault(name, content)
    return {ours: said[name] for ours, names in _META.items() for name in reversed(names) if name in said}


def _canonical(tree: Element) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return link.get("href")
    return None


def _saved_from(tree: Element) -> str | None:
    """The address in the comment that browsers and SingleFile put at the top of a page they save."""
    above = tree.itersiblings(lxml.etree.Comment, preceding=True)  # of the page itself
    for comment in itertools.islice(itertools.chain(above, tree.iter(lxml.etree.Comment)), 5):
        match = _SAVED.search(comment.text or "")
        if match is not None:
            return match[1] or match[2]
    return None

"""From an address or a file's name to the outlet behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from factcheck.vocabulary import Vocabulary, toml_table

_SITE = r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})"
_SITE_ALONE = re.compile(rf"{_SITE}(?:_\d{{2,5}})?", re.I)
_SITE_AND_MORE = re.compile(rf"{_SITE}(?=[-_ ])", re.I)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'&-]+(?:[_ .'&-][^\W\d_]+)*(?:_\d)?")
_TITLE_PARTS = re.compile(r"\s+[|–—»·•:-]+\s+|\s*\|\s*")
_SITE_WORDS = 5
_NOT_SITES = frozenset({"txt", "md", "html", "htm", "json", "pdf", "xml", "csv", "zip", "gz", "tar", "eml", "mbox"})


@toml_table
class OutletNames:
    """The file ``outlets.toml``: names by domain, and what stands where a name is missing."""

    names: Mapping[str, str]
    nothing: frozenset[str]


def _table(vocabulary: Vocabulary) -> OutletNames:
    return vocabulary.bind("outlets", OutletNames)


def outlet_names(vocabulary: Vocabulary, given: Mapping[str, str]) -> Mapping[str, str]:
    """Names by domain: those that come with the tool, and over them those of the configuration."""
    known = _table(vocabulary).names
    return {**known, **{_bare(domain): name for domain, name in given.items()}}


def site_in_title(title: str | None, headline: str | None) -> str | None:
    """The name of the site in the title of a page, "Ferry sinks | Tarn Herald", by its headline."""
    plain = " ".join((headline or "").split()).casefold()
    parts = _TITLE_PARTS.split(" ".join((title or "").split()))
    if len(parts) < 2 or not plain:
        return None
    at = 0 if parts[0].casefold() in plain else -1
    rest = parts[-1] if at == 0 else parts[0]
    named = plain.startswith(parts[at].casefold()) and parts[at].casefold() not in rest.casefold()
    return rest if named and len(parts[at].split()) > 1 and len(rest.split()) <= _SITE_WORDS else None


def is_nothing(value: str, vocabulary: Vocabulary) -> bool:
    """Whether a value says that there is none: "unknown", "null", "n/a"."""
    return value.strip().casefold() in _table(vocabulary).nothing


def domain_of(address: str) -> str | None:
    """The host of a web address without ``www.``; ``None`` for what is no such address."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    return _bare(host) if host and "." in host else None


def name_of_domain(domain: str, names: Mapping[str, str]) -> str:
    """The outlet's name for a domain or for one above it ("news.example.org" → "example.org"), else the domain."""
    rest = _bare(domain)
    while "." in rest:
        if rest in names:
            return names[rest]
        rest = rest.partition(".")[2]
    return _bare(domain)


def outlet_of(path: str) -> str | None:
    """The outlet that a file name tells, if any.

    That is what stands in ``www.site.com__12.txt``, ``Daily_Herald__ab12.txt`` or ``3__Daily_Herald.txt``.
    """
    name = PurePath(path).name
    left, mark, right = name.partition("__")
    if mark and left.isdigit():  # "3__Daily_Herald.txt"
        word = PurePath(right).stem
        return word.replace("_", " ") if _NAME.fullmatch(word) else None
    site = _SITE_ALONE.fullmatch(left) if mark else _SITE_AND_MORE.match(name)
    if site is not None and _is_site(site[1]):
        return site[1].lower()
    if not mark or left == PurePath(right).stem or not re.match(r"(?=.*[^\W\d_]{2})[^\W_]", left):
        return None
    return None if re.match(r"\d+(?:_|$)|[0-9a-f]{8,}$", left) else left.replace("_", " ").strip()


def outlet_of_folder(path: str, names: Mapping[str, str]) -> str | None:
    """The outlet that a folder on the path tells: a domain, or the name of an outlet that is known; the innermost."""
    known = {name.casefold(): name for name in names.values()}
    for folder in reversed(PurePath(path).parts[:-1]):
        site = _SITE_ALONE.fullmatch(folder)
        if site is not None and _is_site(site[1]):
            return site[1].lower()
        if (name := known.get(folder.replace("_", " ").strip().casefold())) is not None:
            return name
    return None


def _is_site(name: str) -> bool:
    return name.rpartition(".")[2].lower() not in _NOT_SITES


def _bare(domain: str) -> str:
    return domain.lower().rstrip(".").removeprefix("www.")

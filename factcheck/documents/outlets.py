"""From an address or a file's name to the outlet behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from factcheck.vocabulary import Vocabulary

_SITE = r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})"
_SITE_ALONE = re.compile(rf"{_SITE}(?:_\d{{2,5}})?", re.I)
_SITE_AND_MORE = re.compile(rf"{_SITE}(?=[-_ ])", re.I)
_NOT_SITES = frozenset({"txt", "md", "html", "htm", "json", "pdf", "xml", "csv", "zip", "gz", "tar", "eml", "mbox"})


@dataclass(frozen=True, slots=True)
class OutletNames:
    """The file ``outlets.toml``: names by domain."""

    names: Mapping[str, str]


def outlet_names(vocabulary: Vocabulary, given: Mapping[str, str]) -> Mapping[str, str]:
    """Names by domain: those that come with the tool, and over them those of the configuration."""
    known = vocabulary.bind("outlets", OutletNames).names
    return {**known, **{_bare(domain): name for domain, name in given.items()}}


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
    """The outlet that a file name tells: ``www.site.com__12.txt`` or ``Daily_Herald__ab12.txt``; else ``None``."""
    name = PurePath(path).name
    left, mark, right = name.partition("__")
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

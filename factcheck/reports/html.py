"""The html report: one file that needs nothing else, for a browser, a phone, a printer or a screen reader."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Container
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from factcheck import _version
from factcheck.comparing import SERIOUSNESS
from factcheck.documents import TOLD_BY
from factcheck.reports import Options, describe
from factcheck.reports.cards import Card
from factcheck.reports.causes import step
from factcheck.reports.page import details, page
from factcheck.reports.text import one_line, visible
from factcheck.scan import Scan

if TYPE_CHECKING:
    from jinja2 import Environment

SYMBOLS = {"conflict": "✕", "disputed": "⇄", "check": "?", "update": "↗", "compatible": "≈", "agree": "="}


@dataclass(frozen=True, slots=True)
class Live:
    """How a page that a server shows differs from a file: where its style sheet and scripts are served from.

    ``attributes`` go onto the page's root element as ``data-…`` for the server's own script.
    """

    style: str
    scripts: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...] = ()


def render(scan: Scan, options: Options | None = None, *, live: Live | None = None) -> str:
    """The report of a scan as one html page."""
    style, script = asset("report.css"), asset("report.js")
    policy = None if live else content_security_policy(style, script)
    template = _environment().get_template("report.html")
    return template.render(
        page=page(scan, seen=options is not None and options.seen),
        live=live,
        style=style,
        script=script,
        policy=policy,
        version=_version.__version__,
    )


def render_card(card: Card, live: Live | None = None) -> str:
    """One claim of the report, as it stands in the page's list: what a live page puts in place of the old one."""
    macros: Any = _environment().get_template("claim.html").make_module({"live": live})
    return str(macros.claim_card(card))


def render_cards(scan: Scan, ids: Container[str], live: Live) -> dict[str, str]:
    """The cards of some claims as a live page shows them, by the claims' ids."""
    return {card.id: render_card(card, live) for card in page(scan).cards if card.id in ids}


def asset(name: str) -> str:
    """The text of a style sheet or script of the report."""
    return (resources.files("factcheck.reports") / "templates" / name).read_text(encoding="utf-8")


def content_security_policy(style: str, script: str) -> str:
    """Nothing may be loaded, and of the page's own style and script only these very texts take effect."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@functools.cache
def _environment() -> Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("factcheck.reports", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        told_by=TOLD_BY.get, source=describe.source, outlet=describe.outlet, place=describe.place,
        reading=describe.reading, details=details, line=one_line, count=describe.count,
        reason=describe.reason, sources=describe.sources, sentence=describe.sentence,
        standing=describe.standing, decided=describe.decided, step=step, tallied=describe.tallied,
    )  # fmt: skip
    environment.globals.update(
        headline=describe.headline,
        labels=describe.LABELS,
        verdict=describe.verdict,
        symbols=SYMBOLS,
        relations=SERIOUSNESS,
        range_of=describe.of_group,
    )
    return environment


def _shown(value: Any) -> Any:
    """Whatever a template prints: control and reordering characters become visible before escaping."""
    return visible(value) if type(value) is str else value

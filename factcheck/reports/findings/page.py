"""Findings as one small html page, to be sent, printed, or pasted from a browser into a document."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING

from factcheck import _version
from factcheck.reports.findings.formats import title
from factcheck.reports.findings.model import Finding
from factcheck.reports.html import content_security_policy
from factcheck.reports.sides import some
from factcheck.reports.text import visible

if TYPE_CHECKING:
    from jinja2 import Template


def render(found: Sequence[Finding]) -> str:
    """A page that needs nothing else: no network, no fonts, no scripts."""
    style = _asset("findings.css")
    policy = content_security_policy(style, "")
    return _template().render(found=found, title=title(found), style=style, policy=policy, version=_version.__version__)


@functools.cache
def _template() -> Template:
    import jinja2

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["some"] = some
    return environment.from_string(_asset("findings.html"))


def _asset(name: str) -> str:
    return (resources.files("factcheck.reports") / "templates" / name).read_text(encoding="utf-8")

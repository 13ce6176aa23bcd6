"""``factcheck config``: what is set, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click


@click.command()
@click.pass_context
def config(ctx: click.Context) -> None:
    """Show the settings in force and where each comes from.

    They stand in factcheck.toml, or in [tool.factcheck] of pyproject.toml, of the working folder or one around it.
    """
    from tabulate import tabulate

    from factcheck.cli.settings import configuration_of
    from factcheck.configuration import in_force

    rows = [(key, _shown(value), place) for key, value, place in in_force(configuration_of(ctx))]
    click.echo(tabulate(rows, ("Setting", "Value", "From"), tablefmt="simple", disable_numparse=True))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "\n".join(f"{key} = {item}" for key, item in value.items()) or "–"
    if isinstance(value, tuple):
        return "\n".join(value) or "–"
    return "–" if value is None else str(value)

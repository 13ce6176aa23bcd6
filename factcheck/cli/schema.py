"""``factcheck schema``."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of `scan --format json`."""
    import json

    from factcheck.reports.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))

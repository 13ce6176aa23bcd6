"""``factcheck formats``: what can be read, and what is still to be installed for it."""

from __future__ import annotations

import click


@click.command()
def formats() -> None:
    """List the formats of files that can be read."""
    from tabulate import tabulate

    from factcheck.documents.readers import READERS, is_installed
    from factcheck.errors import install_command

    rows = [
        (
            " ".join(suffix for suffix in reader.suffixes if suffix),
            reader.what,
            "yes" if is_installed(reader) else install_command(reader.extra),
        )
        for reader in READERS.values()
    ]
    click.echo(tabulate(rows, ("Endings", "What it is", "Can be read"), tablefmt="simple"))

"""The command line: thin click commands."""

import click


@click.group()
def main() -> None:
    """Find figures in articles, group them by claim, show where sources conflict."""

"""The command line: thin click commands, each in a module that is imported only when it is called."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from factcheck._version import __version__
from factcheck.cli.lazy import LazyGroup
from factcheck.cli.settings import configure
from factcheck.scan import COLLECT_EVERY

COMMANDS = {
    "scan": "factcheck.cli.scan:scan",
    "explain": "factcheck.cli.explain:explain",
    "review": "factcheck.cli.review:review",
    "serve": "factcheck.cli.serve:serve",
    "watch": "factcheck.cli.watch:watch",
    "findings": "factcheck.cli.findings:findings",
    "decisions": "factcheck.cli.decisions:decisions",
    "rules": "factcheck.cli.rules:rules",
    "config": "factcheck.cli.config:config",
    "formats": "factcheck.cli.formats:formats",
    "schema": "factcheck.cli.schema:schema",
}


EXAMPLES = {
    "scan": "factcheck scan articles/ -o report.html",
    "explain": "factcheck explain articles/monday.txt:12",
    "review": "factcheck review articles/ --by Ann",
    "serve": "factcheck serve articles/ --port 8765",
    "watch": "factcheck watch articles/",
    "findings": "factcheck findings articles/ -o findings.md",
    "decisions": "factcheck decisions list articles/",
    "rules": 'factcheck rules try "Rangers tagged 12 geese."',
    "config": "factcheck config",
    "formats": "factcheck formats",
    "schema": "factcheck schema > factcheck.schema.json",
}

START = """\
factcheck finds the figures of articles, and shows where they conflict.

  factcheck scan FOLDER                  what disagrees, in the terminal
  factcheck scan FOLDER -o report.html   the same, to read in a browser
  factcheck review FOLDER                decide on it, one by one
  factcheck explain "A SENTENCE"         how its numbers are read, and why

factcheck --help names all commands, factcheck COMMAND --help what each can do.
"""


@click.group(
    cls=LazyGroup,
    commands_at=COMMANDS,
    examples=EXAMPLES,
    reads="scan",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="factcheck")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The configuration; without it, factcheck.toml or pyproject.toml of this folder or one around it.",
)
@click.pass_context
def main(ctx: click.Context, config: Path | None) -> None:
    """Find figures in articles, group them by claim, and show where sources conflict.

    Start with: factcheck scan FOLDER
    """
    gc.set_threshold(COLLECT_EVERY)
    if ctx.invoked_subcommand is None:
        click.echo(START, nl=False)
    configure(ctx, config)

"""The command line: thin click commands, each in a module that is imported only when it is called."""

from __future__ import annotations

import gc

import click

from factcheck._version import __version__
from factcheck.cli.lazy import LazyGroup
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
    "schema": "factcheck.cli.schema:schema",
}


@click.group(cls=LazyGroup, commands_at=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Find figures in articles, group them by claim, and show where sources conflict.

    Start with: factcheck scan FOLDER
    """
    gc.set_threshold(COLLECT_EVERY)

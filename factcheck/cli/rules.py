"""``factcheck rules``: to see, check, test and write rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.lazy import LazyGroup
from factcheck.cli.shared import note, rules_option

if TYPE_CHECKING:
    from factcheck.examples import Result
    from factcheck.ruleset import ClaimType, Ruleset

COMMANDS = {
    "try": "factcheck.cli.rules_explore:try_",
    "new": "factcheck.cli.rules_explore:new",
    "stats": "factcheck.cli.rules_explore:stats",
    "diff": "factcheck.cli.rules_explore:diff",
}


EXAMPLES = {
    "try": 'factcheck rules try "Rangers tagged 12 geese." --rule casualties.killed',
    "new": 'factcheck rules new --from "Rangers tagged 12 geese." --name birds.geese > rules/birds.toml',
    "stats": "factcheck rules stats articles/",
    "diff": "factcheck rules diff rules-old/ rules/ articles/",
    "check": "factcheck rules check rules/birds.toml",
    "list": "factcheck rules list casualties",
    "schema": "factcheck rules schema > rules.schema.json",
    "test": "factcheck rules test rules/birds.toml",
}


@click.group(cls=LazyGroup, commands_at=COMMANDS, examples=EXAMPLES)
def rules() -> None:
    """See, check, test and write the rules that teach claims.

    Start with: factcheck rules try "a sentence with a number". The guide is docs/rules.md.
    """


@rules.command("list")
@click.argument("names", nargs=-1)
@click.option("-v", "--verbose", is_flag=True, help="Show also known false alarms and checks across claims.")
@rules_option
def list_(names: tuple[str, ...], verbose: bool, rules: tuple[Path, ...]) -> None:
    """List the claims that the rules know.

    NAMES choose some: a claim (casualties.killed), a concept (casualties) or a file.
    """
    from tabulate import tabulate

    from factcheck.reports.describe import rule_place

    claims = chosen(load(rules), names)
    if verbose:
        tell("\n\n".join("\n".join(_details(claim)) for claim in claims))
        return
    rows = [(claim.name, claim.question, claim.status, rule_place(claim.path, claim.line)) for claim in claims]
    click.echo(tabulate(rows, headers=("claim", "question", "status", "where"), tablefmt="plain"))


def _details(claim: ClaimType) -> Iterator[str]:
    from factcheck.reports.describe import rule_place

    yield f"{claim.name}  ({rule_place(claim.path, claim.line)}, {claim.status})"
    yield f"  {claim.question}"
    for label, others in (("at most", claim.at_most), ("part of", claim.part_of), ("adds up to", claim.adds_up_to)):
        if others:
            yield f"  {label}: {', '.join(others)}"
    for known in claim.false_alarms:
        yield f"  known false alarm: {known}"


@rules.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@rules_option
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], rules: tuple[Path, ...]) -> None:
    """Check rules files: every problem with its place, the line and what to do.

    PATHS are rules files or folders; without them, the rules in force. Exit code 2 when something is wrong.
    """
    ruleset = load((*rules, *paths), thorough=True)
    problems = [problem for problem in ruleset.problems if _within(problem.path, paths)]
    for problem in problems:
        tell(problem.shown())
    claims = sum(_within(claim.path, paths) for claim in ruleset.claims)
    files = sum(_within(path, paths) for path in ruleset.files)
    told = count(len(problems), "problem") if problems else "no problems"
    click.echo(f"{count(claims, 'claim')} in {count(files, 'file')}: {told}")
    ctx.exit(2 if problems else 0)


def _within(path: str, paths: tuple[Path, ...]) -> bool:
    """Whether a file is one of those asked for, or in one of the folders; every file is when none is named."""
    where = Path(path).resolve()
    return not paths or any(where.is_relative_to(asked.resolve()) for asked in paths)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


@rules.command()
@click.argument("names", nargs=-1)
@click.option("-v", "--verbose", is_flag=True, help="Show also the examples that pass.")
@rules_option
@click.pass_context
def test(ctx: click.Context, names: tuple[str, ...], verbose: bool, rules: tuple[Path, ...]) -> None:
    """Run the examples that the rules carry.

    NAMES choose some: a claim (casualties.killed), a concept (casualties) or a file.

    \b
    missing   a sentence the rule should match, and does not
    noisy     a near-miss the rule matches
    wrong     matched but misread, or a near-miss that goes to another rule than it says
    closed    a known gap that works now: take its gap = true away

    Exit code 1 when an example fails, 2 when a rules file is broken.
    """
    from factcheck.examples import run_examples

    ruleset = load(rules)
    claims = chosen(ruleset, names)
    results = list(run_examples(ruleset, claims))
    for result in results:
        if result.failed or verbose:
            tell(describe(result))
    failed = sum(result.failed for result in results)
    gaps = sum(result.outcome == "gap" for result in results)
    told = f"{failed} failed" if failed else "all as they should"
    known = f", {count(gaps, 'known gap')}" if gaps else ""
    click.echo(f"{count(len(results), 'example')} of {count(len(claims), 'claim')}: {told}{known}")
    ctx.exit(2 if ruleset.problems else int(failed > 0))


@rules.command()
def schema() -> None:
    """Print the JSON Schema of rules files, for editors that complete and check TOML."""
    from factcheck.ruleset.schema import rules_schema

    click.echo(json.dumps(rules_schema(), indent=2))


def load(folders: Iterable[Path], *, thorough: bool = False) -> Ruleset:
    """The rules in force with those asked for; what is wrong with them goes to standard error, unless looked for."""
    from factcheck.ruleset import default_folders, load_ruleset

    ruleset = load_ruleset(*default_folders(*folders), thorough=thorough)
    if not thorough:
        for problem in ruleset.problems:
            note(str(problem))
    return ruleset


def chosen(ruleset: Ruleset, names: tuple[str, ...]) -> list[ClaimType]:
    """The claims that are meant by names of claims, concepts or files; all without any."""
    if not names:
        return list(ruleset.claims)
    found = [claim for claim in ruleset.claims if any(_meant(claim, name) for name in names)]
    for name in names:
        if not any(_meant(claim, name) for claim in ruleset.claims):
            from factcheck.vocabulary.problems import suggestion

            hint = suggestion(name, [claim.name for claim in ruleset.claims])
            raise click.UsageError(f'no claim, concept or file "{name}"; {hint}')
    return found


def _meant(claim: ClaimType, name: str) -> bool:
    return claim.name == name or claim.name.startswith(f"{name}.") or Path(claim.path) == Path(name)


def describe(result: Result) -> str:
    """One example's outcome: where, how it went, its text and why."""
    example = result.example
    text = getattr(example, "text", None) or f"{getattr(example, 'a', '')} / {getattr(example, 'b', '')}"
    mark = {"ok": "ok", "gap": "known gap"}.get(result.outcome, result.outcome)
    why = f"\n    {result.says}" if result.says else ""
    return f"{example.path}:{example.line}: {result.claim.name}: {mark}: {text}{why}"


def tell(text: str) -> None:
    """A line on standard output that other people's text cannot give orders with."""
    from factcheck.reports.text import visible

    click.echo(visible(text), file=sys.stdout)

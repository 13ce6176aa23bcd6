"""``factcheck rules try|new|stats|diff``: what rules make of sentences and of articles."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.rules import chosen, count, load, tell
from factcheck.cli.shared import note, rules_option

if TYPE_CHECKING:
    from factcheck.claims.coverage import Coverage
    from factcheck.claims.tracing import Attempt
    from factcheck.documents import Document
    from factcheck.figures import Figure
    from factcheck.ruleset import ClaimType, Ruleset


@click.command("try")
@click.argument("sentence")
@click.option("--rule", "names", multiple=True, metavar="NAME", help="Only this claim or concept; may be repeated.")
@click.option("--nearest", type=click.IntRange(min=1), default=3, help="How many of the nearest rules to show.")
@rules_option
@click.pass_context
def try_(ctx: click.Context, sentence: str, names: tuple[str, ...], nearest: int, rules: tuple[Path, ...]) -> None:
    """Show what each rule asks of the numbers in a SENTENCE, and the first step at which it fails.

    Exit code 1 when no rule matches any of them.
    """
    from factcheck.claims.tracing import try_rules

    ruleset = load(rules)
    wanted = {claim.name for claim in chosen(ruleset, names)}
    figures = read(sentence, ruleset)
    if not figures:
        click.echo("no figure in this sentence; factcheck explain tells why")
    matched = False
    for figure in figures:
        every = list(try_rules(figure, ruleset))
        taker = next((attempt.claim for attempt in every if attempt.matched), None)
        attempts = [attempt for attempt in every if attempt.claim.name in wanted]
        matching = [attempt for attempt in attempts if attempt.matched]
        near = [attempt for attempt in attempts if attempt.nearness or names]
        matched = matched or bool(matching)
        tell(_reading(figure))
        for attempt in (matching or near)[:nearest]:
            tell(_told(attempt, taker))
        if not matching and not near:
            tell(f"  no rule comes near; start one: factcheck rules new --from {shlex.quote(sentence)}")
    ctx.exit(int(not matched))


def _reading(figure: Figure) -> str:
    counted, action = figure.context.counted, figure.context.action
    parts: list[str] = [figure.quantity.kind]
    if counted:
        parts.append(f"counted: {counted.text}")
    if action:
        parts.append(f"happened: {action.lemma} (the counted are its {action.role})")
    return f"{figure.text}: " + ", ".join(parts)


def _told(attempt: Attempt, taker: ClaimType | None) -> str:
    """A rule's steps; ``taker`` is the claim that takes the figure, out of all that match."""
    from factcheck.reports.describe import rule_place

    verdict = "matches" if attempt.matched else "fails"
    if attempt.matched and taker is not None and taker != attempt.claim:
        verdict = f"would match too, but {taker.name} takes it"
    lines = [f"  {attempt.claim.name} {verdict}  ({rule_place(attempt.claim.path, attempt.claim.line)})"]
    lines += [f"    {'✓' if step.passed else '✗'} {step.name}: {step.says}" for step in attempt.steps]
    return "\n".join(lines)


@click.command()
@click.option("--from", "sentence", required=True, metavar="SENTENCE", help="A sentence the rule must match.")
@click.option("--name", help="The claim's name, as concept.what: floods.boats.")
@rules_option
def new(sentence: str, name: str | None, rules: tuple[Path, ...]) -> None:
    """Print the start of a rule, with a sentence as its first example.

    Mark the number that is meant with braces when there are several: "{12} of 80 boats".
    """
    from factcheck.claims.skeleton import skeleton

    ruleset = load(rules)
    figure = _meant(sentence, ruleset)
    click.echo(skeleton(figure, ruleset.vocabulary, name), nl=False)
    click.echo("# Save it in a file of its folder, then: factcheck rules test FILE --rules FOLDER", err=True)


def _meant(sentence: str, ruleset: Ruleset) -> Figure:
    from factcheck.errors import UsageError
    from factcheck.examples import read_marked

    if "{" in sentence:
        found = read_marked(sentence, ruleset)
        if isinstance(found, str):
            raise UsageError(found, where=sentence, todo="factcheck explain tells why")
        return found.figure
    figures = read(sentence, ruleset)
    if len(figures) != 1:
        what = f"{len(figures)} figures in this sentence" if figures else "no figure in this sentence"
        raise UsageError(what, where=sentence, todo="put the one that is meant in braces: {12}")
    return figures[0]


def read(sentence: str, ruleset: Ruleset) -> tuple[Figure, ...]:
    """The figures of one sentence."""
    from factcheck.examples import paragraph
    from factcheck.figures import extract_figures

    return extract_figures(paragraph(sentence, ruleset), ruleset.vocabulary).figures


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--rule", "names", multiple=True, metavar="NAME", help="Show what this claim or concept takes.")
@click.option(
    "--all", "every", is_flag=True, help="List the rules that come with factcheck too where they hit nothing."
)
@click.option("--unclaimed", type=click.IntRange(min=0), default=20, help="How many unclaimed figures to show.")
@rules_option
@click.pass_context
def stats(
    ctx: click.Context,
    paths: tuple[str, ...],
    names: tuple[str, ...],
    every: bool,
    unclaimed: int,
    rules: tuple[Path, ...],
) -> None:
    """Count, over articles, the hits of each rule, the rules that compete, and the figures no rule claims.

    Your own rules are always listed, with 0 where they hit nothing.
    """
    from tabulate import tabulate

    from factcheck.claims.coverage import count_hits

    ruleset = load(rules)
    wanted = [claim.name for claim in chosen(ruleset, names)] if names else []
    documents, all_read = _documents(paths, ruleset)
    coverage = count_hits(_figures(documents, ruleset), ruleset)
    claimed = coverage.figures - len(coverage.unclaimed)
    share = f" ({claimed / coverage.figures:.0%})" if coverage.figures else ""
    told = f"{count(len(documents), 'document')}, {count(coverage.figures, 'figure')}"
    click.echo(f"{told}, {claimed} claimed by a rule{share}")
    idle = _idle(ruleset, coverage)
    listed = idle if every else [claim for claim in idle if _own(claim.path)]
    hits = [*coverage.hits, *((claim.name, 0) for claim in listed)]
    click.echo("\n" + tabulate(hits, headers=("rule", "hits"), tablefmt="plain"))
    if len(listed) < len(idle):
        click.echo("(the rules of factcheck that hit nothing: --all)")
    if coverage.overlaps:
        rows = [(*pair, number) for pair, number in coverage.overlaps]
        click.echo("\n" + tabulate(rows, headers=("taken by", "would match too", "figures"), tablefmt="plain"))
    for name in wanted:
        taken = [figure for owner, figure in coverage.claimed if owner == name]
        click.echo(f"\n{name} takes:" if taken else f"\n{name} takes nothing")
        for figure in taken:
            tell(f"  {_place(figure)}: {_marked(figure)}")
    if coverage.unclaimed and unclaimed:
        click.echo(f"\nunclaimed, the first {min(unclaimed, len(coverage.unclaimed))}:")
        for figure in coverage.unclaimed[:unclaimed]:
            tell(f"  {_place(figure)}: {_marked(figure)}")
    ctx.exit(0 if all_read else 3)


@click.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.argument("paths", nargs=-1, required=True)
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, paths: tuple[str, ...]) -> None:
    """Show what the rules of NEW gain and lose against those of OLD, on the articles of PATHS.

    Exit code 1 when there is a difference.
    """
    from factcheck.claims.coverage import find_changes, pair_figures

    before, after = load([old]), load([new])
    documents, all_read = _documents(paths, after)
    pairs = pair_figures(_figures(documents, before), _figures(documents, after))
    changes = find_changes(pairs, before, after)
    for change in changes:
        tell(f"{_place(change.figure)}: {change.old or 'no rule'} → {change.new or 'no rule'}")
        tell(f"    {_marked(change.figure)}")
    gained = sum(change.old is None for change in changes)
    lost = sum(change.new is None for change in changes)
    moved = len(changes) - gained - lost
    click.echo(f"{count(len(pairs), 'figure')}: {gained} gained, {lost} lost, {moved} moved to another rule")
    ctx.exit(3 if not all_read else int(bool(changes)))


def _idle(ruleset: Ruleset, coverage: Coverage) -> list[ClaimType]:
    """The rules that hit nothing, in the order of their files."""
    hit = {name for name, _ in coverage.hits}
    return [claim for claim in ruleset.claims if claim.name not in hit]


def _own(path: str) -> bool:
    """Whether a rules file, as shown, is the reader's."""
    from factcheck.vocabulary import shipped_rules

    file = Path(path)
    return file.exists() and not file.resolve().is_relative_to(shipped_rules().resolve())


def _documents(paths: tuple[str, ...], ruleset: Ruleset) -> tuple[tuple[Document, ...], bool]:
    from factcheck.documents import read_documents

    documents, unread = read_documents(paths, vocabulary=ruleset.vocabulary)
    for problem in unread:
        note(f"{problem.path}: not read: {problem.why}")
    return documents, not unread


def _figures(documents: tuple[Document, ...], ruleset: Ruleset) -> list[Figure]:
    from factcheck.figures import extract_figures

    return [figure for document in documents for figure in extract_figures(document, ruleset.vocabulary).figures]


def _place(figure: Figure) -> str:
    return f"{figure.document.path}:{figure.line}"


def _marked(figure: Figure) -> str:
    from factcheck.claims.skeleton import marked

    return " ".join(marked(figure).split())

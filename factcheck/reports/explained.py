"""A trace in words: what each number of a sentence was read as and why, and where it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.claims.tracing import Attempt, try_rules
from factcheck.comparing import Comparison
from factcheck.comparing.doubts import what_differs
from factcheck.context.registry import PARTS
from factcheck.explain import Trace
from factcheck.figures import Figure
from factcheck.grouping import Link
from factcheck.pairs.differences import differences
from factcheck.reports import describe
from factcheck.reports.columns import wrap
from factcheck.reports.text import one_line
from factcheck.ruleset import Ruleset
from factcheck.vocabulary import Vocabulary

LABEL = 12  # columns of the labels on the left
NEAREST = 3  # rules named that do not match
LINKS = 4  # links shown of a figure with its group
SURE = 0.5  # of a link; one that is surer was refused for the sake of others
PIECES = 4  # pieces of evidence named for a link, and as many against it
HEARD = 0.3  # bits; what weighs less is not worth a word
Style = Callable[[str], str]


def render(traces: Sequence[Trace], ruleset: Ruleset, width: int = 80, bold: Style = str) -> str:
    """All traces as text, at most ``width`` columns wide."""
    if not traces:
        return "No digits or number words here.\n"
    return "\n".join("\n".join(_trace(trace, ruleset, width, bold)) + "\n" for trace in traces)


def _trace(trace: Trace, ruleset: Ruleset, width: int, bold: Style) -> Iterator[str]:
    words = f"“{one_line(trace.text)}”"
    if trace.figure is None:
        why = one_line(trace.seen.why) if trace.seen else "not looked at"
        yield f"{bold(words)} is not a figure: {why}"
        return
    yield f"{bold(words)} is a figure: {describe.reading(trace.figure.quantity)}"
    for label, text in (
        *_reading(trace.figure),
        *_context(trace.figure, trace.whole),
        *_claim(trace, ruleset),
        *_group(trace, ruleset.vocabulary),
        *_document(trace.figure),
    ):
        lines = wrap(one_line(text), width, f"  {label:<{LABEL}}", " " * (LABEL + 2))
        yield from (line.rstrip() for line in lines)


Rows = Iterator[tuple[str, str]]


def _reading(figure: Figure) -> Rows:
    """The number alone: kind, hedge, unit, both intervals, and the steps that led there."""
    quantity = figure.quantity
    unit = f" of {quantity.unit.name}" if quantity.unit and quantity.unit.name != quantity.kind else ""
    per = f" per {quantity.per}" if quantity.per else ""
    hedge = f", {quantity.hedge.replace('_', ' ')}" if quantity.hedge else ""
    change = f", {quantity.change} {quantity.change_part or ''}".rstrip() if quantity.change else ""
    yield "kind", f"{quantity.kind}{unit}{per}{hedge}{change}"
    yield "commits to", describe.interval(quantity.hard)
    if quantity.typical != quantity.hard:
        yield "expected", describe.interval(quantity.typical)
    for n, step in enumerate(quantity.trace):
        yield ("because" if n == 0 else ""), step


def _context(figure: Figure, whole: Figure | None) -> Rows:
    """What the number is about, part by part, each with the cues that fired for it."""
    context = figure.context
    for part in PARTS:
        value = getattr(context, part.name)
        text = part.silence if value is None else part.explained(value)
        if text:
            yield part.label or part.name, text
    if whole is not None:
        yield "part of", f"“{whole.text}” ({whole.where})"
    for n, cue in enumerate(context.cues):
        words = cue.span.of(figure.document.text)
        yield ("cues" if n == 0 else ""), f"{cue.part}: “{words}” → {cue.says}"


def _document(figure: Figure) -> Rows:
    """The document it stands in, and how its outlet and its day are known; nothing for a mere sentence."""
    told = [words for words in describe.known(figure.document) if words]
    if told:
        yield "document", f"{describe.place(figure)}: {', '.join(told)}"
    section = figure.document.section(figure.quantity.span.start)
    if section is not None:
        yield "section", one_line(section)


def _claim(trace: Trace, ruleset: Ruleset) -> Rows:
    """The question it answers: the rule that matched, or the nearest ones and where each failed."""
    claim = trace.claim
    if claim is None or trace.figure is None:
        return
    yield "question", claim.question
    if claim.rule is not None:
        yield "rule", f"{claim.rule.name} ({describe.rule_place(claim.rule.path, claim.rule.line)})"
    else:
        yield "rule", "none matches: a generic claim"
    others = [attempt for attempt in try_rules(trace.figure, ruleset) if attempt.claim.name != claim.type]
    # A rule with no word of the sentence in it is near to nothing.
    others = [attempt for attempt in others if attempt.matched or (attempt.nearness and claim.rule is None)]
    for n, attempt in enumerate(others[:NEAREST]):
        yield (("also" if attempt.matched else "nearest") if n == 0 else ""), _attempt(attempt)


def _attempt(attempt: Attempt) -> str:
    if attempt.matched:
        return f"{attempt.claim.name} would match too; the one above asks more, or has a higher priority"
    failed = attempt.steps[-1]
    passed = f"passes {', '.join(step.name for step in attempt.steps[:-1])}; " if attempt.steps[1:] else ""
    return f"{attempt.claim.name}: {passed}fails at {failed.name}: {failed.says}"


def _group(trace: Trace, vocabulary: Vocabulary) -> Rows:
    """The group it went to: its verdict, why it was joined, how it stands to the others."""
    if trace.figure is None or not trace.scanned:
        return
    conflict = trace.conflict
    if conflict is None:
        yield "group", "none: it was joined with no other figure"
        yield from _nearest(trace, vocabulary)
        return
    sizes = describe.count(len(conflict.group.claims), "figure")
    yield (
        "group",
        f"{conflict.group.id}, {sizes}, {describe.LABELS[conflict.relation].lower()}: {conflict.group.question}",
    )
    for n, link in enumerate(trace.links[:LINKS]):
        yield ("joined" if n == 0 else ""), _link(link, trace.figure)
    for n, comparison in enumerate(trace.comparisons[:LINKS]):
        yield ("stands" if n == 0 else ""), _comparison(comparison, trace.figure)
    yield from _nearest(trace, vocabulary)


def _nearest(trace: Trace, vocabulary: Vocabulary) -> Rows:
    """The figures that came nearest to being joined with it, and why they were not."""
    if trace.figure is None:
        return
    for n, link in enumerate(trace.nearest):
        apart = "" if link.veto else what_differs(differences(link.a.figure, link.b.figure, vocabulary))
        in_words = f" {describe.sentence(apart)}." if apart else ""
        yield ("not joined" if n == 0 else ""), _link(link, trace.figure, joined=False) + in_words


def _link(link: Link, figure: Figure, *, joined: bool = True) -> str:
    """How sure it is that both figures make one claim, and what weighs most for it and against it."""
    other = link.b.figure if link.a.figure.id == figure.id else link.a.figure
    named = f"“{_with_noun(other)}” ({describe.place(other)})"
    if link.veto:
        return f"{named}: kept apart because {link.veto}" if not joined else f"kept apart from {named}: {link.veto}"
    told = f"with {named}, {link.probability:.0%} sure." if joined else f"{named}: {_too_little(link)}"
    heard = sorted((each for each in link.evidence if each.part != "prior"), key=lambda each: -abs(each.weight))
    for label, pieces in (
        ("For it", [each for each in heard if each.weight >= HEARD]),
        ("Against it", [each for each in heard if each.weight <= -HEARD]),
    ):
        if pieces:
            told += f" {label}: {', '.join(f'{each.part} ({each.level})' for each in pieces[:PIECES])}."
    return told


def _too_little(link: Link) -> str:
    if link.probability < SURE:
        return f"only {link.probability:.0%} sure that both are one claim."
    return f"{link.probability:.0%} sure by itself, but what either was joined with is kept apart from the other."


def _with_noun(figure: Figure) -> str:
    """A figure as written, with its unit, or what it counts, where that follows: ``240 people``, ``34 miles``."""
    counted = figure.context.counted
    if counted is None or counted.span is None or figure.quantity.kind != "count":
        return describe.words(figure)
    between = counted.span.start - figure.quantity.span.stop
    return f"{figure.text} {counted.text}" if 0 <= between <= 2 else figure.text


def _comparison(comparison: Comparison, figure: Figure) -> str:
    other = comparison.b.figure if comparison.a.figure.id == figure.id else comparison.a.figure
    hint = f" ({comparison.hint})" if comparison.hint else ""
    relation = describe.LABELS[comparison.relation].lower()
    return f"to “{other.text}” ({describe.place(other)}): {relation}: {comparison.reason}{hint}"

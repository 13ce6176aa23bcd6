"""The examples that rules carry, run on the real thing: which rule misses, which is noisy, which reads wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.claims import Claim, claim_figures
from factcheck.claims.tracing import try_rules
from factcheck.documents import Block, Document, document_from_text
from factcheck.figures import Figure, extract_figures
from factcheck.ruleset import ClaimType, Match, NoMatch, Ruleset, Verdict
from factcheck.spans import Span

Outcome = Literal["ok", "missing", "noisy", "wrong", "gap", "closed"]
Example = Match | NoMatch | Verdict
FAILURES: frozenset[Outcome] = frozenset({"missing", "noisy", "wrong", "closed"})
_DAY = dt.date(2024, 3, 5)  # the day of examples that do not give theirs: words such as "Tuesday" need one
_MARK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Result:
    """How one example did. ``gap`` is a known failure; ``closed`` a known failure that works now."""

    claim: ClaimType
    example: Example
    outcome: Outcome
    says: str = ""

    @property
    def failed(self) -> bool:
        return self.outcome in FAILURES


def run_examples(ruleset: Ruleset, claims: Iterable[ClaimType] | None = None) -> Iterator[Result]:
    """Every example of the rules (or of some of them), in the order of the files."""
    for claim in ruleset.claims if claims is None else claims:
        examples: tuple[Example, ...] = (*claim.matches, *claim.no_match, *claim.verdict)
        for example in examples:
            outcome, says = _run(example, claim, ruleset)
            if example.gap:
                outcome, says = _gap(outcome, says)
            yield Result(claim, example, outcome, says)


def _gap(outcome: Outcome, says: str) -> tuple[Outcome, str]:
    if outcome == "ok":
        return "closed", "this known gap works now: take gap = true away"
    return "gap", says


def _run(example: Example, claim: ClaimType, ruleset: Ruleset) -> tuple[Outcome, str]:
    if isinstance(example, Match):
        return _run_match(example, claim, ruleset)
    if isinstance(example, NoMatch):
        return _run_no_match(example, claim, ruleset)
    return _run_verdict(example, ruleset)


def _run_match(example: Match, claim: ClaimType, ruleset: Ruleset) -> tuple[Outcome, str]:
    found = read_marked(example.text, ruleset)
    if isinstance(found, str):
        return "missing", found
    if found.type != claim.name:
        return "missing", _missing(found, claim, ruleset)
    return _reading(found, example)


def _reading(found: Claim, example: Match) -> tuple[Outcome, str]:
    """Whether a figure that the rule matched also reads as the example says."""
    hard, counted = found.figure.quantity.hard, found.figure.context.counted
    for name, expected, has in (
        ("low", example.low, hard.low),
        ("high", example.high, hard.high),
        ("counted", example.counted, counted.text if counted else None),
        ("question", example.question, found.question),
    ):
        if expected is not None and expected != has:
            return "wrong", f"{name} reads {has}, not {expected}"
    return "ok", ""


def _missing(found: Claim, claim: ClaimType, ruleset: Ruleset) -> str:
    attempt = next(a for a in try_rules(found.figure, ruleset) if a.claim.name == claim.name)
    if attempt.matched:
        higher = found.rule.precedence + 1 if found.rule is not None else 1
        return f"{found.type} takes it first; give this claim precedence = {higher}"
    step = attempt.steps[-1]
    other = f"; {found.type} takes it" if found.type else ""
    return f"fails at {step.name}: {step.says}{other}"


def _run_no_match(example: NoMatch, claim: ClaimType, ruleset: Ruleset) -> tuple[Outcome, str]:
    found = read_marked(example.text, ruleset)
    if isinstance(found, str):
        return ("missing", found) if example.instead else ("ok", "")
    if found.type == claim.name:
        return "noisy", f"matches, but must not: {example.why}"
    if example.instead is not None and found.type != example.instead:
        return "wrong", f"must go to {example.instead}, but goes to {found.type or 'no rule'}"
    return "ok", ""


def _run_verdict(example: Verdict, ruleset: Ruleset) -> tuple[Outcome, str]:
    marked = []
    for name, text, date in (("a", example.a, example.a_date), ("b", example.b, example.b_date)):
        day = dt.date.fromisoformat(date) if date else _DAY
        found = _marked(_claims(text, ruleset, day, name), text)
        if found is None:
            return "missing", f'the number of "{name}" was not read as a figure'
        marked.append(found)
    relation, reason = _relation(marked[0], marked[1], ruleset)
    if relation == example.relation:
        return "ok", ""
    return "wrong", f"they are {relation}, not {example.relation}: {reason}"


def _relation(a: Claim, b: Claim, ruleset: Ruleset) -> tuple[str, str]:
    """How a scan judges two claims in one group, doubts included, and why; ``apart`` when they never may be compared.

    Whether two articles tell of one event is weighed on far more than two sentences: it is taken as given here.
    """
    from factcheck.comparing.conflicts import compare_group
    from factcheck.grouping import ClaimGroup
    from factcheck.grouping.linking import Linker

    if a.type != b.type:
        return "apart", f"{a.type or 'no rule'} takes the first, {b.type or 'no rule'} the second"
    veto = Linker((a, b), ruleset.vocabulary).link(a, b).veto
    if veto is not None:
        return "apart", veto
    judged = compare_group(ClaimGroup("", a.type, a.question, (a, b), (), 1.0), ruleset.vocabulary)
    if not judged.comparisons:
        return judged.relation, "both give the same number"
    found = judged.comparisons[0]
    return "apart" if found.nature == "apart" else found.relation, found.reason


def read_marked(text: str, ruleset: Ruleset) -> Claim | str:
    """The claim of the number in braces, or why there is none."""
    found = _marked(_claims(text, ruleset), text)
    return "the number was not read as a figure" if found is None else found


def _claims(text: str, ruleset: Ruleset, day: dt.date = _DAY, name: str = "example") -> list[Claim]:
    document = paragraph(_MARK.sub(r"\1", text), ruleset, day, name)
    return list(claim_figures(extract_figures(document, ruleset.vocabulary).figures, ruleset))


def _marked(claims: Iterable[Claim], text: str) -> Claim | None:
    mark = _MARK.search(text)
    if mark is None:
        return None
    span = Span(mark.start(), mark.end() - 2)
    return next((claim for claim in claims if _covers(claim.figure, span)), None)


def _covers(figure: Figure, mark: Span) -> bool:
    return figure.quantity.number.overlaps(mark)


def paragraph(text: str, ruleset: Ruleset, day: dt.date = _DAY, name: str = "example") -> Document:
    """A document of one paragraph: a sentence alone would be taken for a title."""
    document = document_from_text(text, name, day, id=name, vocabulary=ruleset.vocabulary)
    whole = Block(Span(0, len(text)), "paragraph")
    return dataclasses.replace(document, blocks=(whole,), title=None, published=day)

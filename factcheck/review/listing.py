"""The log as people read it: one entry a decision, with where it stands today."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.decisions import CORRECTIONS, Anchor, Decision, Log, numbers
from factcheck.decisions.lines import stamp
from factcheck.reports.text import one_line
from factcheck.scan import Scan

COLUMNS = ("id", "at", "by", "decision", "numbers", "question", "note", "sources", "stands", "why")
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision and where it stands: ``decided``, ``noted``, ``reopened``, ``asked``, ``applied``, ``superseded``,
    ``undone``, ``stale``, or ``not scanned``; nothing where no articles were looked at."""

    decision: Decision
    stands: str = ""
    why: str = ""


def entries(log: Log, scan: Scan | None = None) -> list[Entry]:
    """All decisions by time, those taken back too."""
    active = {each.id for each in log.active}
    stands = _standings(scan) if scan else {}
    made = []
    for decision in log.decisions:
        if decision.kind == "retracted":
            continue
        if decision.id not in active:
            made.append(Entry(decision, "undone"))
            continue
        default = ("applied" if decision.kind in CORRECTIONS else "not scanned", "") if scan else ("", "")
        made.append(Entry(decision, *stands.get(decision.id, default)))
    return made


def text(listed: Sequence[Entry]) -> str:
    """Two lines an entry: who, when and what; the numbers, the question and the note."""
    return "".join(f"{_headline(entry)}\n  {_what(entry.decision)}\n" for entry in listed)


def details(entry: Entry) -> str:
    """All there is of one decision: every figure it was about, in its words."""
    decision = entry.decision
    lines = [_headline(entry), f"  {one_line(decision.question)}"]
    if decision.note:
        lines.append(f"  Note: {one_line(decision.note)}")
    lines.append(f"  Rules: {decision.rules[:12]}" + (f"; relation: {decision.relation}" if decision.relation else ""))
    for number, anchor in enumerate(decision.anchors):
        apart = _APART.get(decision.kind, "") if number in decision.apart else ""
        lines += ["", f"  {one_line(anchor.source.path)}{apart}", f"    {_quote(anchor)}"]
    return "\n".join(lines) + "\n"


def as_csv(listed: Sequence[Entry]) -> str:
    """One row a decision, for spreadsheets; nothing in it can become a formula."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(value) for value in record(entry).values()] for entry in listed)
    return made.getvalue()


def as_json(listed: Sequence[Entry]) -> str:
    return json.dumps([record(entry) for entry in listed], ensure_ascii=False, indent=2) + "\n"


def as_markdown(listed: Sequence[Entry]) -> str:
    """A table that pastes into GitHub and wikis."""
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(tuple(record(entry).values()) for entry in listed)]
    return "".join("| " + " | ".join(_cell(value) for value in row) + " |\n" for row in rows)


def record(entry: Entry) -> dict[str, str]:
    """An entry as plain words, by `COLUMNS`."""
    decision = entry.decision
    sources = ", ".join(dict.fromkeys(anchor.source.path for anchor in decision.anchors))
    values = (
        decision.id, stamp(decision.at), decision.by, decision.kind, numbers(decision.anchors), decision.question,
        decision.note, sources, entry.stands, entry.why,
    )  # fmt: skip
    return {column: one_line(value) for column, value in zip(COLUMNS, values, strict=True)}


_APART = {"split": "  (not the same claim as the others)", "joined": "  (joined)"}


def _standings(scan: Scan) -> Mapping[str, tuple[str, str]]:
    """By id: how a decision stands with today's conflicts, and why."""
    found: dict[str, tuple[str, str]] = {}
    if scan.review is None:
        return found
    for standing in scan.standings:
        for decision in standing.history:
            found[decision.id] = "superseded", ""
        if standing.decision:
            found[standing.decision.id] = standing.state, standing.why or standing.remark or ""
        found.update({note.id: ("noted", "") for note in standing.notes})
    found.update({each.decision.id: ("stale", each.why) for each in scan.review.stale})
    return found


def _headline(entry: Entry) -> str:
    decision = entry.decision
    stands = f"  [{entry.stands}{': ' + one_line(entry.why) if entry.why else ''}]" if entry.stands else ""
    return f"{decision.id}  {decision.day}  {one_line(decision.by)}  {decision.kind}{stands}"


def _what(decision: Decision) -> str:
    note = f" — {one_line(decision.note)}" if decision.note else ""
    return f"{one_line(numbers(decision.anchors))}: {one_line(decision.question)}{note}"


def _quote(anchor: Anchor) -> str:
    return one_line(f"…{anchor.prefix} [{anchor.exact}] {anchor.suffix}…")


def _harmless(value: str) -> str:
    return "'" + value if value.startswith(_FORMULA) else value


def _cell(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")

"""`factcheck decisions` and the options of `scan` that decide, as whole commands with their whole output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.decisions import Recorder, load
from factcheck.review.articles import Articles
from factcheck.review.session import Session
from tests.decision_factories import Clock
from tests.ferry import QUESTION, article, ferry

LOG = "factcheck.decisions.jsonl"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two articles in ``news``."""
    monkeypatch.chdir(tmp_path)
    ferry(tmp_path / "news")
    return tmp_path


def decide(note: str = "two ferries", by: str = "Ann") -> str:
    """Dismiss the conflict; the decision's id."""
    session = Session(Articles(["news"]), Path(LOG), Recorder(by, clock=Clock()))
    decision = session.decide("dismissed", note)
    if decision is None:
        raise AssertionError("nothing to decide")
    return decision.id


def run(*words: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=answer)


def test_lists_with_and_without_the_articles(desk: Path) -> None:
    id_ = decide()
    assert (
        run("decisions", "list").output == f"{id_}  2031-05-17  Ann  dismissed\n  19 and 12: {QUESTION} — two ferries\n"
    )
    assert run("decisions", "list", "news").output.splitlines()[0] == f"{id_}  2031-05-17  Ann  dismissed  [decided]"
    article(desk / "news", "radio", "The hospital", 30)
    assert run("decisions", "list", "news").output.splitlines()[0] == (
        f"{id_}  2031-05-17  Ann  dismissed  [reopened: dismissed when it was 19 and 12; now also 30 in news/radio.txt]"
    )
    assert run("decisions", "list", "news", "--stale").output == "No decisions.\n"


def test_shows_one_by_the_beginning_of_its_id(desk: Path) -> None:
    id_ = decide()
    shown = run("decisions", "show", id_[:5])
    assert shown.exit_code == 0
    rules = load(Path(LOG)).decisions[0].rules[:12]
    assert shown.output == "\n".join(
        [
            f"{id_}  2031-05-17  Ann  dismissed",
            f"  {QUESTION}",
            "  Note: two ferries",
            f"  Rules: {rules}; relation: disputed",
            "",
            "  news/herald.txt",
            "    …sol sank off Port Tarn on Tuesday. The navy said [19] people were killed when the ferry sank.…",
            "",
            "  news/wire.txt",
            "    …k off Port Tarn on Tuesday. The coast guard said [12] people were killed when the ferry sank.…",
            "",
        ]
    )


def test_an_unknown_or_unclear_id_is_told(desk: Path) -> None:
    decide()
    unknown = run("decisions", "show", "zzz")
    assert (unknown.exit_code, unknown.output) == (2, "factcheck: no decision 'zzz'; see `factcheck decisions list`\n")
    decide("again")
    unclear = run("decisions", "show", "")
    assert unclear.output == "factcheck: 2 decisions begin with ''; see `factcheck decisions list`\n"


def test_undoes_once(desk: Path) -> None:
    id_ = decide()
    assert run("scan", "news").exit_code == 0
    assert run("decisions", "undo", id_, "--by", "Bea").output == f"Taken back: dismissed, {QUESTION}\n"
    assert run("scan", "news").exit_code == 1
    assert run("decisions", "list", "news").output.splitlines()[0].endswith("[undone]")
    again = run("decisions", "undo", id_)
    assert (again.exit_code, again.output) == (
        2,
        f"factcheck: {id_} was taken back already; see `factcheck decisions list`\n",
    )


def test_prunes_only_what_fits_nothing_and_asks_before(desk: Path) -> None:
    id_ = decide()
    assert run("decisions", "prune", "news").output == "Nothing to prune: every decision fits.\n"
    for path in (desk / "news").iterdir():
        path.unlink()
    (desk / "news" / "calm.txt").write_text("Nothing happened at sea.\n")
    told = run("scan", "news")
    assert "1 decision fits nothing any more; `factcheck decisions prune` shows and removes them" in told.stderr
    entry = (
        f"{id_}  2031-05-17  Ann  dismissed  [stale: no longer there: news/herald.txt and news/wire.txt]\n"
        f"  19 and 12: {QUESTION} — two ferries\n"
    )
    assert run("decisions", "prune", "news", "--dry-run").output == entry
    assert run("decisions", "prune", "news", answer="n\n").output == (
        f"{entry}Remove 1 decision? [y/N]: n\nNothing was removed.\n"
    )
    assert len(load(Path(LOG)).decisions) == 1
    assert run("decisions", "prune", "news", "--yes").output == f"{entry}Removed 1 decision from {LOG}.\n"
    assert Path(LOG).read_text() == ""


@pytest.mark.parametrize("away", ["unmounted", "renamed", "emptied"])
def test_a_folder_that_is_away_makes_nothing_stale_unasked(desk: Path, away: str) -> None:
    """A drive that is not mounted, a folder that was renamed: its decisions stay, and it is said."""
    decide()
    (desk / "other").mkdir()
    (desk / "other" / "calm.txt").write_text("Nothing happened at sea.\n")
    if away == "emptied":
        for path in (desk / "news").iterdir():
            path.unlink()
    else:
        (desk / "news").rename(desk / ("old" if away == "renamed" else ".elsewhere"))
    told = run("decisions", "prune", "other", "--yes")
    assert told.output == (
        "factcheck: 1 decision stays, its folder is missing or empty: news; "
        "is a drive not mounted, a folder renamed? else add --missing\nNothing to prune.\n"
    )
    assert len(load(Path(LOG)).decisions) == 1
    asked = run("decisions", "prune", "other", "--missing", answer="n\n")
    assert "Remove 1 decision? [y/N]: n\nNothing was removed.\n" in asked.output
    assert len(load(Path(LOG)).decisions) == 1
    assert run("decisions", "prune", "other", "--missing", "--yes").output.endswith(f"Removed 1 decision from {LOG}.\n")
    assert len(load(Path(LOG)).decisions) == 0


def test_what_is_not_scanned_is_not_stale(desk: Path) -> None:
    decide()
    (desk / "other").mkdir()
    (desk / "other" / "calm.txt").write_text("Nothing happened at sea.\n")
    assert run("decisions", "list", "other").output.splitlines()[0].endswith("[not scanned]")
    assert run("decisions", "prune", "other", "--yes").output == "Nothing to prune: every decision fits.\n"


@pytest.mark.parametrize(
    ("format_", "begins"), [("csv", "id,at,by,decision"), ("json", "["), ("markdown", "| id | at")]
)
def test_exports(desk: Path, format_: str, begins: str) -> None:
    decide("=cmd|' /C calc'!A0 <b>")
    made = run("decisions", "export", "-f", format_)
    assert made.exit_code == 0
    assert made.output.startswith(begins)
    assert run("decisions", "export", "news", "-f", format_, "-o", "log.out").output == ""
    assert "decided" in Path("log.out").read_text()
    if format_ == "csv":
        assert "'=cmd" in made.output
    if format_ == "json":
        (entry,) = json.loads(made.output)
        assert (entry["numbers"], entry["sources"]) == ("19 and 12", "news/herald.txt, news/wire.txt")
    if format_ == "markdown":
        assert "=cmd\\|' /C calc'!A0 &lt;b>" in made.output


def test_without_a_log_there_is_one_clear_line(desk: Path) -> None:
    for words in (("list",), ("show", "1"), ("undo", "1"), ("prune", "news"), ("export",)):
        result = run("decisions", *words)
        assert result.exit_code == 2
        assert result.output == (
            f"factcheck: {LOG}: there is no log of decisions; decide with `factcheck review PATH`\n"
        )
    stale = run("decisions", "list", "--stale")
    assert stale.output == "factcheck: --stale needs the articles; name their PATHS\n"


def test_baseline_accepts_today_and_counts_only_what_is_new(desk: Path) -> None:
    assert run("scan", "news").exit_code == 1
    first = run("scan", "news", "--baseline", "--by", "Ann")
    assert first.exit_code == 0
    assert first.stderr == f"factcheck: 1 put aside as baseline in {LOG}\n"
    assert run("scan", "news").exit_code == 0
    again = run("scan", "news", "--baseline")
    assert again.stderr == f"factcheck: 0 put aside as baseline in {LOG}\n"
    article(desk / "news", "radio", "The hospital", 30)
    later = run("scan", "news")
    assert later.exit_code == 1
    words = re.sub(r"\s+", " ", later.output)
    assert "dismissed when it was 19 and 12; now also 30 in news/radio.txt" in words


def test_a_log_elsewhere_and_a_moved_article(desk: Path) -> None:
    missing = run("scan", "news", "--baseline", "--decisions", "desk/log.jsonl")
    assert missing.exit_code == 2
    assert missing.stderr == (
        "factcheck: desk/log.jsonl: the decisions cannot be read: there is no such folder; "
        "see to the file or choose another, --decisions\n"
    )
    (desk / "desk").mkdir()
    assert run("scan", "news", "--baseline", "--decisions", "desk/log.jsonl").exit_code == 0
    (desk / "news" / "wire.txt").rename(desk / "news" / "agency.txt")
    assert run("scan", "news", "--decisions", "desk/log.jsonl").exit_code == 0
    assert run("scan", str(desk / "news"), "--decisions", str(desk / "desk" / "log.jsonl")).exit_code == 0


def test_a_broken_log_is_told_and_the_scan_goes_on(desk: Path) -> None:
    decide()
    Path(LOG).write_text("<<<<<<< ours\n" + Path(LOG).read_text() + '{"schema": 1, "id"')
    told = run("scan", "news")
    assert told.exit_code == 0
    assert told.stderr == (
        f"factcheck: {LOG}:1: left over from a merge; the lines around it are read, remove the marker\n"
        f"factcheck: {LOG}:3: cut off in the middle of writing; the line is ignored, all before it are read\n"
    )


@pytest.mark.parametrize(
    "command",
    ["review", "serve", "watch", "decisions", *(f"decisions {n}" for n in ("list", "show", "undo", "prune", "export"))],
)
def test_every_command_has_help_and_stands_in_the_docs(command: str) -> None:
    shown = run(*command.split(), "--help")
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 5
    docs = Path(__file__).parent.parent / "docs" / "review.md"
    assert f"factcheck {command}" in docs.read_text(encoding="utf-8")


def test_review_needs_a_terminal(desk: Path) -> None:
    result = run("review", "news")
    assert (result.exit_code, result.output) == (
        2,
        "factcheck: a review needs a terminal; run it in one, or use `factcheck serve` or `factcheck decisions`\n",
    )

"""Reports are no articles: they are known by what is in them, left out of a scan, and the only thing -o writes over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.decisions import Recorder
from factcheck.reports import FORMATS
from factcheck.reports.findings import FORMATS as FINDINGS
from factcheck.review.articles import Articles
from factcheck.review.session import Session

A = "Ferry sinks\n2031-03-04\n\nAt least 14 people were killed when a ferry sank off Sorn, the coast guard said.\n"
B = A.replace("At least 14", "Exactly 9").replace("coast guard", "navy")
LOG = "factcheck.decisions.jsonl"
MARKED = [*FORMATS, "figures"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def report(name: str) -> str:
    """A report as printed; "figures" is the table of all figures."""
    options = ("--figures",) if name == "figures" else ("--format", name)
    return run("scan", "a.txt", "b.txt", *options).stdout


def shown(result: Result) -> str:
    """A table without its last lines, which repeat the command."""
    return re.sub(r"^(?:Decide|Read): .*\n", "", result.stdout, flags=re.MULTILINE)


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("suffix", ["md"])
def test_every_format_is_known_again_whatever_its_name(here: Path, name: str, encoding: str, suffix: str) -> None:
    (here / f"c.{suffix}").write_bytes(report(name).encode(encoding))
    before, after = run("scan", "a.txt", "b.txt"), run("scan", ".")
    assert shown(after) == shown(before)
    assert after.exit_code == before.exit_code == 1
    assert after.stderr == f"factcheck: left out, since factcheck wrote it: c.{suffix}\n"


def test_what_people_decided_is_known_again(here: Path) -> None:
    run("scan", ".", "--baseline", "--decisions", "log.decisions.jsonl")
    (here / "log.decisions.jsonl").rename("log.txt")
    for name in ("csv", "json", "markdown"):
        assert run("decisions", "export", "--decisions", "log.txt", "-f", name, "-o", f"{name}.md").exit_code == 0
    after = run("scan", ".")
    assert after.stderr == "factcheck: left out, since factcheck wrote them: csv.md, json.md, log.txt, markdown.md\n"
    assert shown(after) == shown(run("scan", "a.txt", "b.txt"))


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("decided", [True, False])
def test_findings_are_known_again_and_protect_what_is_there(here: Path, name: str, decided: bool) -> None:
    session = Session(Articles(["."]), Path(LOG), Recorder("Ann"))
    if decided:
        session.decide("confirmed")
    else:
        session.note("who knows?")
    command = ("findings", "a.txt", "b.txt", "-f", name, "-o")
    refused = run(*command, "a.txt")
    assert refused.exit_code == 2
    assert "a.txt: this file is no report of factcheck's, and would be lost; " in refused.stderr
    assert (here / "a.txt").read_text() == A
    assert run(*command, "out.txt").exit_code == 0
    if name == "json" and not decided:
        return  # an empty list is no article, and tells nothing of who wrote it
    assert run(*command, "out.txt").exit_code == 0
    assert run("scan", ".").stderr == "factcheck: left out, since factcheck wrote it: out.txt\n"
    (here / "c.txt").write_text(A)
    assert run(*command, "c.txt", "--force").exit_code == 0


def test_an_article_that_speaks_of_factcheck_is_read(here: Path) -> None:
    (here / "c.txt").write_text("Made by factcheck 0.1.0, the table gave 12 dead.\n\nMade by factcheck was a slogan.\n")
    result = run("scan", ".")
    assert result.stderr == ""
    assert result.stdout.startswith("3 documents")


def test_reports_alone_are_nothing_to_scan(here: Path) -> None:
    (here / "c.txt").write_text(report("table"))
    result = run("scan", "c.txt")
    assert result.exit_code == 3
    assert result.stderr == (
        "factcheck: c.txt: not read: a report that factcheck wrote, no article; name the articles\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_may_be_written_over(here: Path, name: str) -> None:
    for _ in range(2):
        assert run("scan", ".", "--format", name, "-o", "out.txt").exit_code == 1
    assert (here / "out.txt").read_text().startswith(report(name)[:20])


@pytest.mark.parametrize("command", [("scan", "."), ("decisions", "export")], ids=["scan", "export"])
def test_nothing_else_is_written_over_unasked(here: Path, command: tuple[str, ...]) -> None:
    run("scan", ".", "--baseline")
    result = run(*command, "-o", "a.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "factcheck: a.txt: this file is no report of factcheck's, and would be lost; "
        "choose another name with -o, or add --force\n"
    )
    assert (here / "a.txt").read_text() == A
    assert run(*command, "-o", "a.txt", "--force").exit_code in (0, 1)
    assert (here / "a.txt").read_text() != A


def test_an_empty_file_a_device_and_a_link_are_written_to(here: Path) -> None:
    (here / "empty.md").touch(mode=0o640)
    (here / "link.md").symlink_to("empty.md")
    for name in ("/dev/null", "link.md"):
        assert run("scan", "a.txt", "b.txt", "-f", "markdown", "-o", name).exit_code == 1
    assert (here / "link.md").is_symlink()
    assert "claim" in (here / "empty.md").read_text()
    assert (here / "empty.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt", "empty.md", "link.md"]

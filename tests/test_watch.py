"""`factcheck watch`: a scan at once, then only what is new."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.comparing import Comparison
from factcheck.errors import UsageError
from factcheck.review.articles import Articles
from factcheck.review.news import lines, news
from tests.ferry import QUESTION, article, ferry
from tests.review_desk import QUESTIONS, TEXTS, MarkedArticles, session, write

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0


class Watch:
    """The command, running; what it prints arrives line by line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "factcheck", "watch", "news", "--every", "0.1"]
        self.process = subprocess.Popen(
            command, cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        if self.process.stdout:
            self.process.stdout.close()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.append(re.sub(r"^\d\d:\d\d:\d\d", "TIME", line.rstrip("\n")))

    def until(self, last: str) -> str:
        """All that is printed up to the line that begins so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for number, line in enumerate(self._lines):
                if line.startswith(last):
                    text = "\n".join(self._lines[: number + 1])
                    del self._lines[: number + 1]
                    return text
            time.sleep(0.02)
        raise AssertionError(f"waited for {last!r}; printed were {self._lines}")


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watch]:
    ferry(tmp_path / "news")
    running = Watch(tmp_path)
    yield running
    running.end()


def test_tells_what_is_new_and_nothing_twice(watching: Watch) -> None:
    news = watching.folder / "news"
    assert watching.until("TIME") == "\n".join(
        [
            f"NEW disputed: {QUESTION}",
            "  “19” according to the navy (herald) and “12” according to the coast guard",
            "    (wire) cannot both be right: two speakers, each with a number of their own.",
            "  news/herald.txt:3: the navy: “The navy said [19] people were killed when the",
            "    ferry sank.”",
            "  news/wire.txt:3: the coast guard: “The coast guard said [12] people were",
            "    killed when the ferry sank.”",
            "",
            "TIME  2 documents, 2 figures: 1 claim to look at",
        ]
    )
    (news / "calm.txt").write_text("Nothing happened at sea.\n")
    assert watching.until("TIME") == "TIME  3 documents, 2 figures: 1 claim to look at"
    article(news, "herald", "The navy", 21)
    assert watching.until("TIME").splitlines()[0] == f"CHANGED disputed: {QUESTION}"
    decided = CliRunner().invoke(
        main,
        [
            "scan",
            str(news),
            "--baseline",
            "--by",
            "Ann",
            "--decisions",
            str(watching.folder / "factcheck.decisions.jsonl"),
        ],
    )
    assert decided.exit_code == 0
    said = watching.until("TIME").splitlines()
    assert said[0] == f"DECIDED disputed: {QUESTION}"
    assert re.fullmatch(r"  Dismissed by Ann on \d{4}-\d\d-\d\d: baseline: accepted as it stood", said[1])
    article(news, "radio", "The hospital", 30)
    said = watching.until("TIME").splitlines()
    assert said[0] == f"NEW disputed: {QUESTION}"
    assert "  Open again: dismissed when it was 21 and 12; now also 30 in news/radio.txt" in "\n".join(said)
    (news / "radio.txt").unlink()
    article(news, "herald", "The navy", 12)
    assert f"GONE disputed: {QUESTION}" in watching.until("TIME")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(PATIENCE) == 0


def test_trouble_is_told_once_and_waited_for(watching: Watch) -> None:
    watching.until("TIME")
    log = watching.folder / "factcheck.decisions.jsonl"
    log.write_text("=======\n")
    marker = "factcheck: factcheck.decisions.jsonl:1: left over from a merge"
    assert watching.until(marker).count(marker) == 1
    watching.until("TIME")
    article(watching.folder / "news", "calm", "Nobody", 12)
    assert marker not in watching.until("TIME")


def test_new_changed_decided_gone(tmp_path: Path) -> None:
    folder = write(tmp_path / "desk")
    one = session(folder)
    first = one.scan
    assert [(report.kind, report.conflict.group.question) for report in news(None, first)] == [
        ("new", QUESTIONS["A"]),
        ("new", QUESTIONS["B"]),
        ("new", QUESTIONS["C"]),
    ]
    assert news(first, first) == []
    one.decide("dismissed", "typo")
    (decided,) = news(first, one.scan)
    assert list(lines(decided)) == [f"DECIDED conflict: {QUESTIONS['A']}", "  Dismissed by Ann on 2031-05-17: typo"]
    moved = write(tmp_path / "moved", {name: "A correction.\n" + text for name, text in TEXTS.items()})
    before, after = MarkedArticles(folder).scan(), MarkedArticles(moved).scan()
    assert {report.kind for report in news(before, after)} == {"new", "gone"}  # other paths are other sources
    (folder / "a.txt").write_text("A correction.\n" + TEXTS["a.txt"])
    assert news(before, MarkedArticles(folder).scan()) == []  # lines that moved are no news


def test_a_changed_conflict_tells_first_what_came_and_why_it_matters(tmp_path: Path) -> None:
    folder = write(tmp_path / "desk")
    before = MarkedArticles(folder).scan()
    (folder / "b.txt").write_text(TEXTS["b.txt"] + "Later the mayor spoke of [17] dead.\n")
    now = MarkedArticles(folder).scan()
    (changed,) = news(before, now)
    assert changed.kind == "changed"
    assert [claim.figure.text for claim in changed.fresh] == ["17"]
    old, new = changed.conflict.group.claims[0], changed.fresh[0]
    weak = Comparison(old, new, "check", "12 and 17 may be of other days.")
    grave = Comparison(new, old, "disputed", "The mayor says 17, the guard 12.")
    conflict = replace(changed.conflict, comparisons=(*before.questions[0].comparisons, weak, grave))
    said = list(lines(replace(changed, conflict=conflict), 60))
    assert said[1] == "  The mayor says 17, the guard 12."
    assert said[2].startswith("+ ")
    assert "[17]" in " ".join(said[2:5])
    assert sum(each.startswith("+ ") for each in said) == 1
    assert sum("[" in each for each in said) == 3
    assert max(len(each) for each in said if str(folder) not in each) <= 60


def test_only_changed_files_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.scan import Work

    folder = ferry(tmp_path)
    read: list[str] = []
    extract = Work.extract

    def noted(self: Work, path: str, *rest: object) -> object:
        read.append(Path(path).name)
        return extract(self, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Work, "extract", noted)
    articles = Articles([str(folder)], jobs=1)
    assert len(articles.scan().documents) == 2
    assert not articles.changed()
    articles.scan()
    article(folder, "radio", "The hospital", 30)
    assert articles.changed()
    assert len(articles.scan().documents) == 3
    (folder / "wire.txt").unlink()
    assert articles.changed()
    assert len(articles.scan().documents) == 2
    assert sorted(read) == ["herald.txt", "radio.txt", "wire.txt"]


def test_a_changed_rule_reads_everything_again(tmp_path: Path) -> None:
    folder, rules = ferry(tmp_path / "news"), tmp_path / "rules"
    rules.mkdir()
    articles = Articles([str(folder)], rules=[rules])
    before = articles.scan().rules_hash
    (rules / "ferries.toml").write_text("[words]\nferry_things = ['deck']\n")
    assert articles.changed()
    assert articles.scan().rules_hash != before


def test_standard_input_cannot_be_watched() -> None:
    with pytest.raises(UsageError, match="standard input cannot be reviewed"):
        Articles(["-"])

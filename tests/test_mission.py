"""The whole loop as a person goes through it, with the real commands, in a terminal of 80 columns.

Scan → review (confirm, dismiss with a reason, note, split) → an article changes → scan again: what is open again, and
why → a rules file for a claim of one's own → scan again → findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.comparing import Conflict
from factcheck.ruleset import default_folders, load_ruleset
from factcheck.scan import scan

pyte = pytest.importorskip("pyte")
from tests.pseudo_terminal import PseudoTerminal  # noqa: E402

COLUMNS = 80
ARTICLE = """{title}
2031-03-04
{source} said {killed} people were killed when the ferry Marisol sank off Port Tarn on Monday.
The hospital in Port Tarn treated {treated} passengers after the sinking, {source} said.
The ferry Marisol carried {aboard} passengers, {source} said.
The crew of the Marisol fired {flares} flares before the ferry sank, {source} said.
Divers found {cars} cars on the deck of the Marisol, {source} said.
"""
HERALD = {"title": "Ferry Marisol sinks", "source": "The navy", "killed": "14", "treated": "30", "aboard": "212"}
WIRE = {"title": "Ferry goes down", "source": "The coast guard", "killed": "9", "treated": "41", "aboard": "260"}
HERALD |= {"flares": "six", "cars": "18"}
WIRE |= {"flares": "eight", "cars": "25"}
ABOUT = ("killed", "treated", "aboard", "flares", "cars")
RULE = """\
[claim.sea.flares]
question = "How many distress flares went up?"
counted = ["flare~"]
done_to = ["fire~"]
match = ["The trawler fired {three} flares."]
no_match = [{ text = "Each flare burned for {three} minutes.", why = "how long, not how many" }]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with two articles that are at odds on five claims."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    write(tmp_path, "herald", HERALD)
    write(tmp_path, "wire", WIRE)
    return tmp_path


def write(desk: Path, name: str, facts: Mapping[str, str]) -> None:
    (desk / "articles" / f"{name}.txt").write_text(ARTICLE.format(**facts), encoding="utf-8")


def conflicts(*about: str) -> dict[str, Conflict]:
    """The groups at odds, by what they are about."""
    found = scan(["articles"], load_ruleset(*default_folders()))
    return {each: _holding(found.conflicts, WIRE[each]) for each in about}


def _holding(among: tuple[Conflict, ...], number: str) -> Conflict:
    [one] = [each for each in among if number in {claim.figure.number for claim in each.group.claims}]
    return one


class Shell:
    """Commands at a prompt; ``said`` is what the last one printed, its lines joined as they are read."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self.said = ""

    def run(self, *words: str, code: int | None) -> str:
        """Run a command to its end and give the lines it printed; none of a table is wider than the terminal.

        Where ``code`` is ``None`` the command may find something to review or nothing: what is left may be a maybe.
        """
        with self.terminal(*words, lines=200) as terminal:
            ended = terminal.ended()
            assert ended in ((0, 1) if code is None else (code,)), terminal.screen
            sent = re.sub(r"[^\n]*\r\x1b\[K", "", terminal.sent)  # how far it is, wiped when it got further
            shown = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", sent).replace("\r", "")
        if words[0] == "scan":
            assert max(map(len, shown.splitlines()), default=0) <= COLUMNS
        self.said = " ".join(shown.split())
        return shown

    def terminal(self, *words: str, lines: int = 40) -> PseudoTerminal:
        """A running command; a long table is not held back page by page."""
        env = {"FACTCHECK_BY": "Ann", "PAGER": "cat"}
        return PseudoTerminal.python("-m", "factcheck", *words, columns=COLUMNS, lines=lines, cwd=self.desk, env=env)


def quoted(facts: Mapping[str, str], about: str) -> str:
    """The sentence that gives a number, as a report quotes it: the number in brackets."""
    template = next(line for line in ARTICLE.splitlines() if "{" + about + "}" in line)
    return template.replace("{" + about + "}", "[{" + about + "}]").format(**facts)


def test_from_the_first_scan_to_the_findings(desk: Path) -> None:
    shell = Shell(desk)
    first_look(shell)
    review(shell)
    what_was_decided(shell)
    an_article_changes(shell)
    a_claim_of_ones_own(shell)
    memo(shell)


def first_look(shell: Shell) -> None:
    """Every claim at odds is there, with its question, its reason, both quotes and where they stand."""
    shell.run("scan", "articles", code=1)
    assert "2 documents · 10 figures · 5 claims · 5 disputed" in shell.said
    for about, conflict in conflicts(*ABOUT).items():
        assert conflict.relation == "disputed"
        assert conflict.group.question in shell.said
        assert quoted(HERALD, about) in shell.said
        assert quoted(WIRE, about) in shell.said
        for name in ("herald", "wire"):
            assert f"articles/{name}.txt:{ABOUT.index(about) + 3}" in shell.said
    assert shell.said.count("the navy") >= 5
    assert shell.said.count("the coast guard") >= 5


def review(shell: Shell) -> None:
    """One confirmed, one dismissed with a reason, one noted, one split; the fifth is left for later."""
    with shell.terminal("review", "articles") as terminal:
        terminal.until("1 of 5, 5 to decide")
        go_to(terminal, "killed")
        assert {"14", "9"} <= set(terminal.marked())
        flat = " ".join(terminal.screen.split())
        assert "published 2031-03-04" in flat
        terminal.type("c")
        terminal.until("Confirmed and saved.")
        go_to(terminal, "killed")
        assert "Confirmed by Ann" in terminal.screen
        terminal.type("n")
        terminal.until("Note")
        terminal.type("the navy stands by 14\r")
        terminal.until("saved.")
        go_to(terminal, "treated")
        terminal.type("d")
        terminal.until("Why is it no conflict?")
        terminal.type("two hospitals\r")
        terminal.until("Dismissed and saved.")
        go_to(terminal, "aboard")
        terminal.type("n")
        terminal.until("Note")
        terminal.type("asked the company\r")
        terminal.until("saved.")
        go_to(terminal, "cars")
        terminal.type("x")
        terminal.until("y/n")
        terminal.type("y")
        terminal.until("of 4")
        terminal.type("q")
        assert terminal.ended() == 0
        assert "saved in factcheck.decisions.jsonl" in terminal.sent.splitlines()[-1]


def go_to(terminal: PseudoTerminal, about: str) -> None:
    """Move through the conflicts until the one with the Herald's number is shown, its numbers marked."""
    for key in ("", *["p"] * 5, *[" "] * 5):
        terminal.type(key)
        terminal.until(lambda screen: "to decide" in screen or "all decided" in screen)
        terminal.settle()
        if HERALD[about] in terminal.marked():
            return
    raise AssertionError(f"{about} is not shown; the screen is:\n{terminal.screen}")


def what_was_decided(shell: Shell) -> None:
    """The log says who decided what; the next scan leaves the decided and the split out of what is to do."""
    lines = shell.run("decisions", "list", "articles", code=0).splitlines()
    told = [line.strip().split(": ")[0] + " " + line.rpartition(" — ")[2] for line in lines[1::2]]
    assert [re.sub(r"^\w+ +[\d-]+ +Ann +", "", line).split()[0] for line in lines[::2]] == [
        "confirmed", "noted", "dismissed", "noted", "split",
    ]  # fmt: skip
    assert told[1] == "14 and 9 the navy stands by 14"
    assert told[2] == "30 and 41 two hospitals"
    assert told[3] == "212 and 260 asked the company"
    assert told[4].startswith("18 and 25")
    shell.run("scan", "articles", "--all", code=None)
    assert "confirmed by ann" in shell.said.lower()
    assert "the navy stands by 14" in shell.said
    assert "two hospitals" in shell.said
    groups = {tuple(sorted(group)) for group in _groups(shell)}
    assert ("14", "9") in groups
    assert not any({"18", "25"} & set(group) for group in groups)


def _groups(shell: Shell) -> list[list[str]]:
    """The numbers of each group of a scan, by its json."""
    shell.run("scan", "articles", "-o", "scan.json", "--exit-zero", code=0)
    found = json.loads((shell.desk / "scan.json").read_text())
    numbers = {figure["id"]: figure["number"] for figure in found["figures"]}
    return [[numbers[figure] for figure in group["figures"]] for group in found["groups"]]


def an_article_changes(shell: Shell) -> None:
    """A number that nobody has seen opens what was dismissed, with why; what was confirmed stays confirmed."""
    write(shell.desk, "herald", {**HERALD, "treated": "35"})
    shell.run("scan", "articles", "--all", code=None)
    assert "Open again: dismissed when it was 30 and 41; now 35 instead of 30 in articles/herald.txt" in shell.said
    assert "confirmed by ann" in shell.said.lower()
    listed = shell.run("decisions", "list", "articles", code=0)
    assert (
        "dismissed [reopened: dismissed when it was 30 and 41; now 35 instead of 30 in articles/herald.txt]"
        in " ".join(listed.split())
    )


def a_claim_of_ones_own(shell: Shell) -> None:
    """A rules file in ./rules gives the flares a claim and a question; its examples hold; the claim is confirmed."""
    (shell.desk / "rules").mkdir()
    (shell.desk / "rules" / "flares.toml").write_text(RULE, encoding="utf-8")
    assert shell.run("rules", "test", "rules/flares.toml", code=0) == "2 examples of 1 claim: all as they should\n"
    shell.run("scan", "articles", code=None)
    question = conflicts("flares")["flares"].group.question
    assert question.startswith("How many distress flares went up")
    assert question in shell.said
    with shell.terminal("review", "articles") as terminal:
        terminal.until(" of 4")
        go_to(terminal, "flares")
        terminal.type("c")
        terminal.until("Confirmed and saved.")
        terminal.type("q")
        assert terminal.ended() == 0


def memo(shell: Shell) -> None:
    """The findings are the two that were confirmed, whole."""
    known = conflicts("killed", "flares")
    day = re.search(r"Confirmed by Ann on (\S+)\.", shell.run("findings", "articles", code=0))
    assert day is not None
    wanted = "# 2 confirmed conflicts\n"
    order = sorted(("killed", "flares"), key=lambda about: -known[about].priority)
    for n, about in enumerate(order, 1):
        wanted += f"\n## {n}. {known[about].group.question}\n\n{_reason(known[about])}\n\n"
        low, high = ((WIRE, "wire"), (HERALD, "herald")) if about == "killed" else ((HERALD, "herald"), (WIRE, "wire"))
        wanted += _reading(*low, about) + _reading(*high, about)
        wanted += f"\nConfirmed by Ann on {day[1]}.\n"
        wanted += f"\nNote (Ann, {day[1]}): the navy stands by 14\n" if about == "killed" else ""
    assert shell.run("findings", "articles", code=0) == wanted


def _reason(conflict: Conflict) -> str:
    return next(each.reason for each in conflict.comparisons if each.relation == conflict.relation)


def _reading(facts: Mapping[str, str], name: str, about: str) -> str:
    number = facts[about]
    means = {"six": ", read as 6", "eight": ", read as 8"}.get(number, "")
    day = "2031-03-03" if about == "killed" else "2031-03-04"
    quote = quoted(facts, about).replace("[", "**").replace("]", "**")
    source = f"{name}, “{facts['title']}”, 2031-03-04 (`articles/{name}.txt:{ABOUT.index(about) + 3}`)"
    speaker = facts["source"][0].lower() + facts["source"][1:]
    return f"- **{number}**{means} — {speaker}, {day}\n  - “{quote}” — {source}\n"

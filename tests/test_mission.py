"""The whole loop as a person goes through it, with the real commands, in a terminal of 80 columns.

Scan → review (confirm, dismiss with a reason, note, split) → an article changes → scan again: what is open again, and
why → a rules file for a claim of one's own → scan again → findings.

Every word that is printed, and every screen of the review that a person decides on, stands in
``tests/corpora/mission.txt``. ``python -m tests.test_mission`` (``make readme``) writes that file anew; read what
changed in it as you would read it in a terminal.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.comparing import Conflict
from factcheck.ruleset import default_folders, load_ruleset
from factcheck.scan import scan

pyte = pytest.importorskip("pyte")
from tests.pseudo_terminal import PseudoTerminal  # noqa: E402

TRANSCRIPT = Path(__file__).parent / "corpora" / "mission.txt"
PROMPT = "━━━ "  # before what was typed; no line that the program prints begins so
COLUMNS = 80
ARTICLE = """{title}
2031-03-04
{source} said {killed} people were killed when the ferry Marisol sank off Port Tarn on Monday.
The hospital in Port Tarn treated {treated} passengers after the sinking, {who} said.
The ferry Marisol carried {aboard} passengers, {who} said.
The crew of the Marisol fired {flares} flares before the ferry sank, {who} said.
Divers found {cars} cars on the deck of the Marisol, {who} said.
"""
HERALD = {"title": "Ferry Marisol sinks", "source": "The navy", "killed": "14", "treated": "30", "aboard": "212"}
WIRE = {"title": "Ferry goes down", "source": "The coast guard", "killed": "9", "treated": "41", "aboard": "260"}
HERALD |= {"who": "the navy", "flares": "six", "cars": "18"}
WIRE |= {"who": "the coast guard", "flares": "eight", "cars": "25"}
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
    lay_out(tmp_path)
    return tmp_path


def lay_out(desk: Path) -> None:
    (desk / "articles").mkdir()
    write(desk, "herald", HERALD)
    write(desk, "wire", WIRE)


def write(desk: Path, name: str, facts: Mapping[str, str]) -> None:
    (desk / "articles" / f"{name}.txt").write_text(ARTICLE.format(**facts), encoding="utf-8")


def conflicts(*about: str) -> dict[str, Conflict]:
    """The groups at odds, by what they are about."""
    found = scan(["articles"], load_ruleset(*default_folders()))
    return {each: _holding(found.questions, WIRE[each]) for each in about}


def _holding(among: tuple[Conflict, ...], number: str) -> Conflict:
    [one] = [each for each in among if number in {claim.figure.number for claim in each.group.claims}]
    return one


class Shell:
    """Commands at a prompt; ``said`` is what the last one printed, its lines joined as they are read.

    ``shown`` is all that was typed and shown; with ``expected`` each is held against it as it comes.
    """

    def __init__(self, desk: Path, expected: str | None = None) -> None:
        self.desk = desk
        self.said = ""
        self.shown: list[str] = []
        self._expected = None if expected is None else re.split(rf"^(?={PROMPT})", expected, flags=re.M)[1:]

    def show(self, typed: str, text: str) -> None:
        """What a person sees after what was typed, less what differs from day to day."""
        lines = [line.rstrip() for line in lasting(text).strip("\n").split("\n")]
        self.shown.append("\n".join([PROMPT + typed, *lines, "", ""]))
        if self._expected is not None:
            expected = self._expected[len(self.shown) - 1]
            assert self.shown[-1] == expected, "where it reads well: python -m tests.test_mission"

    def look(self, terminal: PseudoTerminal, typed: str) -> None:
        """Show a screen that is drawn to its end."""
        self.show(typed, terminal.settle(0.6))

    def done(self) -> None:
        """Nothing is expected that was not shown."""
        assert self._expected is None or len(self.shown) == len(self._expected)

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
        self.show(" ".join(("factcheck", *words)), shown)
        return shown

    def terminal(self, *words: str, lines: int = 24) -> PseudoTerminal:
        """A running command; a long table is not held back page by page."""
        env = {"FACTCHECK_BY": "Ann", "PAGER": "cat"}
        return PseudoTerminal.python("-m", "factcheck", *words, columns=COLUMNS, lines=lines, cwd=self.desk, env=env)


def lasting(text: str) -> str:
    """A text less the day, the version and the ids that decisions get by chance."""
    today = dt.datetime.now().astimezone()
    for day in (today, today - dt.timedelta(hours=1), today.astimezone(dt.UTC)):
        text = text.replace(f"{day:%Y-%m-%d}", "2031-03-10")
    text = re.sub(r"^(Made by factcheck) \S+$", r"\1 0.0.0", text, flags=re.M)
    return re.sub(r"^(\w+)( +2031-03-10 +Ann )", lambda found: "i" * len(found[1]) + found[2], text, flags=re.M)


def quoted(facts: Mapping[str, str], about: str) -> str:
    """The sentence that gives a number, as a report quotes it: the number in brackets."""
    template = next(line for line in ARTICLE.splitlines() if "{" + about + "}" in line)
    return template.replace("{" + about + "}", "[{" + about + "}]").format(**facts)


def test_from_the_first_scan_to_the_findings(desk: Path) -> None:
    shell = Shell(desk, TRANSCRIPT.read_text(encoding="utf-8"))
    go_through(shell)
    shell.done()


def go_through(shell: Shell) -> None:
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
        shell.look(terminal, "factcheck review articles")
        go_to(terminal, "killed")
        assert {"14", "9"} <= set(terminal.marked())
        press(shell, terminal, "c", "Confirmed and saved.")
        go_to(terminal, "killed")
        press(shell, terminal, "n", "Note")
        press(shell, terminal, "the navy stands by 14\r", "saved.")
        go_to(terminal, "treated")
        press(shell, terminal, "d", "Why is it no conflict?")
        press(shell, terminal, "two hospitals\r", "Dismissed and saved.")
        go_to(terminal, "aboard")
        press(shell, terminal, "n", "Note")
        press(shell, terminal, "asked the company\r", "saved.")
        go_to(terminal, "cars")
        press(shell, terminal, "x", "y/n")
        press(shell, terminal, "y", "of 4")
        leave(shell, terminal)


def press(shell: Shell, terminal: PseudoTerminal, keys: str, wanted: str) -> None:
    """Press keys, first looking at the screen that one decides on; then wait for what is wanted, and look at it."""
    if keys in ("c", "d", "n", "x"):
        shell.look(terminal, "(the screen)")
    terminal.type(keys)
    terminal.until(wanted)
    shell.look(terminal, keys.replace("\r", " ⏎"))


def leave(shell: Shell, terminal: PseudoTerminal) -> None:
    """Quit; what was saved is told after the screen is given back."""
    terminal.type("q")
    assert terminal.ended() == 0
    shell.show("q", re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", terminal.sent.rpartition("\x1b[?1049l")[2]).replace("\r", ""))


def go_to(terminal: PseudoTerminal, about: str) -> None:
    """Move to the first conflict, and on until the one with the Herald's number is shown, its numbers marked."""
    while (at := place(terminal.screen)) != 1:
        move(terminal, "p", at - 1)
    while HERALD[about] not in terminal.marked():
        move(terminal, " ", place(terminal.screen) + 1)


def move(terminal: PseudoTerminal, key: str, to: int) -> None:
    terminal.type(key)
    terminal.until(lambda screen: place(screen) == to)


def place(screen: str) -> int:
    """Which conflict of how many is shown, counted from 1."""
    found = re.search(r"(\d+) of \d+", screen)
    return int(found[1]) if found else 0


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
        press(shell, terminal, "c", "Confirmed and saved.")
        leave(shell, terminal)


def memo(shell: Shell) -> None:
    """The findings are the two that were confirmed, whole."""
    known = conflicts("killed", "flares")
    found = shell.run("findings", "articles", code=0)
    day = re.search(r"Confirmed by Ann on (\S+)\.", found)
    assert day is not None
    wanted = "# 2 confirmed conflicts\n"
    order = sorted(("killed", "flares"), key=lambda about: -known[about].priority)
    for n, about in enumerate(order, 1):
        wanted += f"\n## {n}. {known[about].group.question}\n\n{_reason(known[about])}\n\n"
        low, high = ((WIRE, "wire"), (HERALD, "herald")) if about == "killed" else ((HERALD, "herald"), (WIRE, "wire"))
        wanted += _reading(*low, about) + _reading(*high, about)
        wanted += f"\nConfirmed by Ann on {day[1]}.\n"
        wanted += f"\nNote (Ann, {day[1]}): the navy stands by 14\n" if about == "killed" else ""
    body, _, mark = found.partition("\n<!-- ")  # by which a later scan knows it
    assert mark.startswith("Made by factcheck ")
    assert body == wanted


def _reason(conflict: Conflict) -> str:
    return next(each.reason for each in conflict.comparisons if each.relation == conflict.relation)


def _reading(facts: Mapping[str, str], name: str, about: str) -> str:
    number = facts[about]
    means = {"six": ", read as 6", "eight": ", read as 8"}.get(number, "")
    day = "2031-03-03" if about == "killed" else "2031-03-04"
    quote = quoted(facts, about).replace("[", "**").replace("]", "**")
    source = f"{name}, “{facts['title']}”, 2031-03-04 (`articles/{name}.txt:{ABOUT.index(about) + 3}`)"
    return f"- **{number}**{means} — {facts['who']}, {day}\n  - “{quote}” — {source}\n"


def rewrite() -> None:
    """Write the transcript anew."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        shell = Shell(Path(folder))
        lay_out(shell.desk)
        go_through(shell)
        os.chdir(Path(__file__).parent)
    TRANSCRIPT.write_text("".join(shell.shown), encoding="utf-8")


if __name__ == "__main__":
    rewrite()

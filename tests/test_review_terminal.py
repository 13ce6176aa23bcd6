"""`factcheck review` as a person uses it: on a pseudo-terminal, key by key, screen by screen."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.comparing import Relation
from factcheck.decisions import Log, load
from factcheck.review import screen
from factcheck.review.choosing import Choice, Chooser
from factcheck.review.editor import command as editor_command
from factcheck.review.keyboard import split_keys
from factcheck.review.styled import Run, beside, cells, cut, cut_start, ends, paint, plain, wrap
from tests.review_desk import QUESTIONS, session, write

pyte = pytest.importorskip("pyte")
from tests.pseudo_terminal import PseudoTerminal  # noqa: E402

ARROW_DOWN, ARROW_RIGHT, ARROW_LEFT, ESCAPE, BACKSPACE = "\x1b[B", "\x1b[C", "\x1b[D", "\x1b", "\x7f"
CTRL_Z = "\x1a"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return write(tmp_path / "desk")


def review(desk: Path, *words: str, lines: int = 24, **env: str) -> PseudoTerminal:
    return PseudoTerminal.python("-m", "tests.review_desk", str(desk), *words, lines=lines, env=env)


def log(desk: Path) -> Log:
    return load(desk / "factcheck.decisions.jsonl")


def kinds(desk: Path) -> list[str]:
    return [f"{each.kind} {each.note}".strip() for each in log(desk).decisions]


def test_keys_typed_before_anything_is_shown_decide_nothing(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.type("ccc")
        terminal.until("1 of 3, 3 to decide")
        terminal.type("?")
        terminal.until("Any key goes back")
    assert not (desk / "factcheck.decisions.jsonl").exists()


def test_shows_the_sides_next_to_each_other(desk: Path) -> None:
    with review(desk) as terminal:
        shown = terminal.until("q quit")
        assert terminal.marked() == ["12", "15"]
        terminal.type("q")
        assert terminal.ended() == 0
        assert not terminal.alternate()
        assert terminal.sent.endswith("left the review\r\n")
    path = f"{desk}/a.txt:2", f"{desk}/b.txt:2"
    assert shown == "\n".join(
        [
            "factcheck review  1 of 3, 3 to decide                                        Ann",
            "─" * 80,
            "✕ Conflict  How many people were killed?",
            "12 and 15 cannot both be right.",
            "",
            "a  12                                    b  15",
            "   A                                        B",
            "   published 2031-05-17                     published 2031-05-17",
            f"   {plain(cut_start([Run(path[0])], 35)):<35}      {plain(cut_start([Run(path[1])], 35))}",
            "   “Rescuers found 12 bodies on the         “The hospital has counted 15 dead",
            "   beach, the coast guard said.”            since morning, a nurse said.”",
            *[""] * 9,
            "─" * 80,
            "",
            "c confirm  d dismiss  D all of this kind  n note  x split  j join  u undo",
            "o open  ← → move  Tab next to decide  ? help  q quit",
        ]
    )


def test_decides_three_conflicts_and_says_so(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3, 3 to decide")
        terminal.type("c")
        terminal.until("2 of 3, 2 to decide")
        assert "Confirmed and saved." in terminal.screen
        assert kinds(desk) == ["confirmed"]
        terminal.type("d")
        terminal.until("Why is it no conflict?")
        terminal.type("tickets, not peopel")
        terminal.type(BACKSPACE * 2 + "le\r")
        terminal.until("3 of 3, 1 to decide")
        terminal.type("n")
        terminal.until("Note")
        terminal.type("asked the “port” – käse\r")
        terminal.until("Noted and saved.")
        terminal.until("3 of 3, 1 to decide")
        assert "Note by Ann, 2031-05-18: asked the “port” – käse" in terminal.screen
        terminal.type("q")
        assert terminal.ended() == 0
    assert kinds(desk) == ["confirmed", "dismissed tickets, not people", "noted asked the “port” – käse"]


def test_goes_on_where_it_stopped(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        terminal.type("c")
        terminal.until("2 of 3")
        terminal.type("q")
        terminal.ended()
    with review(desk) as terminal:
        assert QUESTIONS["B"] in terminal.until("2 of 3, 2 to decide")
        terminal.type("p")
        assert "Confirmed by Ann, 2031-05-18" in terminal.until("1 of 3, 2 to decide")
        terminal.type(ARROW_LEFT)
        terminal.until("This is the first one.")
        terminal.type("\t")
        terminal.until("2 of 3")
        terminal.type(" ")
        terminal.until("3 of 3")
        terminal.type(ARROW_RIGHT)
        terminal.until("This is the last one.")


def test_undo_takes_back_one_after_the_other_also_of_the_last_review(desk: Path) -> None:
    done = session(desk)
    done.decide("confirmed")
    done.to_next_open()
    done.decide("dismissed", "typo")
    with review(desk) as terminal:
        terminal.until("3 of 3, 1 to decide")
        terminal.type("u")
        terminal.until("2 of 3, 2 to decide")
        assert f"Taken back: dismissed ({QUESTIONS['B']})" in terminal.screen
        terminal.type("u")
        terminal.until("1 of 3, 3 to decide")
        terminal.type("u")
        terminal.until("Nothing to undo.")
    assert [each.kind for each in log(desk).decisions] == ["confirmed", "dismissed", "retracted", "retracted"]
    assert log(desk).active == ()


def test_another_reviewers_decisions_are_not_undone(desk: Path) -> None:
    session(desk, "Bea").decide("confirmed")
    with review(desk) as terminal:
        terminal.until("2 of 3, 2 to decide")
        terminal.type("u")
        terminal.until("Nothing to undo.")


def test_reopened_says_why_and_can_be_decided_as_before(desk: Path) -> None:
    session(desk).decide("dismissed", "two ferries")
    (desk / "e.txt").write_text("Divers brought up [19] bodies from the wreck, the navy said.\n")
    with review(desk) as terminal:
        shown = terminal.until("1 of 3, 3 to decide")
        said = "Open again: dismissed when it was 12 and 15; now also 19 in e.txt (Ann, 2031-05-17: two ferries)"
        assert said in " ".join(shown.split())
        assert "Key = decides as before." in shown
        terminal.type("=")
        terminal.until("2 of 3, 2 to decide")
        terminal.type("=")
        terminal.until("There is no earlier decision to take over.")
    assert kinds(desk) == ["dismissed two ferries", "dismissed two ferries"]


def test_a_note_keeps_the_verdict(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        terminal.type("cp")
        terminal.until("Confirmed by Ann")
        terminal.type("n")
        terminal.until("Note")
        terminal.type("called\r")
        terminal.until("Note by Ann, 2031-05-18: called")
        assert "Confirmed by Ann" in terminal.screen
        assert "1 of 3, 2 to decide" in terminal.screen
    assert kinds(desk) == ["confirmed", "noted called"]


def test_splits_two_and_takes_it_back(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        terminal.type("x")
        terminal.until("Are 12 and 15 different claims? y/n")
        terminal.type("n")
        terminal.until("Nothing was split.")
        terminal.type("x")
        terminal.until("different claims")
        terminal.type("y")
        shown = terminal.until("1 of 2, 2 to decide")
        assert "Split and saved." in shown
        assert QUESTIONS["B"] in shown
        terminal.type("u")
        assert QUESTIONS["A"] in terminal.until("1 of 3, 3 to decide")


def test_splits_by_choosing_and_joins_again(desk: Path) -> None:
    (desk / "e.txt").write_text("Divers brought up [19] bodies from the wreck, the navy said.\n")
    with review(desk) as terminal:
        terminal.until("c  15")
        assert terminal.marked() == ["12", "19", "15"]  # the two that decided come first
        terminal.type("x")
        shown = terminal.until("Which are not about the same claim?")
        assert "“Divers brought up 19 bodies from the wreck" in shown  # with its quote
        terminal.type("\t\t\t\r")
        terminal.until("Nothing was split: at least one figure has to stay.")
        terminal.type("x")
        terminal.until("Search: █  3 of 3")
        terminal.type("wreck navy")
        shown = terminal.until("1 of 3")
        assert "relatives" not in shown.lower()
        terminal.type("\r")
        terminal.until("Split and saved.")
        assert terminal.marked() == ["12", "15"]
        terminal.type("j")
        shown = terminal.until("Which is about the same as")
        assert "19: About “19 bodies from the wreck” (E, line 1)" in shown
        terminal.type("brought up\r")
        terminal.until("Joined and saved.")
        terminal.until("c  ")
    assert kinds(desk) == ["split", "joined"]


def test_a_search_that_finds_nothing_joins_nothing(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        terminal.type("j")
        terminal.until("Which is about the same as")
        terminal.type("zeppelin")
        terminal.until("Nothing has these words.")
        terminal.type("\r")
        terminal.until("Nothing was joined.")
    assert not (desk / "factcheck.decisions.jsonl").exists()


def test_a_long_list_is_gone_through_by_arrows() -> None:
    choices = [Choice(f"{n} boats", "and then the boats came back " * 9) for n in range(40)]
    chooser = Chooser("Which?", choices, "join")
    for key, at in (("down", 1), ("page down", 6), ("up", 5), ("page up", 0)):
        chooser.press(key)
        assert chooser.chosen == [at]
    for _ in range(60):
        chooser.press("down")
    lines = [plain(each) for each in chooser.lines(60, 20)]
    assert len(lines) == 20
    assert "▸ 39 boats" in lines  # it is in sight, with its quote
    assert max(map(cells, lines)) <= 60
    for key in "7 BOATS":
        chooser.press("space" if key == " " else key)
    assert [choices[n].label for n in chooser.found] == ["7 boats", "17 boats", "27 boats", "37 boats"]


def test_figures_that_read_the_same_are_one_card(desk: Path) -> None:
    (desk / "e.txt").write_text("Divers brought up [15] bodies from the wreck, the navy said.\n")
    with review(desk) as terminal:
        shown = terminal.until("q quit")
        assert terminal.marked() == ["12", "15"]
        assert "also " in shown


def test_all_of_one_kind_are_dismissed_after_they_were_shown(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3, 3 to decide")
        terminal.type("D")
        shown = terminal.until("Why are they no conflicts?")
        assert "Dismiss all 3 of one kind (conflict):" in shown
        assert all(question in shown for question in QUESTIONS.values())
        terminal.type(ESCAPE)
        terminal.until("1 of 3, 3 to decide")
        assert not (desk / "factcheck.decisions.jsonl").exists()
        terminal.type("D")
        terminal.until("Why are they no conflicts?")
        terminal.type("drills\r")
        terminal.until("3 dismissed and saved; u takes them back one by one.")
        terminal.until("all decided")
        terminal.type("D")
        terminal.until("There is none of this kind to decide.")
    assert kinds(desk) == ["dismissed drills"] * 3


def test_shift_tab_goes_to_the_one_to_decide_before(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3, 3 to decide")
        for index in (3, 2, 1, 3):
            terminal.type("\x1b[Z")
            terminal.until(f"{index} of 3, 3 to decide")
        terminal.type("pc")
        terminal.until("3 of 3, 2 to decide")
        terminal.type("\x1b[Z")
        terminal.until("1 of 3, 2 to decide")


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_the_bar_names_every_way_to_go_on_at_any_width(width: int) -> None:
    lines = [plain(each) for each in screen.footer("", width)]
    assert max(map(cells, lines)) <= width
    assert [key for key in ("j join", "Tab next to decide", "q quit") if not any(key in each for each in lines)] == []


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("check", "x splits figures that are not about the same thing."),
        ("conflict", "It is not certain that all these figures answer the same question (x splits them)."),
    ],
)
def test_a_doubt_is_told_once(desk: Path, relation: Relation, said: str) -> None:
    item = session(desk).items[0]
    group = replace(item.conflict.group, confidence=0.4)
    doubtful = replace(item.conflict, relation=relation, group=group)
    lines = [plain(each) for each in screen.body(replace(item, conflict=doubtful), 100)]
    assert said in lines
    assert sum("question (" in each or "same thing" in each for each in lines) == 1


def test_escape_leaves_a_question(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        for key in "dnxjo":
            terminal.type(key)
            terminal.until("█")
            terminal.type(ESCAPE)
            terminal.until(lambda screen: "█" not in screen)
        assert "1 of 3, 3 to decide" in terminal.screen
    assert not (desk / "factcheck.decisions.jsonl").exists()


def test_opens_the_editor_at_the_line_and_sees_the_change(desk: Path, tmp_path: Path) -> None:
    editor = tmp_path / "fix"
    editor.write_text('#!/bin/sh\necho "$@" > "$FIXED"\nsed -i s/15/12/ "$2"\n')
    editor.chmod(0o755)
    with review(desk, EDITOR=str(editor), VISUAL="", FIXED=str(tmp_path / "words")) as terminal:
        terminal.until("1 of 3")
        terminal.type("o")
        terminal.until("Open which figure? a to b")
        terminal.type("b")
        terminal.until("12 and 12 cannot both be right.")
        assert terminal.alternate()
        assert (tmp_path / "words").read_text() == f"+2 {desk}/b.txt\n"


def test_a_missing_editor_is_told(desk: Path) -> None:
    with review(desk, EDITOR="no-such-editor", VISUAL="") as terminal:
        terminal.until("1 of 3")
        terminal.type("oa")
        terminal.until("no editor 'no-such-editor'; set EDITOR, as in: export EDITOR=nano")


def test_help_and_unknown_keys(desk: Path) -> None:
    with review(desk, lines=30) as terminal:
        terminal.until("1 of 3")
        terminal.type("?")
        shown = terminal.until("Every decision is saved at once. Any key goes back.")
        assert "  o        open the file at the line, in $EDITOR" in shown
        terminal.type("q")  # leaves the help, not the review
        terminal.until(QUESTIONS["A"])
        terminal.type("?")
        terminal.until("Every decision is saved at once.")
        terminal.type("c")
        terminal.until(QUESTIONS["A"])
        terminal.type("Z")
        terminal.until("No key 'Z' here; press ? for all keys.")
    assert not (desk / "factcheck.decisions.jsonl").exists()


def test_resizes_and_scrolls(desk: Path) -> None:
    long = " ".join(["and then the boats came back"] * 12)
    (desk / "e.txt").write_text(f"Divers brought up [19] bodies {long}.\nThey counted [21] {long}.\n")
    with review(desk) as terminal:
        shown = terminal.until("more lines")
        assert max(map(len, shown.splitlines())) <= 80
        terminal.type(ARROW_DOWN * 4)
        terminal.until(lambda screen: "12 and 21" not in screen)
        terminal.resize(44, 30)
        shown = terminal.until(lambda screen: "─" * 44 in screen and "─" * 45 not in screen)
        assert max(map(len, shown.splitlines())) <= 44
        terminal.resize(120, 40)
        terminal.until("─" * 120)
        terminal.resize(10, 3)
        terminal.until("factc…")
        terminal.resize(80, 24)
        terminal.until("1 of 3, 3 to decide")


def test_sees_what_others_decide_meanwhile(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3, 3 to decide")
        session(desk, "Bea").decide("confirmed", "I asked")
        terminal.until("Confirmed by Bea, 2031-05-17: I asked")
        assert "1 of 3, 2 to decide" in terminal.screen


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 1)])
def test_leaves_the_terminal_as_it_was_whatever_ends_it(desk: Path, number: int, code: int) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        assert terminal.alternate()
        os.kill(terminal.pid, number)
        ended = terminal.ended()
        assert ended == code or (number == signal.SIGINT and ended in (1, 130, -signal.SIGINT))
        assert not terminal.alternate()
        assert "\x1b[?25h" in terminal.sent[terminal.sent.rfind("\x1b[?25l") :]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_stops_and_goes_on(desk: Path) -> None:
    with PseudoTerminal([shutil.which("bash") or "bash", "--norc", "--noprofile", "-i"], env={"PS1": "> "}) as terminal:
        terminal.until(">")
        terminal.type(f"'{sys.executable}' -m tests.review_desk '{desk}'\n")
        terminal.until("1 of 3")
        terminal.type(CTRL_Z)
        terminal.until("Stopped")
        assert not terminal.alternate()
        terminal.type("fg\n")
        terminal.until("1 of 3")
        assert terminal.alternate()
        terminal.type("c")
        terminal.until("2 of 3, 2 to decide")
        terminal.type("q")
        terminal.until(lambda _: "left the review" in terminal.sent)


def test_a_full_disk_is_told_and_the_review_goes_on(desk: Path) -> None:
    limited = f"ulimit -f 0; exec '{sys.executable}' -m tests.review_desk '{desk}'"
    with PseudoTerminal(["/bin/sh", "-c", limited]) as terminal:
        terminal.until("1 of 3, 3 to decide")
        terminal.type("c")
        terminal.until("the decision is NOT saved")
        assert "1 of 3, 3 to decide" in terminal.screen


def test_an_article_gives_the_terminal_no_orders(desk: Path) -> None:
    (desk / "e.txt").write_text("Rescuers \x1bc\x1b(0 found \u202e[99]\u202c bodies\x07.\n")
    with review(desk) as terminal:
        shown = terminal.until("99")
        assert "“Rescuers ␛c␛(0 found" in shown
        assert "[U+202E]99[U+202C]" in shown
        assert not {"\x07", "\x1bc", "\u202e"} & set(terminal.sent)


def test_no_colour_still_marks_the_numbers(desk: Path) -> None:
    with review(desk) as terminal:
        terminal.until("1 of 3")
        assert "\x1b[1;7m12\x1b[0m" in terminal.sent
        assert "\x1b[1;31m" not in terminal.sent
    with review(desk, "--colour") as terminal:
        terminal.until("1 of 3")
        assert "\x1b[1;31m✕ Conflict" in terminal.sent


def test_nothing_to_review(tmp_path: Path) -> None:
    folder = write(tmp_path / "calm", {"a.txt": "All quiet at sea.\n"})
    with review(folder) as terminal:
        assert "No claim is made twice." in terminal.until("nothing to review")
        terminal.type("cdnxujo=\t ?q")
        terminal.type("q")
        assert terminal.ended() == 0


ROOT = Path(__file__).parent.parent


def command(folder: Path, *words: str) -> PseudoTerminal:
    """The real command, on the sample articles."""
    return PseudoTerminal.python("-m", "factcheck", "review", *words, "--by", "Ann", cwd=folder)


def test_the_command_from_the_first_key_to_three_decisions(tmp_path: Path) -> None:
    with command(tmp_path, str(ROOT / "seeds"), "--all") as terminal:
        terminal.until("q quit")
        terminal.type("c")
        terminal.until("Confirmed and saved.")
        terminal.until("review  2 of ")
        terminal.type("dno conflict\r")
        terminal.until("Dismissed and saved.")
        terminal.type("n")
        terminal.until("Note (Esc: back)")
        terminal.type("call the ministry\r")
        terminal.until("Noted and saved.")
        terminal.type("q")
        assert terminal.ended() == 0
        said = terminal.sent.splitlines()[-1]
    assert re.fullmatch(r".*2 findings decided, \d+ to decide; saved in factcheck\.decisions\.jsonl", said)
    assert kinds(tmp_path) == ["confirmed", "dismissed no conflict", "noted call the ministry"]


def test_the_command_says_when_there_is_nothing_to_review(tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("All quiet at sea.\n")
    with command(tmp_path, "calm.txt", "missing.txt") as terminal:
        assert terminal.ended() == 0
        assert "\x1b[?1049h" not in terminal.sent
        assert terminal.screen == (
            "factcheck: missing.txt: not read: no such file or folder; check the path\nNothing to review in 1 document."
        )


KEYS = [
    ("c", ["c"]),
    ("cd", ["c", "d"]),
    ("\x1b[A\x1b[Bq", ["up", "down", "q"]),
    ("\x1b", ["escape"]),
    ("\x1b[Z", ["back tab"]),
    ("\x1b[15~\x1b[1;5Cx", ["x"]),
    ("ä€🌊", ["ä", "€", "🌊"]),
    ("\x00\x01", []),
    ("\t \r\n\x7f", ["tab", "space", "enter", "enter", "backspace"]),
]


@pytest.mark.parametrize(("sent", "keys"), KEYS)
def test_keys(sent: str, keys: list[str]) -> None:
    assert split_keys(sent) == keys


EDITORS = [
    ("vi", ["vi", "+12", "/a b.txt"]),
    ("/usr/bin/emacsclient -nw", ["/usr/bin/emacsclient", "-nw", "+12", "/a b.txt"]),
    ("code --wait", ["code", "--wait", "-g", "/a b.txt:12"]),
    ("subl -w", ["subl", "-w", "/a b.txt:12"]),
    ("'/opt/my editor/nano'", ["/opt/my editor/nano", "+12", "/a b.txt"]),
]


@pytest.mark.skipif(sys.platform == "win32", reason="paths of another kind")
@pytest.mark.parametrize(("editor", "words"), EDITORS)
def test_editors_are_told_the_line_their_way(editor: str, words: list[str]) -> None:
    assert editor_command("/a b.txt", 12, editor) == words


WRAPPED = [
    ("a bb ccc", 5, ["a bb", "ccc"]),
    ("a bb ccc", 80, ["a bb ccc"]),
    ("", 5, [""]),
    ("  kept", 80, ["  kept"]),
    ("aaaaaaaaaaaa b", 5, ["aaaaa", "aaaaa", "aa b"]),
    ("海で船が沈んだ", 6, ["海で船", "が沈ん", "だ"]),
    ("e\u0301e\u0301e\u0301 x", 3, ["e\u0301e\u0301e\u0301", "x"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED)
def test_wraps_by_cells(text: str, width: int, lines: list[str]) -> None:
    wrapped = [plain(each) for each in wrap([Run(text)], width)]
    assert wrapped == lines
    assert all(cells(each) <= width for each in wrapped)


def test_a_word_of_two_styles_is_not_torn() -> None:
    runs = [Run("he said “"), Run("12", "mark"), Run("”.")]
    assert [plain(each) for each in wrap(runs, 10)] == ["he said", "“12”."]
    assert paint(wrap(runs, 10)[1], colour=False) == "“\x1b[1;7m12\x1b[0m”."


def test_sets_things_side_by_side() -> None:
    assert plain(cut([Run("abc "), Run("def")], 5)) == "abc …"
    assert plain(cut_start([Run("a/long/path.txt:12")], 12)) == "…path.txt:12"
    assert plain(ends([Run("left")], [Run("right")], 12)) == "left   right"
    assert plain(ends([Run("left and more")], [Run("right")], 12)) == "left … right"
    rows = beside([(Run("one"),), (Run("two"),)], [(Run("three"),)], 13)
    assert [plain(row) for row in rows] == ["one     three", "two"]

"""The command line: what goes where, exit codes, options, terminals."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from factcheck import __version__
from factcheck.cli import COMMANDS, main
from factcheck.cli.progress import ProgressLine
from factcheck.cli.scan import undecided
from factcheck.decisions import Recorder, load
from factcheck.scan import scan

SINKING = (
    "Ferry Marisol sinks\n2031-03-04\n{} people were killed when the ferry Marisol sank off Port Tarn on Monday.\n"
)
CONFLICT = {"herald.txt": SINKING.format(14), "wire.txt": SINKING.format(9)}
CALM = {"radio.txt": "The ferry Marisol carried 212 passengers, the company said on Tuesday.\n"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a folder of articles at odds and one of calm."""
    for folder, articles in (("odds", CONFLICT), ("calm", CALM)):
        (tmp_path / folder).mkdir()
        for name, text in articles.items():
            (tmp_path / folder / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*args: str, input: str | None = None) -> Result:  # noqa: A002 - click's word
    return CliRunner().invoke(main, list(args), input=input)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("scan", "calm"), 0),
        (("scan", "odds"), 1),
        (("scan", "odds", "--exit-zero"), 0),
        (("scan", "odds", "missing.txt"), 3),
        (("scan", "odds", "missing.txt", "--exit-zero"), 0),
        (("scan",), 2),
        (("scan", "odds", "--format", "none"), 2),
        (("scan", "odds", "--date", "yesterday"), 2),
        (("scan", "odds", "--jobs", "0"), 2),
        (("scan", "odds", "--rules", "nowhere"), 2),
        (("scan", "odds", "-o", "no/such/folder/x.json"), 2),
        (("none",), 2),
        (("explain", "nowhere.txt:3"), 2),
        (("explain", "odds/wire.txt:99"), 2),
        (("explain", "odds/wire.txt:3"), 0),
        (("schema",), 0),
    ],
)
def test_exit_code(here: Path, args: tuple[str, ...], code: int) -> None:
    result = call(*args)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_results_and_notes_go_apart(here: Path) -> None:
    result = call("scan", "odds", "missing.txt")
    assert "CONFLICT" in result.stdout
    assert "missing.txt:" not in result.stdout
    assert result.stderr == "factcheck: missing.txt: not read: no such file or folder; check the path\n"


def test_json(here: Path) -> None:
    found = json.loads(call("scan", "odds", "--format", "json").stdout)
    assert [document["path"] for document in found["documents"]] == ["odds/herald.txt", "odds/wire.txt"]
    assert [group["relation"] for group in found["groups"]] == ["conflict"]


def test_json_options(here: Path) -> None:
    found = json.loads(call("scan", "odds", "-f", "json", "--seen", "--with-text").stdout)
    assert found["documents"][0]["text"] == CONFLICT["herald.txt"]
    assert {row["text"] for row in found["seen"]} >= {"2031-03-04"}


def test_output_file_tells_the_format(here: Path) -> None:
    result = call("scan", "odds", "-o", "out.json")
    assert result.stdout == ""
    assert json.loads((here / "out.json").read_text())["schema"] == 1
    assert [path.name for path in here.iterdir() if path.is_file()] == ["out.json"]
    call("scan", "odds", "-o", "out.txt", "--format", "json")
    assert (here / "out.txt").read_text() == (here / "out.json").read_text()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("-o", "out.xlsx"), "out.xlsx: no format ends in .xlsx; use one of .txt, .json, .jsonl, .md, .wiki, .csv, "),
        (("-o", "OUT.PDF"), "OUT.PDF: no format ends in .pdf; "),
    ],
)
def test_an_output_file_of_no_known_format_is_refused(here: Path, args: tuple[str, ...], told: str) -> None:
    result = call("scan", "odds", *args)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factcheck: {told}")
    assert "or name one with --format" in result.stderr
    assert not (here / args[1]).exists()


@pytest.mark.parametrize("args", [("-o", "out.xlsx", "-f", "csv"), ("-o", "report"), ("-o", "/dev/null")])
def test_an_output_file_of_a_format_given_or_of_no_ending(here: Path, args: tuple[str, ...]) -> None:
    assert call("scan", "odds", *args).exit_code == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--seen",), "--seen changes nothing in a table; it is for json, jsonl and html"),
        (("--figures", "-f", "json"), "--figures changes nothing in json; it is for table"),
        (("--with-text", "-f", "csv"), "--with-text changes nothing in csv; it is for json"),
        (("--bom", "-f", "jsonl"), "--bom changes nothing in jsonl; it is for csv"),
    ],
)
def test_an_option_that_the_format_does_not_heed_is_told(here: Path, args: tuple[str, ...], told: str) -> None:
    result = call("scan", "odds", *args)
    assert result.exit_code == 1
    assert result.stderr == f"factcheck: {told}\n"


@pytest.mark.parametrize(
    "args", [("--seen", "-f", "json"), ("--seen", "-f", "html"), ("--figures",), ("--bom", "-f", "csv")]
)
def test_an_option_that_the_format_heeds(here: Path, args: tuple[str, ...]) -> None:
    assert call("scan", "odds", *args).stderr == ""


@pytest.mark.parametrize("command", [("scan", "odds"), ("explain", "odds/wire.txt:3"), ("rules", "stats", "odds")])
def test_control_c_ends_it_in_one_line(here: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.ruleset.load_ruleset", interrupted)
    result = call(*command)
    assert (result.exit_code, result.output) == (130, "factcheck: stopped\n")


def test_control_c_ends_workers_without_a_word() -> None:
    code = (
        "import signal\nfrom factcheck.scan import leave_interrupts\nleave_interrupts()\n"
        "print(signal.getsignal(signal.SIGINT) == signal.SIG_DFL)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "True\n"


def test_date_of_undated_documents(here: Path) -> None:
    found = json.loads(call("scan", "calm", "odds", "--date", "2031-03-09", "-f", "json").stdout)
    known = {Path(d["path"]).name: (d["published"], d["published_from"]) for d in found["documents"]}
    assert known["radio.txt"] == ("2031-03-09", "option")
    assert known["wire.txt"] == ("2031-03-04", "header")


def test_standard_input(here: Path) -> None:
    result = call("scan", "-", "--figures", input=CALM["radio.txt"])
    assert result.stdout.startswith("1 document · 1 figure · 1 claim")
    assert "212" in result.stdout


def test_the_colours_of_a_saved_terminal_are_no_figures(here: Path) -> None:
    (here / "log.txt").write_text("\x1b[1;31m12 people died\x1b[0m, police said.\n\x07\x1b[2KThe ferry had 40 seats.\n")
    figures = json.loads(call("scan", "log.txt", "-f", "json").stdout)["figures"]
    assert [figure["text"] for figure in figures] == ["12", "40"]


def test_standard_input_is_called_so(here: Path) -> None:
    both = "14 people were killed on the ferry, police said.\n\n9 people were killed on the ferry, the army said.\n"
    text = call("scan", "-", input=both).stdout
    assert "stdin:1" in text
    assert "-:1" not in text
    empty = call("scan", "-", input="")
    assert empty.stderr == "factcheck: stdin: not read: empty; there is nothing to read in it\n"
    assert "Nothing was read." in empty.stdout
    assert json.loads(call("scan", "-", "-f", "json", input=both).stdout)["documents"][0]["path"] == "-"


def test_figures_and_all(here: Path) -> None:
    assert "How many passengers" in call("scan", "calm", "--figures").stdout
    assert "Not shown" not in call("scan", "odds", "--all").stdout


@pytest.mark.parametrize("width", ["50", "80", "120"])
def test_width(here: Path, width: str) -> None:
    assert max(map(len, call("scan", "odds", "--width", width).stdout.splitlines())) <= int(width)


def test_a_broken_rules_file_is_told_and_the_rest_is_used(here: Path) -> None:
    (here / "more").mkdir()
    (here / "more" / "broken.toml").write_text("[claim.x\nquestion = 'How many?'\n")
    result = call("scan", "odds", "--rules", "more")
    assert result.exit_code == 2
    over, *told = result.stderr.splitlines()
    assert over == "factcheck: laid over the rules of factcheck: 0 rules of more/"
    assert len(told) == 1
    assert re.match(r"factcheck: more/broken\.toml:1:\d+: .+; .+$", told[0])
    assert "1. CONFLICT" in result.stdout


def test_rules_of_the_folder_are_used(here: Path) -> None:
    (here / "rules").mkdir()
    (here / "rules" / "broken.toml").write_text("nonsense = 1\n")
    assert call("scan", "calm").exit_code == 2


def test_decisions_silence_what_is_decided(here: Path) -> None:
    log = load(Path("factcheck.decisions.jsonl"))
    Recorder("ines").decide(log, scan(["odds"]).questions[0], "dismissed", note="another ferry")
    result = call("scan", "odds")
    assert result.exit_code == 0
    assert "1 decided (--all shows them)" in result.stdout
    assert undecided(scan(["odds"], log=load(log.path))) == ()
    group = json.loads(call("scan", "odds", "-f", "json").stdout)["groups"][0]
    assert (group["decision"]["decision"], group["decision"]["stale"]) == ("dismissed", False)


def test_version_and_help() -> None:
    assert call("--version").stdout == f"factcheck, version {__version__}\n"
    assert call("-h").stdout.startswith("Usage: main [OPTIONS] [COMMAND]")


def every_command() -> list[tuple[str, click.Command]]:
    context = click.Context(main)
    return [(name, command) for name in main.list_commands(context) if (command := main.get_command(context, name))]


@pytest.mark.parametrize(
    ("name", "command"), every_command(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_and_option_has_help(name: str, command: click.Command) -> None:
    parts = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    for part in parts:
        assert part.help or part.short_help, part.name
        options = [parameter for parameter in part.params if isinstance(parameter, click.Option)]
        assert [option.name for option in options if not option.help] == []


def test_every_command_of_the_list_is_there() -> None:
    assert {name for name, _ in every_command()} == set(COMMANDS)


def test_help_imports_no_stage() -> None:
    code = (
        "import sys\nfrom factcheck.cli import main\n"
        "main(['--version'], standalone_mode=False)\n"
        "print([m for m in sys.modules if m in ('factcheck.figures', 'factcheck.ruleset', 'tabulate')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def on_a_terminal(*args: str, **env: str) -> str:
    """What a command prints on a pseudo-terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *args],
        stdout=follower,
        stderr=follower,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **env},
    )
    os.close(follower)
    chunks = []
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    process.wait()
    os.close(leader)
    return b"".join(chunks).decode()


def test_colour_only_on_a_terminal(here: Path) -> None:
    colour = re.compile(r"\x1b\[[\d;]+m")  # a slow machine draws and clears its progress beside it
    assert colour.search(on_a_terminal("scan", "odds"))
    assert not colour.search(on_a_terminal("scan", "odds", NO_COLOR="1"))
    assert "\x1b[" not in call("scan", "odds").stdout


def test_the_table_fits_the_terminal(here: Path) -> None:
    text = on_a_terminal("scan", "odds", NO_COLOR="1", COLUMNS="60")
    assert max(map(len, re.split(r"\r\n|\r\x1b\[K", text))) <= 60


class Terminal:
    """A stream that says it is one."""

    def __init__(self, *, tty: bool) -> None:
        self.tty, self.text = tty, ""

    def isatty(self) -> bool:
        return self.tty

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_progress_says_what_goes_on_after_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("factcheck.cli.progress.time.monotonic", lambda: now[0])
    terminal = Terminal(tty=True)
    with ProgressLine(terminal) as progress:  # type: ignore[arg-type]
        now[0] = 2.0
        progress(1998, 1998)
    assert terminal.text == "\r\x1b[Kgrouping the figures of 1,998 documents…\r\x1b[K"


@pytest.mark.parametrize(
    ("done", "drawn"), [(None, "reading…"), ((0, 1), "reading…"), ((1, 1), "grouping the figures of 1 document…")]
)
def test_progress_of_one_long_step(monkeypatch: pytest.MonkeyPatch, done: tuple[int, int] | None, drawn: str) -> None:
    monkeypatch.setattr("factcheck.cli.progress.PATIENCE", 0.05)
    terminal = Terminal(tty=True)
    with ProgressLine(terminal) as progress:  # type: ignore[arg-type]
        if done:
            progress(*done)
        time.sleep(0.3)
    assert terminal.text == f"\r\x1b[K{drawn}\r\x1b[K"


@pytest.mark.parametrize(("tty", "after", "drawn"), [(True, 2.0, True), (True, 0.5, False), (False, 2.0, False)])
def test_progress_line(monkeypatch: pytest.MonkeyPatch, tty: bool, after: float, drawn: bool) -> None:
    now = [0.0]
    monkeypatch.setattr("factcheck.cli.progress.time.monotonic", lambda: now[0])
    terminal = Terminal(tty=tty)
    with ProgressLine(terminal) as progress:  # type: ignore[arg-type]
        now[0] = after
        progress(50, 100)
        progress(51, 100)
    expected = "\r\x1b[Kreading [############............] 50 of 100 documents\r\x1b[K"
    assert terminal.text == (expected if drawn else "")


def test_a_reader_who_leaves_early_is_no_error(here: Path) -> None:
    command = f"{sys.executable} -m factcheck scan odds --all | head -1"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert run.stderr == ""


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police said 12 people died.\n")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=pipe.read_bytes)
    reader.start()
    result = CliRunner().invoke(main, ["scan", str(tmp_path / "a.txt"), "-o", str(pipe), "--format", "json"])
    reader.join(timeout=10)
    assert result.exit_code == 0
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_alone_it_says_what_to_do_first() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 0
    assert "factcheck scan FOLDER " in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(("typed", "meant"), [("scna", "scan"), ("reviews", "review"), ("decision", "decisions")])
def test_a_misspelt_command_is_suggested(typed: str, meant: str) -> None:
    result = CliRunner().invoke(main, [typed, "x"])
    assert result.exit_code == 2
    assert f"No such command '{typed}'. Did you mean '{meant}'?" in result.stderr


def test_a_folder_in_place_of_a_command_is_told_how_to_be_read(here: Path) -> None:
    result = call("odds")
    assert result.exit_code == 2
    assert "No such command 'odds'. To read odds: main scan odds" in result.stderr


def test_a_misspelt_option_is_suggested() -> None:
    assert "Did you mean '--top'?" in CliRunner().invoke(main, ["scan", "--topp", "3", "x"]).stderr


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["scan", "x", "--format", "jsno"], "'json'"),
        (["scan", "x", "--format", "HTML"], "'html'"),
        (["scan", "x", "--policy", "lastest"], "'latest'"),
        (["scan", "x", "-o", "report.htlm"], "'.html'"),
        (["findings", "x", "--format", "markdwon"], "'markdown'"),
        (["decisions", "export", "--format", "jsn"], "'json'"),
    ],
)
def test_a_misspelt_value_is_suggested(arguments: list[str], meant: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert result.stderr.rstrip().endswith(f"Did you mean {meant}?")


def test_a_value_like_none_is_told_what_there_is() -> None:
    told = CliRunner().invoke(main, ["scan", "x", "--policy", "zzz"]).stderr
    assert told.rstrip().endswith("'zzz' is not one of 'range', 'latest', 'origins'.")


@pytest.mark.parametrize("group", [(), ("rules",), ("decisions",)])
def test_summaries_are_whole(group: tuple[str, ...]) -> None:
    text = CliRunner().invoke(main, [*group, "--help"]).stdout
    commands = text.partition("Commands:")[2]
    assert len(commands.splitlines()) > 5
    assert "..." not in commands


@pytest.mark.parametrize(
    ("name", "command"), every_command(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_has_an_example_that_it_takes(
    name: str, command: click.Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("articles", "rules", "rules-old"):
        (tmp_path / folder).mkdir()
    (tmp_path / "rules" / "birds.toml").touch()
    context = click.Context(main)
    names = (
        [[name], *([name, each] for each in command.list_commands(context))]
        if isinstance(command, click.Group)
        else [[name]]
    )
    for path in names:
        text = CliRunner().invoke(main, [*path, "--help"]).stdout
        example = re.search(r"Example: factcheck (.+)", text)
        assert example, path
        words = shlex.split(example[1].partition(" > ")[0])
        assert words[: len(path)] == path
        taken(main, words)


def taken(group: click.Group, words: list[str]) -> None:
    """Fails where a command does not take the words that follow its name."""
    command = group.get_command(click.Context(group), words[0])
    assert command is not None
    if isinstance(command, click.Group) and len(words) > 1:
        taken(command, words[1:])
    else:
        command.make_context(words[0], words[1:], resilient_parsing=False)

"""Reading one TOML file, with the place of everything in it for messages."""

from __future__ import annotations

import functools
import re
import stat
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import tomli  # the tomllib of the standard library, compiled: a scan of a few articles is mostly reading rules

from factcheck.vocabulary import places
from factcheck.vocabulary.doubles import without_double
from factcheck.vocabulary.problems import Problem

Table = Mapping[str, Any]

LARGEST = 2_000_000  # bytes of one file; the largest that comes with the tool has a tenth of that


class TomlSource:
    """A TOML file's text and the place of its keys; places are looked for only when something is wrong."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @functools.cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    @functools.cached_property
    def _places(self) -> dict[places.Path, places.Place]:
        try:
            return places.find_places(self.text)
        except RecursionError:  # nested deeper than any rule: the file is told, not the place in it
            return {}

    def place(self, path: places.Path) -> places.Place:
        """The place of a key or item, or of the nearest thing around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._places:
                return self._places[path[:length]]
        return places.Place(1, 1)

    @functools.cached_property
    def headers(self) -> dict[str, int]:
        """The line of each plain ``[table.header]``, without the walk that exact places need."""
        starts = (match.start(1) for match in _HEADER.finditer(self.text))
        found = {self.text[start : self.text.index("]", start)].strip(): start for start in starts}
        return {name: self.text.count("\n", 0, start) + 1 for name, start in found.items()}

    def problem(self, path: places.Path, what: str, todo: str) -> Problem:
        return self.problem_at(*self.place(path), what, todo)

    def problem_at(self, line: int, column: int, what: str, todo: str) -> Problem:
        source = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        return Problem(self.path, line, column, what, todo, source)


class TomlFile(NamedTuple):
    """A file that was read: its table, its text with the places of its keys, its bytes, and what was read past."""

    table: Table
    source: TomlSource
    data: bytes
    problems: tuple[Problem, ...] = ()


def read_toml(path: Path, *, past_doubles: bool = False) -> TomlFile | Problem:
    """A TOML file, or what keeps it from being read.

    A table or key given twice ends the reading of TOML: with ``past_doubles`` the second one is left out and told in
    the file's problems, so that it does not hide what else is wrong.
    """
    name = shown_path(path)
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            return Problem(name, 0, 0, "not a file, but a folder, pipe or device", "take it away, or name a file")
        if known.st_size > LARGEST:
            what = (
                f"{known.st_size / 1_000_000:,.1f} MB is more than the {LARGEST // 1_000_000} MB a rules file may have"
            )
            return Problem(name, 0, 0, what, "split it, or shorten its lists")
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Problem(name, 0, 0, f"cannot be read: {why}", "check that it is a file you may read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        shown = data.split(b"\n")[line - 1].decode("utf-8", "replace")
        return Problem(name, line, column, "not UTF-8 text", "save the file as UTF-8", shown)
    doubles: list[Problem] = []
    source = TomlSource(name, text)
    while True:
        try:
            return TomlFile(_parse(text), TomlSource(name, text), data, tuple(doubles))
        except RecursionError:
            return Problem(name, 1, 1, "tables or lists nested too deeply", "a rule needs no more than three levels")
        except tomli.TOMLDecodeError as error:
            problem = _syntax_problem(source, str(error))
            mended = (
                without_double(text, problem.line, str(error))
                if past_doubles and len(doubles) < _MOST_DOUBLES
                else None
            )
        doubles.append(problem)
        if mended is None:
            return problem if len(doubles) == 1 else TomlFile({}, source, data, tuple(doubles))
        text = mended


@functools.lru_cache(maxsize=128)
def _parse(text: str) -> Table:
    """The table of a TOML text, shared: the same file is often asked for twice in a run, and nobody changes it."""
    return tomli.loads(text, parse_float=Decimal)


_HEADER = re.compile(r"^[ \t]*\[([^\[\]\n]+)\]", re.MULTILINE)
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

# tomli's words for what it met, and ours for what to do.
_ADVICE = (
    ("Cannot overwrite a value", "this name is given twice; keep one"),
    ("Cannot declare", "this table is given twice; keep one, or give the other another name"),
    ("Illegal character", "a text ends on its own line: close its quotation mark"),
    ("Unterminated string", "close the text with the mark it began with (\" or ')"),
    ("Unescaped", "put the text in single quotes: '…'"),
    ("Expected '=' after a key", 'write: key = "value"'),
    ("Expected ']'", "close the [header] with ]"),
    ("Unclosed array", 'close the list with ] and put "," between its items'),
    ("Unclosed inline table", 'close it with } and put "," between its parts'),
    ("Invalid initial character for a key part", "a key is letters, digits, - and _; quote anything else"),
    ("Invalid value", "put words in quotation marks"),
    ("Invalid statement", "a line is a [header], key = value, or a # comment"),
    ("Expected newline or end of document", "one key = value a line; is a quotation mark missing or doubled?"),
)


_MOST_DOUBLES = 50  # told in one go

_CURLY = ("“", "”", "„", "‘", "’", "«", "»")


def _syntax_problem(source: TomlSource, message: str) -> Problem:
    at = _AT.search(message)
    lines = source.text.splitlines() or [""]
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (len(lines), len(lines[-1]) + 1)
    bare = _AT.sub("", message)
    path = re.match(r"Cannot (?:declare|overwrite) \((.*?),?\)", bare)
    if path:  # tomli names the table as a Python tuple
        name = ".".join(re.findall(r"'([^']*)'", path[1]))
        bare = f"Cannot declare [{name}] twice"
    todo = next((advice for start, advice in _ADVICE if bare.startswith(start)), "mend the TOML")
    if lines[line - 1][column - 1 : column] in _CURLY:
        todo = 'write straight quotation marks: "…"'
    return source.problem_at(line, column, bare[:1].lower() + bare[1:], todo)


@functools.cache
def shipped_rules() -> Path:
    """The folder of the rules that come with the tool: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def shown_path(path: Path) -> str:
    """``path`` as a reader would type it: relative to the working folder when it lies inside.

    A shipped file is ``rules/…`` wherever the tool is installed, so that results do not depend on the machine.
    """
    if path.is_relative_to(shipped_rules()):
        return f"rules/{path.relative_to(shipped_rules()).as_posix()}"
    here = Path.cwd()
    if path.absolute().is_relative_to(here):  # a link is shown by its own name
        return path.absolute().relative_to(here).as_posix()
    try:
        return path.resolve().relative_to(here).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere, or a link that leads to itself
        return str(path)

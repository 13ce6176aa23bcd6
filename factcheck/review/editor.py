"""Opening a file at a line in the reviewer's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from factcheck.errors import UsageError

# How editors want to be told the line; all others take the old way, "+12 file".
_GOTO = frozenset({"code", "codium", "code-insiders", "cursor", "windsurf"})
_COLON = frozenset({"subl", "zed", "hx", "helix", "mate"})


def command(path: str, line: int, editor: str) -> list[str]:
    """The command that opens ``path`` at ``line`` in ``editor`` (a command line of its own)."""
    words = shlex.split(editor, posix=sys.platform != "win32")
    name = Path(words[0]).stem.lower() if words else ""
    target = str(Path(path).absolute())  # never taken for an option, whatever the file's name begins with
    if name in _GOTO:
        return [*words, "-g", f"{target}:{line}"]
    if name in _COLON:
        return [*words, f"{target}:{line}"]
    if name == "notepad":
        return [*words, target]
    return [*words, f"+{line}", target]


def chosen() -> str:
    """$VISUAL, $EDITOR, or what every system has. Raises UsageError when there is none."""
    for editor in (os.environ.get("VISUAL"), os.environ.get("EDITOR"), "notepad" if sys.platform == "win32" else "vi"):
        if editor and editor.strip():
            if shutil.which(shlex.split(editor)[0]):
                return editor
            raise UsageError(f"no editor {editor!r}", todo="set EDITOR, as in: export EDITOR=nano")
    raise UsageError("no editor", todo="set EDITOR, as in: export EDITOR=nano")


def edit(path: str, line: int) -> None:
    """Open the file and wait until the editor ends. Raises UsageError when it cannot be started."""
    words = command(path, line, chosen())
    try:
        subprocess.run(words, check=False)
    except OSError as error:
        raise UsageError(f"cannot start {words[0]}: {error.strerror}", todo="set EDITOR") from error

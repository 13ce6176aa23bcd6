"""What can go wrong, said so that a reader knows where it is and what to do."""

from __future__ import annotations

import re

DISTRIBUTION = "factcheck-figures"  # what pip calls this project


class FactcheckError(Exception):
    """A problem with its place (``where``), its nature (``what``) and the way out (``todo``)."""

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        self.what, self.where, self.todo = what, where, todo
        place = f"{where}: " if where else ""
        super().__init__(place + what + (f"; {todo}" if todo else ""))


class UnreadableError(FactcheckError):
    """An input that cannot be read as a document; the rest of the scan goes on."""


class RulesError(FactcheckError):
    """A rules file that says something the tool cannot use."""


class UsageError(FactcheckError):
    """A request that makes no sense as asked."""


class MissingExtraError(FactcheckError):
    """A feature whose optional packages are not installed; ``todo`` holds a command that installs those of ``extra``.

    The command names the packages themselves, so it works wherever factcheck was installed from: a clone, a wheel.
    """

    def __init__(self, what: str, *, extra: str, where: str | None = None) -> None:
        super().__init__(what, where=where, todo=f"install it: {install_command(extra)}")


def install_command(extra: str) -> str:
    """The command that installs the packages of an extra: ``pip install 'werkzeug>=3.1'``."""
    import importlib.metadata

    try:
        needed = importlib.metadata.requires(DISTRIBUTION) or ()
    except importlib.metadata.PackageNotFoundError:  # run from its folder, never installed
        needed = ()
    wanted = re.compile(rf"""extra\s*==\s*['"]{re.escape(extra)}['"]""")
    named = [each.partition(";")[0].strip() for each in needed if wanted.search(each)]
    return " ".join(["pip install", *(f"'{each}'" for each in named or [f".[{extra}]"])])

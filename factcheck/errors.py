"""What can go wrong, said so that a reader knows where it is and what to do."""

from __future__ import annotations


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
    """A feature whose optional packages are not installed; ``todo`` holds the install command."""

"""What is typed on the command line and is not known: the nearest of what is, the same way everywhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import click


def meant(typed: str, known: Iterable[str]) -> str:
    """What follows an error: `` Did you mean 'scan'?``, or nothing where no known word is near."""
    lower = {word.lower(): word for word in known}
    near = difflib.get_close_matches(typed.lower(), lower, 1)
    return f" Did you mean {lower[near[0]]!r}?" if near else ""


class Choice(click.Choice[str]):
    """One of some words; of a word that is none of them, the nearest is named."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        return super().get_invalid_choice_message(value, ctx) + meant(str(value), self.choices)

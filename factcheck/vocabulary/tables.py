"""The shapes of TOML tables: classes whose fields are keys."""

from __future__ import annotations

import dataclasses
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


class ByWord(dict[str, T]):
    """A table of names, each with its words in one text, turned round: the name of each word.

    ``verbs = { planned = "plan intend", forecast = "expect" }`` gives ``{"plan": "planned", …}``.
    """


class Filled(dict[str, T]):
    """A table of names that keeps those of the shipped file that it leaves out."""


class Made:
    """What is made of a list of texts, as a field's type: it is called with them as a tuple."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def toml_table(shape: type[T]) -> type[T]:
    """A frozen dataclass to the type checker; made from its keys alone, by keyword, compared by identity.

    Python writes and compiles six methods for a frozen dataclass. There are some eighty tables, each made once a
    process, which asks for none of the six: without them a scan starts a tenth sooner.
    """
    made = dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(shape)
    made.__init__ = _fill  # type: ignore[method-assign]
    return made


def _fill(self: object, **values: object) -> None:
    vars(self).update(values)  # what is not given is the default, an attribute of the class

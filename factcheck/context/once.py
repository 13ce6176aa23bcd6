"""Work that an object does once, at the first request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - used like ``property``
    """As `functools.cached_property`, without the lock that Python 3.11 takes there; for objects of one thread."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self.__doc__ = work, work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, held: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, held: object, owner: type) -> T: ...
    def __get__(self, held: object | None, owner: type) -> once[T] | T:
        if held is None:
            return self
        value = held.__dict__[self._name] = self._work(held)
        return value

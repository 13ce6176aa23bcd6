"""Work that an object does once, at the first request."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, overload

if TYPE_CHECKING:
    from factcheck.context.view import SentenceView

P = ParamSpec("P")
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


def kept(
    guard: Any = None,
) -> Callable[[Callable[Concatenate[SentenceView, P], T]], Callable[Concatenate[SentenceView, P], T]]:
    """Keeps what a function finds for a sentence, or for one quantity of it, given by itself or by its index.

    Where it asks for the same again on its way, it gets ``guard``: a part and its whole may wait for each other.
    """

    def keep(work: Callable[Concatenate[SentenceView, P], T]) -> Callable[Concatenate[SentenceView, P], T]:
        @functools.wraps(work)
        def ask(view: SentenceView, about: Any = None) -> T:
            memo, key = view.memo, (work, about if type(about) is int else id(about))
            try:
                return memo[key]  # type: ignore[no-any-return]
            except KeyError:
                memo[key] = guard
            found = memo[key] = work(view) if about is None else work(view, about)  # type: ignore[call-arg]
            return found

        return ask  # type: ignore[return-value]

    return keep

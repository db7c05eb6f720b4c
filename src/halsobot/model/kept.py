"""What was made of an object, kept while few others are: for objects that many contacts share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Of = TypeVar("Of")
Made = TypeVar("Made")


class Kept(Generic[Of, Made]):
    """Makes something of an object once. Objects are told apart by identity, which costs no comparison."""

    def __init__(self, make: Callable[[Of], Made], limit: int = 4096) -> None:
        self._make, self._limit = make, limit
        self._made: dict[int, tuple[Of, Made]] = {}

    def __call__(self, of: Of) -> Made:
        found = self._made.get(id(of))
        if found is None:
            if len(self._made) >= self._limit:
                self._made.clear()
            found = self._made[id(of)] = (of, self._make(of))  # holding it keeps its id from being given again
        return found[1]

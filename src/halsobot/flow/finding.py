"""A mistake before it is put into words: a code, a place and the values that its words will need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from halsobot.flow.nodes import Mark


@dataclass(frozen=True, slots=True)
class Finding:
    """``values`` are (name, text) pairs; ``name`` or ``text`` among them is what stands in the file."""

    code: str
    at: Mark
    values: tuple[tuple[str, str], ...] = ()


def found(code: str, at: Mark, **values: str) -> Finding:
    """Say that something is wrong at ``at``. The words for ``code`` are in ``bundle.wording``."""
    return Finding(code, at, tuple(values.items()))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or nothing."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""

"""``status is permit or relative and region is halland`` -> a condition; its names are looked up later."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Clause, Condition
from halsobot.flow.source import Word

_CLAUSE = re.compile(
    r"(?P<name>[^\s=<>!()]+) is (?:(?P<verb>not|under|at-least) )?(?P<values>[^\s=<>!()]+(?: or [^\s=<>!()]+)*)"
)
_JOINED = re.compile(r" +and +")
_VERBS: dict[str | None, Literal["is", "is-not", "under", "at-least"]] = {
    None: "is",
    "not": "is-not",
    "under": "under",
    "at-least": "at-least",
}
_SIGNS = frozenset(("is", "not", "or", "and", "under", "at-least"))


def condition(word: Word, out: list[Finding]) -> Condition | None:
    """Read a condition, or report that it cannot be read."""
    clauses: list[Clause] = []
    start = 0
    for part in _JOINED.split(word.text):
        offset = word.text.index(part, start)
        clause = _clause(part, word, offset)
        if clause is None:
            out.append(found("condition-bad", word.at, text=word.text))
            return None
        clauses.append(clause)
        start = offset + len(part)
    return Condition(tuple(clauses))


def _clause(part: str, word: Word, offset: int) -> Clause | None:
    match = _CLAUSE.fullmatch(" ".join(part.split()))
    if not match:
        return None
    values = tuple(match["values"].split(" or "))
    if _SIGNS.intersection((match["name"], *values)):
        return None
    return Clause(match["name"], _VERBS[match["verb"]], values, replace(word.at, column=word.at.column + offset))

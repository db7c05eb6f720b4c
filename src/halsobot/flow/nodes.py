"""The seven kinds of node, as frozen data. ``at`` is the place in the file, for problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file of the content folder; line and column count from 1."""

    file: str
    line: int
    column: int


NOWHERE = Mark("", 0, 0)


@dataclass(frozen=True, slots=True)
class Target:
    """Where something leads: a node of the same flow, or the first node of another flow."""

    flow: str | None
    node: str | None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """``name is a or b``, ``name is not a``, ``fact is known``, ``age is under age-adult``."""

    name: str
    verb: Literal["is", "is-not", "under", "at-least"]
    values: tuple[str, ...]
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """All clauses hold. No clauses: always (``otherwise``)."""

    clauses: tuple[Clause, ...]


ALWAYS = Condition(())


@dataclass(frozen=True, slots=True)
class ChoiceDef:
    """A choice as written: its name (also the label's attribute), its target, its condition."""

    name: str
    target: Target
    when: Condition = ALWAYS
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ScreenNode:
    name: str
    choices: tuple[ChoiceDef, ...] = ()
    next: Target | None = None
    picture: str | None = None
    call: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    say_in_swedish: tuple[str, ...] = ()
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AskNode:
    """``answer`` is ``number``, ``words``, a tuple of names, or None for the built-in status and place."""

    name: str
    next: Target
    answer: Literal["number", "words"] | tuple[str, ...] | None = None
    lowest: int | None = None
    highest: int | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    condition: Condition
    target: Target


@dataclass(frozen=True, slots=True)
class WhenNode:
    """The last case is always ``otherwise`` (ALWAYS)."""

    name: str
    cases: tuple[Case, ...]
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PlacesNode:
    name: str
    place_kind: str
    choices: tuple[ChoiceDef, ...] = ()
    next: Target | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class HandoverNode:
    name: str
    topic: str | None = None
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class GoNode:
    """Visits ``flow`` and comes back to ``next`` at its end."""

    name: str
    flow: str
    next: Target
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class EndNode:
    name: str
    at: Mark = field(default=NOWHERE, compare=False)


Node = ScreenNode | AskNode | WhenNode | PlacesNode | HandoverNode | GoNode | EndNode


@dataclass(frozen=True, slots=True)
class Flow:
    """One YAML file. ``review_by`` is an ISO date."""

    name: str
    owner: str
    review_by: str
    nodes: tuple[Node, ...]
    safety: bool = False
    when: Condition = ALWAYS
    at: Mark = field(default=NOWHERE, compare=False)

    @property
    def first(self) -> Node:
        return self.nodes[0]

    def node(self, name: str) -> Node | None:
        return next((node for node in self.nodes if node.name == name), None)

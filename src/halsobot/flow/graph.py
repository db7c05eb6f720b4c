"""A flow as a graph: what leads where, what can be reached, and a drawing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from halsobot.flow.nodes import (
    ALWAYS,
    AskNode,
    Condition,
    EndNode,
    Flow,
    GoNode,
    HandoverNode,
    Node,
    PlacesNode,
    ScreenNode,
    Target,
    WhenNode,
)


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on. ``label`` is the choice, ``continue``, or the condition, as the author wrote it."""

    target: Target
    label: str
    condition: Condition = ALWAYS


def edges(node: Node) -> tuple[Edge, ...]:
    """The ways on from a node, in the order written."""
    match node:
        case ScreenNode() | PlacesNode():
            buttons = tuple(Edge(choice.target, choice.name, choice.when) for choice in node.choices)
            return (*buttons, Edge(node.next, "continue")) if node.next else buttons
        case WhenNode():
            return tuple(Edge(case.target, said(case.condition), case.condition) for case in node.cases)
        case AskNode() | GoNode():
            return (Edge(node.next, "then"),)
        case HandoverNode() | EndNode():
            return ()


def inside(node: Node) -> Iterator[str]:
    """The names of the nodes of the same flow that a node leads to."""
    return (edge.target.node for edge in edges(node) if edge.target.node)


def reachable(flow: Flow, roots: Iterable[str]) -> set[str]:
    """All nodes to which some way leads from ``roots``, themselves included."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        node = flow.node(waiting.pop())
        if node and node.name not in found:
            found.add(node.name)
            waiting += inside(node)
    return found


def shows(node: Node) -> bool:
    """Whether the contact sees a screen here. ``end`` counts: it asks, or shows the menu."""
    return not isinstance(node, WhenNode | GoNode)


def circle(start: str, hops: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The shortest way from ``start`` back to itself, both ends named; nothing if there is none."""
    ways: list[tuple[str, tuple[str, ...]]] = [(start, (start,))]
    seen: set[str] = set()
    for name, way in ways:
        for after in hops.get(name, ()):
            if after == start:
                return (*way, start)
            if after not in seen:
                seen.add(after)
                ways.append((after, (*way, after)))
    return ()


def circles(hops: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """One circle for each group of names that lead round to each other."""
    told: set[str] = set()
    for start in hops:
        way = circle(start, hops) if start not in told else ()
        told.update(way)
        if way:
            yield way


def facts_known(flow: Flow, roots: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For each node the facts that every way to it has found to be known.

    A way goes through ``<fact> is known``. Asking for the place, or visiting another flow that may ask,
    can change the region, so what was known before no longer is.
    """
    known: dict[str, frozenset[str]] = {flow.first.name: _known_by(flow.when)}
    waiting = [flow.first.name]
    for root in roots:
        known[root] = frozenset()
        waiting.append(root)
    while waiting:
        node = flow.node(waiting.pop())
        for edge, facts in _ways_on(node, known[node.name]) if node else ():
            name = edge.target.node
            if name is None:
                continue
            now = facts if name not in known else known[name] & facts
            if now != known.get(name):
                known[name] = now
                waiting.append(name)
    return known


def _ways_on(node: Node, known: frozenset[str]) -> Iterator[tuple[Edge, frozenset[str]]]:
    changes_region = isinstance(node, GoNode) or (isinstance(node, AskNode) and node.name == "place")
    facts = frozenset[str]() if changes_region else known
    for edge in edges(node):
        yield edge, facts | _known_by(edge.condition)
        if isinstance(node, WhenNode):
            facts |= _known_otherwise(edge.condition)


def _known_by(condition: Condition) -> frozenset[str]:
    return frozenset(clause.name for clause in condition.clauses if (clause.verb, clause.values) == ("is", ("known",)))


def _known_otherwise(condition: Condition) -> frozenset[str]:
    """What is known where ``<fact> is not known`` did not hold."""
    match condition.clauses:
        case (clause,) if (clause.verb, clause.values) == ("is-not", ("known",)):
            return frozenset((clause.name,))
    return frozenset()


def said(condition: Condition) -> str:
    """A condition as it is written."""
    if condition == ALWAYS:
        return "otherwise"
    verbs = {"is": "is", "is-not": "is not", "under": "is under", "at-least": "is at-least"}
    return " and ".join(f"{part.name} {verbs[part.verb]} {' or '.join(part.values)}" for part in condition.clauses)


_SHAPES = {
    "ScreenNode": ("[", "]"),
    "AskNode": ("[/", "/]"),
    "WhenNode": ("{", "}"),
    "PlacesNode": ("[(", ")]"),
    "HandoverNode": ("[[", "]]"),
    "GoNode": ("[\\", "/]"),
    "EndNode": ("((", "))"),
}


def draw(flow: Flow) -> str:
    """The flow as a Mermaid flowchart. Dashed arrows are taken only where a condition holds."""
    lines = ["flowchart TD"]
    for node in flow.nodes:
        opening, closing = _SHAPES[type(node).__name__]
        lines.append(f'    n-{node.name}{opening}"{node.name}"{closing}')
    for node in flow.nodes:
        lines += [_arrow(node, edge) for edge in edges(node)]
        if isinstance(node, GoNode):
            lines.append(f'    n-{node.name} -->|visits| f-{node.flow}(["flow {node.flow}"])')
    return "\n".join(lines) + "\n"


def _arrow(node: Node, edge: Edge) -> str:
    line = "-.->" if edge.condition != ALWAYS else "-->"
    there = f"n-{edge.target.node}" if edge.target.node else f'f-{edge.target.flow}(["flow {edge.target.flow}"])'
    label = (
        edge.label
        if isinstance(node, WhenNode) or edge.condition == ALWAYS
        else f"{edge.label}: {said(edge.condition)}"
    )
    return f'    n-{node.name} {line}|"{label}"| {there}'

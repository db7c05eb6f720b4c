"""Conditions: is there such a name, and can it have such a value?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from halsobot.bundle.checks.scope import Scope, answers
from halsobot.bundle.checks.wishes import Wish
from halsobot.bundle.facts import kind_of
from halsobot.flow import graph
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import AskNode, Clause, Flow, Node
from halsobot.model.message import COUNTED
from halsobot.text.locales import LOCALES

OPENING = ("open", "closed", "unknown")


def clauses(flow: Flow) -> Iterator[tuple[Node | None, Clause]]:
    """Every part of every condition, with its node; None for the condition of the flow itself."""
    yield from ((None, clause) for clause in flow.when.clauses)
    for node in flow.nodes:
        for edge in graph.edges(node):
            yield from ((node, clause) for clause in edge.condition.clauses)


def conditions(scope: Scope) -> Iterator[Finding | Wish]:
    """What is wrong with conditions, and the names that they use."""
    for flow in scope.draft.read_flows.values():
        for _, clause in clauses(flow):
            yield from _clause(clause, flow, scope)


def _clause(clause: Clause, flow: Flow, scope: Scope) -> Iterator[Finding | Wish]:
    own = answers(flow)
    if clause.name in own:
        yield from _answer(clause, own[clause.name], scope)
    elif (
        clause.name in scope.draft.flows[flow.name].names.keys() - {"status"}
        and clause.name not in scope.named["condition"].places
    ):
        return  # an answer of an ask that could not be read
    elif clause.verb in ("under", "at-least"):
        yield found("condition-compare", clause.at, name=clause.name)
    elif clause.name not in scope.named["condition"].places and nearest(clause.name, own):
        yield found("condition-name", clause.at, name=clause.name, near=nearest(clause.name, own))
    else:
        yield Wish("condition", clause.name, clause.at, "condition-name")
        yield from _known(clause, scope)


def _known(clause: Clause, scope: Scope) -> Iterator[Finding | Wish]:
    named = scope.named
    if clause.name in ("status", "region", "municipality"):
        yield from _values(clause, clause.name)
    elif clause.name == "language":
        yield from _listed(clause, LOCALES)
    elif clause.name in named["column"].places:
        yield from _values(clause, f"column {clause.name}")
    elif clause.name in named["hours"].places:
        yield from _listed(clause, OPENING)
    elif clause.name in named["fact"].places:
        has_hours = any(fact.hours for fact in scope.draft.versions(clause.name))
        yield from _listed(clause, ("known", *OPENING) if has_hours else ("known",))


def _values(clause: Clause, sort: str) -> Iterator[Wish]:
    for value in clause.values:
        if value != "unknown":
            yield Wish(sort, value, clause.at, "condition-value", (("key", clause.name),))


def _listed(clause: Clause, known: Iterable[str]) -> Iterator[Finding]:
    known = list(known)
    for value in clause.values:
        if value not in known:
            near = nearest(value, known)
            yield found("condition-value", clause.at, name=value, near=near, known=", ".join(known), key=clause.name)


def _answer(clause: Clause, ask: AskNode, scope: Scope) -> Iterator[Finding | Wish]:
    if ask.answer == "words":
        yield found("condition-words", clause.at, name=clause.name)
    elif clause.verb in ("under", "at-least"):
        yield from _compared(clause, ask)
    elif isinstance(ask.answer, tuple):
        yield from _listed(clause, (*ask.answer, "unknown"))
    else:
        yield from _listed(clause, ("unknown",))


def _compared(clause: Clause, ask: AskNode) -> Iterator[Finding | Wish]:
    if ask.answer != "number":
        yield found("condition-compare", clause.at, name=clause.name)
        return
    for value in clause.values:
        if kind_of(value) in COUNTED and len(clause.values) == 1:
            yield Wish("fact", value, clause.at, "fact-unknown")
        else:
            yield found("condition-number", clause.at, name=value)

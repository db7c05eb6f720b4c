"""Values in texts: does each have a giver, is it known where the text is shown, is none lost in translation?"""

from __future__ import annotations

from collections.abc import Iterator

from halsobot.bundle.checks.conditions import clauses
from halsobot.bundle.checks.scope import Scope, answers
from halsobot.bundle.checks.wishes import Wish
from halsobot.bundle.facts import kind_of
from halsobot.bundle.texts import Pattern, Text, Variable
from halsobot.flow import graph
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import Flow, Mark, Node, ScreenNode
from halsobot.model.message import COUNTED
from halsobot.text.locales import SOURCE

IN_FLOWS = frozenset(("region", "municipality", "language"))
IN_ENGINE = frozenset(
    [
        "name",
        "language",
        "number",
        "place",
        "day",
        "time",
        "text",
        "lowest",
        "highest",
        "minutes",
        "count",
        "region",
        "municipality",
        "status",
    ]
)
IN_NAMES = frozenset(("number", "count"))
_GIVEN = {"engine": IN_ENGINE, "web": IN_ENGINE, "unit": IN_NAMES}


def patterns(text: Text) -> Iterator[Pattern]:
    if text.value:
        yield text.value
    yield from text.attributes.values()


def variables(text: Text) -> Iterator[Variable]:
    return (variable for pattern in patterns(text) for variable in pattern.variables)


def fact_of(name: str) -> str:
    """``fee-visit-number`` and ``fee-visit`` are one fact."""
    return name.removesuffix("-number") if kind_of(name) in COUNTED else name


def given(scope: Scope) -> Iterator[Finding | Wish]:
    """Variables that nobody gives."""
    for texts in scope.texts.values():
        for text in texts.values():
            for variable in variables(text):
                yield from _giver(variable, text.id, scope)


def _giver(variable: Variable, id: str, scope: Scope) -> Iterator[Finding | Wish]:
    flow, sort = scope.flow_of(id), id.partition("-")[0]
    known = IN_FLOWS | _answers(flow, scope) if flow else _GIVEN.get(sort, IN_FLOWS)
    if variable.name in known or (flow in scope.unsound and variable.name in _nodes(flow, scope)):
        return
    fact = fact_of(variable.name)
    only_these = flow is None and sort in ("engine", "web") and kind_of(fact) not in ("phone", "days")
    exists = fact in scope.named["fact"].places
    near = "" if exists else nearest(variable.name, known)
    if near or (exists and only_these):
        yield found("variable-unknown", variable.at, name=variable.name, near=near)
    else:
        yield Wish("fact", fact, variable.at, "variable-unknown")


def _answers(flow: str, scope: Scope) -> frozenset[str]:
    read = scope.draft.read_flows.get(flow)
    return frozenset(answers(read)) if read else frozenset()


def _nodes(flow: str | None, scope: Scope) -> frozenset[str]:
    parsed = scope.draft.flows.get(flow or "")
    return frozenset(parsed.names) if parsed else frozenset()


def unguarded(scope: Scope) -> Iterator[Finding]:
    """Facts that only some regions have, where somebody from elsewhere could come."""
    flagged = {word.text for word in scope.draft.red_flag_nodes.values()}
    for flow in scope.sound_flows:
        roots = [node.name for node in flow.nodes if f"{flow.name}-{node.name}" in flagged]
        known = graph.facts_known(flow, roots)
        for node in flow.nodes:
            for fact in sorted(_facts_shown(flow, node, scope) - known.get(node.name, frozenset())):
                if node.name in known and _is_regional(fact, scope):
                    yield found("fact-unguarded", node.at, name=fact)


def _is_regional(fact: str, scope: Scope) -> bool:
    return scope.named["national"].lacks(fact) and fact in scope.named["fact"].places


def _facts_shown(flow: Flow, node: Node, scope: Scope) -> set[str]:
    if not graph.shows(node):
        return set()
    tapped = {*node.call, *node.link} if isinstance(node, ScreenNode) else set()
    return tapped | {fact_of(variable.name) for variable in _said(flow, node, scope)}


def _said(flow: Flow, node: Node, scope: Scope) -> Iterator[Variable]:
    """The variables of a node's text in all languages, Swedish first."""
    for locale in sorted(scope.texts, key=lambda tag: tag != SOURCE):
        text = scope.text(locale, f"{flow.name}-{node.name}")
        yield from variables(text) if text else ()


def early(scope: Scope) -> Iterator[Finding]:
    """Answers that are read where their question cannot have been asked yet."""
    for flow in scope.sound_flows:
        for name, ask in answers(flow).items():
            after = graph.reachable(flow, graph.inside(ask))
            for place in _read_before(name, after, flow, scope):
                yield found("answer-early", place, name=name)


def _read_before(answer: str, after: set[str], flow: Flow, scope: Scope) -> Iterator[Mark]:
    for node, clause in clauses(flow):
        if clause.name == answer and (node is None or node.name not in after):
            yield clause.at
    for node in flow.nodes:
        if node.name not in after and graph.shows(node):
            said = [each.at for each in _said(flow, node, scope) if fact_of(each.name) == answer]
            yield from said[:1]


def lost(scope: Scope) -> Iterator[Finding]:
    """Values that the Swedish says and a translation leaves out, such as a phone number."""
    exist = scope.named["fact"].places.keys() | IN_FLOWS | IN_ENGINE
    for locale in scope.translations():
        for text in scope.texts[locale].values():
            swedish = scope.text(SOURCE, text.id)
            for own, source in _pairs(text, swedish) if swedish else ():
                for name in sorted((_names(source) - _names(own)) & exist):
                    yield found("variable-lost", own.at, name=name, locale=locale)


def _pairs(text: Text, swedish: Text) -> Iterator[tuple[Pattern, Pattern]]:
    if text.value and swedish.value:
        yield text.value, swedish.value
    for name, pattern in text.attributes.items():
        if name in swedish.attributes:
            yield pattern, swedish.attributes[name]


def _names(pattern: Pattern) -> set[str]:
    """What must not be lost. (A word from a Swedish sign may have a name in the other language.)"""
    names = {fact_of(variable.name) for variable in pattern.variables} - IN_NAMES
    return {name for name in names if kind_of(name) != "word"}

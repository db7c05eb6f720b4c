"""Each flow by itself, and flows that lead to each other: targets, names, ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.checks.wishes import Wish
from halsobot.bundle.draft import Draft
from halsobot.flow import graph
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import EndNode, Flow, GoNode, HandoverNode, Mark, Node, Target
from halsobot.flow.parse import Parsed
from halsobot.model.screen import ENGINE_BUTTONS, Button

#: Flows that the engine itself opens: the menu, and the button Emergency.
NEEDED_FLOWS = ("start", "emergency")
MAX_CALLBACK = 64  # bytes of a Telegram button's data
_LATE_TURN = 999_999  # no conversation becomes longer


def needed_flows(draft: Draft) -> Iterator[Finding]:
    for name in NEEDED_FLOWS:
        if name not in draft.flows:
            yield found("flow-needed", Mark(f"flows/{name}.yaml", 1, 1), name=name)


def targets(draft: Draft) -> Iterator[Finding | Wish]:
    """Targets that lead nowhere, and the nodes that the others wish for."""
    for parsed in draft.flows.values():
        for node in parsed.flow.nodes if parsed.flow else ():
            for edge in graph.edges(node):
                yield from _target(edge.target, parsed, draft)


def _target(target: Target, parsed: Parsed, draft: Draft) -> Iterator[Finding | Wish]:
    if target.flow is not None:
        if target.flow not in draft.flows:
            yield found("flow-unknown", target.at, name=target.flow, near=nearest(target.flow, draft.flows))
    elif target.node and target.node in draft.flows and target.node not in parsed.names and parsed.complete:
        yield found("target-is-flow", target.at, name=target.node)
    elif target.node:
        yield Wish(f"node {parsed.name}", target.node, target.at, "target-unknown")


def full_names(scope: Scope) -> Iterator[Finding]:
    """Two nodes, or a node and a flow, whose texts would have one name."""
    taken: dict[str, Mark] = {name: flow.at for name, flow in scope.draft.read_flows.items()}
    for flow in scope.draft.read_flows.values():
        for node in flow.nodes:
            full = f"{flow.name}-{node.name}"
            first = taken.setdefault(full, node.at)
            if first != node.at:
                yield found("full-name-twice", node.at, name=full, file=first.file, line=str(first.line))


def ways(scope: Scope) -> Iterator[Finding]:
    """What cannot be reached, or cannot be left, in the flows that are sound."""
    flagged = {word.text for word in scope.draft.red_flag_nodes.values()}
    for flow in scope.sound_flows:
        roots = [flow.first.name, *(node.name for node in flow.nodes if f"{flow.name}-{node.name}" in flagged)]
        reached = graph.reachable(flow, roots)
        yield from _unreached(flow, reached)
        yield from _endless(flow, reached)


def _unreached(flow: Flow, reached: set[str]) -> Iterator[Finding]:
    lost = {node.name: tuple(graph.inside(node)) for node in flow.nodes if node.name not in reached}
    led_to = {name for node, names in lost.items() for name in names if name != node}
    silent = graph.reachable(flow, [name for name in lost if name not in led_to])
    for name in lost:
        if name not in led_to:
            yield found("unreachable", _at(flow, name), name=name)
    for way in graph.circles({name: names for name, names in lost.items() if name not in silent}):
        if len(way) > 2:
            yield found("island", _at(flow, way[0]), name=way[0], way=" → ".join(way))


def _endless(flow: Flow, reached: set[str]) -> Iterator[Finding]:
    """Screens that only lead to each other. (The emergency screens are meant to.)"""
    if flow.name in NEEDED_FLOWS:
        return
    leaving = {node.name for node in flow.nodes if _leaves(node)}
    caught = [node for node in flow.nodes if node.name in reached and not leaving & graph.reachable(flow, [node.name])]
    if caught:
        yield found("endless", caught[0].at, name=caught[0].name)


def _leaves(node: Node) -> bool:
    if isinstance(node, EndNode | HandoverNode):
        return True
    return any(edge.target.flow for edge in graph.edges(node))


def hops(scope: Scope) -> Iterator[Finding]:
    """Nodes that show nothing and lead round to each other, within a flow or across flows."""
    ends = {flow.name for flow in scope.sound_flows if _may_end_unseen(flow)}
    ways = {
        f"{flow.name} {node.name}": tuple(_hops(flow, node, scope, ends))
        for flow in scope.sound_flows
        for node in flow.nodes
        if not graph.shows(node)
    }
    go_ways = {flow.name: tuple(_visits(flow)) for flow in scope.sound_flows}
    told: set[str] = set()
    for way in graph.circles(ways):
        told |= {step.split(" ")[0] for step in way}
        name, node = way[0].split(" ")
        yield found("hops", _at(scope.draft.read_flows[name], node), name=node, way=" → ".join(_short(way)))
    for way in graph.circles(go_ways):
        if not told & set(way):
            flow = scope.draft.read_flows[way[0]]
            go = next(node for node in flow.nodes if isinstance(node, GoNode) and node.flow == way[1])
            yield found("go-circle", go.at, name=go.name, way=" → ".join(way))


def _hops(flow: Flow, node: Node, scope: Scope, ends: set[str]) -> Iterator[str]:
    if isinstance(node, GoNode):
        yield from _entered(node.flow, scope)
        if node.flow not in ends:
            return
    for edge in graph.edges(node):
        if edge.target.flow:
            yield from _entered(edge.target.flow, scope)
        else:
            yield f"{flow.name} {edge.target.node}"


def _entered(flow: str, scope: Scope) -> Iterable[str]:
    found_flow = scope.draft.read_flows.get(flow)
    return (f"{flow} {found_flow.first.name}",) if found_flow else ()


def _may_end_unseen(flow: Flow) -> bool:
    """Whether a visit can come to this flow's ``end`` without any screen on the way."""
    seen: set[str] = set()
    waiting = [flow.first.name]
    while waiting:
        node = flow.node(waiting.pop())
        if isinstance(node, EndNode):
            return True
        if node and node.name not in seen and not graph.shows(node):
            seen.add(node.name)
            waiting += graph.inside(node)
    return False


def _visits(flow: Flow) -> Iterator[str]:
    return (node.flow for node in flow.nodes if isinstance(node, GoNode))


def _short(way: tuple[str, ...]) -> list[str]:
    """Node names; with their flow where more than one flow is concerned."""
    steps = [step.split(" ") for step in way]
    one = len({flow for flow, _ in steps}) == 1
    return [node if one else f"{flow}-{node}" for flow, node in steps]


def buttons(scope: Scope) -> Iterator[Finding]:
    """Names so long that a button would not fit into Telegram's 64 bytes."""
    for flow in scope.draft.read_flows.values():
        for node in flow.nodes:
            if not graph.shows(node):
                continue
            longest = max((*_choices(node, scope), *ENGINE_BUTTONS), key=len)
            size = len(Button(flow.name, node.name, longest, _LATE_TURN).encode())
            if size > MAX_CALLBACK:
                over = str(size - MAX_CALLBACK)
                yield found("button-long", node.at, name=f"{flow.name}-{node.name}", choice=longest, over=over)


def _choices(node: Node, scope: Scope) -> Iterator[str]:
    yield from (choice.name for choice in getattr(node, "choices", ()))
    answer = getattr(node, "answer", None)
    yield from answer if isinstance(answer, tuple) else ()
    if node.name in ("status", "place"):
        yield from scope.named["status" if node.name == "status" else "municipality"].places


def _at(flow: Flow, name: str) -> Mark:
    node = flow.node(name)
    return node.at if node else flow.at

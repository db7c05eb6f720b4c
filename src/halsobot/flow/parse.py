"""A flow file -> a flow, and everything that is wrong with it as a file of its own.

What needs other files (does that flow exist? has this screen a text?) is looked up in ``bundle.checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from halsobot.flow import shape, steps
from halsobot.flow.conditions import condition
from halsobot.flow.finding import Finding, nearest
from halsobot.flow.keys import HEAD
from halsobot.flow.names import RESERVED_FLOWS
from halsobot.flow.nodes import ALWAYS, Flow, Mark, Node
from halsobot.flow.reading import Reading, Use
from halsobot.flow.source import Items, Table, Tree, Word, read

MAX_NODES = 2000  # the largest real flow has about thirty; more is a generated or a broken file


@dataclass(frozen=True, slots=True)
class Parsed:
    """``flow`` holds the nodes that could be read; ``names`` those of all nodes.

    ``complete`` is false where some node's name is unknown: then nobody can call a target wrong.
    """

    name: str
    flow: Flow | None
    names: Mapping[str, Mark]
    complete: bool
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]


def parse(data: bytes, file: str) -> Parsed:
    """Read one flow file. Never raises; what is wrong stands in ``findings``."""
    source = read(data, file)
    reading = Reading(file, list(source.findings))
    table = shape.table(source.tree, "flow", reading.out)
    flow = _flow(table, reading) if table else None
    complete = reading.complete and flow is not None
    return Parsed(reading.flow, flow, reading.names, complete, tuple(reading.uses), tuple(reading.out))


def _flow(table: Table, reading: Reading) -> Flow | None:
    out = reading.out
    _head_keys(table, reading)
    words = {key: shape.word(table.get(key), key, out) for key in ("flow", "owner", "review-by", "class", "when")}
    name, owner, review, kind, when = words.values()
    if name:
        _flow_name(name, reading)
    if owner:
        reading.use("owner", (owner,))
    if review and shape.day(review, out):
        reading.use("review-by", (review,))
    nodes = _nodes(table.get("nodes"), reading)
    return (
        Flow(
            name=reading.flow,
            owner=owner.text if owner else "",
            review_by=review.text if review else "",
            nodes=nodes,
            safety=kind is not None and shape.one_of(kind, "class", ("safety",), out) == "safety",
            when=(condition(when, out) if when else None) or ALWAYS,
            at=name.at if name else table.at,
        )
        if nodes
        else None
    )


def _head_keys(table: Table, reading: Reading) -> None:
    unknown = [key for key, _ in table.entries if key.text not in HEAD]
    reading.out += [shape.unknown_key(key, "flow", HEAD) for key in unknown]
    excused = {nearest(key.text, HEAD) for key in unknown} | {key.text for key, _ in table.entries}
    for key, about in HEAD.items():
        if about.needed and key not in excused:
            reading.say("head-missing", table.at, name=key)


def _flow_name(word: Word, reading: Reading) -> None:
    if shape.name(word, reading.out) is None:
        return
    if word.text != reading.flow:
        reading.say("flow-name", word.at, name=word.text, file=reading.flow)
    elif word.text in RESERVED_FLOWS:
        reading.say("flow-reserved", word.at, name=word.text)


def _nodes(tree: Tree | None, reading: Reading) -> tuple[Node, ...]:
    items = shape.items(tree, "nodes", reading.out)
    if isinstance(tree, Items) and not items:
        reading.say("nodes-none", tree.at)
    if len(items) > MAX_NODES:
        reading.say("too-many-nodes", items[MAX_NODES].at)
        return ()
    read = [steps.node(item, reading) for item in items]
    return tuple(node for node in read if node)

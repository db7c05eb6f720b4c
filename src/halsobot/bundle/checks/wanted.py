"""Which messages and attributes the content needs, and for what: everything else is unused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.facts import kind_of
from halsobot.flow import graph
from halsobot.flow.names import RESERVED_FLOWS
from halsobot.flow.nodes import (
    AskNode,
    ChoiceDef,
    EndNode,
    Flow,
    HandoverNode,
    Mark,
    Node,
    PlacesNode,
    ScreenNode,
)
from halsobot.model.message import COUNTED
from halsobot.text.locales import SOURCE

ENGINE_FILES = ("engine.ftl", "web.ftl")


@dataclass(frozen=True, slots=True)
class Want:
    """A message, or one of its attributes, that something at ``at`` needs, and in which file it belongs.

    ``label`` is the text of a button. Where it is not ``needed`` it may be written, but something else
    is shown without it.
    """

    id: str
    at: Mark
    file: str
    attribute: str | None = None
    label: bool = False
    needed: bool = True

    @property
    def name(self) -> str:
        return f"{self.id}.{self.attribute}" if self.attribute else self.id


def wanted(scope: Scope) -> tuple[Want, ...]:
    """Everything that flows, tables, guides' phrases and the engine's Swedish words ask for."""
    phrases = (Want(use.name, use.at, "phrases.ftl") for use in scope.draft.uses if use.key == "phrase")
    return (*_flows(scope), *_names(scope), *phrases, *_engine(scope))


def _flows(scope: Scope) -> Iterator[Want]:
    places = {(use.key, use.node, use.name, use.at.file): use.at for use in scope.draft.uses}
    for flow in scope.draft.read_flows.values():
        file = f"{flow.name}.ftl"
        if flow.name in RESERVED_FLOWS:
            continue
        yield Want(flow.name, flow.at, file, label=True)
        for node in flow.nodes:
            for want in _node(flow, node):
                at = places.get((_KEYS.get(type(node), ""), node.name, want.attribute or "", node.at.file), want.at)
                yield Want(want.id, at, file, want.attribute, want.label, want.needed)


_KEYS: dict[type, str] = {ScreenNode: "say-in-swedish", AskNode: "answer"}


def _node(flow: Flow, node: Node) -> Iterator[Want]:
    if not graph.shows(node) or isinstance(node, HandoverNode | EndNode):
        return
    full, file = f"{flow.name}-{node.name}", ""
    yield Want(full, node.at, file)
    for choice in getattr(node, "choices", ()):
        yield Want(full, choice.at, file, choice.name, label=True, needed=not _has_own_words(choice, flow))
    if isinstance(node, PlacesNode):
        yield Want(full, node.at, file, "none")
    if isinstance(node, AskNode) and isinstance(node.answer, tuple):
        for answer in node.answer:
            yield Want(full, node.at, file, answer, label=True)
    if isinstance(node, ScreenNode):
        for sentence in node.say_in_swedish:
            yield Want(full, node.at, file, sentence)
            yield Want(full, node.at, file, f"{sentence}-heard", needed=False)


def _has_own_words(choice: ChoiceDef, flow: Flow) -> bool:
    """Whether a choice without a label shows a flow's title or the engine's words (or leads nowhere yet)."""
    leads_to = flow.node(choice.target.node) if choice.target.node else None
    return leads_to is None or isinstance(leads_to, EndNode | HandoverNode)


def _names(scope: Scope) -> Iterator[Want]:
    """The names of what tables hold, each in ``names.ftl``."""
    named, file = scope.named, "names.ftl"
    statuses = named["status"].places
    for status, at in statuses.items():
        yield Want(f"status-{status}", at, file, label=True)
    if statuses:
        yield Want("status-unknown", min(statuses.values()), file, label=True)
    for sort in ("region", "municipality", "kind"):
        for name, at in named[sort].places.items():
            yield Want(f"{sort}-{name}", at, file, label=sort == "municipality")
    tapped = {use.name for use in scope.draft.uses if use.key in ("call", "link")}
    for name, at in named["fact"].places.items():
        if kind_of(name) in ("phone", "web"):
            yield Want(f"fact-{name}", at, file, needed=name in tapped)
    yield from _languages_and_units(scope)


def _languages_and_units(scope: Scope) -> Iterator[Want]:
    top = Mark(f"locales/{SOURCE}/names.ftl", 1, 1)
    for locale in scope.draft.texts:
        yield Want(f"language-{locale.lower()}", top, "names.ftl")
    for kind, at in {kind_of(name): at for name, at in scope.named["fact"].places.items()}.items():
        if kind in COUNTED:
            yield Want(f"unit-{kind}", at, "names.ftl")


def _engine(scope: Scope) -> Iterator[Want]:
    """The engine knows its own words; here the Swedish stand for it."""
    for name in ENGINE_FILES:
        file = scope.text_file(SOURCE, name)
        for text in file.texts.values() if file else ():
            yield Want(text.id, text.at, name, needed=text.value is not None)
            for attribute, at in text.places.items():
                yield Want(text.id, at, name, attribute)
                yield Want(text.id, at, name, f"{attribute}-heard", needed=False)

"""One item under ``nodes`` -> one node, and what is wrong with it by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from halsobot.flow import shape
from halsobot.flow.choices import cases, choices, target
from halsobot.flow.finding import Finding, nearest
from halsobot.flow.keys import KINDS, TEXT_KEYS
from halsobot.flow.names import BUILT_IN_ANSWERS, BUILT_IN_VALUES, RESERVED_CHOICES
from halsobot.flow.nodes import (
    ALWAYS,
    AskNode,
    ChoiceDef,
    EndNode,
    GoNode,
    HandoverNode,
    Mark,
    Node,
    PlacesNode,
    ScreenNode,
    Target,
    WhenNode,
)
from halsobot.flow.reading import Reading
from halsobot.flow.source import Broken, Items, Table, Tree, Word

#: With these a node can still be looked at further; after any other mistake that would only repeat it.
_HARMLESS = frozenset(("key-unknown", "text-here", "choices-many", "choices-too-many"))


def node(tree: Tree, reading: Reading) -> Node | None:
    """Read a node. None where too much is wrong with it; its name is remembered even then."""
    kind = _kind(tree, reading)
    if kind is None or not isinstance(tree, Table):
        return None
    word = shape.word(tree.get(kind), kind, reading.out)
    name = shape.name(word, reading.out) if word else None
    if name is None or word is None:
        reading.complete = False
        return None
    if not _is_new(word, reading):
        return None
    if name in BUILT_IN_ANSWERS and kind != "ask":
        reading.say("node-built-in", word.at, name=name)
        return None
    before = len(reading.out)
    lacks = _keys(tree, kind, word, reading)
    read = None if lacks else _READERS[kind](tree, name, word.at, reading)
    return None if _is_broken(reading.out[before:]) else read


def _is_broken(findings: list[Finding]) -> bool:
    return any(finding.code not in _HARMLESS for finding in findings)


def _kind(tree: Tree, reading: Reading) -> str | None:
    """The kind of a node: its first key."""
    if not isinstance(tree, Table) or not tree.entries:
        reading.complete = False
        if not isinstance(tree, Broken):
            reading.say("node-form", tree.at)
        return None
    first, value = tree.entries[0]
    if first.text in KINDS:
        return first.text
    later = next((key for key, _ in tree.entries if key.text in KINDS), None)
    if later:
        reading.say("kind-first", later.at, name=later.text)
    else:
        near = nearest(first.text, KINDS)
        reading.say("kind-unknown", first.at, name=first.text, near=near, known=", ".join(KINDS))
    named = tree.get(later.text) if later else value
    if isinstance(named, Word):
        reading.names.setdefault(named.text, named.at)
    return None


def _is_new(word: Word, reading: Reading) -> bool:
    first = reading.names.setdefault(word.text, word.at)
    if first != word.at:
        reading.say("node-twice", word.at, name=word.text, line=str(first.line))
    return first == word.at


def _keys(table: Table, kind: str, name: Word, reading: Reading) -> set[str]:
    """Report keys that the kind does not have; give those that it lacks."""
    allowed = KINDS[kind]
    written = [key for key, _ in table.entries if key.text != kind]
    unknown = [key for key in written if key.text not in allowed]
    for key in unknown:
        _unknown_key(key, kind, name.text, reading)
    needed = {key for key, about in allowed.items() if about.needed}
    lacks = needed - {key.text for key in written}
    for key_name in sorted(lacks - {nearest(key.text, allowed) for key in unknown}):
        reading.say("key-missing", name.at, name=name.text, kind=kind, key=key_name)
    return lacks


def _unknown_key(key: Word, kind: str, node: str, reading: Reading) -> None:
    if key.text in TEXT_KEYS:
        reading.say("text-here", key.at, name=key.text, message=f"{reading.flow}-{node}", flow=reading.flow)
    else:
        reading.out.append(shape.unknown_key(key, f'"{kind}"', KINDS[kind]))


def _screen(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    buttons, on = _ways(table, name, at, reading)
    picture = shape.word(table.get("picture"), "picture", reading.out)
    listed = {key: shape.words(table.get(key), key, reading.out) for key in ("call", "link", "say-in-swedish")}
    for sentence in listed["say-in-swedish"]:
        _sentence(sentence, buttons, reading)
    return ScreenNode(
        name,
        buttons,
        on,
        reading.use("picture", (picture,), name)[0] if picture else None,
        reading.use("call", listed["call"], name),
        reading.use("link", listed["link"], name),
        reading.use("say-in-swedish", listed["say-in-swedish"], name),
        at,
    )


def _sentence(word: Word, buttons: tuple[ChoiceDef, ...], reading: Reading) -> None:
    """A sentence and a choice share the attributes of one message, so they need different names."""
    if shape.name(word, reading.out) is None:
        return
    if word.text in {button.name for button in buttons}:
        reading.say("sentence-choice", word.at, name=word.text)


def _ways(table: Table, name: str, at: Mark, reading: Reading) -> tuple[tuple[ChoiceDef, ...], Target | None]:
    """``choices`` and ``next``, of which there must be one that everybody can take."""
    before = len(reading.out)
    buttons = choices(table.get("choices"), name, at, reading)
    on = target(shape.word(table.get("next"), "next", reading.out), reading)
    if len(reading.out) > before or on or _misspelt_way(table):
        return buttons, on
    if not buttons and not isinstance(table.get("choices"), Broken) and not isinstance(table.get("next"), Broken):
        reading.say("way-missing", at, name=name)
    elif buttons and all(button.when != ALWAYS for button in buttons):
        reading.say("choices-guarded", at, name=name)
    return buttons, on


def _misspelt_way(table: Table) -> bool:
    """Whether an unknown key was meant to be the way on, so that its absence is no second mistake."""
    return any(
        nearest(key.text, ("choices", "next")) for key, _ in table.entries[1:] if key.text not in KINDS["screen"]
    )


def _ask(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    on = target(shape.word(table.get("next"), "next", reading.out), reading)
    answer = _answer(table.get("answer"), name, at, reading)
    lowest, highest = (_bound(table, key, answer, name, at, reading) for key in ("from", "to"))
    if lowest is not None and highest is not None and lowest >= highest:
        reading.say("number-order", at, name=name)
    return AskNode(name, on, answer, lowest, highest, at) if on else None


def _answer(
    tree: Tree | None, name: str, at: Mark, reading: Reading
) -> Literal["number", "words"] | tuple[str, ...] | None:
    if name in BUILT_IN_ANSWERS:
        if tree is not None:
            reading.say("answer-built-in", at, name=name)
        return None
    if name in BUILT_IN_VALUES:
        reading.say("answer-name", at, name=name)
    elif tree is None:
        reading.say("answer-missing", at, name=name)
    if isinstance(tree, Items):
        return _answers(tree, name, reading)
    word = shape.word(tree, "answer", reading.out)
    kind = shape.one_of(word, "answer", ("number", "words"), reading.out) if word else None
    return "number" if kind == "number" else "words" if kind == "words" else None


def _answers(tree: Items, name: str, reading: Reading) -> tuple[str, ...]:
    listed = shape.words(tree, "answer", reading.out)
    for word in listed:
        if shape.name(word, reading.out) and word.text in RESERVED_CHOICES | {"unknown"}:
            reading.say("name-reserved", word.at, name=word.text)
    if len(tree.items) < 2:
        reading.say("answers-few", tree.at, name=name)
    return reading.use("answer", listed, name)


def _bound(table: Table, key: str, answer: object, name: str, at: Mark, reading: Reading) -> int | None:
    word = shape.word(table.get(key), key, reading.out)
    if word and answer != "number":
        reading.say("number-only", word.at, name=key)
        return None
    if word is None and answer == "number" and table.get(key) is None:
        reading.say("key-missing", at, name=name, kind="ask", key=key)
    return shape.number(word, reading.out) if word else None


def _when(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    return WhenNode(name, cases(table.get("cases"), name, at, reading), at)


def _places(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    kind = shape.word(table.get("kind"), "kind", reading.out)
    buttons, on = _ways(table, name, at, reading)
    return PlacesNode(name, reading.use("kind", (kind,), name)[0], buttons, on, at) if kind else None


def _handover(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    topic = shape.word(table.get("topic"), "topic", reading.out)
    return HandoverNode(name, shape.name(topic, reading.out) if topic else None, at)


def _go(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    visited = shape.word(table.get("flow"), "flow", reading.out)
    on = target(shape.word(table.get("next"), "next", reading.out), reading)
    return GoNode(name, reading.use("flow", (visited,), name)[0], on, at) if visited and on else None


def _end(table: Table, name: str, at: Mark, reading: Reading) -> Node | None:
    return EndNode(name, at)


_READERS: Mapping[str, Callable[[Table, str, Mark, Reading], Node | None]] = {
    "screen": _screen,
    "ask": _ask,
    "when": _when,
    "places": _places,
    "handover": _handover,
    "go": _go,
    "end": _end,
}

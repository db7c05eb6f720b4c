"""``flows/<flow>.test.yaml`` -> talks. What is wrong in the file is a finding, as in flows."""

from __future__ import annotations

from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.flow import shape
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.source import Table, Tree, Word, read
from halsobot.places.hours import SWEDEN
from halsobot.scenario.play import duration
from halsobot.scenario.talk import USUAL, VERBS, Step, Talk

_TALK_KEYS = ("talk", "language", "status", "region", "place", "at", "steps")


def talks(data: bytes, file: str, bundle: Bundle) -> tuple[tuple[Talk, ...], tuple[Finding, ...]]:
    """All talks of a file that can be played, and what is wrong with the others."""
    source = read(data, file)
    out = list(source.findings)
    root = shape.table(source.tree, "tests", out)
    if root is None:
        return (), tuple(out)
    flow = _flow(root, bundle, out)
    found_talks = [_talk(item, flow, out) for item in shape.items(root.get("talks"), "talks", out)] if flow else []
    return tuple(talk for talk in found_talks if talk), tuple(out)


def _flow(root: Table, bundle: Bundle, out: list[Finding]) -> str | None:
    for key, _ in root.entries:
        if key.text not in ("tests", "talks"):
            out.append(shape.unknown_key(key, "tests", ("tests", "talks")))
    name = shape.word(root.get("tests"), "tests", out)
    if name is None:
        out.append(found("head-missing", root.at, name="tests"))
        return None
    if name.text not in bundle.flows:
        out.append(found("flow-unknown", name.at, name=name.text, near=nearest(name.text, bundle.flows)))
        return None
    return name.text


def _talk(tree: Tree, flow: str, out: list[Finding]) -> Talk | None:
    table = shape.table(tree, "talk", out)
    if table is None:
        return None
    before = len(out)
    for key, _ in table.entries:
        if key.text not in _TALK_KEYS:
            out.append(shape.unknown_key(key, "talk", _TALK_KEYS))
    told = {key: shape.word(table.get(key), key, out) for key in _TALK_KEYS if key != "steps"}
    text = {key: word.text for key, word in told.items() if word}
    steps = [_step(item, out) for item in shape.items(table.get("steps"), "steps", out)]
    when = _moment(told["at"], out)
    if len(out) > before or when is None:
        return None
    return Talk(
        title=text.get("talk", ""),
        flow=flow,
        steps=tuple(step for step in steps if step),
        at=table.at,
        language=text.get("language"),
        status=text.get("status"),
        region=text.get("region"),
        place=text.get("place"),
        when=when,
    )


def _moment(word: Word | None, out: list[Finding]) -> datetime | None:
    """Swedish time, as in ``2026-11-23 22:00``."""
    if word is None:
        return USUAL
    try:
        return datetime.strptime(word.text, "%Y-%m-%d %H:%M").replace(tzinfo=SWEDEN)
    except ValueError:
        out.append(found("moment-bad", word.at, name=word.text))
        return None


def _step(tree: Tree, out: list[Finding]) -> Step | None:
    table = shape.table(tree, "step", out)
    if table is None or not table.entries:
        return None
    verb, value = table.entries[0]
    if verb.text not in VERBS:
        out.append(shape.unknown_key(verb, "step", VERBS))
        return None
    words = _values(verb.text, value, out)
    if verb.text == "waits" and words and not _can_wait(words[0], out):
        return None
    return Step(verb.text, tuple(word.text for word in words), verb.at) if words else None


def _values(verb: str, value: Tree, out: list[Finding]) -> tuple[Word, ...]:
    if verb in ("offers", "hides"):
        return shape.words(value, verb, out)
    only = shape.word(value, verb, out)
    return (only,) if only else ()


def _can_wait(word: Word, out: list[Finding]) -> bool:
    try:
        duration(word.text)
    except ValueError:
        out.append(found("wait-bad", word.at, name=word.text))
        return False
    return True

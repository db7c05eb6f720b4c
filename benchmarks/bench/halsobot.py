"""The content folder of the halsobot under test: the shipped one with the conversation as its menu."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.words import Conversation, Item, Language

FOLDERS = ("flows", "locales", "content")
_HEAD = "flow: {flow}\nowner: halsoguider\nreview-by: 2099-01-01\nnodes:\n"


def write_content(shipped: Path, folder: Path, words: Conversation) -> None:
    """Copy the shipped content and put the conversation in place of its menu."""
    for name in FOLDERS:
        shutil.copytree(shipped / name, folder / name)
    (folder / "flows" / "start.test.yaml").unlink(missing_ok=True)
    source = words["languages"]["sv"]
    _write(folder / "flows" / "start.yaml", _menu(source))
    for topic in source["topics"]:
        _write(folder / "flows" / f"{_flow(topic)}.yaml", _topic(topic))
    for tag, language in words["languages"].items():
        _write_texts(folder / "locales" / tag, language)


def _flow(topic: Item) -> str:
    return f"topic-{topic['name']}"


def _menu(language: Language) -> list[str]:
    """A screen holds eight choices at most; a question may have twelve answers, each of which leads to a flow."""
    names = [topic["name"] for topic in language["topics"]]
    return [
        _HEAD.format(flow="start"),
        f"  - ask: topic\n    answer: [{', '.join(names)}]\n    next: leads\n",
        "  - when: leads\n    cases:\n",
        *(f"      - topic is {name}: flow topic-{name}\n" for name in names[:-1]),
        f"      - otherwise: flow topic-{names[-1]}\n",
    ]


def _topic(topic: Item) -> list[str]:
    names = [item["name"] for item in topic["items"]]
    return [
        _HEAD.format(flow=_flow(topic)),
        f"  - screen: first\n    choices: [{', '.join(names)}]\n",
        *(f"  - screen: {name}\n    choices: [finish]\n" for name in names),
        "  - end: finish\n",
    ]


def _write_texts(folder: Path, language: Language) -> None:
    topics = language["topics"]
    menu = [f"start-topic = {language['menu']}\n", *(f"    .{topic['name']} = {topic['label']}\n" for topic in topics)]
    _write(folder / "start.ftl", ["start = Start\n", *menu])
    for topic in topics:
        _write(folder / f"{_flow(topic)}.ftl", _topic_texts(topic))


def _topic_texts(topic: Item) -> Iterator[str]:
    flow = _flow(topic)
    yield f"{flow} = {topic['label']}\n"
    yield f"{flow}-first = {topic['text']}\n"
    yield from (f"    .{item['name']} = {item['label']}\n" for item in topic["items"])
    yield from (f"{flow}-{item['name']} = {item['text']}\n" for item in topic["items"])


def _write(path: Path, lines: Iterator[str] | list[str]) -> None:
    path.write_text("".join(lines), encoding="utf-8")

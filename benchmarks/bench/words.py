"""The conversation that every bot holds, made of the words in ``locales/``: five languages, a menu, topics, subtopics.

A bot reads it as JSON. Each text ends in a mark by which the driver knows the screen; a mark has no digits,
because halsobot's texts may hold none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NotRequired, TypedDict

LANGUAGES = {"sv": "Svenska", "en": "English", "ar": "العربية", "fa-AF": "دری", "ti": "ትግርኛ"}
TOPICS = "abcdefghijkl"
SUBTOPICS = "abcd"
CHOOSE = "Välj språk · Choose a language · اختر اللغة · زبان را انتخاب کنید · ቋንቋ ምረጹ"
OPEN, CLOSE = "⟦", "⟧"

#: Characters of a text; of the sentences that are taken, and of the labels.
LENGTH, SENTENCE, LABEL = 200, (30, 140), (6, 28)

_SENTENCE = re.compile(r"^ {4}(?![.\s])([^{}\d\n]+)$|^[a-z][a-z0-9-]* = ([^{}\d\n]+)$", re.MULTILINE)
_LABEL = re.compile(r"^ {4}\.[a-z0-9-]+(?<!-heard) = ([^{}\d\n]+)$", re.MULTILINE)


class Item(TypedDict):
    """A topic or a subtopic: its name, the words on its button, what it says, and what is below it."""

    name: str
    label: str
    text: str
    items: NotRequired[list[Item]]


class Language(TypedDict):
    """Everything that is said in one language."""

    name: str
    back: str
    menu: str
    topics: list[Item]


class Conversation(TypedDict):
    """What a bot has to know."""

    choose: str
    languages: dict[str, Language]


def conversation(locales: Path) -> Conversation:
    """The conversation with the words of a content folder's ``locales/``."""
    return {"choose": CHOOSE, "languages": {tag: _language(locales / tag, tag) for tag in LANGUAGES}}


def marked(text: str, *screen: str) -> str:
    """A text with the mark of its screen."""
    return f"{text} {OPEN}{'.'.join(screen)}{CLOSE}"


def _language(folder: Path, tag: str) -> Language:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl")))
    sentences = cycle(_unique(_SENTENCE, source, SENTENCE))
    labels = _labels(source)
    below = cycle(labels[len(TOPICS) :])
    topics = [_topic(tag, name, label, sentences, below) for name, label in zip(TOPICS, labels, strict=False)]
    return {
        "name": LANGUAGES[tag],
        "back": _back(source),
        "menu": marked(_text(sentences), tag, "menu"),
        "topics": topics,
    }


def _topic(tag: str, name: str, label: str, sentences: Iterator[str], below: Iterator[str]) -> Item:
    items: list[Item] = [
        {"name": sub, "label": next(below), "text": marked(_text(sentences), tag, name, sub)} for sub in SUBTOPICS
    ]
    return {"name": name, "label": label, "text": marked(_text(sentences), tag, name), "items": items}


def _back(source: str) -> str:
    found = re.search(r"^engine-back = (.+)$", source, re.MULTILINE)
    assert found, "the locale has a word for Back"
    return found[1]


def _unique(pattern: re.Pattern[str], source: str, lengths: tuple[int, int]) -> list[str]:
    found = ("".join(match.groups("")).strip() for match in pattern.finditer(source))
    return [text for text in dict.fromkeys(found) if lengths[0] <= len(text) <= lengths[1]]


def _labels(source: str) -> list[str]:
    """Words for buttons, none of which is the end of another: a bot may put a pictogram before them."""
    found = _unique(_LABEL, source, LABEL)
    return [label for label in found if not any(other.endswith(f" {label}") for other in found)]


def _text(sentences: Iterator[str]) -> str:
    """Sentences until the length is nearly reached."""
    text = next(sentences)
    while len(text) < LENGTH - SENTENCE[1] // 3:
        text = f"{text} {next(sentences)}"
    return text

"""Text as Telegram measures and marks it: in UTF-16 units, with the entities it finds by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

Entity = dict[str, Any]

#: Entities that Telegram finds by itself: it ignores them when a bot sends them.
FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"})

_FIND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"\u2066-\u2069]+[^\s<>\".,;:!?)\u2066-\u2069])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{4,31}\b)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?(?![\w/]))"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d ()-]{5,17}\d)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<bare>\b(?:[A-Za-z0-9-]+\.)+(?:se|com|org|net|eu|nu|me)\b(?:/[^\s<>\u2066-\u2069]*)?)"
)
_ISOLATES = re.compile("[\u200e\u200f\u2066-\u2069]")
_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip


def units(text: str) -> int:
    """How long Telegram says a text is: its UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def splits_a_letter(text: str, offset: int) -> bool:
    """Whether an offset lies in the middle of a letter or emoji that takes two units."""
    raw = text.encode("utf-16-le")[offset * 2 : offset * 2 + 2]
    return len(raw) == 2 and 0xDC <= raw[1] <= 0xDF


def bare(text: str) -> str:
    """A text without direction marks and isolates, for comparing labels."""
    return _ISOLATES.sub("", text).strip()


@lru_cache(maxsize=4096)
def found(text: str) -> tuple[tuple[str, int, int], ...]:
    """What Telegram makes tappable by itself, as (type, offset, length)."""
    each = []
    for match in _FIND.finditer(text):
        kind = match.lastgroup or ""
        each.append(("url" if kind == "bare" else kind, units(text[: match.start()]), units(match.group())))
    return tuple(each)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without the white space around it, which Telegram removes; entities move along and shrink."""
    begin = units(text[: len(text) - len(text.lstrip())])
    text = text.strip()
    end = units(text)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - begin, 0)
        last = min(entity["offset"] - begin + entity["length"], end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return text, kept


def shown(text: str, entities: list[Entity] | None, parse_mode: str | None) -> tuple[str, list[Entity]]:
    """What becomes of a text that a bot sent: the visible text and the entities a person's client gets."""
    if parse_mode:
        text, entities = parsed(text, parse_mode)
    text, kept = trimmed(text, [each for each in entities or () if each["type"] not in FOUND])
    covered = [each for each in kept if each["type"] in ("text_link", "code", "pre")]
    for kind, offset, length in found(text):
        if not any(c["offset"] < offset + length and offset < c["offset"] + c["length"] for c in covered):
            kept.append({"type": kind, "offset": offset, "length": length})
    kept.sort(key=lambda each: (each["offset"], -each["length"]))
    return text, kept


def parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    """Visible text and entities of HTML; of Markdown only the text, roughly. ValueError says what Telegram minds."""
    if parse_mode.lower() != "html":
        return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)[*_~|`]", "", text)), []
    reader = _Html()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise ValueError(f'can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    return reader.text, reader.entities


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Entity] = []
        self.open: list[tuple[str, int, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise ValueError(f'unsupported start tag "{tag}"')
        self.open.append((tag, units(self.text), dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise ValueError(f'unexpected end tag "{tag}"')
        _, offset, href = self.open.pop()
        entity: Entity = {"type": _TAGS[tag], "offset": offset, "length": units(self.text) - offset}
        if tag == "a":
            entity["url"] = href or cut(self.text, offset, entity["length"])
        if entity["length"]:
            self.entities.append(entity)

    def handle_data(self, data: str) -> None:
        self.text += data

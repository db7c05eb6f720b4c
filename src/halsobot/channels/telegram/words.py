"""A view as a Telegram message: plain text, and entities that say what is a number, a page, a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from halsobot.model.view import AttachedView, Block, Bubble, CallView, LinkView, PlaceView, SentenceView, View

#: What Telegram takes as a text and beside a file, in UTF-16 units.
LONGEST, CAPTION = 4096, 1024


@dataclass
class _Text:
    """Text that grows; entities count in UTF-16 units, as Telegram does."""

    parts: list[str] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    units: int = 0

    def add(self, text: str, entity: str | None = None, **more: str) -> None:
        length = len(text.encode("utf-16-le")) // 2
        if entity and text.strip():
            self.entities.append({"type": entity, "offset": self.units, "length": length, **more})
        self.parts.append(text)
        self.units += length

    def line(self, text: str, entity: str | None = None, **more: str) -> None:
        self.add(text, entity, **more)
        self.add("\n")


def text_of(view: View, longest: int = LONGEST) -> tuple[str, list[dict[str, Any]]]:
    """The text and its entities, at most ``longest`` units."""
    text = _Text()
    for block in view.blocks:
        _block(text, block)
        text.add("\n")
    if view.unreviewed:
        text.line(view.unreviewed.text)
    return _trimmed("".join(text.parts), text.entities, longest)


def _block(text: _Text, block: Block) -> None:
    match block:
        case Bubble(run=run, role=role):
            text.line(run.text, "bold" if role == "urgent" else None)
        case SentenceView():
            _sentence(text, block)
        case CallView():
            _call(text, block)
        case LinkView(name=name, address=address, language=language):
            text.line(name.text, "text_link", url=address)
            if language:
                text.line(language.text)
        case PlaceView():
            _place(text, block)
        case AttachedView(label=label):
            text.line(label.text)


def _sentence(text: _Text, block: SentenceView) -> None:
    text.line(block.swedish, "blockquote")
    for run in (block.heard, block.meaning):
        if run:
            text.line(run.text)


def _call(text: _Text, block: CallView) -> None:
    """The number stands alone on its line, so that a phone makes it tappable and no direction turns it."""
    text.line(f"{block.name.text}" + (f" · {block.hours.text}" if block.hours else ""))
    text.line(block.number)
    if block.tel.startswith("+") and block.tel != block.number:
        text.line(block.tel, "phone_number")


def _place(text: _Text, block: PlaceView) -> None:
    text.line(block.name, "bold")
    for run in block.lines:
        text.line(run.text)
    if block.call:
        _call(text, block.call)
    for link in (block.map, block.web):
        if link:
            text.line(link.name.text, "text_link", url=link.address)


def _trimmed(text: str, entities: list[dict[str, Any]], longest: int) -> tuple[str, list[dict[str, Any]]]:
    whole = text.strip("\n")
    units = whole.encode("utf-16-le")
    if len(units) > 2 * longest:
        whole = units[: 2 * (longest - 1)].decode("utf-16-le", "ignore") + "…"
    kept = [entity for entity in entities if entity["offset"] + entity["length"] <= longest - 1]
    return whole, kept

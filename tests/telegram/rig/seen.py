"""A message in a chat, as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .texts import Entity, bare, cut

_MEDIA = ("photo", "voice", "audio", "video", "animation", "document", "sticker", "location", "contact")


@dataclass(slots=True)
class Seen:
    """One message. ``body`` is Telegram's own JSON of it."""

    body: dict[str, Any]
    by_bot: bool
    #: How many times its text, caption or buttons have changed.
    edits: int = 0
    #: It came with a reply keyboard, and so can never be edited.
    fixed: bool = False

    @property
    def message_id(self) -> int:
        return int(self.body["message_id"])

    @property
    def text(self) -> str:
        """Text or caption; empty for a picture without one."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def kind(self) -> str:
        """What it is: "text", "photo", "voice", "document" …"""
        return next((each for each in _MEDIA if each in self.body), "text")

    @property
    def entities(self) -> list[Entity]:
        """Entities of the text or caption, those that Telegram finds by itself among them."""
        found: list[Entity] = self.body.get("entities", self.body.get("caption_entities", []))
        return found

    def marked(self, kind: str) -> list[str]:
        """The parts of the text that are of a kind, for example ``marked("phone_number")``."""
        return [cut(self.text, each["offset"], each["length"]) for each in self.entities if each["type"] == kind]

    @property
    def keyboard(self) -> list[list[dict[str, Any]]]:
        """Its inline buttons, in rows."""
        rows: list[list[dict[str, Any]]] = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [button for row in self.keyboard for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    def button(self, what: str) -> dict[str, Any] | None:
        """The button with this callback_data or this label (or a label that holds it, if only one does)."""
        buttons = self.buttons
        exact = [b for b in buttons if b.get("callback_data") == what or bare(b["text"]) == bare(what)]
        near = exact or [b for b in buttons if bare(what) in bare(b["text"])]
        return near[0] if exact or len(near) == 1 else None

    def __str__(self) -> str:
        who = "bot" if self.by_bot else "she"
        text = self.text if self.kind == "text" else f"[{self.kind}] {self.text}"
        rows = "".join(f"\n        {' | '.join(each['text'] for each in row)}" for row in self.keyboard)
        return f"{self.message_id:>5} {who}{'*' * self.edits}: {text}{rows}"

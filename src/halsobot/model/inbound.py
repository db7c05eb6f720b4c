"""What arrived through a channel: from where, what, and how a repeat of it is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from halsobot.model.event import Event


@dataclass(frozen=True, slots=True)
class Address:
    """Where to answer. ``id`` is the channel's own (a web session's secret, a chat id): never log it."""

    channel: str
    id: str

    def __repr__(self) -> str:
        return f"Address({self.channel}, …)"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A recording or a picture: what it is (``audio/ogg``) and its bytes."""

    type: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """What a guide tells whoever holds a case next: words, and tags of a fixed list."""

    tags: tuple[str, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Inbound:
    """``repeat`` is equal for two deliveries of one thing she did; only a keyed hash of it is kept.

    ``opens`` is true where this may begin a conversation (a web form of the first page, a Telegram
    message). Otherwise an unknown address is answered with nothing: its conversation has ended.
    ``pressed`` is the channel's number of the message whose button was pressed; the answer may replace it.
    ``contact`` is known where a guide, and not she herself, does something. ``attachment`` is a recording or a picture
    that came with the event; ``note`` what the next holder of a case is told.
    """

    address: Address
    event: Event
    repeat: str = field(repr=False)
    opens: bool = True
    pressed: int | None = None
    contact: str | None = None
    attachment: Attachment | None = None
    note: Note | None = None

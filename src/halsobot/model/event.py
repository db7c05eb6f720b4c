"""What a contact did, with the time at which it reached us.

``since`` is when she did it, where the channel tells: hours before, if we were away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Started:
    """Opened the chat, perhaps from a poster that names a flow and a language."""

    at: datetime
    flow: str | None = None
    locale: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Chose:
    """Pressed a button. ``data`` is as it came; old or foreign data never harms."""

    at: datetime
    data: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """Wrote words. Half a surrogate pair, which no file can hold, becomes the replacement sign."""

    at: datetime
    text: str = field(repr=False)
    since: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


@dataclass(frozen=True, slots=True)
class SharedPosition:
    """Shared where she is, in degrees."""

    at: datetime
    latitude: float
    longitude: float
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentMedia:
    """Sent something that is not words: a voice note, a picture, a file. ``caption`` is what she wrote to it."""

    at: datetime
    caption: str = field(default="", repr=False)
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Pressed "leave quickly", or asked to be forgotten: everything about this chat goes."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """She did nothing; what we had to say could not be sent, and she is shown where she stands now."""

    at: datetime


Event = Started | Chose | Wrote | SharedPosition | SentMedia | Left | Resumed

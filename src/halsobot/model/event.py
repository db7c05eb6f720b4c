"""What a contact did, with the time at which it reached us.

``since`` is when she did it, where the channel tells: hours before, if we were away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


def whole(text: str) -> str:
    """Half a surrogate pair, which no file can hold, becomes the replacement sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


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
    """Wrote words, or ``changed`` what she had written. They are made ``whole``."""

    at: datetime
    text: str = field(repr=False)
    since: datetime | None = None
    changed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", whole(self.text))


@dataclass(frozen=True, slots=True)
class SharedPosition:
    """Shared where she is, in degrees."""

    at: datetime
    latitude: float
    longitude: float
    since: datetime | None = None


MediaKind = Literal["voice", "photo", "other"]
#: What a guide answers with that is kept as a file: a recording, a picture, a document (PDF).
FileKind = Literal["voice", "photo", "document"]


@dataclass(frozen=True, slots=True)
class SentMedia:
    """Sent something that is not words: a voice note, a picture, a file. ``caption`` is what she wrote to it.

    ``file`` is the channel's own name of it, by which it can be fetched; None where it came with the event.
    ``album`` is equal for what she sent at once.
    """

    at: datetime
    caption: str = field(default="", repr=False)
    since: datetime | None = None
    kind: MediaKind = "other"
    file: str | None = field(default=None, repr=False)
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Pressed "leave quickly", or asked to be forgotten: everything about this chat goes."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """She did nothing; what we had to say could not be sent, and she is shown where she stands now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A guide has taken her case."""

    at: datetime
    guide: str


@dataclass(frozen=True, slots=True)
class Replied:
    """The guide who holds her case answers: words, a file, or what comes in her language: a phrase or a screen of the
    bot's, or a place.

    ``screen`` is the full name of a node; ``file`` says what came with the event; ``place`` is the id of a place of
    the region. Of the five exactly one is given. ``seen`` is the newest turn of hers that the guide had before her:
    what came after it is not answered by this. None: she had all.
    """

    at: datetime
    guide: str
    text: str | None = field(default=None, repr=False)
    phrase: str | None = None
    screen: str | None = None
    file: FileKind | None = None
    place: str | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The holder says something else than what was answered in ``turn``, or (``text`` None) takes it back."""

    at: datetime
    guide: str
    turn: int
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Passed:
    """The holder passes the case on: ``to`` another guide, or None: to the queue."""

    at: datetime
    guide: str
    to: str | None


@dataclass(frozen=True, slots=True)
class Closed:
    """The holder closes the case; ``reason`` is one of a short list."""

    at: datetime
    guide: str
    reason: str


@dataclass(frozen=True, slots=True)
class PromiseChecked:
    """Time has passed or somebody is away: is what she was promised still true? ``gone``: nobody can be the guide any
    more who has her case.
    """

    at: datetime
    gone: bool = False


FromStaff = Claimed | Replied | Corrected | Passed | Closed | PromiseChecked
Event = Started | Chose | Wrote | SharedPosition | SentMedia | Left | Resumed | FromStaff

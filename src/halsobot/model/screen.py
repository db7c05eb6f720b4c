"""A screen as the engine decides it: message ids and values, in no language and for no channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from halsobot.model.event import FileKind
from halsobot.model.message import Message, Value

#: Buttons that the engine puts on screens. Authors may not use these names for choices.
ENGINE_BUTTONS = ("back", "menu", "language", "person", "emergency", "listen", "skip", "continue", "more")

ENGINE = "engine"  # the flow name of the engine's own screens


class BadButton(ValueError):
    """A button's data cannot be read. Show the current screen instead of acting on it."""


def stem(flow: str, node: str, choice: str) -> str:
    """A button's data but for the turn, which alone differs when a screen is shown again."""
    return f"v1|{flow}|{node}|{choice}|"


@dataclass(frozen=True, slots=True)
class Button:
    """What a press means, in at most 64 bytes: the screen it stood on, the choice, and the turn."""

    flow: str
    node: str
    choice: str
    turn: int

    def encode(self) -> str:
        return f"{stem(self.flow, self.node, self.choice)}{self.turn}"

    @staticmethod
    def decode(data: str) -> Button:
        """Read what ``encode`` wrote. Raises BadButton."""
        version, *fields = data.split("|")
        if version != "v1" or len(fields) != 4 or not all(fields):
            raise BadButton("not a button of ours")
        flow, node, choice, turn = fields
        if not (turn.isascii() and turn.isdigit()) or len(data) > 200:
            raise BadButton("not a button of ours")
        return Button(flow, node, choice, int(turn))


@dataclass(frozen=True, slots=True)
class Choice:
    """A button by its name, with its label. Where it stands the screen knows."""

    name: str
    label: Message


@dataclass(frozen=True, slots=True)
class Text:
    """Words. ``locale`` is set only where a text must stand in a given language whatever hers is."""

    message: Message
    role: Literal["body", "notice", "doubt", "urgent"] = "body"
    locale: str | None = None
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Swedish sentence to say or show; ``heard`` is how it sounds in her own letters."""

    swedish: Message
    heard: Message | None
    kind: Literal["sentence"] = "sentence"


@dataclass(frozen=True, slots=True)
class Hours:
    """Whether something is open as the turn is taken. ``opens`` is the next opening (Swedish time)."""

    state: Literal["open", "closed", "unknown", "always"]
    opens: tuple[Value, Value] | None = None  # date, time


@dataclass(frozen=True, slots=True)
class Call:
    """A phone number to tap."""

    name: Message
    phone: str
    hours: Hours
    kind: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class Link:
    """A web address to open, and the language of the page where known."""

    name: Message
    address: str
    language: str | None
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is known; what is None is not known and is said to be unknown."""

    name: str
    place_kind: Message
    municipality: Message
    address: str | None
    phone: str | None
    hours: Hours
    distance_km: int | None
    certain: bool
    web: str | None
    ask: Message  # where to ask when neither hours nor phone are known
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a guide's, kept with the turn of that number."""

    file: FileKind
    turn: int
    kind: Literal["attached"] = "attached"


Part = Text | Sentence | Call | Link | Place | Attached


@dataclass(frozen=True, slots=True)
class Screen:
    """What a node shows: parts in reading order, then choices. ``bar`` stands on every screen.

    ``shared``: it holds nothing of hers and is the same object for everybody who sees it within a minute,
    so that what is made of it can be made once. ``instead_of`` is the turn whose message it takes the place of.
    """

    flow: str
    node: str
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    bar: tuple[Choice, ...]
    picture: str | None = None
    safety: bool = False
    accepts: Literal["words", "number"] | None = None
    shared: bool = False
    instead_of: int | None = None

    @property
    def name(self) -> str:
        return f"{self.flow}-{self.node}"

    @property
    def from_guide(self) -> bool:
        """Whether a person says this: it stays, whatever the bot shows next."""
        return self.name == "engine-said"

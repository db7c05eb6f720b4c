"""A screen in one language, ready to be shown: what channels receive and the outbox keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from halsobot.model.event import FileKind


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language. Its locale gives ``lang`` and direction."""

    text: str
    locale: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One paragraph. ``urgent`` is the 112 line; ``notice`` explains something about this screen."""

    run: Run
    role: Literal["body", "notice", "doubt", "urgent"] = "body"
    kind: Literal["bubble"] = "bubble"


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A Swedish sentence, how it sounds in the reader's letters, and what it means."""

    swedish: str
    heard: Run | None
    meaning: Run | None
    kind: Literal["sentence"] = "sentence"


@dataclass(frozen=True, slots=True)
class CallView:
    """``number`` is for eyes, ``tel`` for the link (``+4620505050``, or ``112``)."""

    name: Run
    number: str
    tel: str
    hours: Run | None
    kind: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class LinkView:
    """``language`` says in which language the page is, where that is known."""

    name: Run
    address: str
    language: Run | None
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place: its name as on the sign (Swedish), then lines about it."""

    name: str
    lines: tuple[Run, ...]
    call: CallView | None
    map: LinkView | None
    web: LinkView | None
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class AttachedView:
    """A file to hear, see or open, kept with the turn of that number; ``label`` says what it is."""

    file: FileKind
    turn: int
    label: Run
    kind: Literal["attached"] = "attached"


Block = Bubble | SentenceView | CallView | LinkView | PlaceView | AttachedView


@dataclass(frozen=True, slots=True)
class ButtonView:
    """``data`` is what a press sends back; ``name`` the choice's name."""

    name: str
    data: str
    label: Run


@dataclass(frozen=True, slots=True)
class View:
    """A whole screen in ``locale``. ``unreviewed`` is said on it when a text is only drafted.

    ``keeps``: it holds something she may still need, such as a number, a sentence or a place. Its buttons lack
    the turn until ``at`` says it: so one view serves everybody while its screen is ``shared``. ``instead_of`` is the
    turn whose message goes when this one comes.
    """

    screen: str
    locale: str
    blocks: tuple[Block, ...]
    choices: tuple[ButtonView, ...]
    bar: tuple[ButtonView, ...]
    picture: str | None
    accepts: Literal["words", "number"] | None
    unreviewed: Run | None
    keeps: bool = False
    shared: bool = False
    instead_of: int | None = None

    def at(self, turn: int | str) -> View:
        """As it is shown: every button says in which turn (or has a sign where the turn will stand)."""

        def shown(buttons: tuple[ButtonView, ...]) -> tuple[ButtonView, ...]:
            return tuple(replace(button, data=f"{button.data}{turn}") for button in buttons)

        return replace(self, choices=shown(self.choices), bar=shown(self.bar))

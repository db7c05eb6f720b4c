"""What has been decided and stored, and is shown or still to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from halsobot.model.inbound import Address
from halsobot.model.view import View


class MessageClass(IntEnum):
    """What a message is worth when it is uncertain whether it arrived; the lower one goes out first.

    After a kill in the middle of a call an emergency or a guide's words are always sent again, an ordinary
    screen once, a broadcast never.
    """

    EMERGENCY = 0
    GUIDE = 1
    ORDINARY = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True)
class OutMessage:
    """One screen for one contact. ``seq`` grows by one with each message of that contact, from 1."""

    seq: int
    turn: int
    view: View

    @property
    def shown(self) -> View:
        """The view with its buttons as a channel shows them."""
        return self.view.at(self.turn)


@dataclass(frozen=True, slots=True)
class LastWords:
    """What is said to somebody of whom nothing else is left; ``to`` is her address in the channel."""

    to: str = field(repr=False)
    view: View


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that this process has taken on to send, with its address.

    ``stored`` is when it was decided and ``lease`` until when it is ours (seconds since 1970). ``cuts`` of the
    attempts before this one were cut off by a kill. ``pressed`` is the channel's number of the message whose
    button this one answers.
    """

    contact: str
    address: Address
    message: OutMessage
    kind: MessageClass
    stored: int
    lease: int
    attempts: int = 1
    cuts: int = 0
    pressed: int | None = None

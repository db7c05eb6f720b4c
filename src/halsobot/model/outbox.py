"""What has been decided and stored, and is shown or still to be sent."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.model.inbound import Address
from halsobot.model.view import View


@dataclass(frozen=True, slots=True)
class OutMessage:
    """One screen for one contact. ``seq`` grows by one with each message of that contact, from 1."""

    seq: int
    view: View


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message with its address, as the dispatcher hands it to a channel.

    ``row`` and ``contact`` name it in the store; ``attempts`` were made before this one. ``replaces`` is
    the channel's number of the message that this one may take the place of.
    """

    row: int
    contact: str
    address: Address
    message: OutMessage
    attempts: int
    replaces: int | None

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
    """A message with its address, as the dispatcher hands it to a channel. ``row`` names it in the store."""

    row: int
    address: Address
    message: OutMessage

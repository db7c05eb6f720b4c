"""The contract of a channel, and the errors by which it says whether sending again makes sense."""

from __future__ import annotations

from typing import Protocol

from halsobot.model.outbox import Delivery


class ChannelError(Exception):
    """A message was not sent. ``retry_after`` seconds later it may be; None: never."""

    def __init__(self, reason: str, retry_after: float | None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Channel(Protocol):
    """A way out. The web chat needs none: its pages read what is stored."""

    name: str

    async def send(self, delivery: Delivery) -> None:
        """Show the message to the contact, or raise ChannelError."""

"""The contract of a channel, and the errors by which it says whether sending again makes sense."""

from __future__ import annotations

from typing import Protocol

from halsobot.model.outbox import Delivery


class ChannelError(Exception):
    """A message was not sent. The kind of error says what follows; its text holds nothing of a person's."""


class Later(ChannelError):
    """It can be sent after so many seconds; None: after a pause that grows. ``everyone``: so it is for all."""

    def __init__(self, reason: str, after: float | None = None, everyone: bool = False) -> None:
        super().__init__(reason)
        self.after, self.everyone = after, everyone


class Unanswered(ChannelError):
    """It went out and no answer came back: nobody knows whether it arrived."""


class Refused(ChannelError):
    """This one message will never be taken. The next may be."""


class Gone(ChannelError):
    """The contact can no longer be reached there. Nothing more is sent to her."""


class Channel(Protocol):
    """A way out. The web chat needs none: its pages read what is stored."""

    name: str

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        """Show the message to the contact, or raise ChannelError. Returns the channel's own number of it.

        ``replaces`` is the number of the message that this one may take the place of.
        """

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """Take away a message of ours, by the channel's number of it, before ``delivery`` is sent instead of it.

        Done again it changes nothing. Where the channel no longer allows it, that is no error. Raises ChannelError.
        """

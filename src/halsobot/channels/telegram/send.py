"""A stored message goes out: in place of the pressed one where that is safe, else as a new one."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.commands import follow_language
from halsobot.channels.telegram.keyboard import inline, lasting
from halsobot.channels.telegram.updates import NAME
from halsobot.channels.telegram.words import text_of
from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Gone, Later, Refused
from halsobot.model.outbox import Delivery
from halsobot.model.view import View

BAR = "engine-bar"
#: So many chats held back within so many seconds mean that the whole bot is.
EVERYONE, WITHIN = 3, 5.0


class Telegram:
    """The way out to Telegram. ``rt`` is set once it runs; it has the words for the menu of commands."""

    name = NAME

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._held: dict[int, float] = {}
        self.rt: Runtime | None = None

    async def send(self, delivery: Delivery) -> int | None:
        """Send or edit. Returns Telegram's number of the message. Raises Later, Refused or Gone."""
        chat = int(delivery.address.id)
        try:
            return await self._show(chat, delivery.message.view, delivery.replaces)
        except RetryAfter as error:
            raise self._later(chat, error) from None
        except (Forbidden, ChatMigrated):
            raise Gone("the chat is closed to us") from None
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Gone("the chat does not exist") from None
            raise Refused(_reason(error)) from None
        except InvalidToken:
            raise Later("Telegram does not know the token", 60.0, everyone=True) from None
        except TelegramError as error:  # the network, a server error, an answer that is none
            raise Later(type(error).__name__) from None

    async def _show(self, chat: int, view: View, replaces: int | None) -> int | None:
        if replaces is not None and await self._edit(chat, view, replaces):
            return replaces
        sent = await self._api.call("sendMessage", **message(chat, view))
        if view.screen == BAR and self.rt:
            await follow_language(self._api, self.rt.bundle.catalogue, chat, view.locale)
        number = sent.get("message_id") if isinstance(sent, dict) else None
        return number if isinstance(number, int) else None

    async def _edit(self, chat: int, view: View, replaces: int) -> bool:
        """Whether the view now stands in place of that message; any refusal means: send it anew."""
        try:
            await self._api.call("editMessageText", message_id=replaces, **message(chat, view))
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    def _later(self, chat: int, error: RetryAfter) -> Later:
        """Wait for this chat; for all where several chats are held back at once."""
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        now = time.monotonic()
        self._held = {each: at for each, at in self._held.items() if now - at < WITHIN} | {chat: now}
        return Later("too many requests", seconds, everyone=len(self._held) >= EVERYONE)


def message(chat: int, view: View) -> dict[str, Any]:
    """The parameters that show a view in a chat."""
    text, entities = text_of(view)
    return {
        "chat_id": chat,
        "text": text,
        "entities": entities or None,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": lasting(view) if view.screen == BAR else inline(view),
    }


def _reason(error: TelegramError) -> str:
    """Telegram's own words; they hold none of ours or hers."""
    return error.message[:100]

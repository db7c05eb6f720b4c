"""A stored message goes out: in place of the pressed one where that is safe, else as a new one."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from halsobot.channels.telegram.api import BotApi, NoAnswer
from halsobot.channels.telegram.commands import follow_language
from halsobot.channels.telegram.keyboard import inline, lasting
from halsobot.channels.telegram.updates import NAME
from halsobot.channels.telegram.words import text_of
from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Gone, Later, Refused, Unanswered
from halsobot.model.kept import Kept
from halsobot.model.outbox import Delivery, OutMessage
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

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        """Send or edit. Returns Telegram's number of the message. Raises Later, Unanswered, Refused or Gone."""
        chat = int(delivery.address.id)
        try:
            number = await self._show(chat, delivery.message, replaces)
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
        except NetworkError as error:
            if isinstance(error, NoAnswer) or isinstance(error.__cause__, NoAnswer):
                raise Unanswered(type(error).__name__) from None
            raise Later(type(error).__name__) from None
        except TelegramError as error:
            raise Later(type(error).__name__) from None
        self._held.clear()  # it lets others through: what it holds back, it holds back for one chat
        return number

    async def _show(self, chat: int, shown: OutMessage, replaces: int | None) -> int | None:
        if replaces is not None and await self._edit(chat, shown, replaces):
            return replaces
        view = shown.view
        sent = await self._api.post("sendMessage", body(chat, shown))
        if view.screen == BAR and self.rt:
            await follow_language(self._api, self.rt.bundle.catalogue, chat, view.locale)
        number = sent.get("message_id") if isinstance(sent, dict) else None
        return number if isinstance(number, int) else None

    async def _edit(self, chat: int, shown: OutMessage, replaces: int) -> bool:
        """Whether the view now stands in place of that message; any refusal means: send it anew."""
        try:
            await self._api.post("editMessageText", body(chat, shown, message_id=replaces))
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    def _later(self, chat: int, error: RetryAfter) -> Later:
        """Wait for this chat; for all where several are held back, and nothing has come through between."""
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        now = time.monotonic()
        self._held = {each: at for each, at in self._held.items() if now - at < WITHIN} | {chat: now}
        return Later("too many requests", seconds, everyone=len(self._held) >= EVERYONE)


def message(view: View) -> dict[str, Any]:
    """The parameters that show a view."""
    text, entities = text_of(view)
    return {
        "text": text,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": lasting(view) if view.screen == BAR else inline(view),
    } | ({"entities": entities} if entities else {})


#: Stands for the turn in what is written once for everybody: a letter of no script.
_TURN = "\ue000"
_for_all: Kept[View, str] = Kept(lambda view: _json(message(view.at(_TURN))))


def body(chat: int, shown: OutMessage, **more: int) -> str:
    """The parameters of a message to a chat, as JSON."""
    view = shown.view
    rest = _for_all(view).replace(_TURN, str(shown.turn)) if view.shared else _json(message(shown.shown))
    return f"{_json({'chat_id': chat} | more)[:-1]},{rest[1:]}"


def _json(parameters: dict[str, Any]) -> str:
    return json.dumps(parameters, ensure_ascii=False, separators=(",", ":"))


def _reason(error: TelegramError) -> str:
    """Telegram's own words; they hold none of ours or hers."""
    return error.message[:100]

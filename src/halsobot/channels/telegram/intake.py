"""Updates come in, by webhook or by asking; "received" is said only after what follows is stored."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from sqlalchemy.exc import OperationalError
from telegram.error import TelegramError

from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.updates import Arrived, Json, chat_of, read
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Crowded, Runtime
from halsobot.model.message import Message
from halsobot.store.writer import Busy
from halsobot.text.locales import LOCALES

#: How long one question for updates waits at Telegram, and the pause after a failed one (seconds).
POLL, PAUSE = 50, 2.0
#: So many failures of one update, some minutes, before it is skipped.
GIVE_UP = 100
#: Failures that no update is to blame for: the store takes nothing just now. They are not counted.
NOT_ITS_FAULT = (Busy, Crowded, OperationalError)
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]

log = structlog.get_logger()
Clock = Callable[[], datetime]


class Intake:
    """Takes updates. A repeat has no effect, so every failure can simply be delivered again."""

    def __init__(self, api: BotApi, rt: Runtime, clock: Clock) -> None:
        self._api, self._rt, self._clock = api, rt, clock

    async def take(self, update: Json) -> str | None:
        """Store what follows from an update. Returns the press to be answered, if it was one."""
        arrived = read(update, self._clock())
        if arrived.inbound:
            await receive(arrived.inbound, self._rt)
        if arrived.group is not None:
            await self._say({"chat_id": arrived.group, "text": self._in_private(arrived)})
        return arrived.press

    def _in_private(self, arrived: Arrived) -> str:
        known = arrived.language if arrived.language in LOCALES else None
        return self._rt.bundle.catalogue.text(Message("engine-private"), known or "en").text

    async def _say(self, parameters: dict[str, Any]) -> None:
        """Something that is not kept. Where Telegram refuses it, nothing of hers is lost."""
        try:
            await self._api.call("sendMessage", **parameters)
        except TelegramError as error:
            log.warning("message not sent", kind=type(error).__name__)


def webhook(intake: Intake, secret: str) -> Callable[[web.Request], Any]:
    """The handler of Telegram's deliveries. Anybody without the secret is told nothing."""

    async def deliver(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            raise web.HTTPForbidden
        update = await _update(request)
        try:
            press = await intake.take(update) if update else None
        except Exception as error:  # nothing is stored, so nothing is confirmed: it comes again
            log.warning("an update is refused", kind=type(error).__name__)
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "1"}) from None
        if press is None:
            return web.Response()
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": press})

    return deliver


async def _update(request: web.Request) -> Json | None:
    """The update in the body. What is none, or larger than aiohttp's 1 MiB, is accepted and dropped:
    repeating it would not help.
    """
    try:
        update = json.loads(await request.read())
    except (ValueError, RecursionError, web.HTTPRequestEntityTooLarge):
        return None
    return update if isinstance(update, dict) else None


async def poll(intake: Intake, api: BotApi) -> None:
    """Ask for updates for ever. The offset moves only when everything before it is stored."""
    offset = None
    failures: Counter[object] = Counter()
    while True:
        try:
            updates = await api.call(
                "getUpdates", patience=POLL + 10.0, offset=offset, timeout=POLL, allowed_updates=KINDS
            )
            await asyncio.gather(*(_one_chat(intake, api, chat, failures) for chat in _by_chat(updates)))
        except Exception as error:  # nothing is confirmed: the same updates come again
            log.warning("updates not taken, asking again", kind=type(error).__name__)
            await asyncio.sleep(PAUSE)
        else:
            offset = max((update["update_id"] + 1 for update in updates), default=offset)


async def _one_chat(intake: Intake, api: BotApi, updates: list[Json], failures: Counter[object]) -> None:
    """One chat's updates in their order; a press is answered as soon as what follows is stored.

    An update that fails again and again by itself is skipped, so that it holds up nobody.
    """
    for update in updates:
        try:
            press = await intake.take(update)
        except NOT_ITS_FAULT:
            raise
        except Exception as error:
            failures[update.get("update_id")] += 1
            if failures[update.get("update_id")] < GIVE_UP:
                raise
            log.error("an update is given up", kind=type(error).__name__)
            continue
        if press:
            await _answer(api, press)


async def _answer(api: BotApi, press: str) -> None:
    try:
        await api.call("answerCallbackQuery", callback_query_id=press)
    except TelegramError as error:  # too old: its spinner has ended by itself
        log.debug("press not answered", kind=type(error).__name__)


def _by_chat(updates: list[Json]) -> list[list[Json]]:
    chats: dict[object, list[Json]] = {}
    for update in updates:
        chats.setdefault(chat_of(update), []).append(update)
    return list(chats.values())

"""``halsobot doctor``: why a set-up does not work, in words an operator can act on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from halsobot.channels.telegram.api import BotApi
from halsobot.config import Settings

#: A clock that is further off breaks one-time codes and opening hours (seconds).
CLOCK = 60.0
#: How long to listen for another program that asks for updates (seconds).
ASKING = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """``well`` is false where something must be done; ``text`` says what."""

    well: bool
    text: str


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Look at the Telegram set-up from the outside in; stop where nothing further can be seen."""
    if not settings.telegram_token:
        yield Finding(True, "No HALSOBOT_TELEGRAM_TOKEN is set: the bot serves the web chat only.")
        return
    async with BotApi(settings.telegram_api_url, settings.telegram_token) as api:
        reached = await _server(settings.telegram_api_url)
        yield reached
        if not reached.well:
            return
        token = await _token(api)
        yield token
        if not token.well:
            return
        yield await _webhook(api, settings)
        if not settings.telegram_webhook_url:
            yield await _other_poller(api)


async def _server(root: str) -> Finding:
    """Whether the Bot API server answers, and whether its clock is ours."""
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.ClientSession(timeout=timeout) as http, http.get(root) as answer:
            said = answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, OSError):
        return Finding(False, f"{root} does not answer. Check HALSOBOT_TELEGRAM_API_URL and the network.")
    off = _seconds_off(said)
    if off > CLOCK:
        return Finding(False, f"This machine's clock is {off:.0f} seconds off. Set it by NTP.")
    return Finding(True, f"{root} answers, and the clock is right.")


def _seconds_off(said: str | None) -> float:
    """How far our clock is from a Date header; 0 where there is none that can be read."""
    try:
        return abs(datetime.now(UTC).timestamp() - parsedate_to_datetime(said or "").timestamp())
    except ValueError:
        return 0.0


async def _token(api: BotApi) -> Finding:
    try:
        me = await api.call("getMe")
    except InvalidToken:
        return Finding(False, "Telegram does not know this token. Copy HALSOBOT_TELEGRAM_TOKEN anew from @BotFather.")
    except TelegramError as error:
        return Finding(False, f"getMe failed: {error.message}. Is HALSOBOT_TELEGRAM_API_URL a Bot API server?")
    return Finding(True, f"The token belongs to @{me.get('username')}.")


async def _webhook(api: BotApi, settings: Settings) -> Finding:
    try:
        info: dict[str, Any] = await api.call("getWebhookInfo")
    except TelegramError as error:
        return Finding(False, f"getWebhookInfo failed: {error.message}.")
    there, ours = info.get("url", ""), settings.telegram_webhook_url
    if there != ours:
        where = there or "nowhere: no webhook is set"
        wanted = ours or "nowhere, since updates are asked for"
        return Finding(False, f"Telegram delivers to {where}; it should be {wanted}. Starting halsobot sets it.")
    if ours and info.get("last_error_message"):
        waiting = info.get("pending_update_count", 0)
        return Finding(
            False,
            f"Telegram cannot deliver: {info['last_error_message']}; {waiting} updates wait. "
            "403 means another HALSOBOT_TELEGRAM_WEBHOOK_SECRET than the one set at Telegram: start halsobot again.",
        )
    return Finding(True, f"Telegram delivers to {ours}." if ours else "No webhook is set; updates are asked for.")


async def _other_poller(api: BotApi) -> Finding:
    """Telegram ends our question when somebody else asks after us; nothing is confirmed by asking."""
    try:
        await api.call("getUpdates", limit=1, timeout=ASKING)
    except (Conflict, BadRequest) as error:
        return Finding(False, f"Another program asks for this bot's updates: {error.message}. Stop it.")
    except TelegramError as error:
        return Finding(False, f"getUpdates failed: {error.message}.")
    return Finding(True, "Nobody else asks for this bot's updates. (A running halsobot would be somebody else.)")

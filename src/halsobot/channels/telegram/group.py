"""The guides' own group, which is rung without content. No newcomer is in it."""

from __future__ import annotations

from halsobot.channels.telegram.api import BotApi


async def tell_group(api: BotApi, group: int, text: str) -> None:
    """Write into the group that the operator has named. Raises TelegramError."""
    await api.call("sendMessage", chat_id=group, text=text)

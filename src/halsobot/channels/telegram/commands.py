"""The menu of commands, in each language that Telegram knows by two letters, and Dari for a chat."""

from __future__ import annotations

from telegram.error import TelegramError

from halsobot.bundle.understanding import LABELS
from halsobot.channels.telegram.api import BotApi
from halsobot.model.message import Message
from halsobot.text.catalogue import Catalogue
from halsobot.text.locales import SOURCE

#: The commands of the menu, most needed first. The others are written words only.
SHOWN = ("emergency", "menu", "language", "help", "start", "privacy", "forget")


async def announce(api: BotApi, catalogue: Catalogue) -> None:
    """Set the commands for everybody: Swedish, and each offered language that has a two-letter code."""
    await api.call("setMyCommands", commands=_menu(catalogue, SOURCE))
    for locale in catalogue.offered:
        if len(locale) == 2:
            await api.call("setMyCommands", commands=_menu(catalogue, locale), language_code=locale)


async def follow_language(api: BotApi, catalogue: Catalogue, chat: int, locale: str) -> None:
    """Show a chat the commands of the language she chose. What Telegram refuses here harms nobody."""
    scope = {"type": "chat", "chat_id": chat}
    try:
        await api.call("setMyCommands", commands=_menu(catalogue, locale), scope=scope)
    except TelegramError:
        return


def _menu(catalogue: Catalogue, locale: str) -> list[dict[str, str]]:
    words = {name: catalogue.text(Message(LABELS[name]), locale).text for name in SHOWN}
    return [{"command": name, "description": word} for name, word in words.items()]

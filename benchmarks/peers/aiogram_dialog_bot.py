"""The conversation with aiogram-dialog: four windows, kept in Redis, on aiohttp's webhook."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from aiohttp import web

WORDS = json.loads(Path(os.environ["BENCH_WORDS"]).read_text(encoding="utf-8"))
LANGUAGES: dict[str, Any] = WORDS["languages"]


class Talk(StatesGroup):
    """The screens."""

    language = State()
    menu = State()
    topic = State()
    subtopic = State()


def found(items: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The item of this name."""
    return next(item for item in items if item["name"] == name)


async def choose_language(press: CallbackQuery, widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["language"] = item
    await manager.switch_to(Talk.menu)


async def choose_topic(press: CallbackQuery, widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["topic"] = item
    await manager.switch_to(Talk.topic)


async def choose_subtopic(press: CallbackQuery, widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["subtopic"] = item
    await manager.switch_to(Talk.subtopic)


async def languages(**_: Any) -> dict[str, Any]:
    items = [{"label": language["name"], "name": tag} for tag, language in LANGUAGES.items()]
    return {"text": WORDS["choose"], "items": items}


async def menu(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = LANGUAGES[dialog_manager.dialog_data["language"]]
    return {"text": language["menu"], "items": language["topics"]}


async def topic(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = dialog_manager.dialog_data
    language = LANGUAGES[known["language"]]
    shown = found(language["topics"], known["topic"])
    return {"text": shown["text"], "items": shown["items"], "back": language["back"]}


async def subtopic(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = dialog_manager.dialog_data
    language = LANGUAGES[known["language"]]
    shown = found(found(language["topics"], known["topic"])["items"], known["subtopic"])
    return {"text": shown["text"], "back": language["back"]}


def choice(id: str, chosen: Any) -> Column:
    """A button a row for each item of the window."""
    return Column(
        Select(Format("{item[label]}"), id=id, item_id_getter=lambda item: item["name"], items="items", on_click=chosen)
    )


def dialog() -> Dialog:
    """The four windows."""
    text = Format("{text}")
    return Dialog(
        Window(text, choice("l", choose_language), state=Talk.language, getter=languages),
        Window(text, choice("t", choose_topic), state=Talk.menu, getter=menu),
        Window(
            text,
            choice("s", choose_subtopic),
            SwitchTo(Format("{back}"), id="b", state=Talk.menu),
            state=Talk.topic,
            getter=topic,
        ),
        Window(text, SwitchTo(Format("{back}"), id="b", state=Talk.topic), state=Talk.subtopic, getter=subtopic),
    )


async def start(message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Talk.language, mode=StartMode.RESET_STACK)


async def set_webhook(bot: Bot) -> None:
    await bot.set_webhook(os.environ["BENCH_WEBHOOK"], secret_token=os.environ["BENCH_SECRET"], max_connections=100)


def main() -> None:
    storage = RedisStorage.from_url(os.environ["BENCH_REDIS"], key_builder=DefaultKeyBuilder(with_destiny=True))
    dispatcher = Dispatcher(storage=storage)
    dispatcher.message.register(start, CommandStart())
    dispatcher.include_router(dialog())
    dispatcher.startup.register(set_webhook)
    setup_dialogs(dispatcher)
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_API"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    app = web.Application()
    # Not in the background: there an update is acknowledged before its screen is kept, and a quick next press is lost.
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=os.environ["BENCH_SECRET"])
    handler.register(app, path="/telegram")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["BENCH_PORT"]), access_log=None)


if __name__ == "__main__":
    main()

"""The conversation with python-telegram-bot: a ConversationHandler kept by PicklePersistence, on its own webhook."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PicklePersistence,
)

LANGUAGE, MENU, TOPIC, SUBTOPIC = range(4)
Context = ContextTypes.DEFAULT_TYPE

WORDS = json.loads(Path(os.environ["BENCH_WORDS"]).read_text(encoding="utf-8"))
LANGUAGES: dict[str, Any] = WORDS["languages"]


def keyboard(buttons: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    """One button a row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in buttons])


def below(items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The buttons of the things that can be chosen."""
    return [(item["label"], item["name"]) for item in items]


def found(items: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The item of this name."""
    return next(item for item in items if item["name"] == name)


def remembered(context: Context) -> dict[str, Any]:
    """What is kept for this person: her language and topic."""
    assert context.user_data is not None
    return context.user_data


async def show(update: Update, text: str, buttons: list[tuple[str, str]]) -> None:
    """Put a screen in place of the one whose button was pressed."""
    query = update.callback_query
    assert query
    await query.answer()
    await query.edit_message_text(text, reply_markup=keyboard(buttons))


async def start(update: Update, context: Context) -> int:
    assert update.message
    buttons = [(language["name"], tag) for tag, language in LANGUAGES.items()]
    await update.message.reply_text(WORDS["choose"], reply_markup=keyboard(buttons))
    return LANGUAGE


async def choose_language(update: Update, context: Context) -> int:
    assert update.callback_query
    remembered(context)["language"] = update.callback_query.data
    return await menu(update, context)


async def menu(update: Update, context: Context) -> int:
    language = LANGUAGES[remembered(context)["language"]]
    await show(update, language["menu"], below(language["topics"]))
    return MENU


async def choose_topic(update: Update, context: Context) -> int:
    assert update.callback_query
    remembered(context)["topic"] = update.callback_query.data
    return await topic(update, context)


async def topic(update: Update, context: Context) -> int:
    known = remembered(context)
    language = LANGUAGES[known["language"]]
    shown = found(language["topics"], known["topic"])
    await show(update, shown["text"], [*below(shown["items"]), (language["back"], "back")])
    return TOPIC


async def subtopic(update: Update, context: Context) -> int:
    known = remembered(context)
    language = LANGUAGES[known["language"]]
    assert update.callback_query
    assert update.callback_query.data
    shown = found(found(language["topics"], known["topic"])["items"], update.callback_query.data)
    await show(update, shown["text"], [(language["back"], "back")])
    return SUBTOPIC


def conversation() -> ConversationHandler[Context]:
    """The whole talk; /start begins it anew from everywhere."""
    return ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            LANGUAGE: [CallbackQueryHandler(choose_language)],
            MENU: [CallbackQueryHandler(choose_topic)],
            TOPIC: [CallbackQueryHandler(menu, pattern="^back$"), CallbackQueryHandler(subtopic)],
            SUBTOPIC: [CallbackQueryHandler(topic, pattern="^back$")],
        },
        fallbacks=[CommandHandler("start", start)],
        allow_reentry=True,
        name="conversation",
        persistent=True,
    )


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(f"{os.environ['BENCH_API']}/bot")
        .persistence(PicklePersistence("conversation.pickle"))
        .build()
    )
    application.add_handler(conversation())
    application.run_webhook(
        listen="127.0.0.1",
        port=int(os.environ["BENCH_PORT"]),
        url_path="telegram",
        webhook_url=os.environ["BENCH_WEBHOOK"],
        secret_token=os.environ["BENCH_SECRET"],
        max_connections=100,
    )


if __name__ == "__main__":
    main()

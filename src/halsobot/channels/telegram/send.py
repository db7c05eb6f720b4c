"""A stored message goes out: in place of the pressed one where that is safe, else as a new one."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from halsobot.channels.telegram.api import BotApi, NoAnswer
from halsobot.channels.telegram.commands import follow_language
from halsobot.channels.telegram.holds import Holds
from halsobot.channels.telegram.keyboard import inline, lasting
from halsobot.channels.telegram.updates import NAME
from halsobot.channels.telegram.words import CAPTION, text_of
from halsobot.conversation.runtime import Runtime
from halsobot.media import NAMES, PICTURE
from halsobot.model.channel import ChannelError, Gone, Later, Refused, Unanswered
from halsobot.model.event import FileKind
from halsobot.model.kept import Kept
from halsobot.model.outbox import Delivery, OutMessage
from halsobot.model.view import AttachedView, View

BAR, FORGOTTEN = "engine-bar", "engine-forgotten"
#: Reasons why Telegram does not take a message, without the words that it may quote.
REASONS = ("too long", "text is empty", "entities", "button", "url", "not enough rights", "can't be edited")
#: By which method a file goes out, and the name of its parameter.
_METHODS: Mapping[FileKind, tuple[str, str]] = {
    "voice": ("sendVoice", "voice"),
    "photo": ("sendPhoto", "photo"),
    "document": ("sendDocument", "document"),
}
#: She lets no voice messages come to her; the picture is longer or narrower than Telegram shows.
_AS_DOCUMENT = ("voice_messages_forbidden", "photo_invalid_dimensions")
#: The largest file that is fetched (bytes): as large as a picture may be. Telegram gives bots no larger ones.
MEDIA = PICTURE
#: Chats of which it is in mind in what language their menu of commands is.
REMEMBERED = 4096
#: The new message's number: the first thing that Telegram says of a message.
_NUMBER = re.compile(rb'"message_id":\s*(\d+)')


class Telegram:
    """The way out to Telegram. ``rt`` is set once it runs; it has the words for the menu of commands."""

    name = NAME

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._holds = Holds()
        self._commands: dict[int, str] = {}
        self._following: set[asyncio.Task[None]] = set()
        self.rt: Runtime | None = None

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        """Send or edit. Returns Telegram's number of the message. Raises Later, Unanswered, Refused or Gone."""
        chat = int(delivery.address.id)
        with self._trouble(chat):
            return await self._show(chat, delivery.contact, delivery.message, replaces)

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """Delete a message; one of more than two days ago Telegram keeps: its words give way to what is said instead.

        Raises as ``send``.
        """
        chat = int(delivery.address.id)
        with self._trouble(chat):
            try:
                await self._api.call("deleteMessage", chat_id=chat, message_id=number)
            except BadRequest:
                await self._edit(chat, delivery.message, number)

    @contextmanager
    def _trouble(self, chat: int) -> Iterator[None]:
        """What Telegram's errors mean for a message. Raises Later, Unanswered, Refused or Gone."""
        began = time.monotonic()
        try:
            yield
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            raise Later("too many requests", seconds, self._holds.of_all(chat, began, seconds)) from None
        except TelegramError as error:
            raise _what_follows(error) from None
        self._holds.through()

    async def fetch(self, file: str) -> bytes:
        """What somebody has sent, by Telegram's name of it. Raises ChannelError."""
        try:
            return await self._api.download(file, MEDIA)
        except TelegramError as error:
            raise _what_follows(error) from None

    async def _show(self, chat: int, contact: str, shown: OutMessage, replaces: int | None) -> int | None:
        if replaces is not None and await self._edit(chat, shown, replaces):
            return replaces
        file = await self._file(contact, shown.view)
        answer = await (self._hand(chat, shown, *file) if file else self._api.post("sendMessage", body(chat, shown)))
        if shown.view.screen == BAR:
            self._commands_in(shown.view.locale, chat)
        number = _NUMBER.search(answer)
        return int(number[1]) if number else None

    async def _file(self, contact: str, view: View) -> tuple[FileKind, bytes] | None:
        """A guide's file, if the view brings one that is still kept: it goes when her case is closed."""
        brings = next((block for block in view.blocks if isinstance(block, AttachedView)), None)
        if brings is None or self.rt is None:
            return None
        cases = self.rt.store.cases
        found = await self.rt.store.read(lambda connection: cases.file(connection, contact, brings.turn))
        return (brings.file, found.body) if found else None

    async def _hand(self, chat: int, shown: OutMessage, kind: FileKind, file: bytes) -> bytes:
        """File, words and buttons as one message, so that none of them comes alone or twice. What Telegram does not
        take as a voice message or a picture goes as a document.
        """
        parameters = {"chat_id": str(chat), **beside(shown.shown)}
        try:
            return await self._api.upload(*_METHODS[kind], parameters, NAMES[kind], file)
        except BadRequest as error:
            if not any(why in error.message.lower() for why in _AS_DOCUMENT):
                raise
            return await self._api.upload(*_METHODS["document"], parameters, NAMES[kind], file)

    def _commands_in(self, locale: str, chat: int) -> None:
        """The menu of commands follows her language; no message waits for it."""
        if self.rt and self._commands.get(chat) != locale:
            follow = asyncio.create_task(follow_language(self._api, self.rt.bundle.catalogue, chat, locale))
            self._following.add(follow)
            follow.add_done_callback(self._following.discard)
            self._commands[chat] = locale
            if len(self._commands) > REMEMBERED:
                del self._commands[next(iter(self._commands))]

    async def _edit(self, chat: int, shown: OutMessage, replaces: int) -> bool:
        """Whether the view now stands in place of that message; any refusal means: send it anew."""
        try:
            await self._api.post("editMessageText", body(chat, shown, message_id=replaces))
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True


def _known(why: str) -> str:
    """Telegram's reason, if it is one of those that quote nothing."""
    return next((reason for reason in REASONS if reason in why.lower()), "for a reason of its own")


def message(view: View) -> dict[str, Any]:
    """The parameters that show a view."""
    text, entities = text_of(view)
    return {
        "text": text,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": _buttons(view),
    } | ({"entities": entities} if entities else {})


def beside(view: View) -> dict[str, str]:
    """The fields of a form that show a view beside a file."""
    text, entities = text_of(view, CAPTION)
    more = {"caption_entities": _json(entities)} if entities else {}
    return {"caption": text, "reply_markup": _json(_buttons(view)), **more}


def _buttons(view: View) -> dict[str, Any]:
    if view.screen == FORGOTTEN:
        return {"remove_keyboard": True}
    return lasting(view) if view.screen == BAR else inline(view)


#: Stands for the turn in what is written once for everybody: a letter of no script.
_TURN = "\ue000"
_for_all: Kept[View, str] = Kept(lambda view: _json(message(view.at(_TURN))))


def body(chat: int, shown: OutMessage, **more: int) -> str:
    """The parameters of a message to a chat, as JSON."""
    view = shown.view
    rest = _for_all(view).replace(_TURN, str(shown.turn)) if view.shared else _json(message(shown.shown))
    own = "".join(f'"{name}":{number},' for name, number in more.items())
    return f'{{"chat_id":{chat},{own}{rest[1:]}'


#: Made once: json.dumps makes a new one for each call that is not in its usual form.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(parameters: object) -> str:
    return _ENCODER.encode(parameters)


def _what_follows(error: TelegramError) -> ChannelError:
    """What an error means for the message. A page that some server between has written is no word of Telegram's."""
    if isinstance(error, NoAnswer) or isinstance(error.__cause__, NoAnswer):
        return Unanswered(type(error).__name__)
    match error:
        case Forbidden() | ChatMigrated():
            return Gone("the chat is closed to us")
        case BadRequest(message=why) if "chat not found" in why.lower():
            return Gone("the chat does not exist")
        case BadRequest(message=why):
            return Refused(_known(why))
        case InvalidToken():
            return Later("Telegram does not know the token", 60.0, everyone=True)
        case _:
            return Later(type(error).__name__)

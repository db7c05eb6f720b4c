"""What Telegram delivers, read from its JSON: one update is one thing somebody did, or nothing to us."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from halsobot.model.event import Chose, Event, MediaKind, SentMedia, SharedPosition, Started, Wrote, whole
from halsobot.model.inbound import Address, Inbound

NAME = "telegram"
Json = Mapping[str, Any]

_COMMAND = re.compile(r"(/[A-Za-z_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_POSTER = re.compile(r"(?P<flow>[a-z0-9-]*?)(?:__(?P<locale>[A-Za-z-]+))?")
#: Everything that somebody can send and that is not words.
_MEDIA = (
    *("voice", "audio", "photo", "video", "video_note", "document", "animation", "sticker"),
    *("contact", "poll", "dice", "story", "game", "checklist"),
)


#: Files that a guide can look at.
_PICTURES = ("image/jpeg", "image/png", "image/webp")


@dataclass(frozen=True, slots=True)
class Arrived:
    """``inbound`` is None where nothing is stored. ``press`` is to be answered so that its spinner ends.

    ``group`` is a chat in which only "write to me in private" is said.
    """

    inbound: Inbound | None = None
    press: str | None = None
    group: int | None = None
    language: str | None = None


def read(update: Json, now: datetime) -> Arrived:
    """What one update means. Whatever it holds, it is never an error."""
    press = _table(update.get("callback_query"))
    if press:
        return _press(press, now)
    for kind in ("message", "edited_message"):
        message = _table(update.get(kind))
        if message:
            # A live location comes again as an edit every few seconds; the first one was answered.
            return Arrived() if kind == "edited_message" and "location" in message else _message(message, now)
    joined = _table(update.get("my_chat_member"))
    chat = _table(joined.get("chat"))
    status = _table(joined.get("new_chat_member")).get("status")
    if chat.get("type") in ("group", "supergroup") and status in ("member", "administrator"):
        return Arrived(group=chat.get("id"), language=_language(joined))
    return Arrived()


def chat_of(update: Json) -> int | None:
    """The chat an update belongs to: what comes from one chat is taken in order."""
    pressed = _table(_table(update.get("callback_query")).get("message"))
    messages = (pressed, *(_table(update.get(kind)) for kind in ("message", "edited_message", "my_chat_member")))
    ids = (_table(message.get("chat")).get("id") for message in messages)
    return next((id for id in ids if isinstance(id, int)), None)


def _press(press: Json, now: datetime) -> Arrived:
    message = _table(press.get("message"))
    chat, answer, data = _table(message.get("chat")), _string(press, "id") or None, _string(press, "data")
    if chat.get("type") != "private" or not data or answer is None:
        return Arrived(press=answer)
    pressed = message.get("message_id")
    inbound = _inbound(chat, Chose(now, data), f"press {answer}", pressed if isinstance(pressed, int) else None)
    return Arrived(inbound, press=answer)


def _message(message: Json, now: datetime) -> Arrived:
    chat = _table(message.get("chat"))
    text = message.get("text")
    if chat.get("type") != "private":
        asked = (isinstance(text, str) and text.startswith("/")) or "new_chat_members" in message
        return Arrived(group=chat.get("id") if asked else None, language=_language(message))
    event = _event(message, now, _done_at(message))
    return Arrived(_inbound(chat, event, _repeat(message)) if event else None)


def _inbound(chat: Json, event: Event, repeat: str, pressed: int | None = None) -> Inbound | None:
    id = chat.get("id")
    return Inbound(Address(NAME, str(id)), event, repeat, pressed=pressed) if isinstance(id, int) else None


def _repeat(message: Json) -> str:
    """Equal for one message however often it comes; an edit is new words."""
    return f"message {message.get('message_id')} {message.get('edit_date', 0)}"


def _done_at(message: Json) -> datetime | None:
    """When she wrote it, or changed it. Telegram keeps what we do not take for a day."""
    seconds = message.get("edit_date") or message.get("date")
    try:
        return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else None
    except (ValueError, OverflowError, OSError):
        return None


def _event(message: Json, now: datetime, since: datetime | None) -> Event | None:
    text = message.get("text")
    if isinstance(text, str):
        return _words(text, now, since, changed="edit_date" in message)
    place = _table(message.get("location"))
    if place:
        return _position(place, now, since)
    if any(kind in message for kind in _MEDIA):
        words = " ".join(filter(None, (_string(message, "caption"), _file_name(message))))
        kind, file = _sent(message)
        return SentMedia(now, words, since, kind, file, _string(message, "media_group_id") or None)
    return None


def _sent(message: Json) -> tuple[MediaKind, str | None]:
    """What a person could hear or see, by Telegram's name of it: a voice note, a file with sound, a photo (the largest
    of its sizes), or a picture that was sent as a file.
    """
    voice = _string(_table(message.get("voice") or message.get("audio")), "file_id")
    if voice:
        return "voice", voice
    sizes, document = message.get("photo"), _table(message.get("document"))
    picture = _string(_table(sizes[-1]), "file_id") if isinstance(sizes, list) and sizes else ""
    if not picture and _string(document, "mime_type") in _PICTURES:
        picture = _string(document, "file_id")
    return ("photo", picture) if picture else ("other", None)


def _words(text: str, now: datetime, since: datetime | None, changed: bool) -> Event:
    command = _COMMAND.fullmatch(text.strip())
    if command and command[1] == "/start":
        poster = _POSTER.fullmatch(command[2] or "")
        if poster:
            return Started(now, poster["flow"] or None, poster["locale"], since)
    return Wrote(now, command[1] if command and not command[2] else text, since, changed)


def _position(place: Json, now: datetime, since: datetime | None) -> Event | None:
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if not (isinstance(latitude, int | float) and isinstance(longitude, int | float)):
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # and neither is NaN
        return SharedPosition(now, float(latitude), float(longitude), since)
    return None


def _file_name(message: Json) -> str:
    return " ".join(_string(_table(message.get(kind)), "file_name") for kind in _MEDIA).strip()


def _language(message: Json) -> str | None:
    return _string(_table(message.get("from")), "language_code") or None


def _string(table: Json, key: str) -> str:
    found = table.get(key)
    return whole(found) if isinstance(found, str) else ""


def _table(value: Any) -> Json:
    return value if isinstance(value, dict) else {}

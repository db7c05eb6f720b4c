"""Frozen data to bytes and back. JSON, so that a row can be read by the next version too."""

from __future__ import annotations

import zlib

from pydantic import TypeAdapter

from halsobot.model.event import Event
from halsobot.model.kept import Kept
from halsobot.model.outbox import LastWords
from halsobot.model.screen import Screen
from halsobot.model.session import Session
from halsobot.model.view import View

_SESSION = TypeAdapter(Session)
_VIEW = TypeAdapter(View)
_SCREEN = TypeAdapter(Screen)
_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_LAST_WORDS = TypeAdapter(LastWords)

_PACKED = b"\x78"  # the first byte of what zlib makes; JSON begins with {


def session(body: bytes) -> Session:
    return _SESSION.validate_json(body)


def session_bytes(known: Session) -> bytes:
    return _SESSION.dump_json(known)


def view(body: bytes) -> View:
    return _VIEW.validate_json(zlib.decompress(body) if body.startswith(_PACKED) else body)


def view_bytes(shown: View) -> bytes:
    return _packed_view(shown) if shown.shared else _VIEW.dump_json(shown)


def screen_bytes(said: Screen) -> bytes:
    return _packed_screen(said) if said.shared else _SCREEN.dump_json(said)


def last_words(body: bytes) -> LastWords:
    return _LAST_WORDS.validate_json(body)


def last_words_bytes(said: LastWords) -> bytes:
    return _LAST_WORDS.dump_json(said)


def event(body: bytes) -> Event:
    return _EVENT.validate_json(body)


def screen(body: bytes) -> Screen:
    return _SCREEN.validate_json(zlib.decompress(body) if body.startswith(_PACKED) else body)


def event_bytes(event: Event) -> bytes:
    return _EVENT.dump_json(event)


# What everybody sees alike is written once, and small: the log of the database is what a turn costs most.
_packed_view: Kept[View, bytes] = Kept(lambda shown: zlib.compress(_VIEW.dump_json(shown)))
_packed_screen: Kept[Screen, bytes] = Kept(lambda said: zlib.compress(_SCREEN.dump_json(said)))

"""Frozen data to bytes and back. JSON, so that a row can be read by the next version too."""

from __future__ import annotations

from pydantic import TypeAdapter

from halsobot.model.event import Event
from halsobot.model.screen import Screen
from halsobot.model.session import Session
from halsobot.model.view import View

_SESSION = TypeAdapter(Session)
_VIEW = TypeAdapter(View)
_SCREEN = TypeAdapter(Screen)
_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


def session(body: bytes) -> Session:
    return _SESSION.validate_json(body)


def session_bytes(known: Session) -> bytes:
    return _SESSION.dump_json(known)


def view(body: bytes) -> View:
    return _VIEW.validate_json(body)


def view_bytes(shown: View) -> bytes:
    return _VIEW.dump_json(shown)


def screen_bytes(said: Screen) -> bytes:
    return _SCREEN.dump_json(said)


def event_bytes(event: Event) -> bytes:
    return _EVENT.dump_json(event)

"""Plays talks against the engine alone: no store, no channel, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from halsobot.bundle.content import Bundle
from halsobot.engine.walk import menu
from halsobot.flow.finding import Finding
from halsobot.model.event import Chose
from halsobot.model.screen import Button
from halsobot.model.session import Session, Standing
from halsobot.scenario import expect
from halsobot.scenario.chat import Chat
from halsobot.scenario.talk import Step, Talk


def play(bundle: Bundle, talk: Talk) -> Iterator[Finding]:
    """The first failing step of the talk, for each language it is played in."""
    for language in (talk.language,) if talk.language else bundle.catalogue.offered:
        chat = Chat(bundle, talk.when)
        chat.session = begin(bundle, talk, language)
        chat.opens(language, talk.flow)
        why = next((why for each in talk.steps if (why := _take(chat, each))), None)
        if why:
            yield replace(why, values=(*why.values, ("language", language)))


def begin(bundle: Bundle, talk: Talk, language: str) -> Session:
    """A session in which she has already answered what the talk says of her."""
    region = talk.region or bundle.home
    known = {"region": region, "status": talk.status, "municipality": talk.place, "place": talk.place}
    answers = {name: value for name, value in known.items() if value}
    return Session(language, (menu(Standing("", ""), bundle).with_answers(**answers),))


def _take(chat: Chat, each: Step) -> Finding | None:
    """Do or check one step; why it fails, or None."""
    why = expect.failure(each, chat.view)
    if why is None and each.verb in ("taps", "writes", "shares", "waits"):
        _act(chat, each)
    return why


def _act(chat: Chat, each: Step) -> None:
    value = each.values[0]
    match each.verb:
        case "taps":
            chat.taps(value)
        case "writes":
            chat.sends(value)
        case "shares":
            here = chat.session.trail[-1]
            chat.does(Chose(chat.now, Button(here.flow, here.node, value, chat.session.turn).encode()))
        case "waits":
            chat.now += duration(value)


_UNITS = {"minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}
_WAIT = re.compile(r"(\d{1,4}) (minute|hour|day|week)s?")


def duration(text: str) -> timedelta:
    """``2 days`` as a time span. Raises ValueError."""
    match = _WAIT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return timedelta(**{_UNITS[match[2]]: int(match[1])})

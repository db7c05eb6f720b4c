"""``halsobot talk``: a conversation in the terminal, through the same store and outbox as any other."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TextIO

from halsobot.app import running, utc_now
from halsobot.channels.terminal import Terminal
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.event import Chose, Event, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.view import ButtonView, View
from halsobot.scenario.record import Recorder
from halsobot.text.locales import LOCALES

ADDRESS = Address("terminal", "here")


class BadScript(Exception):
    """The talk cannot go on as asked. The text says why."""


async def talk(settings: Settings, locale: str | None, lines: TextIO, record: Path | None) -> None:
    """Read lines and answer each, until they end. Everything is kept in a folder that is then removed."""
    if record and record.exists():
        raise BadScript(f"{record} exists already. Name a new file, and move the talk into yours.")
    if locale is not None and locale not in LOCALES:
        raise BadScript(f"There is no language {locale!r}. The languages are: {', '.join(LOCALES)}.")
    with tempfile.TemporaryDirectory(prefix="halsobot-talk-") as folder:
        own = {"database_url": f"sqlite:///{folder}/talk.db", "keys": Path(folder, "keys")}
        terminal = Terminal()
        async with running(settings.model_copy(update=own), {terminal.name: terminal}) as rt:
            recorder = Recorder(utc_now())
            await _talk(rt, terminal, locale, lines, recorder)
    if record:
        record.write_text(recorder.text(), encoding="utf-8")


async def _talk(rt: Runtime, terminal: Terminal, locale: str | None, lines: TextIO, recorder: Recorder) -> None:
    if lines.isatty():
        print("Write a number, words, or a name such as /menu. Ctrl-D ends the talk; nothing of it is kept.")
    view = await _turn(rt, terminal, Started(utc_now(), locale=locale), 0)
    recorder.sees(view)
    number = 0
    while line := await _line(lines):
        number += 1
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        button = _button(view, written)
        event: Event = Chose(utc_now(), button.data) if button else Wrote(utc_now(), written)
        recorder.does(button, written)
        view = await _turn(rt, terminal, event, number)
        recorder.sees(view)


async def _line(lines: TextIO) -> str:
    try:
        return await asyncio.to_thread(lines.readline)
    except UnicodeDecodeError:
        raise BadScript("The script is no text in UTF-8.") from None


async def _turn(rt: Runtime, terminal: Terminal, event: Event, number: int) -> View:
    """What she does, and the screen that answers it."""
    terminal.shown.clear()
    await receive(Inbound(ADDRESS, event, repeat=str(number)), rt)
    await terminal.shown.wait()
    assert terminal.view is not None  # ``shown`` is set only with a view
    return terminal.view


def _button(view: View, written: str) -> ButtonView | None:
    """``3`` is the third choice, ``/menu`` a button by its name; anything else is words."""
    named = {f"/{button.name}": button for button in (*view.choices, *view.bar)}
    numbered = {str(place): button for place, button in enumerate(view.choices, 1)}
    return named.get(written) or numbered.get(written)

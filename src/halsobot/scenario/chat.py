"""A newcomer in front of the engine, with human verbs: scenario tests and other tests talk through it."""

from __future__ import annotations

from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.engine.step import step
from halsobot.model.event import Chose, Event, Started, Wrote
from halsobot.model.session import Session
from halsobot.model.turn import Count, Say, Turn
from halsobot.model.view import ButtonView, View
from halsobot.scenario import expect
from halsobot.scenario.talk import USUAL
from halsobot.text.render import render


class Chat:
    """One newcomer in front of the engine. ``view`` is the screen she sees, ``counts`` what was counted."""

    def __init__(self, bundle: Bundle, now: datetime = USUAL) -> None:
        self.bundle = bundle
        self.now = now
        self.session = Session()
        self.counts: list[str] = []
        self.view: View

    @property
    def screen(self) -> str:
        return self.view.screen

    @property
    def words(self) -> str:
        """All words on the screen, labels and numbers included, without direction marks."""
        return expect.words(self.view)

    @property
    def offered(self) -> list[str]:
        return [button.name for button in (*self.view.choices, *self.view.bar)]

    def opens(self, locale: str | None = None, flow: str | None = None) -> Chat:
        return self.does(Started(self.now, flow, locale))

    def taps(self, *names: str) -> Chat:
        """Press these buttons, one after the other. Raises StopIteration where one is not offered."""
        for name in names:
            self.presses(self.button(name))
        return self

    def button(self, name: str) -> ButtonView:
        return expect.button(self.view, name)

    def presses(self, button: ButtonView) -> Chat:
        """Press a button that may stand on an old message."""
        return self.does(Chose(self.now, button.data))

    def sends(self, text: str) -> Chat:
        return self.does(Wrote(self.now, text))

    def does(self, event: Event) -> Chat:
        self._take(step(self.bundle, self.session, event))
        return self

    def _take(self, turn: Turn) -> None:
        self.session = turn.session
        for output in turn.outputs:
            if isinstance(output, Say):
                self.view = render(output.screen, output.locale, self.bundle.catalogue).at(turn.session.turn)
            elif isinstance(output, Count):
                self.counts.append(output.name)

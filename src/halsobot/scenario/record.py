"""A talk in the terminal, written down as a scenario test."""

from __future__ import annotations

import json
from datetime import datetime

from halsobot.model.view import ButtonView, View
from halsobot.places.hours import SWEDEN

#: Talks begin at the menu, so the choice of language before it becomes the talk's language.
_BEFORE = ("engine-language", "engine-globe")


class Recorder:
    """Notes what she did and which screen came. The file that it writes plays as it was recorded, also at night."""

    def __init__(self, now: datetime) -> None:
        self._at = now.astimezone(SWEDEN)
        self._locale: str | None = None
        self._steps: list[str] = []

    def sees(self, view: View) -> None:
        if self._locale is None and view.screen in _BEFORE:
            self._steps.clear()
            return
        if self._locale is None:
            self._locale = view.locale
            self._steps.clear()
        self._steps.append(f"sees: {view.screen}")

    def does(self, button: ButtonView | None, written: str) -> None:
        self._steps.append(f"taps: {button.name}" if button else f"writes: {json.dumps(written, ensure_ascii=False)}")

    def text(self) -> str:
        """The file, for the flow ``start``. An editor gives the talk a better title."""
        lines = ["tests: start", "talks:", "  - talk: Recorded in the terminal", f"    at: {self._at:%Y-%m-%d %H:%M}"]
        lines += [f"    language: {self._locale}"] if self._locale else []
        return "\n".join([*lines, "    steps:", *(f"      - {step}" for step in self._steps)]) + "\n"

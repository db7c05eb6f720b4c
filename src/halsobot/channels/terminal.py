"""halsobot in a terminal: for trying flows, and for writing scenario tests by talking."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from halsobot.model.outbox import Delivery
from halsobot.model.view import AttachedView, Block, Bubble, CallView, LinkView, PlaceView, SentenceView, View

_MARKS = {"urgent": "!! ", "notice": "-- ", "doubt": " ? ", "body": ""}


class Terminal:
    """Prints each view. ``shown`` is set when ``view``, the newest one, stands on the screen."""

    name = "terminal"

    def __init__(self) -> None:
        self.view: View | None = None
        self.shown = asyncio.Event()

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        self.view = delivery.message.shown
        print("\n".join(lines(self.view)), flush=True)
        self.shown.set()
        return None

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """What stands in a terminal stays there."""


def lines(view: View) -> Iterator[str]:
    """A view as lines of text; every button has the number by which it can be chosen."""
    yield ""
    yield f"── {view.screen} ({view.locale})"
    for block in view.blocks:
        yield from _block(block)
    for place, button in enumerate(view.choices, 1):
        yield f"  {place}  {button.label.text}"
    yield "  " + " · ".join(f"/{button.name} {button.label.text}" for button in view.bar)
    if view.unreviewed:
        yield f"  ({view.unreviewed.text})"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Bubble(run=run, role=role):
            yield f"{_MARKS[role]}{run.text}"
        case SentenceView(swedish=swedish, heard=heard, meaning=meaning):
            yield f"  « {swedish} »"
            yield from (f"    {run.text}" for run in (heard, meaning) if run)
        case CallView(name=name, number=number, hours=hours):
            yield f"  ☎ {number}  {name.text}" + (f" · {hours.text}" if hours else "")
        case LinkView(name=name, address=address):
            yield f"  → {name.text}: {address}"
        case PlaceView(name=name, lines=said, call=call):
            yield f"  ⌂ {name}"
            yield from (f"    {run.text}" for run in said)
            if call:
                yield f"    ☎ {call.number}"
        case AttachedView(label=label):
            yield f"  + {label.text}"

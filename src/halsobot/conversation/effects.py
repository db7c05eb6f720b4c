"""The one place where the outputs of a step become things to store."""

from __future__ import annotations

from typing import assert_never

from halsobot.bundle.content import Bundle
from halsobot.model.inbound import Inbound
from halsobot.model.screen import Screen
from halsobot.model.turn import Count, Forget, Say, Turn
from halsobot.model.unit import Known, Unit
from halsobot.model.view import View
from halsobot.text.render import render

#: Channels whose pages fetch what is shown; nothing is sent to them.
HELD = frozenset({"web"})


def unit(known: Known, inbound: Inbound, turn: Turn, bundle: Bundle) -> Unit:
    """Everything this turn changes, to be stored together."""
    said: list[Screen] = []
    shown: list[View] = []
    counts: list[str] = []
    forget = False
    for output in turn.outputs:
        match output:
            case Say(screen=screen, locale=locale):
                said.append(screen)
                shown.append(render(screen, locale, bundle.catalogue))
            case Count(name=name):
                counts.append(name)
            case Forget():
                forget = True
            case _:
                assert_never(output)
    return Unit(
        known=known,
        inbound=inbound,
        session=turn.session,
        event=inbound.event,
        said=tuple(said),
        shown=tuple(shown),
        counts=tuple(counts),
        forget=forget,
        held=inbound.address.channel in HELD,
    )

"""The one place where the outputs of a step become things to store."""

from __future__ import annotations

from typing import assert_never

from halsobot.bundle.content import Bundle
from halsobot.model.event import Resumed
from halsobot.model.inbound import Inbound
from halsobot.model.screen import Screen
from halsobot.model.turn import Count, Forget, Say, SayBar, Turn
from halsobot.model.unit import Known, Unit
from halsobot.model.view import View
from halsobot.text.render import render

#: Channels whose pages fetch what is shown; nothing is sent to them.
HELD = frozenset({"web"})
#: Channels that show the bar once, apart from the screens.
BAR_APART = frozenset({"telegram"})


def _render(screen: Screen, locale: str, bundle: Bundle) -> View:
    """A screen that everybody sees alike is put into words once for each language."""
    return bundle.rendered[locale](screen) if screen.shared else render(screen, locale, bundle.catalogue)


def unit(known: Known, inbound: Inbound, turn: Turn, bundle: Bundle) -> Unit:
    """Everything this turn changes, to be stored together."""
    said: list[Screen] = []
    shown: list[View] = []
    counts: list[str] = []
    farewell: View | None = None
    for output in turn.outputs:
        match output:
            case Say(screen=screen, locale=locale):
                said.append(screen)
                shown.append(_render(screen, locale, bundle))
            case Count(name=name):
                counts.append(name)
            case SayBar(screen=screen, locale=locale):
                if inbound.address.channel in BAR_APART:
                    said.append(screen)
                    shown.append(_render(screen, locale, bundle))
            case Forget(screen=screen, locale=locale):
                farewell = render(screen, locale, bundle.catalogue)
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
        farewell=farewell,
        held=inbound.address.channel in HELD,
        anew=isinstance(inbound.event, Resumed),
    )

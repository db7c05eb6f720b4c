"""The one place where the outputs of a step become things to store."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from halsobot.bundle.content import Bundle
from halsobot.engine.person import asks_number
from halsobot.engine.walk import is_poster
from halsobot.handover.guides import Meet
from halsobot.model.event import Event, Resumed, SentMedia, Started, Wrote
from halsobot.model.inbound import Inbound
from halsobot.model.screen import Screen
from halsobot.model.session import Session
from halsobot.model.turn import Count, DropNumber, Forget, KeepCase, KeepNumber, Say, SayBar, TakeBack, Turn
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


def _kept(event: Event, before: Session, after: Session, bundle: Bundle) -> Event:
    """What is kept of what she did. What she writes is not kept where a person is met elsewhere, nor where her
    number is asked for: also a wrong one, and one that came when nobody could call any more.
    """
    if isinstance(event, Wrote) and before.trail and asks_number(before.trail[-1]):
        return replace(event, text="")
    if "web" not in (_meets(session, bundle) for session in (before, after)):
        return event
    match event:
        case Wrote():
            return replace(event, text="")
        case SentMedia():
            return replace(event, caption="", file=None, album=None)
        case Started(flow=flow, locale=locale):
            known = flow if is_poster(flow or "", bundle) else None
            return replace(event, flow=known, locale=locale if locale in bundle.catalogue.offered else None)
    return event


def _meets(session: Session, bundle: Bundle) -> Meet:
    """Where a person is met by somebody who stands there."""
    region = bundle.regions.get(session.trail[-1].answer("region") or "") if session.trail else None
    return region.answering.meets(session.via or "") if region else "here"


def unit(known: Known, inbound: Inbound, turn: Turn, bundle: Bundle) -> Unit:
    """Everything this turn changes, to be stored together."""
    said: list[Screen] = []
    shown: list[View] = []
    counts: list[str] = []
    farewell: View | None = None
    kept: KeepCase | None = None
    number: KeepNumber | DropNumber | None = None
    taken_back: int | None = None
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
            case KeepCase():
                kept = output
            case KeepNumber() | DropNumber():
                number = output
            case TakeBack(turn=earlier):
                taken_back = earlier
            case Forget(screen=screen, locale=locale):
                farewell = render(screen, locale, bundle.catalogue)
            case _:
                assert_never(output)
    return Unit(
        known=known,
        inbound=inbound,
        session=turn.session,
        event=inbound.event if kept and kept.words else _kept(inbound.event, known.session, turn.session, bundle),
        said=tuple(said),
        shown=tuple(shown),
        counts=tuple(counts),
        farewell=farewell,
        held=inbound.address.channel in HELD,
        anew=isinstance(inbound.event, Resumed),
        case=kept,
        number=number,
        taken_back=taken_back,
    )

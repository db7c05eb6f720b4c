"""From a target to the screen it ends at, through nodes that show nothing."""

from __future__ import annotations

from dataclasses import replace

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import HOPS
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode, EndNode, GoNode, HandoverNode, Target, WhenNode
from halsobot.model.screen import ENGINE
from halsobot.model.session import Standing

PERSON = "person"  # what a poster or a link says instead of a flow's name; with "-" and a flow's name: about it
MENU = "start"  # the flow whose first node is the menu
#: Asks that hold for the whole conversation and are asked once.
BUILT_IN = ("status", "place")


def menu(standing: Standing, bundle: Bundle) -> Standing:
    """The menu, with what she has answered so far."""
    return Standing(MENU, bundle.flows[MENU].first.name, standing.answers)


def is_menu(standing: Standing, bundle: Bundle) -> bool:
    """Whether this is the first node of the flow ``start``."""
    return (standing.flow, standing.node) == (MENU, bundle.flows[MENU].first.name)


def engine_screen(standing: Standing, node: str, topic: str | None = None) -> Standing:
    """One of the engine's own screens; flows she visits by ``go`` still wait."""
    return Standing(ENGINE, node, standing.answers, standing.returns, topic=topic)


def first_trail(bundle: Bundle) -> tuple[Standing, ...]:
    """Everybody begins at the language choice, in the region of those who run the bot."""
    home = (("region", bundle.home),) if bundle.home else ()
    start = menu(Standing("", "", home), bundle)
    return start, engine_screen(start, "language")


def poster(standing: Standing, wanted: str, world: World) -> Standing | None:
    """What a poster or a link leads to: a flow, or a person, perhaps about a flow. None: there is no such thing."""
    if not is_poster(wanted, world.bundle):
        return None
    if wanted in world.bundle.flows:
        return enter(standing, wanted, world)
    return engine_screen(standing, "person", wanted.partition("-")[2] or None)


def is_poster(wanted: str, bundle: Bundle) -> bool:
    """Whether a poster or a link may say so."""
    person, _, topic = wanted.partition("-")
    return wanted in bundle.flows or wanted == PERSON or (person == PERSON and topic in bundle.flows)


def lead(standing: Standing, target: Target, world: World) -> Standing:
    """Follow a target from a node of ``standing.flow``. A plain change of flow forgets visits."""
    if target.flow is None:
        return replace(standing, node=target.node or "", page=0)
    return enter(standing, target.flow, world)


def enter(standing: Standing, flow: str, world: World) -> Standing:
    """The first node of a flow; the menu where there is none."""
    found = world.bundle.flows.get(flow)
    return Standing(flow, found.first.name, standing.answers) if found else menu(standing, world.bundle)


def arrive(standing: Standing, world: World) -> Standing:
    """Go on through nodes without a screen until one shows something. Never ends nowhere."""
    for _ in range(HOPS):
        onward = _hop(standing, world)
        if onward is None:
            return standing
        standing = onward
    return menu(standing, world.bundle)


def _hop(standing: Standing, world: World) -> Standing | None:
    """The next standing if this one shows nothing, else None."""
    if standing.flow == ENGINE:
        return None
    here = replace(world, standing=standing)
    match world.bundle.node(standing.flow, standing.node):
        case WhenNode(cases=cases):
            case = next((case for case in cases if here.holds(case.condition)), cases[-1])
            return lead(standing, case.target, here)
        case AskNode(name=name, next=target) if name in BUILT_IN and standing.answer(name) is not None:
            return lead(standing, target, here)
        case GoNode(flow=flow, next=target):
            after = lead(standing, target, here)
            visit = enter(standing, flow, here)
            return replace(visit, returns=(*standing.returns, (after.flow, after.node)))
        case HandoverNode(topic=topic):
            return engine_screen(standing, "person", topic or standing.flow)
        case EndNode():
            return _end(standing, here)
        case None:
            return menu(standing, world.bundle)
        case _:
            return None


def _end(standing: Standing, world: World) -> Standing:
    """Back to where ``go`` came from; else "did this help?", which no safety flow asks."""
    if standing.returns:
        flow, node = standing.returns[-1]
        return Standing(flow, node, standing.answers, standing.returns[:-1])
    if world.bundle.flows[standing.flow].safety:
        return menu(standing, world.bundle)
    return engine_screen(standing, "helped", standing.flow)

"""What a standing shows: the node's own parts, then the buttons that the engine puts on every screen."""

from __future__ import annotations

from collections.abc import Iterator

from halsobot.engine import node_screens, own_screens
from halsobot.engine.world import World
from halsobot.flow.nodes import ScreenNode
from halsobot.model.message import Message
from halsobot.model.screen import ENGINE, Button, Choice, Part, Screen, Text
from halsobot.model.session import Standing

#: The bar, first to last: what she may need most stands first.
BAR = ("emergency", "person", "menu", "language")
EMERGENCY = "emergency"


def screen(world: World, turn: int, notices: tuple[Text, ...]) -> Screen:
    """The whole screen for where she stands, with ``notices`` above it."""
    standing = world.standing
    body = own_screens.body(world) if standing.flow == ENGINE else node_screens.body(world)
    flow = world.bundle.flows.get(standing.flow)

    def choice(name: str, label: Message) -> Choice:
        return Choice(Button(standing.flow, standing.node, name, turn), label)

    return Screen(
        name=standing.name,
        parts=tuple(_in_every_language(world, (*notices, *body.parts))),
        choices=tuple(choice(name, label) for name, label in (*body.choices, *_way_back(world))),
        bar=tuple(choice(name, Message(f"engine-{name}")) for name in _bar(standing)),
        picture=_picture(world),
        safety=flow.safety if flow else standing.flow == ENGINE,
        accepts=body.accepts,
    )


def own_screen(world: World, name: str, turn: int) -> Screen:
    """A message of the engine's beside the flows: its words, and the bar."""
    button = (Choice(Button(ENGINE, name, each, turn), Message(f"engine-{each}")) for each in BAR)
    return Screen(f"{ENGINE}-{name}", (Text(world.message(f"engine-{name}")),), (), tuple(button))


def _bar(standing: Standing) -> tuple[str, ...]:
    """Before a language is chosen only Emergency can help; the rest would come in a wrong language."""
    return (EMERGENCY,) if standing.name in ("engine-language", "engine-globe") else BAR


def _way_back(world: World) -> Iterator[tuple[str, Message]]:
    first = world.session.locale is None and world.standing.node == "language"
    if len(world.session.trail) > 1 and not first:
        name = "engine-resume" if world.standing.flow == EMERGENCY else "engine-back"
        yield "back", Message(name)


def _in_every_language(world: World, parts: tuple[Part, ...]) -> Iterator[Part]:
    """Words for someone whose language is not known yet stand in each language that we have."""
    for part in parts:
        if isinstance(part, Text) and part.locale is None and world.session.locale is None:
            for locale in world.bundle.catalogue.offered:
                yield Text(part.message, part.role, locale)
        else:
            yield part


def _picture(world: World) -> str | None:
    """The node's own picture, else one with its full name, else one with the flow's."""
    node = world.bundle.node(world.standing.flow, world.standing.node)
    named = node.picture if isinstance(node, ScreenNode) else None
    candidates = (named, world.standing.name, world.standing.flow)
    return next((name for name in candidates if name in world.bundle.pictures), None)

"""What each kind of node adds to its screen."""

from __future__ import annotations

from collections.abc import Iterator

from halsobot.engine.body import Body, place_part, places_of
from halsobot.engine.limits import PLACES
from halsobot.engine.world import UNKNOWN, World
from halsobot.flow.nodes import AskNode, ChoiceDef, EndNode, HandoverNode, PlacesNode, ScreenNode, Target
from halsobot.model.message import Message
from halsobot.model.screen import Part, Sentence, Text
from halsobot.places.nearest import open_first


def body(world: World) -> Body:
    """Parts and choices of the node she stands at."""
    node = world.bundle.node(world.standing.flow, world.standing.node)
    match node:
        case ScreenNode():
            return _screen_body(world, node)
        case AskNode():
            return _ask_body(world, node)
        case PlacesNode():
            return _places_body(world, node)
        case _:
            # ``arrive`` stops only at nodes that show something.
            raise AssertionError(f"{world.standing.name} shows nothing")


def _screen_body(world: World, node: ScreenNode) -> Body:
    name = world.standing.name
    sentences = tuple(_sentence(world, name, said) for said in node.say_in_swedish)
    calls = tuple(call for call in map(world.call, node.call) if call)
    links = tuple(link for link in map(world.link, node.link) if link)
    doubt = _doubt(world, (name,), (*node.call, *node.link))
    parts: tuple[Part, ...] = (Text(world.message(name)), *sentences, *calls, *links, *doubt)
    return Body(parts, (*_choices(world, node.choices), *_continue(node.next)))


def _sentence(world: World, message: str, said: str) -> Sentence:
    heard = f"{said}-heard"
    return Sentence(world.message(message, said), world.message(message, heard))


def _doubt(world: World, messages: tuple[str, ...], facts: tuple[str, ...]) -> tuple[Text, ...]:
    """One line where a fact on the screen is not certain or past its date; authors cannot forget it."""
    used = [fact for id in messages for fact in world.facts_in(id)]
    used += [fact for fact in map(world.fact, facts) if fact]
    if not any(map(world.doubtful, used)):
        return ()
    flow = world.bundle.flows.get(world.standing.flow)
    name = "engine-doubt-safety" if flow and flow.safety else "engine-doubt"
    return (Text(world.message(name), "doubt"),)


def _choices(world: World, choices: tuple[ChoiceDef, ...]) -> Iterator[tuple[str, Message]]:
    for choice in choices:
        if world.holds(choice.when) and _open_flow(world, choice.target):
            yield choice.name, _label(world, choice)


def _open_flow(world: World, target: Target) -> bool:
    flow = world.bundle.flows.get(target.flow) if target.flow else None
    return flow is None or world.shown(flow)


def _label(world: World, choice: ChoiceDef) -> Message:
    """The screen's own attribute, else the title of the flow, else the engine's word for the kind."""
    name = world.standing.name
    if world.bundle.catalogue.has(name, choice.name):
        return world.message(name, choice.name)
    if choice.target.flow:
        return world.message(choice.target.flow)
    target = world.bundle.node(world.standing.flow, choice.target.node or "")
    if isinstance(target, HandoverNode):
        return Message("engine-ask-person")
    return Message("engine-finish") if isinstance(target, EndNode) else Message("engine-continue")


def hands_over(world: World, name: str) -> bool:
    """Whether a choice where she stands leads to a person."""
    node = world.bundle.node(world.standing.flow, world.standing.node)
    chosen = node.choices if isinstance(node, ScreenNode | PlacesNode) else ()
    targets = (choice.target.node for choice in chosen if choice.name == name)
    return any(isinstance(world.bundle.node(world.standing.flow, target or ""), HandoverNode) for target in targets)


def _continue(target: Target | None) -> Iterator[tuple[str, Message]]:
    if target:
        yield "continue", Message("engine-continue")


def _ask_body(world: World, node: AskNode) -> Body:
    text = (Text(world.message(world.standing.name)),)
    skip = ("skip", Message("engine-skip"))
    if node.name == "status":
        return Body(text, (*((name, Message(f"status-{name}")) for name in _statuses(world)), skip))
    if node.name == "place":
        return Body(text, (*_towns(world), skip))
    if node.answer in ("words", "number"):
        return Body(text, (skip,), "number" if node.answer == "number" else "words")
    options = node.answer or ()
    return Body(text, (*((name, world.message(world.standing.name, name)) for name in options), skip))


def _statuses(world: World) -> list[str]:
    return [name for name in world.bundle.statuses if name != UNKNOWN]


def _towns(world: World) -> Iterator[tuple[str, Message]]:
    """Municipalities; with several regions the regions come first."""
    chosen = world.bundle.regions.get(world.standing.answer("place-region") or "")
    regions = [chosen] if chosen else [*world.bundle.regions.values()]
    if len(regions) > 1:
        yield from ((region.name, Message(f"region-{region.name}")) for region in regions)
    else:
        for region in regions:
            yield from ((name, Message(f"municipality-{name}")) for name in region.municipalities)


def _places_body(world: World, node: PlacesNode) -> Body:
    name = world.standing.name
    found = places_of(world, node.place_kind)
    start = world.standing.page * PLACES
    shown = open_first(found[start : start + PLACES], world.event.at)
    said = Text(world.message(name) if found else world.message(name, "none"))
    more = (("more", Message("engine-more")),) if len(found) > start + PLACES else ()
    parts: tuple[Part, ...] = (said, *(place_part(world, place) for place in shown))
    return Body(parts, (*more, *_choices(world, node.choices), *_continue(node.next)))

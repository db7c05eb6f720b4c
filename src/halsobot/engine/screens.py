"""What a standing shows: the node's own parts, then the buttons that the engine puts on every screen."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from halsobot.engine import node_screens, own_screens, person
from halsobot.engine.aside import NOTHING, Aside
from halsobot.engine.body import Body
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode, ScreenNode
from halsobot.model.message import Message
from halsobot.model.screen import ENGINE, Choice, Part, Screen, Text
from halsobot.model.session import Standing
from halsobot.text.locales import SOURCE

#: The bar, first to last: what she may need most stands first.
BAR = ("emergency", "person", "menu", "language")
EMERGENCY = "emergency"


#: Screens of one version of the content that are kept for others who come to the same one.
KEPT = 4096


def screen(world: World, aside: Aside) -> Screen:
    """The whole screen for where she stands, with what this turn says beside it.

    Most screens hold nothing of hers: such a one is put together once a minute, for everybody.
    """
    if _personal(world, aside):
        return _put_together(world, aside, shared=False)
    kept = world.bundle.screens
    key = _seen_alike(world, aside)
    found = kept.get(key)
    if found is None:
        if len(kept) >= KEPT:
            kept.clear()
        found = kept[key] = _put_together(world, aside, shared=True)
    return found


def _personal(world: World, aside: Aside) -> bool:
    """Whether it may hold her words, her numbers, or something about where or when she is."""
    if (
        world.session.position is not None
        or _about_her_case(world)
        or any(notice.message.values for notice in aside.notices)
    ):
        return True
    return any(_in_her_words(world, name) for name, _ in world.standing.answers if "." in name)


def _about_her_case(world: World) -> bool:
    """Whether it may tell of her case, or of a promise that is made to her now."""
    if world.standing.flow != ENGINE or world.standing.node not in ("person", "case", "call", "privacy"):
        return False
    return world.session.case is not None or person.answering(world).answers != "nobody"


def _in_her_words(world: World, name: str) -> bool:
    flow, _, ask = name.partition(".")
    node = world.bundle.node(flow, ask)
    return not (isinstance(node, AskNode) and isinstance(node.answer, tuple))


def _seen_alike(world: World, aside: Aside) -> Hashable:
    """Everything that a screen depends on: equal for two who see the same. Opening hours change by the minute."""
    standing, session = world.standing, world.session
    where = (standing.flow, standing.node, standing.answers, standing.page, standing.topic)
    return (
        *where,
        session.locale,
        session.via,
        world.bundle.absences,
        person.open_case(session.case) is not None,  # then a person reads what she writes
        len(session.trail) > 1,
        None if aside is NOTHING else aside,
        int(world.event.at.timestamp()) // 60,
    )


def _put_together(world: World, aside: Aside, shared: bool) -> Screen:
    standing = world.standing
    body = own_screens.body(world, aside.proposed) if standing.flow == ENGINE else node_screens.body(world)
    flow = world.bundle.flows.get(standing.flow)
    return Screen(
        flow=standing.flow,
        node=standing.node,
        parts=tuple(_in_every_language(world, (*aside.notices, *body.parts, *_reader(world), *_lines(world, aside)))),
        choices=tuple(
            Choice(name, label) for name, label in (*aside.choices, *_own(world, aside, body), *_way_back(world))
        ),
        bar=tuple(Choice(name, Message(f"engine-{name}")) for name in _bar(standing)),
        picture=_picture(world),
        safety=flow.safety if flow else standing.flow == ENGINE,
        accepts=body.accepts,
        shared=shared,
    )


def _own(world: World, aside: Aside, body: Body) -> Iterator[tuple[str, Message]]:
    """The node's choices without those that this turn offers above them: called the same, or leading to the same."""
    locale, catalogue = world.session.locale or SOURCE, world.bundle.catalogue
    names = {name for name, _ in aside.choices}
    labels = {catalogue.text(label, locale).text for _, label in aside.choices}
    for name, label in body.choices:
        leads = "person" if names and node_screens.hands_over(world, name) else name
        if not names or (leads not in names and catalogue.text(label, locale).text not in labels):
            yield name, label


def _reader(world: World) -> Iterator[Part]:
    """In an emergency: when a person reads here next, if one ever does."""
    return person.next_reader(world) if world.standing.flow == EMERGENCY else iter(())


def _lines(world: World, aside: Aside) -> Iterator[Part]:
    """Who listens to somebody with such a sorrow, quietly below what she asked for."""
    calls = [call for call in map(world.call, aside.lines) if call]
    if calls:
        yield Text(Message("engine-support"))
        yield from calls


def own_screen(world: World, name: str) -> Screen:
    """A message of the engine's beside the flows: its words, and the bar."""
    bar = tuple(Choice(each, Message(f"engine-{each}")) for each in BAR)
    return Screen(ENGINE, name, (Text(world.message(f"engine-{name}")),), (), bar)


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

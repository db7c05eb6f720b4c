"""A press of a button: on the present screen, on an old message, or on one that is long gone."""

from __future__ import annotations

from halsobot.bundle.content import Bundle
from halsobot.engine import answers, call, person
from halsobot.engine.move import Move
from halsobot.engine.own_screens import GLOBE_PREFIX, globe
from halsobot.engine.walk import engine_screen, enter, lead, menu
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode, PlacesNode, ScreenNode, Target
from halsobot.model.event import Event
from halsobot.model.message import Message
from halsobot.model.screen import ENGINE, BadButton, Button, Text
from halsobot.model.session import Standing

EMERGENCY = "emergency"


def press(bundle: Bundle, move: Move, event: Event, data: str) -> Move:
    """Do what the button says if that is still possible; else show where she stands. Never acts twice."""
    try:
        button = Button.decode(data)
    except BadButton:
        return move.notice(Text(Message("engine-stale"), "notice"))
    onward = (
        _bar(bundle, move, event, button) or _own(bundle, move, event, button) or _node(bundle, move, event, button)
    )
    return onward or move.notice(Text(Message("engine-stale"), "notice"))


def _bar(bundle: Bundle, move: Move, event: Event, button: Button) -> Move | None:
    """The engine's buttons that mean the same on every screen."""
    here = move.here
    match button.choice:
        case "emergency":
            return move.to(enter(here, "emergency", _world(bundle, move, event)), bundle, event).count("emergency")
        case "person":
            if person.open_case(move.session.case):
                return person.shown(bundle, move, event).count("person")
            topic = here.topic if here.flow == ENGINE else here.flow
            return move.to(engine_screen(here, "person", topic), bundle, event).count("person")
        case "language":
            return move.to(engine_screen(here, "language"), bundle, event)
        case "menu":
            return move.to(menu(here, bundle), bundle, event)
        case "back":
            return move.back() if _goes_back(bundle, move, button) else move
    return _offered(bundle, move, event, button.choice)


def _offered(bundle: Bundle, move: Move, event: Event, choice: str) -> Move | None:
    """What a single turn offered because of what she wrote or sent: an emergency, another language, a person."""
    offer, _, name = choice.partition("-")
    if offer == "danger" and name in bundle.red_flag_nodes:
        return emergency(bundle, move, event, name)
    if offer == "give" and name.isdecimal():
        given = person.give(bundle, move, event, int(name))
        return given and person.shown(bundle, given.notice(Text(Message("engine-case-sent"), "notice")), event)
    if offer == "language" and name in bundle.catalogue.offered:
        return _language(move, name)
    if offer == "globe" and name in globe(bundle):
        return move.to(engine_screen(move.here, choice), bundle, event).count(choice)
    return None


def emergency(bundle: Bundle, move: Move, event: Event, category: str) -> Move:
    """The screen of a category, which the Emergency menu opens too; where she was is one press away."""
    flow, node = bundle.full_names[bundle.red_flag_nodes[category]]
    return move.to(Standing(flow, node, move.here.answers), bundle, event).count(f"red-flag-{category}")


def command(bundle: Bundle, move: Move, event: Event, name: str) -> Move | None:
    """A button of the bar by its name, wherever she is."""
    return _bar(bundle, move, event, Button(move.here.flow, move.here.node, name, move.session.turn))


def _goes_back(bundle: Bundle, move: Move, button: Button) -> bool:
    """Pressed twice, Back moves one step. On a node of several pages only the turn tells them apart."""
    node = bundle.node(button.flow, button.node)
    paged = isinstance(node, PlacesNode) or (isinstance(node, AskNode) and node.name == "place")
    return _on_this_screen(move, button) and (not paged or button.turn == move.session.turn)


def _own(bundle: Bundle, move: Move, event: Event, button: Button) -> Move | None:
    """Choices on the engine's own screens."""
    if button.flow != ENGINE:
        return None
    if button.node == "language" and button.choice in bundle.catalogue.offered:
        return _language(move, button.choice)
    if button.node == "language" and button.choice == "globe":
        return move.to(engine_screen(move.here, "globe"), bundle, event)
    if button.node == "found" and button.choice in bundle.flows:
        return move.to(enter(move.here, button.choice, _world(bundle, move, event)), bundle, event)
    if button.node == "globe" and button.choice in globe(bundle):
        onward = move.to(engine_screen(move.here, GLOBE_PREFIX + button.choice), bundle, event)
        return onward.count(GLOBE_PREFIX + button.choice) if _on_this_screen(move, button) else onward
    if button.choice == "where":
        return move
    about = _about_person(bundle, move, event, button)
    if about:
        return about
    if button.node == "helped" and button.choice in ("yes", "no"):
        return _helped(bundle, move, event, button)
    return None


def _about_person(bundle: Bundle, move: Move, event: Event, button: Button) -> Move | None:
    """The choices of the pages that lead to a person and tell of her case."""
    if button.choice == "ask" and button.node == "person":
        asked = person.ask(bundle, move, event, urgent=move.here.topic == EMERGENCY)
        return asked and person.shown(bundle, asked.notice(Text(Message("engine-case-sent"), "notice")), event)
    if button.node == "person" and button.choice.startswith(person.WISH) and _on_this_screen(move, button):
        return person.wish(bundle, move, event, button.choice.removeprefix(person.WISH))
    if button.choice.startswith(call.PREFIX):
        return call.press(bundle, move, event, button)
    if button.choice == "done":
        return person.close(bundle, move, event)
    if button.node in ("closed", "case", person.CALL) and button.choice in ("yes", "no"):
        return person.judge(bundle, move, event, button.choice)
    return person.reopen(bundle, move, event) if button.choice == "again" else None


def _language(move: Move, locale: str) -> Move:
    """In the new language she sees again what she saw before the language choice."""
    while len(move.session.trail) > 1 and _about_languages(move.here):
        move = move.back()
    return move.in_locale(locale)


def _about_languages(standing: Standing) -> bool:
    return standing.flow == ENGINE and (standing.node == "language" or standing.node.startswith("globe"))


def _helped(bundle: Bundle, move: Move, event: Event, button: Button) -> Move:
    if not _on_this_screen(move, button):
        return move
    counted = move.count(f"helped-{button.choice}")
    if button.choice == "no":
        return counted.to(engine_screen(move.here, "person", move.here.topic), bundle, event)
    return counted.to(menu(move.here, bundle), bundle, event).notice(Text(Message("engine-thanks"), "notice"))


def _node(bundle: Bundle, move: Move, event: Event, button: Button) -> Move | None:
    """A choice of a flow's node. On an old message it works if its target still exists."""
    node = bundle.node(button.flow, button.node)
    if node is None:
        return None
    fresh = _on_this_screen(move, button)
    at = move.here if fresh else Standing(button.flow, button.node, move.here.answers)
    if isinstance(node, AskNode):
        answered = answers.by_button(bundle, at, node, button.choice)
        return answered and _lead(bundle, move, event, *answered)
    if not isinstance(node, ScreenNode | PlacesNode):
        return None
    if button.choice == "more" and isinstance(node, PlacesNode):
        return _more(bundle, move, event, button)
    target = _target(node, button.choice)
    return _lead(bundle, move, event, at, target) if target else None


def _target(node: ScreenNode | PlacesNode, choice: str) -> Target | None:
    if choice == "continue":
        return node.next
    return next((defined.target for defined in node.choices if defined.name == choice), None)


def _lead(bundle: Bundle, move: Move, event: Event, at: Standing, target: Target | None) -> Move:
    """``target`` None: the answer is known but more is asked on the same node."""
    if target is None:
        return move.to(at, bundle, event)
    return move.to(lead(at, target, World(bundle, move.session, event, at)), bundle, event)


def _more(bundle: Bundle, move: Move, event: Event, button: Button) -> Move:
    """The next page; pressed twice on one message it turns one page only."""
    if not _on_this_screen(move, button) or button.turn != move.session.turn:
        return move
    here = move.here
    return move.to(Standing(here.flow, here.node, here.answers, here.returns, here.page + 1), bundle, event)


def _on_this_screen(move: Move, button: Button) -> bool:
    return (button.flow, button.node) == (move.here.flow, move.here.node)


def _world(bundle: Bundle, move: Move, event: Event) -> World:
    return World(bundle, move.session, event, move.here)

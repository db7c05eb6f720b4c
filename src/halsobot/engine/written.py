"""Written words: an emergency first, then a button, then an answer; else 112 and the same screen again."""

from __future__ import annotations

from halsobot.bundle.content import Bundle
from halsobot.engine import answers, chosen, typed
from halsobot.engine.move import Move
from halsobot.engine.screens import screen
from halsobot.engine.walk import lead
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode
from halsobot.model.event import Event
from halsobot.model.message import Message, Value
from halsobot.model.screen import Button, Screen, Text
from halsobot.model.session import Standing
from halsobot.text.locales import SOURCE
from halsobot.understand import red_flags


def read(bundle: Bundle, move: Move, event: Event, text: str) -> Move:
    """What the words lead to. A red flag is looked for before anything else, in every language."""
    flag = red_flags.find(bundle.red_flags, text)
    if flag and flag.sure:
        return _emergency(bundle, move, event, flag)
    onward = _meant(bundle, move, event, text)
    if onward:
        return onward.notice(_danger(bundle, move, event)) if flag else onward
    return _not_understood(bundle, move, event)


def media(bundle: Bundle, move: Move, event: Event, caption: str) -> Move:
    """A voice note, a picture, a file: nobody here can hear or see it yet. Its caption is read like words."""
    flag = red_flags.find(bundle.red_flags, caption)
    if flag and flag.sure:
        return _emergency(bundle, move, event, flag)
    return move.notice(_danger(bundle, move, event), Text(Message("engine-media"), "notice"))


def _emergency(bundle: Bundle, move: Move, event: Event, flag: red_flags.RedFlag) -> Move:
    """The category's screen at once, in her language or, where none is chosen, in that of her words."""
    flow, node = bundle.full_names[bundle.red_flag_nodes[flag.category]]
    spoken = move if move.session.locale else move.in_locale(flag.locale)
    return spoken.to(Standing(flow, node, move.here.answers), bundle, event).count(f"red-flag-{flag.category}")


def _meant(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    """A button or an answer. Where a number is asked for, 1 is a number and not the first button."""
    shown = screen(World(bundle, move.session, event, move.here), ())
    answered = _answer(bundle, move, event, text) if shown.accepts == "number" else None
    return answered or _button(bundle, move, event, text, shown) or _answer(bundle, move, event, text)


def _button(bundle: Bundle, move: Move, event: Event, text: str, shown: Screen) -> Move | None:
    choice = typed.press(bundle, shown, move.session.locale or SOURCE, text)
    if choice is None:
        return None
    return chosen.press(bundle, move, event, Button(shown.flow, shown.node, choice.name, move.session.turn).encode())


def _answer(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    ask = bundle.node(move.here.flow, move.here.node)
    answered = answers.in_words(move.here, ask, text) if isinstance(ask, AskNode) else None
    if answered is None:
        return None
    at, target = answered
    return move.to(lead(at, target, World(bundle, move.session, event, at)), bundle, event)


def _danger(bundle: Bundle, move: Move, event: Event) -> Text:
    return Text(World(bundle, move.session, event, move.here).message("engine-danger"), "urgent")


def _not_understood(bundle: Bundle, move: Move, event: Event) -> Move:
    ask = bundle.node(move.here.flow, move.here.node)
    said = Message("engine-not-understood")
    if isinstance(ask, AskNode) and ask.answer == "number":
        bounds = (("highest", ask.highest), ("lowest", ask.lowest))
        said = Message("engine-number", values=tuple((name, Value("word", str(bound or 0))) for name, bound in bounds))
    return move.notice(_danger(bundle, move, event), Text(said, "notice"))

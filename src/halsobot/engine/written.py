"""Written words: an emergency first, then a command, a button, an answer, a search; else 112 and the same screen."""

from __future__ import annotations

from dataclasses import replace

from halsobot.bundle.content import Bundle
from halsobot.engine import answers, call, chosen, person, typed
from halsobot.engine.commands import command
from halsobot.engine.move import Move
from halsobot.engine.own_screens import globe, own_name
from halsobot.engine.screens import screen
from halsobot.engine.walk import engine_screen, lead
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode
from halsobot.model.event import Event, SentMedia
from halsobot.model.message import Message, Value
from halsobot.model.screen import Button, Screen, Text
from halsobot.text.locales import LOCALES, SOURCE
from halsobot.understand.red_flags import Heard, RedFlag

#: Misses in a row after which a person is offered.
MISSES = 2
#: A person here hears voices and sees pictures, and can open nothing else.
_UNOPENED = Text(Message("engine-unopened"), "notice")


def read(bundle: Bundle, move: Move, event: Event, text: str) -> Move:
    """What the words lead to. A red flag is looked for before anything else, in every language."""
    heard = bundle.understanding.hearing.hear(text)
    if heard.flag and heard.flag.sure:
        return _emergency(bundle, _to_person(bundle, move, event, urgent=True) or move, event, heard.flag)
    called = None if heard.flag else _pressed_or_called(bundle, move, event, text)
    if called:
        return _beside(bundle, called, event, heard)
    letter = _letter(bundle, move, event, text, heard)
    if letter:
        return letter
    missed = move.session.misses
    calm = replace(move, session=replace(move.session, misses=0))
    onward = _meant(bundle, calm, event, text) or _searched(bundle, calm, event, text, missed)
    return _beside(bundle, _language(bundle, onward, event, text), event, heard)


def media(bundle: Bundle, move: Move, event: SentMedia) -> Move:
    """A voice note, a picture, a file: the bot neither hears nor sees it, but a person may. Its caption is read."""
    heard, move = bundle.understanding.hearing.hear(event.caption), person.in_album(move, event.album)
    if heard.flag and heard.flag.sure:
        return _emergency(bundle, _to_person(bundle, move, event, urgent=True) or move, event, heard.flag)
    given = _given(bundle, move, event, heard)
    if given:
        return _beside(bundle, given, event, heard) if heard.flag else _taken(given, event)
    if heard.flag is None and event.album is not None and move.session.album and move.session.album.answered:
        return replace(move.count("album"), silent=True)  # what was offered is for all of it
    asked = _offered_to_person(bundle, person.answers_album(move, event).notice(_danger(bundle, move, event)), event)
    return _asking(asked, heard.flag) if heard.flag else asked


def _given(bundle: Bundle, move: Move, event: SentMedia, heard: Heard) -> Move | None:
    """A person has it: one who holds the chat, or to whom she has given what she sent at once with it."""
    album, urgent = move.session.album, heard.flag is not None
    if event.album is not None and album and album.given:
        return person.ask(bundle, move, event, urgent=urgent, words=True)
    return _to_person(bundle, move, event, urgent=urgent) if person.holds_chat(move) else None


def _taken(given: Move, event: SentMedia) -> Move:
    """Nobody says anything to what a person has, but she knows it if that person cannot open it."""
    return given.notice(_UNOPENED) if event.kind == "other" else replace(given, silent=True)


def _offered_to_person(bundle: Bundle, move: Move, event: SentMedia) -> Move:
    """One tap gives it to a person, where one answers here."""
    answers_here = person.open_case(move.session.case) or person.promised(World(bundle, move.session, event, move.here))
    if not answers_here:
        return move.notice(Text(Message("engine-media"), "notice"))
    if event.kind == "other":
        return move.notice(_UNOPENED)
    asked = move.notice(Text(Message(f"engine-{event.kind}"), "notice"))
    return asked.offer((f"give-{move.session.turn + 1}", Message(f"engine-give-{event.kind}")))


def _letter(bundle: Bundle, move: Move, event: Event, text: str, heard: Heard) -> Move | None:
    """Words for a person: nothing but whole labels and commands is taken for a press. None: they are for the bot."""
    if not (person.holds_chat(move) or person.is_letter(move)):
        return None
    pressed = _pressed(bundle, move, event, text)
    asked = None if pressed else _to_person(bundle, move, event, urgent=heard.flag is not None)
    if asked is None:
        return _beside(bundle, pressed, event, heard) if pressed else None
    if person.holds_chat(asked):
        return _beside(bundle, asked, event, heard) if heard.flag else replace(asked, silent=True)
    return _beside(bundle, person.shown(bundle, asked.notice(_added(move)), event), event, heard)


def _pressed_or_called(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    """Where her phone number is asked for: a whole label or a command, or the number. None elsewhere."""
    if not person.asks_number(move.here):
        return None
    return _pressed(bundle, move, event, text) or call.written(bundle, move, event, text)


def _pressed(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    shown = screen(World(bundle, move.session, event, move.here), move.aside)
    whole = replace(shown, accepts="words")
    return _command(bundle, move, event, text) or _button(
        bundle, move, event, text, whole, move.session.locale or SOURCE
    )


def _to_person(bundle: Bundle, move: Move, event: Event, *, urgent: bool) -> Move | None:
    """Her words go to the person who answers, where she writes to one."""
    if not (person.holds_chat(move) or person.is_letter(move) or (urgent and person.open_case(move.session.case))):
        return None
    return person.ask(bundle, move, event, urgent=urgent, words=True)


def _added(move: Move) -> Text:
    return Text(Message("engine-case-added" if person.open_case(move.session.case) else "engine-case-sent"), "notice")


def _emergency(bundle: Bundle, move: Move, event: Event, flag: RedFlag) -> Move:
    """The category's screen at once, in her language or, where none is chosen, in that of her words."""
    spoken = move if move.session.locale else move.in_locale(_nearest(bundle, flag.locale))
    return chosen.emergency(bundle, spoken, event, flag.category)


def _nearest(bundle: Bundle, locale: str) -> str:
    """This language, or the one its readers are shown instead."""
    return next(tag for tag in (locale, *LOCALES[locale].fallback, SOURCE) if tag in bundle.catalogue.offered)


def _beside(bundle: Bundle, move: Move, event: Event, heard: Heard) -> Move:
    """In doubt, the 112 line and one question above the ordinary answer; or who listens, below it."""
    if heard.flag:
        asked = replace(move, aside=replace(move.aside, notices=()))
        return _asking(asked.notice(_danger(bundle, move, event), *move.aside.notices), heard.flag)
    lines = bundle.support.get(heard.support or "", ())
    return move.beside(lines=lines).count(f"support-{heard.support}") if lines else move


def _asking(move: Move, flag: RedFlag) -> Move:
    now = (f"danger-{flag.category}", Message("engine-now", "yes"))
    asked = replace(move, aside=replace(move.aside, choices=(now, *move.aside.choices)))
    return asked.notice(Text(Message("engine-now"), "urgent")).count(f"asked-{flag.category}")


def _meant(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    """A command, a button or an answer. Where a number is asked for, 1 is a number and not the first button."""
    locale = move.session.locale
    shown = screen(World(bundle, move.session, event, move.here), move.aside)
    answered = _answer(bundle, move, event, text) if shown.accepts == "number" else None
    return (
        answered
        or _command(bundle, move, event, text)
        or _button(bundle, move, event, text, shown, locale or SOURCE)
        or _answer(bundle, move, event, text)
    )


def _command(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    """ "Help" brings a person, "stop" what is known of her and how it goes away."""
    meant = command(bundle, text, move.session.locale)
    if meant is None:
        return None
    known = meant.locale in bundle.catalogue.offered
    spoken = move.in_locale(meant.locale) if meant.locale and known and not move.session.locale else move
    if meant.name == "stop":
        return spoken.to(engine_screen(spoken.here, "privacy"), bundle, event)
    return chosen.command(bundle, spoken, event, "person" if meant.name == "help" else meant.name)


def _button(bundle: Bundle, move: Move, event: Event, text: str, shown: Screen, locale: str) -> Move | None:
    choice = typed.press(bundle, shown, locale, text)
    if choice is None:
        return None
    if choice == "several":
        return move.notice(Text(Message("engine-which"), "notice"))
    return chosen.press(bundle, move, event, Button(shown.flow, shown.node, choice.name, move.session.turn).encode())


def _answer(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    ask = bundle.node(move.here.flow, move.here.node)
    answered = answers.in_words(bundle, move.here, ask, text, move.session.locale) if isinstance(ask, AskNode) else None
    if answered is None:
        return None
    at, target = answered
    return move.to(lead(at, target, World(bundle, move.session, event, at)), bundle, event)


def _searched(bundle: Bundle, move: Move, event: Event, text: str, missed: int) -> Move:
    """At most three flows to choose from; after a second miss in a row a person stands first."""
    locale = move.session.locale
    if locale is None:
        return move  # to the choice of language, where 112 stands above all
    world = World(bundle, move.session, event, move.here)
    found = [flow for flow in _topics(bundle, text, locale) if world.shown(bundle.flows[flow])]
    if found and not _awaits_number(bundle, move):
        return move.to(engine_screen(move.here, "found", " ".join(found)), bundle, event).count(f"found-{locale}")
    again = replace(move, session=replace(move.session, misses=missed + 1)).count(f"miss-{locale}")
    said = again.notice(_danger(bundle, move, event), _not_understood(bundle, move))
    if missed + 1 < MISSES:
        return said
    return said.notice(Text(Message("engine-twice"), "notice")).offer(("person", Message("engine-ask-person")))


def _topics(bundle: Bundle, text: str, locale: str) -> tuple[str, ...]:
    """In her language; else in the one she seems to write in."""
    known = bundle.understanding
    others = (tag for tag in known.tongues.propose(text) if tag in LOCALES and tag != locale)
    return next((found for tag in (locale, *others) if (found := known.topics(text, tag))), ())


def _language(bundle: Bundle, move: Move, event: Event, text: str) -> Move:
    """Before a language is chosen, that of her words stands first; later another one is offered, in it."""
    locale = move.session.locale
    proposed = _proposed(bundle, text, locale)
    ours = tuple(tag for tag in proposed if tag in bundle.catalogue.offered)
    lacking = [(name, each) for name, each in globe(bundle).items() if each.tag in proposed and not ours]
    move = move.offer(*((f"globe-{name}", own_name(each.own)) for name, each in lacking))
    if locale is None:
        said = move if proposed else move.notice(_danger(bundle, move, event))
        return said.beside(proposed=ours)
    for tag in ours:
        move = move.notice(Text(Message("engine-offer"), "notice", tag))
    return move.offer(*((f"language-{tag}", own_name(LOCALES[tag].own)) for tag in ours))


def _proposed(bundle: Bundle, text: str, locale: str | None) -> tuple[str, ...]:
    tongues = bundle.understanding.tongues
    if locale:
        return tongues.instead(text, locale)
    return tongues.propose(text) if tongues.knows(text) else ()


def _danger(bundle: Bundle, move: Move, event: Event) -> Text:
    return Text(World(bundle, move.session, event, move.here).message("engine-danger"), "urgent")


def _awaits_number(bundle: Bundle, move: Move) -> bool:
    ask = bundle.node(move.here.flow, move.here.node)
    return isinstance(ask, AskNode) and ask.answer == "number"


def _not_understood(bundle: Bundle, move: Move) -> Text:
    ask = bundle.node(move.here.flow, move.here.node)
    said = Message("engine-not-understood")
    if isinstance(ask, AskNode) and ask.answer == "number":
        bounds = (("highest", ask.highest), ("lowest", ask.lowest))
        said = Message("engine-number", values=tuple((name, Value("word", str(bound or 0))) for name, bound in bounds))
    return Text(said, "notice")

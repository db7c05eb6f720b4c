"""Being called by phone: she says when that is safe, and writes a number that stands nowhere in what was said."""

from __future__ import annotations

import re
import unicodedata

from halsobot.bundle.content import Bundle
from halsobot.engine import person
from halsobot.engine.body import Body
from halsobot.engine.move import Move
from halsobot.engine.walk import engine_screen
from halsobot.engine.world import World
from halsobot.model.event import Event
from halsobot.model.message import Message
from halsobot.model.screen import Button, Text
from halsobot.model.session import Standing
from halsobot.model.turn import DropNumber, KeepNumber

#: When it is safe to call. The last one stands alone.
TIMES = ("morning", "afternoon", "any")
PREFIX = "call-"
_ANSWER = "call-times"
#: So many digits are a number; fewer in somebody's words are none.
_FEWEST = 5
_NUMBER = re.compile(rf"\+?[0-9]{{{_FEWEST},20}}")
#: What may stand between digits: dashes of any kind, spaces, and marks that turn the direction of writing.
_BETWEEN = ("Pd", "Zs", "Cf")


def body(world: World) -> Body:
    """Who sees the number and when it goes; where nobody can call her, how her case stands."""
    if not person.may_be_called(world):
        return person.case_body(world)
    chosen = _times(world.standing)
    toggles = tuple(
        (PREFIX + time, Message(f"engine-call-{time}", "off" if time in chosen else None)) for time in TIMES
    )
    return Body((Text(Message("engine-call-says")),), toggles, "words")


def press(bundle: Bundle, move: Move, event: Event, button: Button) -> Move | None:
    """The choices about being called. None: it is none of them."""
    case = person.open_case(move.session.case)
    name = button.choice.removeprefix(PREFIX)
    if button.choice == "call-me":
        return move.to(engine_screen(move.here, person.CALL), bundle, event)
    if button.choice == "call-off":
        gone = person.called(bundle, move, event, DropNumber()) if case and case.call else None
        said = gone.notice(Text(Message("engine-call-erased"), "notice")) if gone else move
        return person.shown(bundle, said, event)
    if button.node == person.CALL and name in TIMES and person.asks_number(move.here):
        return move.to(move.here.with_answers(**{_ANSWER: " ".join(_toggled(_times(move.here), name))}), bundle, event)
    return None


def _times(standing: Standing) -> tuple[str, ...]:
    said = (standing.answer(_ANSWER) or "").split()
    return tuple(time for time in TIMES if time in said)


def _toggled(times: tuple[str, ...], name: str) -> tuple[str, ...]:
    """With this one or without it; "any time" and one time of the day do not stand together."""
    if name in times:
        return tuple(time for time in times if time != name)
    return (name,) if name == TIMES[-1] else (*(time for time in times if time != TIMES[-1]), name)


def written(bundle: Bundle, move: Move, event: Event, text: str) -> Move | None:
    """Her number, where it is asked for; the same page again for what is none. None: these words are not about it."""
    if not (person.asks_number(move.here) and person.may_be_called(World(bundle, move.session, event, move.here))):
        return None
    number, case = phone(text), person.open_case(move.session.case)
    if number and case:
        kept = KeepNumber(number, _times(move.here) or TIMES[-1:], case.number)
        return person.shown(bundle, person.called(bundle, move, event, kept).back(), event)
    if person.holds_chat(move) and sum(map(str.isdecimal, text)) < _FEWEST:
        return None  # a guide may have written meanwhile: this is for her, and not a number
    return move.notice(Text(Message("engine-call-bad"), "notice"))


def phone(text: str) -> str | None:
    """A phone number in the digits of any script, as a phone takes it; None for anything else."""
    plain = "".join(map(_plain, unicodedata.normalize("NFKC", text).strip()))
    return plain if _NUMBER.fullmatch(plain) else None


def _plain(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    return "" if sign == "\u2212" or unicodedata.category(sign) in _BETWEEN else sign

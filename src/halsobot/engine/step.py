"""One step: what she did leads to what she is shown. A pure function; same input, same answer."""

from __future__ import annotations

from dataclasses import replace

from halsobot.bundle.content import Bundle
from halsobot.engine import chosen, from_staff, person, written
from halsobot.engine.commands import command
from halsobot.engine.limits import LATE
from halsobot.engine.move import Move
from halsobot.engine.screens import EMERGENCY, own_screen, screen
from halsobot.engine.walk import engine_screen, first_trail, lead, menu, poster
from halsobot.engine.world import UNKNOWN, World
from halsobot.flow.nodes import AskNode, PlacesNode, ScreenNode
from halsobot.model.event import Chose, Event, FromStaff, Left, Resumed, SentMedia, SharedPosition, Started, Wrote
from halsobot.model.message import Message, Value
from halsobot.model.screen import ENGINE, Text, stem
from halsobot.model.session import Session, Standing
from halsobot.model.turn import Count, Forget, KeepCase, Say, SayBar, Turn
from halsobot.places.hours import SWEDEN
from halsobot.text.locales import SOURCE


def step(bundle: Bundle, session: Session, event: Event) -> Turn:
    """Decide what follows from ``event``. Never raises, never ends at a screen without a way on."""
    if isinstance(event, FromStaff):
        return from_staff.decide(bundle, session, event)
    move = _up_to_date(bundle, session)
    if _asks_to_be_forgotten(bundle, session, event):
        return _forget(bundle, move, event)
    move = _moved(bundle, move, event)
    if move.session.locale not in (None, session.locale):
        move = person.in_new_language(bundle, move, event)
    if move.silent:
        return _unanswered(move)
    move = _late(move, event)
    return _say(bundle, _ask_language(bundle, move, event), event, session.locale)


def _moved(bundle: Bundle, move: Move, event: Event) -> Move:
    """Where what she did leads."""
    match event:
        case Started():
            return _start(bundle, move, event)
        case Chose(data=data):
            return chosen.press(bundle, _unmissed(move), event, data)
        case Wrote(text=text):
            return _wrote(bundle, move, event, text)
        case SharedPosition():
            return _position(bundle, move, event)
        case SentMedia():
            return written.media(bundle, move, event)
        case _:  # Resumed
            return move.notice(Text(Message("engine-resumed"), "notice"))


def _unmissed(move: Move) -> Move:
    return replace(move, session=replace(move.session, misses=0)) if move.session.misses else move


def _wrote(bundle: Bundle, move: Move, event: Event, text: str) -> Move:
    said = _says(bundle, move.session, text)
    if said == "start":
        return _start(bundle, move, Started(event.at))
    if said == "privacy":
        return move.to(engine_screen(move.here, "privacy"), bundle, event)
    return written.read(bundle, move, event, text)


def _says(bundle: Bundle, session: Session, written: str) -> str | None:
    meant = command(bundle, written, session.locale)
    return meant.name if meant else None


def _asks_to_be_forgotten(bundle: Bundle, session: Session, event: Event) -> bool:
    """By leaving, by the words for it, or by the button under what is known of her."""
    match event:
        case Left():
            return True
        case Wrote(text=text):
            return _says(bundle, session, text) == "forget"
        case Chose(data=data):
            return data.startswith(stem(ENGINE, "privacy", "forget"))
        case _:
            return False


def _late(move: Move, event: Event) -> Move:
    """What reached us long after she did it is answered with a line that says when that was."""
    since = None if isinstance(event, Chose | Left | Resumed | FromStaff) else event.since
    if since is None or event.at - since < LATE:
        return move
    then = since.astimezone(SWEDEN)
    values = (("day", Value("date", then.date().isoformat())), ("time", Value("time", f"{then:%H:%M}")))
    return move.notice(Text(Message("engine-late", values=values), "notice"))


def _ask_language(bundle: Bundle, move: Move, event: Event) -> Move:
    """Until a language is chosen, nothing but emergencies and the engine's own screens can be read."""
    if move.session.locale or move.here.flow in (ENGINE, EMERGENCY):
        return move
    return move.to(engine_screen(move.here, "language"), bundle, event)


def _unanswered(move: Move) -> Turn:
    """A person holds the chat and has what she wrote; the bot says nothing to it."""
    session = replace(move.session, turn=move.session.turn + 1)
    return Turn(session, (*map(Count, move.counts), *_case(move, session)))


def _case(move: Move, session: Session) -> tuple[KeepCase, ...]:
    return (KeepCase(move.case, session.locale or SOURCE, move.for_person, move.also),) if move.case else ()


def _say(bundle: Bundle, move: Move, event: Event, locale_before: str | None) -> Turn:
    session = move.session.at(move.session.trail, move.session.turn + 1)
    world = World(bundle, session, event, move.here)
    said = Say(screen(world, move.aside), session.locale or SOURCE)
    new = session.locale is not None and (session.locale != locale_before or isinstance(event, Started | Resumed))
    bar = (SayBar(own_screen(world, "bar"), session.locale or SOURCE),) if new else ()
    shown = (said, *bar) if said.screen.flow == EMERGENCY else (*bar, said)  # nothing comes before 112
    number = (move.number,) if move.number else ()
    return Turn(session, (*map(Count, move.counts), *_case(move, session), *number, *shown))


def _forget(bundle: Bundle, move: Move, event: Event) -> Turn:
    """Everything of hers goes; what is said last is not kept."""
    world = World(bundle, move.session, event, move.here)
    return Turn(Session(), (Forget(own_screen(world, "forgotten"), move.session.locale or SOURCE),))


def _up_to_date(bundle: Bundle, session: Session) -> Move:
    """The session in the present content: back along its trail to the nearest screen that still exists."""
    known = session.locale is None or session.locale in bundle.catalogue.offered
    if session.digest == bundle.digest and session.trail and known:
        return Move(session)
    trail = session.trail or first_trail(bundle)
    kept = tuple(standing for standing in trail if _exists(bundle, standing))
    locale = session.locale if known else None
    move = Move(replace(session, locale=locale, trail=kept or first_trail(bundle), digest=bundle.digest))
    gone = session.trail and not _exists(bundle, session.trail[-1])
    return move.notice(Text(Message("engine-moved"), "notice")) if gone else move


def _exists(bundle: Bundle, standing: Standing) -> bool:
    """Whether there is still something to show there: the node may be gone, or may be of another kind now."""
    node = bundle.node(standing.flow, standing.node)
    return standing.flow == ENGINE or isinstance(node, ScreenNode | AskNode | PlacesNode)


def _start(bundle: Bundle, move: Move, event: Started) -> Move:
    """A poster may name a language and a flow; what it does not name is asked or kept."""
    locale = event.locale if event.locale in bundle.catalogue.offered else move.session.locale
    first = menu(move.here, bundle)
    begun = Move(replace(move.session, locale=locale, trail=(first,)), move.aside)
    wanted = poster(begun.here, event.flow or "", World(bundle, begun.session, event, begun.here))
    begun = begun.to(wanted, bundle, event) if wanted else begun
    return begun if locale else begun.to(engine_screen(begun.here, "language"), bundle, event)


def _position(bundle: Bundle, move: Move, event: SharedPosition) -> Move:
    """Where she is answers the question where she lives; elsewhere it only makes places nearer."""
    known = replace(move, session=replace(move.session, position=(event.latitude, event.longitude)))
    node = bundle.node(move.here.flow, move.here.node)
    if not (isinstance(node, AskNode) and node.name == "place"):
        return known
    answered = known.here.with_answers(place=UNKNOWN)
    world = World(bundle, known.session, event, answered)
    return known.to(lead(answered, node.next, world), bundle, event)

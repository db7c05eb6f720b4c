"""A person instead of the bot: before she asks, while she waits, while a guide holds the chat, and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.engine.body import Body
from halsobot.engine.limits import ALBUM, NAMED
from halsobot.engine.move import Move
from halsobot.engine.walk import PERSON, engine_screen, menu
from halsobot.engine.world import World
from halsobot.handover import case as states
from halsobot.handover.guides import Answering, Guide, Meet, fits
from halsobot.handover.hours import Promise, on_duty, promise
from halsobot.model.case import WISHES, Case, Wish
from halsobot.model.event import Event, SentMedia
from halsobot.model.message import Message, Value
from halsobot.model.screen import ENGINE, Link, Part, Text
from halsobot.model.session import Album, Standing
from halsobot.model.turn import DropNumber, KeepNumber
from halsobot.places.hours import moment
from halsobot.text.locales import SOURCE

#: Where words are for a person, and no button in the middle of them is pressed.
LETTER = ("person", "case")
WISH = "wish-"
#: The page on which she asks to be called.
CALL = "call"
#: After a case, by whomever it was closed: did this help? And the way to ask again.
CLOSED = Body(
    (Text(Message("engine-case-closed"), "notice"), Text(Message("engine-helped"))),
    (
        *((answer, Message("engine-helped", answer)) for answer in ("yes", "no")),
        ("again", Message("engine-case-again")),
    ),
)


def answering(world: World) -> Answering:
    """What her region says of who answers."""
    return world.region.answering if world.region else Answering()


def meets(world: World) -> Meet:
    """Where a person is met from the channel she writes through."""
    return answering(world).meets(world.session.via or "")


def promised(world: World, wishes: tuple[Wish, ...] = ()) -> Promise | None:
    """By when a person answers who is asked now; None where nobody can, or not here."""
    locale = world.session.locale
    if locale is None or meets(world) != "here":
        return None
    return promise(answering(world), world.bundle.absences, locale, wishes, world.event.at)


def rules_for(world: World, case: Case) -> Answering:
    """What the region that has her case says of who answers, wherever she stands meanwhile."""
    region = world.bundle.regions.get(case.region)
    return region.answering if region else Answering()


def promised_for(
    world: World, case: Case, at: datetime, least: int | None = None, of: str | None = None
) -> Promise | None:
    """By when somebody answers her case, in the language that she reads now; None where nobody can.

    ``least`` are the minutes of work that must be left, where those of a new promise are too many. ``of`` asks for
    that of one guide alone.
    """
    rules, locale = rules_for(world, case), world.session.locale or SOURCE
    enough = rules if least is None else replace(rules, minutes=least)
    if of is not None:
        enough = replace(enough, guides={id: guide for id, guide in enough.guides.items() if id == of})
    return promise(enough, world.bundle.absences, locale, case.wishes, at)


def as_spoken(world: World, case: Case) -> Case:
    """The case as those must have it who speak her language now: that may be nobody, without an interpreter."""
    known = promised_for(world, case, world.event.at)
    return replace(case, interpreter=known.interpreter) if known else case


def open_case(session_case: Case | None) -> Case | None:
    """Her case while it is not closed."""
    return session_case if session_case and session_case.state != "closed" else None


def wishes_of(world: World) -> tuple[Wish, ...]:
    said = (world.standing.answer("wishes") or "").split()
    return tuple(wish for wish in WISHES if wish in said)


# What she sees


def before_body(world: World) -> Body | None:
    """What she reads before she asks: who, no nurse, secrecy, by when. None where nobody can answer here."""
    wishes = wishes_of(world)
    if meets(world) != "here" and answering(world).answers == "guides":
        return _elsewhere(world)
    known = promised(world, wishes) or promised(world)
    if known is None:
        return None
    met = promised(world, wishes)
    parts = (
        Text(Message("engine-person-says")),
        *_who(world, known),
        *_when(known if met is None else met, met is None),
        Text(world.message("engine-danger")),
    )
    toggles = tuple((WISH + wish, Message(f"engine-wish-{wish}", "off" if wish in wishes else None)) for wish in WISHES)
    ask = () if met is None else (("ask", Message("engine-person-ask")),)
    return Body(parts, (*ask, *(() if known.interpreter else toggles)), "words")


def _elsewhere(world: World) -> Body | None:
    """A person is met in the web chat, by a link in her language and to her topic; or on the phone."""
    phones = tuple(call for call in map(world.call, ("phone-1177", "phone-112")) if call)
    if meets(world) == "phone":
        return Body((Text(Message("engine-person-phone")), *phones))
    address = world.fact("web-chat")
    if address is None:
        return None
    topic = f"-{world.standing.topic}" if world.standing.topic in world.bundle.flows else ""
    asked = f"{address.value}?l={world.session.locale or SOURCE}&f={PERSON}{topic}"
    link = Link(Message("engine-person-web-open"), asked, None)
    return Body((Text(Message("engine-person-web")), link, *phones))


def _who(world: World, known: Promise) -> Iterator[Part]:
    if known.interpreter:
        yield Text(world.message("engine-interpreter"))
        return
    for guide in list(map(answering(world).guides.__getitem__, known.guides))[:NAMED]:
        yield Text(world.message(f"engine-guide-{guide.gender}", name=Value("words", guide.name)))


def _when(known: Promise, unmet: bool) -> Iterator[Part]:
    if unmet:
        yield Text(Message("engine-wish-unmet"))
    yield Text(_at("engine-person-by", known.by))


def _at(id: str, at: datetime) -> Message:
    day, time = moment(at)
    return Message(id, values=(("day", day), ("time", time)))


def case_body(world: World) -> Body:
    """How her case stands: with whom, and by when she has an answer."""
    case = open_case(world.session.case)
    if case is None:
        judged = states.judged(world.session.case) is None
        return replace(CLOSED, parts=CLOSED.parts[:1], choices=CLOSED.choices[2:]) if judged else CLOSED
    holder = guide_of(world, case)
    waits = () if case.answered else (Text(Message("engine-case")),)
    said = (Text(world.message("engine-case-held", name=Value("words", holder.name))),) if holder else waits
    together = (Text(Message("engine-case-interpreter")),) if case.interpreter else ()
    by = () if case.answered else (by_when(world, case),)
    kept = (Text(Message("engine-call-kept")),) if case.call else ()
    parts = (*said, *together, *by, *kept, Text(Message("engine-case-go-on")))
    call = "call-off" if case.call else "call-me"
    offered = ((call, Message(f"engine-{call}")),) if case.call or may_be_called(world) else ()
    return Body(parts, (*offered, ("done", Message("engine-case-done"))), "words")


def by_when(world: World, case: Case) -> Text:
    """What she is promised; where nobody can answer any more, whom to call instead."""
    if case.promised is None:
        return Text(world.message("engine-case-nobody"))
    return Text(_at("engine-person-by", case.promised))


def may_be_called(world: World) -> bool:
    """Whether a guide who answers here could call her and be understood."""
    case = open_case(world.session.case)
    return case is not None and not case.interpreter and meets(world) == "here"


def asks_number(standing: Standing) -> bool:
    """Whether she stands where she is asked for her phone number."""
    return (standing.flow, standing.node) == (ENGINE, CALL)


def guide_of(world: World, case: Case) -> Guide | None:
    region = world.bundle.regions.get(case.region)
    return region.answering.guides.get(case.guide or "") if region else None


def next_reader(world: World) -> Iterator[Part]:
    """On emergency screens: whether a person reads here now, or would if she asked, or when next."""
    known = promised(world)
    if known is None:
        return
    present = set(on_duty(answering(world), world.bundle.absences, world.event.at)) & set(known.guides)
    if not present or known.interpreter:
        yield Text(_at("engine-person-next", known.by))
    else:
        yield Text(Message("engine-person-now" if open_case(world.session.case) else "engine-person-present"))


# What she does


def ask(
    bundle: Bundle, move: Move, event: Event, *, urgent: bool = False, words: bool = False, also: tuple[int, ...] = ()
) -> Move | None:
    """Open her case, or add to it, ``also`` what she sent in earlier turns. None where nobody answers here."""
    world = World(bundle, move.session, event, move.here)
    case = open_case(move.session.case)
    if case:
        return _kept(move, _more_urgent(_written_to(world, case), urgent), words, also)
    wishes = wishes_of(world)
    known = promised(world, wishes)
    region = world.region
    if known is None or region is None:
        return None
    topic = move.here.topic
    opened = Case(
        number=move.session.turn + 1, state="waiting", region=region.name, promised=known.by, topic=topic,
        since=event.at, urgent=urgent, interpreter=known.interpreter, wishes=wishes, asked=move.session.turn + 1,
    )  # fmt: skip
    return _kept(move, opened, words, also).count("case-opened")


def give(bundle: Bundle, move: Move, event: Event, turn: int) -> Move | None:
    """What she sent in an earlier turn, and all that she sent at once with it, is for a person."""
    album = move.session.album
    if album is None or turn not in album.turns:
        return ask(bundle, move, event, words=True, also=(turn,))
    given = replace(move, session=replace(move.session, album=replace(album, given=True)))
    return ask(bundle, given, event, words=True, also=album.turns)


def in_album(move: Move, id: str | None) -> Move:
    """The session knows which pictures came at once."""
    if id is None:
        return move
    known = move.session.album
    album = known if known and known.id == id else Album(id)
    turns = (*album.turns, move.session.turn + 1)[-ALBUM:]
    return replace(move, session=replace(move.session, album=replace(album, turns=turns)))


def answers_album(move: Move, event: SentMedia) -> Move:
    """The bot offers what came now to a person, and says nothing more to what came at once with it. What nobody can
    open is not offered: a picture that comes with it still is.
    """
    album = move.session.album
    if album is None or album.id != event.album or event.kind == "other":
        return move
    return replace(move, session=replace(move.session, album=replace(album, answered=True)))


def _written_to(world: World, case: Case) -> Case:
    """Her first words after an answer have a promise of their own: the one before has been kept."""
    written = replace(states.written_to(case, world.event.at), asked=world.session.turn + 1)
    if not case.answered:
        return written
    known = promised_for(world, case, world.event.at)
    return replace(written, promised=known.by if known else None)


def _more_urgent(case: Case, urgent: bool) -> Case:
    return replace(case, urgent=case.urgent or urgent)


def _kept(move: Move, case: Case, words: bool = False, also: tuple[int, ...] = ()) -> Move:
    return replace(move, session=replace(move.session, case=case), case=case, for_person=words, also=also)


def shown(bundle: Bundle, move: Move, event: Event) -> Move:
    """To the page that says how her case stands."""
    return move.to(engine_screen(move.here, "case"), bundle, event)


def wish(bundle: Bundle, move: Move, event: Event, name: str) -> Move:
    """Add a wish, or take it back."""
    said = set((move.here.answer("wishes") or "").split()) ^ {name}
    here = move.here.with_answers(wishes=" ".join(sorted(said)))
    return move.to(here, bundle, event)


def close(bundle: Bundle, move: Move, event: Event) -> Move:
    """She needs nobody any more; then "did this help?"."""
    case = open_case(move.session.case)
    if case is None:
        return move
    closed = _kept(move, states.closed(case, None, "by-contact") or case)
    shown = closed.to(engine_screen(move.here, "closed", case.topic), bundle, event)
    return shown.count("case-closed").count("case-closed-by-contact")


def judge(bundle: Bundle, move: Move, event: Event, helped: str) -> Move:
    """Whether it helped, once for each time it was closed; she goes on where she is, or to a person again."""
    judged = states.judged(move.session.case)
    if judged is None:
        return move
    counted = replace(move, session=replace(move.session, case=judged)).count(f"case-helped-{helped}")
    if helped == "no":
        return counted.to(engine_screen(move.here, "person", judged.topic), bundle, event)
    asked = move.here.flow == ENGINE and move.here.node in ("case", "closed", CALL)
    onward = counted.to(menu(move.here, bundle), bundle, event) if asked else counted
    return onward.notice(Text(Message("engine-thanks"), "notice"))


def called(bundle: Bundle, move: Move, event: Event, number: KeepNumber | DropNumber) -> Move:
    """Whether she is to be called is new. That she wishes it waits for an answer, as words of hers would."""
    case = open_case(move.session.case)
    if case is None:
        return move
    asked = isinstance(number, KeepNumber)
    changed = _written_to(World(bundle, move.session, event, move.here), case) if asked else case
    return replace(_kept(move, replace(changed, call=asked)), number=number)


def in_new_language(bundle: Bundle, move: Move, event: Event) -> Move:
    """Who waits for a person and reads another language now waits for those who speak that one."""
    case = open_case(move.session.case)
    if case is None:
        return move
    spoken = as_spoken(World(bundle, move.session, event, move.here), case)
    return replace(move, session=replace(move.session, case=spoken), case=spoken)


def reopen(bundle: Bundle, move: Move, event: Event) -> Move:
    """She asks again about the same thing: her guide has it again if that one is at work and speaks her language.
    Elsewhere it is another region's, and she is told first who answers there.
    """
    case = move.session.case
    if case is None or case.state != "closed":
        return move
    world = World(bundle, move.session, event, move.here)
    known = promised(world, case.wishes)
    if known is None or world.region is None or world.region.name != case.region:
        return move.to(engine_screen(move.here, "person", case.topic), bundle, event)
    holder, present = guide_of(world, case), on_duty(answering(world), bundle.absences, event.at)
    speaks = holder and (known.interpreter or fits(holder, world.session.locale or SOURCE, case.wishes))
    again = states.reopened(case, known.by, bool(speaks) and case.guide in present, event.at)
    return shown(
        bundle,
        _kept(move, replace(again, call=False, interpreter=known.interpreter, asked=move.session.turn + 1)),
        event,
    )


def holds_chat(move: Move) -> bool:
    """Whether a person holds the chat, so that the bot leaves her words alone."""
    case = open_case(move.session.case)
    return case is not None and case.state == "claimed"


def is_letter(move: Move) -> bool:
    """Whether what she writes here is for a person; also where her number is asked for, if it is none."""
    asked = asks_number(move.here) and open_case(move.session.case) is not None
    return asked or (move.here.flow == ENGINE and move.here.node in LETTER)

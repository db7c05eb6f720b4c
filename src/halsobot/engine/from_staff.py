"""What a guide does to a case becomes what the contact reads. What is not allowed changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from halsobot.bundle.content import Bundle
from halsobot.engine import node_screens
from halsobot.engine.body import place_part
from halsobot.engine.person import CLOSED, as_spoken, by_when, guide_of, open_case, promised_for, rules_for
from halsobot.engine.walk import first_trail
from halsobot.engine.world import World
from halsobot.flow.nodes import PlacesNode, ScreenNode
from halsobot.handover import case as states
from halsobot.handover.guides import fits
from halsobot.handover.hours import is_away
from halsobot.model.case import Case
from halsobot.model.event import Claimed, Closed, Corrected, FromStaff, Passed, PromiseChecked, Replied
from halsobot.model.message import Message, Value
from halsobot.model.screen import ENGINE, Attached, Choice, Part, Screen, Text
from halsobot.model.session import Session
from halsobot.model.turn import Count, KeepCase, Say, TakeBack, Turn
from halsobot.places.hours import SWEDEN
from halsobot.text.bidi import strip
from halsobot.text.locales import SOURCE

#: So long before a promise is broken she is told of the new one.
LEAD = timedelta(minutes=5)
#: A case that has been answered for so long without a word of hers, or waits where nobody can answer, is closed.
FORGOTTEN = timedelta(days=30)
DONE = (("done", Message("engine-case-done")),)


def decide(bundle: Bundle, session: Session, event: FromStaff) -> Turn:
    """The new case and what she reads of it; a turn without outputs where the case does not allow it."""
    case = open_case(session.case)
    if case is None:
        return Turn(session, ())
    world = World(bundle, session, event, (session.trail or first_trail(bundle))[-1])
    case = as_spoken(world, case)
    match event:
        case Claimed(guide=guide) if _may(world, case, guide):
            return _turn(world, states.claimed(case, guide, event.at), "passed" if case.answered else "claimed")
        case Replied():
            return _replied(world, case, event)
        case Corrected():
            return _corrected(world, case, event)
        case Passed(guide=guide, to=None) if case.answered:  # she has had her answer: that is no news to her
            return _unsaid(world, states.passed(case, guide, None, case.promised))
        case Passed(guide=guide, to=to) if to is None or _may(world, case, to):
            promised = _anew(world, case, of=to)
            return _turn(world, states.passed(case, guide, to, promised, event.at), "passed" if to else "returned")
        case Closed(guide=guide, reason=reason):
            return _turn(world, states.closed(case, guide, reason), "closed", f"case-closed-{reason}")
        case PromiseChecked():
            return _checked(world, case, event.gone)
        case _:
            return Turn(session, ())


def _may(world: World, case: Case, guide: str) -> bool:
    """Whether this guide may have the case: of its region, in her language, as she wishes; or with an interpreter."""
    region = world.bundle.regions.get(case.region)
    known = region.answering.guides.get(guide) if region else None
    return known is not None and (case.interpreter or fits(known, _locale(world.session), case.wishes))


def _anew(world: World, case: Case, after: datetime | None = None, of: str | None = None) -> datetime | None:
    """By when she is answered who is promised it now; ``after`` a promise that is not kept. ``of`` is who has it: only
    where that guide has no time at all it is anybody's.
    """
    at = max(after, world.event.at) if after else world.event.at
    known = (promised_for(world, case, at, of=of) if of else None) or promised_for(world, case, at)
    return known.by if known else None


def _turn(world: World, changed: Case | None, said: str, *also: str) -> Turn:
    if changed is None:
        return Turn(world.session, ())
    session = replace(world.session, case=changed, turn=world.session.turn + 1)
    now = replace(world, session=session)
    counts = tuple(map(Count, (f"case-{said}", *also)))
    say = Say(_screen(now, changed, said), _locale(session))
    return Turn(session, (KeepCase(changed, _locale(session)), *counts, say))


def _locale(session: Session) -> str:
    return session.locale or SOURCE


def _screen(world: World, case: Case, said: str) -> Screen:
    """One message of its own, with the ways on; where she stands in the bot does not change."""
    if said == "closed":
        return _message(said, CLOSED.parts, tuple(CLOSED.choices))
    return _message(said, tuple(_lines(world, case, said)), DONE)


def _message(name: str, parts: tuple[Part, ...], choices: tuple[tuple[str, Message], ...]) -> Screen:
    offered = tuple(Choice(choice, label) for choice, label in (*choices, ("where", Message("engine-resume"))))
    bar = tuple(Choice(each, Message(f"engine-{each}")) for each in ("emergency", "person", "menu", "language"))
    return Screen(ENGINE, name, parts, offered, bar)


def _lines(world: World, case: Case, said: str) -> Iterator[Part]:
    if said in ("returned", "moved"):
        if case.promised:  # else nobody is next: only that is said, and whom to call
            yield Text(Message(f"engine-case-{said}"), "notice")
    else:
        holder = guide_of(world, case)
        name = Value("words", holder.name if holder else "–")
        yield Text(world.message(f"engine-case-{said}", name=name), "notice")
    if case.state == "waiting" or (said in ("moved", "passed") and not case.answered):
        yield by_when(world, case)


def _replied(world: World, case: Case, event: Replied) -> Turn:
    """What her guide answers, with the name of who speaks; what is not the guide's own comes in her language."""
    unseen = event.seen is not None and event.seen < case.asked  # she wrote while the guide did
    turn = world.session.turn + 1
    changed = states.unanswered(case, event.guide) if unseen else states.answered(case, event.guide, event.at, turn)
    parts = _reply(world, case, event)
    holder = guide_of(world, case)
    if changed is None or not parts or holder is None:
        return Turn(world.session, ())
    session = replace(world.session, case=changed, turn=turn)
    id = "engine-from-interpreter" if _interpreted(case, event) else "engine-from"
    from_whom = Text(Message(id, values=(("name", Value("words", holder.name)),)), "notice")
    screen = _message("said", (from_whom, *parts), DONE)
    return Turn(session, (KeepCase(changed, _locale(session)), Count("case-replied"), Say(screen, _locale(session))))


def _interpreted(case: Case, event: Replied) -> bool:
    """Whether she must be told that an interpreter stands between her and who speaks: these are the guide's own words,
    in a language that no guide speaks.
    """
    return case.interpreter and (event.text is not None or event.file == "voice")


def _corrected(world: World, case: Case, event: Corrected) -> Turn:
    """What was said goes from her chat, and what is said instead comes as a new message, so that she notices it."""
    changed, said = _after_correction(world, case, event), _words(event.text or "")
    holder, id = guide_of(world, case), "taken-back" if event.text is None else "changed"
    if changed is None or holder is None or (event.text is not None and not said):
        return Turn(world.session, ())
    if event.text is None and not changed.answered:
        said = (by_when(world, changed),)
    session = replace(world.session, case=changed, turn=world.session.turn + 1)
    told = Text(Message(f"engine-{id}", values=(("name", Value("words", holder.name)),)), "notice")
    screen = replace(_message("said", (told, *said), DONE), instead_of=event.turn)
    kept = KeepCase(changed, _locale(session))
    return Turn(session, (kept, TakeBack(event.turn), Count(f"case-{id}"), Say(screen, _locale(session))))


def _after_correction(world: World, case: Case, event: Corrected) -> Case | None:
    """New words are an answer, and without one she waits again; unless she has asked something else since."""
    turn = world.session.turn + 1
    if event.text is not None and event.turn == case.calmed:
        case = replace(case, calmed=turn)  # what is said instead answers the red flag, too
    if event.turn < case.asked:
        changed = states.unanswered(case, event.guide)
    elif event.text is not None:
        changed = states.answered(case, event.guide, event.at, turn)
    else:
        changed = states.taken_back(case, event.guide, event.at, _anew(world, case))
    return changed and states.alarmed(changed, event.turn)


def _words(text: str) -> tuple[Part, ...]:
    words = strip(text).strip()
    return (Text(Message("engine-said", values=(("text", Value("words", words)),))),) if words else ()


def _reply(world: World, case: Case, event: Replied) -> tuple[Part, ...]:
    if event.text is not None:
        return _words(event.text)
    if event.file:
        return (Attached(event.file, world.session.turn + 1),)
    if event.place is not None:
        return _place(world, case, event.place)
    if event.phrase is not None:
        known = world.bundle.catalogue.has(event.phrase)
        return (Text(world.message(event.phrase)),) if known and event.phrase.startswith("phrase-") else ()
    return _parts_of(world, event.screen or "")


def _place(world: World, case: Case, id: str) -> tuple[Part, ...]:
    """A place as the bot shows it, unless it has closed down."""
    region = world.bundle.regions.get(case.region)
    today = world.event.at.astimezone(SWEDEN).date()
    known = (place for place in region.places if place.id == id and place.stands(today)) if region else ()
    return tuple(place_part(world, place) for place in known)


def _parts_of(world: World, full: str) -> tuple[Part, ...]:
    """The words of a bot screen, without its buttons: those belong to where she stands."""
    found = world.bundle.full_names.get(full)
    if found is None or not isinstance(world.bundle.node(*found), ScreenNode | PlacesNode):
        return ()
    there = replace(world, standing=replace(world.standing, flow=found[0], node=found[1]))
    return node_screens.body(there).parts


def _checked(world: World, case: Case, gone: bool) -> Turn:
    """Where the promise cannot be kept any more she is told, before it is broken. A forgotten case is closed."""
    if (case.answered or case.promised is None) and case.since and world.event.at - case.since > FORGOTTEN:
        return _turn(world, states.closed(case, None, "forgotten"), "closed", "case-closed-forgotten")
    if case.answered:
        return _unsaid(world, states.returned(case, case.promised) if gone else None)
    late = case.promised if case.promised and _is_soon(world, case.promised) else None
    if case.state == "claimed" and _silent(world, case):
        return _turn(world, states.returned(case, _anew(world, case, after=late)), "returned")
    if _stands(world, case):
        return _unsaid(world, case)
    return _turn(world, states.promised_anew(case, _anew(world, case, after=late)), "moved")


def _unsaid(world: World, case: Case | None) -> Turn:
    """The same promise is no news to her; those who answer may know only now that it takes an interpreter, or none."""
    if case is None or case == world.session.case:
        return Turn(world.session, ())
    session = replace(world.session, case=case, turn=world.session.turn + 1)
    return Turn(session, (KeepCase(case, _locale(session)),))


def _silent(world: World, case: Case) -> bool:
    """Whether its holder has had it for too long without a word, or is away."""
    rules = rules_for(world, case)
    at, guide = world.event.at, case.guide or ""
    long = case.since is not None and at - case.since > timedelta(hours=rules.silent_hours)
    return long or is_away(world.bundle.absences, guide, at) or guide not in rules.guides


def _stands(world: World, case: Case) -> bool:
    """Whether the promise is still to come, and somebody is still there who can keep it."""
    if case.promised is None:
        return _anew(world, case) is None
    if _is_soon(world, case.promised):
        return False
    # What is left of a stretch may be less than a promise leaves: it is still kept until the stretch ends.
    soonest = promised_for(world, case, world.event.at, least=0)
    return soonest is not None and (soonest.by <= case.promised or case.state == "claimed")


def _is_soon(world: World, promised: datetime) -> bool:
    return promised - world.event.at <= LEAD

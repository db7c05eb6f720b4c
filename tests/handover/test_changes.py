"""What becomes of an open case when the region's guides, its hours, her language or where she lives change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import sqlalchemy as sa
from room import MONDAY, REGION, Room, Woman, answering, guide, opened_room

from halsobot.conversation import effects
from halsobot.handover.guides import Answering, InterpreterHour
from halsobot.model.event import Closed, Passed, Replied, Resumed, SentMedia, Started
from halsobot.model.inbound import Address, Inbound
from halsobot.model.turn import Turn
from halsobot.store.tables import outbox
from halsobot.text.bidi import strip

HOURS = "Mo-Su 09:00-17:00"
GUIDES = answering(
    {"anna": guide("Anna", "sv ar", HOURS), "eva": guide("Eva", "sv en", "Mo-Su 09:00-12:00")},
    **{"interpreter-hours": [{"language": "ti", "hours": "Tu 10:00-11:00", "guide": "eva"}]},
)


@pytest.fixture
async def room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("changes"), GUIDES) as one:
        yield one


def _answers(room: Room, rules: Answering) -> None:
    """The region's guides.yaml is another one from now on."""
    region = replace(room.rt.bundle.regions[REGION], answering=rules)
    room.rt.bundle = replace(room.rt.bundle, regions={**room.rt.bundle.regions, REGION: region})


def _rules(room: Room) -> Answering:
    return room.rt.bundle.regions[REGION].answering


async def test_where_nobody_can_answer_any_more_she_is_told_whom_to_call(room: Room) -> None:
    """At once, with the number, and as long as it is so on the page of her case."""
    woman = room.woman("ti", "telegram")
    case = await woman.asks("ሰላም")
    _answers(room, replace(_rules(room), interpreter_hours=()))
    assert await room.desk.check_promises(room.clock())
    assert (await room.row(case)).promised is None
    assert "1177" in strip((await woman.reads())[-1])
    await woman.taps("person")
    assert "1177" in strip((await woman.reads())[-1])


async def test_in_another_language_she_waits_for_those_who_speak_it(room: Room) -> None:
    """The queue knows it at once: Anna, who speaks Swedish and Arabic, cannot take it any more, and Eva can."""
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    await woman.taps("language", "en")
    assert (await room.row(case)).locale == "en"
    assert not await room.desk.claim(case, "anna", room.clock())
    assert await room.desk.claim(case, "eva", room.clock())


async def test_in_a_language_that_nobody_speaks_she_waits_for_an_interpreter(room: Room) -> None:
    """A guide may take it with one; she is told the new promise. Back in Swedish it is as before."""
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    await woman.taps("language", "ti")
    row = await room.row(case)
    assert (row.locale, row.interpreter) == ("ti", True)
    assert await room.desk.check_promises(room.clock())
    assert (await woman.views())[-1].screen == "engine-moved"
    await woman.taps("language", "sv")
    row = await room.row(case)
    assert (row.locale, row.interpreter) == ("sv", False)


async def test_when_nobody_speaks_it_any_more_a_guide_may_take_it_with_an_interpreter(room: Room) -> None:
    """Eva, the only one with English, has left the region; an interpreter comes earlier than she would have."""
    room.clock.now = MONDAY.replace(hour=13)
    woman = room.woman("en")
    case = await woman.asks("question")
    rules = _rules(room)
    guides = {"anna": rules.guides["anna"]}
    hours = (InterpreterHour("en", "Tu 09:00-10:00", "anna"),)
    _answers(room, replace(rules, guides=guides, interpreter_hours=hours))
    shown = len(await woman.views())
    assert not await room.desk.check_promises(room.clock())
    assert len(await woman.views()) == shown, "the promise stands: it is no news"
    assert (await room.row(case)).interpreter
    assert await room.desk.claim(case, "anna", room.clock())


async def test_asked_again_in_another_language_it_goes_to_one_who_speaks_it(room: Room) -> None:
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), case)
    await woman.taps("language", "en", "again")
    row = await room.row(case)
    assert (row.state, row.guide, row.locale) == ("waiting", None, "en")


async def test_where_she_lives_now_is_nothing_to_a_case_that_another_region_has(room: Room) -> None:
    """Its guide keeps it, and the promise is that region's; asked again, she reads first who answers where she is."""
    bundle = room.rt.bundle
    other = replace(bundle.regions[REGION], name="elsewhere", answering=Answering())
    room.rt.bundle = replace(bundle, regions={**bundle.regions, "elsewhere": other})
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    before = await room.row(case)
    await _moves(room, woman, "elsewhere")
    assert not await room.desk.check_promises(room.clock())
    assert await room.row(case) == before
    assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), case)
    await woman.taps("again")
    assert (await room.row(case)).state == "closed"


async def _moves(room: Room, woman: Woman, region: str) -> None:
    """As if she had answered that she lives in another region."""
    inbound = Inbound(woman.address, Started(room.clock()), "who")
    known = await room.rt.store.recall(inbound)
    here = known.session.trail[-1].with_answers(region=region)
    session = replace(known.session, trail=(*known.session.trail[:-1], here), turn=known.session.turn + 1)
    unit = effects.unit(known, replace(inbound, repeat="moves"), Turn(session, ()), room.rt.bundle)
    assert await room.rt.store.commit(unit) in ("stored", "sending")


async def test_a_promise_stands_until_five_minutes_before(room: Room) -> None:
    """Also in the last hour, in which nothing new is promised for today; unless who could keep it goes home."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    assert (await room.row(case)).promised == MONDAY.replace(hour=12).timestamp()
    room.clock.now = MONDAY.replace(hour=11, minute=54)
    assert not await room.desk.check_promises(room.clock())
    assert (await room.row(case)).promised == MONDAY.replace(hour=12).timestamp()
    room.clock.now = MONDAY.replace(hour=11, minute=55)
    assert await room.desk.check_promises(room.clock())
    assert (await room.row(case)).promised == MONDAY.replace(hour=17).timestamp()
    room.clock.now = MONDAY.replace(hour=16, minute=30)
    assert await room.desk.be_away("anna", MONDAY.date(), None, room.clock())
    assert (await room.row(case)).promised == MONDAY.replace(day=24, hour=12).timestamp()


async def test_closed_in_the_middle_of_an_album_the_rest_is_offered(room: Room) -> None:
    """The guide has the first picture; the second comes when nobody holds the chat any more, and is not lost."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    picture = SentMedia(room.clock(), kind="photo", file="f", album="12")
    await woman.does(picture)
    assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), case)
    shown = len(await woman.views())
    await woman.does(picture)
    await woman.does(picture)
    views = await woman.views()
    assert len(views) == shown + 1, "offered once"
    assert any(button.name.startswith("give-") for button in views[-1].choices)


async def test_a_file_that_nobody_can_open_does_not_hide_the_picture_beside_it(room: Room) -> None:
    woman = room.woman("sv", "telegram")
    await woman.does(Started(room.clock(), flow="book-care", locale="sv"), opens=True)
    for kind in ("other", "photo", "photo"):
        await woman.does(SentMedia(room.clock(), kind=kind, file="f", album="13"))
    offered = [view for view in await woman.views() if any(each.name.startswith("give-") for each in view.choices)]
    assert len(offered) == 1


async def test_an_album_with_a_cry_under_its_first_picture_reaches_a_person_whole(room: Room) -> None:
    woman = room.woman("sv", "telegram")
    await woman.does(Started(room.clock(), flow="book-care", locale="sv"), opens=True)
    for caption in ("hon andas inte", "", ""):
        await woman.does(SentMedia(room.clock(), caption, kind="photo", file="f", album="14"))
    views = await woman.views()
    name = next(each.name for view in views for each in view.choices if each.name.startswith("give-"))
    await woman.taps(name)
    found = await woman.case()
    assert found
    lines = (await room.opened(found.id)).lines
    assert sum(line.for_person and isinstance(line.what, SentMedia) for line in lines) == 3


async def test_a_new_promise_reaches_her_also_after_an_outage(room: Room) -> None:
    """Screens of the bot that waited give way to the present one; that her answer is late she would read nowhere."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    room.clock.now = MONDAY.replace(hour=11, minute=56)
    assert await room.desk.check_promises(room.clock())
    await woman.does(Resumed(room.clock()))
    contact = (await room.row(case)).contact
    query = sa.select(outbox.c.turn, outbox.c.state).where(outbox.c.contact == contact).order_by(outbox.c.seq)
    states = await room.rt.store.read(lambda connection: [row.state for row in connection.execute(query)])
    screens = [view.screen for view in await woman.views()]
    assert states[screens.index("engine-moved")] == "queued"
    assert set(states[: screens.index("engine-moved")]) == {"replaced"}


async def test_who_claims_a_closed_case_does_not_get_another_one(room: Room) -> None:
    """From a queue that was open for long: she has closed that one and asked about something else."""
    woman = room.woman("sv")
    old = await woman.asks("fråga")
    await woman.taps("done")
    new = await woman.asks("en annan fråga", "costs")
    assert not await room.desk.claim(old, "anna", room.clock())
    assert (await room.row(new)).state == "waiting"


async def test_an_answer_sent_twice_comes_once_also_to_who_has_another_browser_now(room: Room) -> None:
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    answer, row = Replied(room.clock(), "anna", text="svar"), await room.row(case)
    assert await room.desk.reply(case, answer, "once")
    keep, now = room.rt.store.returning.keep, room.rt.store.now()
    assert await room.rt.store.change(lambda connection: keep(connection, row.contact, row.number, "key", now))
    woman.address = Address("web", "elsewhere".rjust(43, "s"))
    assert await room.rt.store.come_back("key", woman.address)
    assert await room.desk.reply(case, answer, "once")
    assert await woman.hears() == ["svar"]


async def test_an_answer_answers_what_its_guide_has_seen(room: Room) -> None:
    """She wrote while the guide did: her newer words go on waiting, with their promise, and an alarm stays one."""
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    seen = max(line.turn for line in (await room.opened(case)).lines)
    await woman.writes("hon andas inte")
    assert await room.desk.reply(case, Replied(room.clock(), "anna", text="svar", seen=seen), "1")
    row = await room.row(case)
    assert (row.answered, row.urgent) == (False, True)
    seen = max(line.turn for line in (await room.opened(case)).lines)
    assert await room.desk.reply(case, Replied(room.clock(), "anna", text="nytt svar", seen=seen), "2")
    row = await room.row(case)
    assert (row.answered, row.urgent) == (True, False)


async def test_passed_on_she_is_promised_the_time_of_who_has_it_now(room: Room) -> None:
    """Eva, who goes home at noon, gives it to Anna, who is there until five: it is not Eva's time that counts."""
    woman = room.woman("sv")
    case = await woman.asks("fråga")
    assert (await room.row(case)).promised == MONDAY.replace(hour=12).timestamp()
    assert await room.desk.claim(case, "eva", room.clock())
    assert await room.desk.pass_on(case, Passed(room.clock(), "eva", "anna"), case)
    assert (await room.row(case)).promised == MONDAY.replace(hour=17).timestamp()
    assert not await room.desk.check_promises(room.clock())
    assert await room.desk.pass_on(case, Passed(room.clock(), "anna", None), "back")
    assert (await room.row(case)).promised == MONDAY.replace(hour=12).timestamp()


async def test_passed_on_with_an_interpreter_the_hour_of_a_colleague_counts_where_there_is_no_other(room: Room) -> None:
    """The hour is Eva's, and Anna, who has none, takes it over: she is not told that nobody can answer."""
    woman = room.woman("ti")
    case = await woman.asks("ሰላም")
    before = (await room.row(case)).promised
    assert await room.desk.claim(case, "eva", room.clock())
    assert await room.desk.pass_on(case, Passed(room.clock(), "eva", "anna"), case)
    assert (await room.row(case)).promised == before == MONDAY.replace(day=24, hour=11).timestamp()

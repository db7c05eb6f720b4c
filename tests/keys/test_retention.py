"""What is kept for how long: exactly what is due goes, and a wrong clock erases nothing."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from halsobot.app import open_store, running
from halsobot.bundle.content import Bundle
from halsobot.config import Settings
from halsobot.conversation.runtime import Runtime
from halsobot.model.inbound import Address
from halsobot.store.database import BadDatabase
from halsobot.store.forgotten import Forgotten
from halsobot.store.retention import Due
from halsobot.store.ring import BadKeys

from .crowd import crowd, number, rows
from .files import begin, ended, everybody, file_of, halsobot
from .people import Door, Person

#: ``make keys`` asks for 100,000.
CONTACTS = int(os.environ.get("HALSOBOT_TEST_CONTACTS", "2000"))
DAY = 86400
NOW = int(time.time())
#: How long anybody may have to wait at most while others are erased (seconds), and an operator until it is all done.
PATIENCE, PATIENCE_OF_OPERATORS = 5.0, 800.0


class Clock:
    """The program's time, so many days from now."""

    def __init__(self, days: float = 0) -> None:
        self.days = days

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(NOW, UTC) + timedelta(days=self.days)


async def test_exactly_the_due_contacts_are_forgotten(settings: Settings, bundle: Bundle) -> None:
    """A sixth of very many has been silent for longer than the settings say: their rows and keys go, to the second,
    nobody else's row changes, and whoever writes meanwhile is answered.
    """
    due = CONTACTS // 6
    limit = NOW - settings.keep_contact_days * DAY
    old = [limit - 1 - number * 1000 for number in range(due)]
    fresh = [NOW - number % (settings.keep_said_days * DAY) for number in range(CONTACTS - due)]
    gone = crowd(settings, bundle, old + fresh)[:due]
    before = rows(settings)
    took, waited = await _erased_meanwhile(settings, due)
    after = rows(settings)
    staying = before.keys() - set(gone)
    assert before.keys() & after.keys() == staying
    assert all(before[whose] == after[whose] for whose in staying)
    assert Forgotten(settings.forgotten_list).contacts() == set(gone)
    print(f"{due} of {CONTACTS} contacts erased in {took:.1f} s, the others' rows unchanged; she waited {waited:.2f} s")
    assert waited < PATIENCE


async def _erased_meanwhile(settings: Settings, due: int) -> tuple[float, float]:
    """Erase what is due while somebody writes on. How long that took, and how long she waited at most (seconds)."""
    person, waited = Person(Address("web", "writes on")), 0.0
    async with running(settings, {}, Clock()) as rt:
        began = time.monotonic()
        await person.comes(rt)
        while number(settings, "contact") > CONTACTS - due + 1:
            asked = time.monotonic()
            await person.writes(rt, "hej")
            waited = max(waited, time.monotonic() - asked)
            await asyncio.sleep(0.05)
        return time.monotonic() - began, waited


async def test_a_clock_that_jumps_by_400_days_erases_nothing(settings: Settings, bundle: Bundle) -> None:
    """All of them seem to be due: nothing goes, and the log says why. An operator who knows better says so."""
    crowd(settings, bundle, [NOW - 400 * DAY - place for place in range(CONTACTS)])
    before = rows(settings)
    assert await _tidied(settings, Clock(-400)) == []
    found = await _tidied(settings, Clock())
    assert Due("contacts", CONTACTS, CONTACTS) in found
    assert await _logged(settings, len(found)) == [due.kind for due in found]
    assert rows(settings) == before
    await _the_operator_erases(settings, before)


async def _tidied(settings: Settings, clock: Clock) -> list[Due]:
    """What is due just then, and refused."""
    store = open_store(settings, clock)
    try:
        return [due for due in await store.tidy() if due.refused]
    finally:
        store.close()


async def _logged(settings: Settings, number: int) -> list[str]:
    """Of which kinds a running bot says that they seem to be too many."""
    with capture_logs() as told:
        async with running(settings, {}, Clock()), asyncio.timeout(60):
            while len(kinds := [each["kind"] for each in told if "is the clock right" in each["event"]]) < number:
                await asyncio.sleep(0.02)
    return kinds


async def _the_operator_erases(settings: Settings, before: dict[str, bytes]) -> None:
    code, said = await halsobot(settings, "erase-due")
    assert (code, f"contacts: {CONTACTS} of {CONTACTS} due" in said) == (0, True), said
    assert rows(settings) == before, "without --yes it only counts"
    began = time.monotonic()
    code, said = await ended(await begin(settings, "erase-due", "--yes"), PATIENCE_OF_OPERATORS)
    assert (code, f"contacts: {CONTACTS} of {CONTACTS} erased" in said) == (0, True), said
    assert rows(settings) == {}
    print(
        f"{CONTACTS} contacts and a jump of 400 days: 0 erased; by an operator all in {time.monotonic() - began:.1f} s"
    )


async def test_what_was_said_goes_before_she_does(settings: Settings) -> None:
    """After thirty days what was said and shown goes; where she stands stays, and what still waits to be sent too."""
    clock = Clock(-35)
    silent, later = ([Person(Address("terminal", f"{name} {n}"), locale="ar") for n in range(12)] for name in "sl")
    async with running(settings, {"terminal": Door()}, clock) as rt:
        await asyncio.gather(*(person.comes(rt) for person in silent))
        clock.days = -10
        await asyncio.gather(*(_talks(rt, person) for person in later))
    async with running(settings, {}, clock) as rt:
        clock.days = -35.5
        waits = Person(Address("terminal", "waits"))
        await waits.comes(rt)
    clock.days = 0
    assert await _tidied(settings, clock) == []
    kept = {hers.address: hers for hers in everybody(settings).values()}
    assert all((kept[person.address.id].said, kept[person.address.id].shown) == ((), ()) for person in silent)
    assert all(len(kept[person.address.id].shown) == person.done for person in later)
    assert len(kept["waits"].shown) == 1
    await _goes_on(settings, silent[0])


async def _talks(rt: Runtime, person: Person) -> None:
    await person.comes(rt)
    for _ in range(5):
        await person.writes(rt, "hej")


async def _goes_on(settings: Settings, person: Person) -> None:
    """She is answered in the language she chose, although nothing of what was said is left."""
    door = Door()
    async with running(settings, {door.name: door}, Clock()) as rt:
        await person.writes(rt, "hej")
        async with asyncio.timeout(30):
            while not door.sent[person.address.id]:
                await asyncio.sleep(0.05)
    assert [delivery.message.view.locale for delivery in door.sent[person.address.id]] == ["ar"]


async def test_statistics_go_after_three_years(settings: Settings) -> None:
    """Numbers of days that are long gone are erased, those of later days stay."""
    open_store(settings, Clock()).close()
    with sqlite3.connect(file_of(settings.database_url)) as connection:
        days = ("2019-01-01", Clock(-10)().date().isoformat())
        connection.executemany("insert into count values (?, 'turn', 7)", [(day,) for day in days])
    connection.close()
    assert await _tidied(settings, Clock()) == []
    assert number(settings, "count") == 1


@pytest.mark.parametrize(("due", "of", "refused"), [(10, 10, False), (11, 54, True), (11, 55, False), (0, 0, False)])
def test_a_fifth_or_a_few_may_go_at_once(due: int, of: int, refused: bool) -> None:
    """Up to ten, or up to a fifth, need no operator."""
    assert Due("contacts", due, of).refused is refused


async def test_a_new_database_beside_an_old_key_store_forgets_nobody(settings: Settings, bundle: Bundle) -> None:
    """Somebody has named another database file by mistake: the keys of the right one are still there afterwards."""
    crowd(settings, bundle, [NOW - 30] * 50)
    keys = number(settings, "key")
    wrong = settings.model_copy(update={"database_url": settings.database_url.replace("halsobot.db", "other.db")})
    with suppress(BadKeys, BadDatabase):
        await _tidied(wrong, Clock(1))
    assert number(settings, "key") == keys

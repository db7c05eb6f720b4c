"""The key ring is renewed while the bot runs: nothing is lost, nothing stays shut, and the old key opens nothing."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE
from itertools import count
from pathlib import Path
from secrets import token_hex

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.runtime import Runtime
from halsobot.keeping import rotated
from halsobot.model.inbound import Address
from halsobot.store.database import connect, read_url
from halsobot.store.keystore import KeyStore
from halsobot.store.ring import BadKeys, Ring, make_ring

from .files import begin, ended, environment, everybody, file_of, halsobot, keys_in, opened_by, reading
from .people import Door, Person

#: How many rotations under load, and how many of each other trial. ``make keys`` asks for more.
ROTATIONS = int(os.environ.get("HALSOBOT_TEST_ROTATIONS", "2"))
TRIALS = int(os.environ.get("HALSOBOT_TEST_KEY_KILLS", "3"))
AT_ONCE = 4
KEYS = 1000


class Load:
    """Known people who go on writing, and new ones who come, until it is over."""

    def __init__(self, rt: Runtime) -> None:
        self._rt, self._numbers = rt, count()
        self.people: list[Person] = []
        self.over = False

    async def runs(self) -> None:
        await asyncio.gather(*(self._stays() for _ in range(10)), *(self._come_and_go() for _ in range(5)))

    def _new(self) -> Person:
        person = Person(Address("terminal", f"chat-{next(self._numbers)}"))
        self.people.append(person)
        return person

    async def _stays(self) -> None:
        person = self._new()
        await person.comes(self._rt)
        while not self.over:
            await person.writes(self._rt, "hej")
            await asyncio.sleep(0.02)

    async def _come_and_go(self) -> None:
        while not self.over:
            person = self._new()
            await person.comes(self._rt)
            await person.writes(self._rt, "hej")
            await asyncio.sleep(0.02)


async def test_rotation_under_load_loses_nothing_and_shuts_nothing(settings: Settings, tmp_path: Path) -> None:
    """New and known people write while the ring is renewed again and again: each thing they did is answered once,
    all of it opens with the one key that is left, and none of it with the keys before.
    """
    door = Door()
    async with running(settings, {door.name: door}) as rt:
        load = Load(rt)
        work = asyncio.create_task(load.runs())
        await asyncio.sleep(0.3)
        for number in range(ROTATIONS):
            shutil.copy(settings.keys, tmp_path / f"old-{number}")
            await _rotates(settings)
        load.over = True
        await work
    _all_open(settings, load.people)
    for person in load.people:
        assert door.numbers(person.address.id) == list(range(1, person.done + 1))
    assert [opened_by(settings, tmp_path / f"old-{number}") for number in range(ROTATIONS)] == [0] * ROTATIONS
    turns, refused = (sum(getattr(each, name) for each in load.people) for name in ("done", "refused"))
    print(
        f"{ROTATIONS} rotations under {turns} turns of {len(load.people)} people: "
        f"0 lost, 0 shut, {refused} asked to come again"
    )


async def test_after_a_rotation_everybody_goes_on_where_she_was(settings: Settings) -> None:
    """A new start with the new ring knows each of them; the old ring is refused."""
    people = [Person(Address("web", f"secret-{number}"), locale="ar") for number in range(20)]
    async with running(settings, {}) as rt:
        await asyncio.gather(*(person.comes(rt) for person in people))
    await _rotates(settings)
    async with running(settings, {}) as rt:
        for person in people:
            await person.writes(rt, "hej")
            messages = await rt.store.messages(person.address, 0) or ()
            assert [(each.seq, each.view.locale) for each in messages] == [(1, "ar"), (2, "ar")]


async def test_a_rotation_killed_at_any_moment_leaves_a_ring_that_opens_everything(tmp_path: Path) -> None:
    """kill -9 while keys are locked anew, while it waits, while it takes the old key out; a later one completes."""
    before, dice, both = _with_keys(tmp_path / "0"), random.Random(7), 0
    for start in range(1, TRIALS + 1, AT_ONCE):
        trials = range(start, min(start + AT_ONCE, TRIALS + 1))
        killed = (_killed(_copy(before, tmp_path / f"{number}"), dice.random() * 2.2) for number in trials)
        both += sum(await asyncio.gather(*killed))
    print(f"{TRIALS} rotations killed, {both} with two keys in the ring, {KEYS} contacts' keys each: 0 shut")


async def _killed(settings: Settings, after: float) -> bool:
    """Kill a rotation so many seconds after its new key is in the ring; whether the old one was still there too."""
    process = await begin(settings, "keys", "rotate")
    async with asyncio.timeout(60):
        while keys_in(settings.keys) == 1:
            await asyncio.sleep(0.002)
    await asyncio.sleep(after)
    if process.returncode is None:
        process.kill()
    await process.wait()
    both = keys_in(settings.keys) == 2
    _opens_all_of(settings)
    await asyncio.to_thread(lambda: list(rotated(settings)))
    _opens_all_of(settings)
    assert keys_in(settings.keys) == 1
    return both


async def test_several_rotations_at_once_do_no_harm(tmp_path: Path) -> None:
    """Two operators and a timer: the ring opens everything; who is second waits, or is told why it cannot be."""
    before, dice, refused = _with_keys(tmp_path / "0"), random.Random(7), 0
    trials = [_copy(before, tmp_path / f"{number}") for number in range(1, TRIALS + 1)]
    for start in range(0, TRIALS, AT_ONCE):
        refused += sum(await asyncio.gather(*(_at_once(each, dice) for each in trials[start : start + AT_ONCE])))
    print(f"{TRIALS} times three rotations at once, {refused} refused, {KEYS} contacts' keys each: 0 shut")


async def _at_once(settings: Settings, dice: random.Random) -> int:
    """Two that begin at the same moment, and one while they are under way. Returns how many were refused."""
    begun = (0.0, 0.0, dice.random() * 2.5)
    refused = sum(await asyncio.gather(*(_is_refused(settings, after) for after in begun)))
    _opens_all_of(settings)
    assert refused < len(begun)
    return refused


async def _is_refused(settings: Settings, after: float) -> bool:
    await asyncio.sleep(after)
    try:
        await asyncio.to_thread(lambda: list(rotated(settings)))
    except BadKeys:  # what an operator is told in one sentence
        return True
    return False


async def test_a_bot_that_is_suspended_meanwhile_shuts_nobody_out(settings: Settings) -> None:
    """The machine stops the bot in the middle of making a newcomer's key, and goes on after the rotation."""
    async with running(settings, {}) as rt:
        await Person(Address("web", "known")).comes(rt)
    held = sqlite3.connect(file_of(settings.key_store), isolation_level=None)
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _ONE_COMES, env=environment(settings), stdout=PIPE, stderr=PIPE
    )
    assert bot.stdout
    try:
        assert await asyncio.wait_for(bot.stdout.readline(), 30) == b"running\n"
        held.execute("BEGIN IMMEDIATE")
        (settings.keys.parent / "come").touch()
        await asyncio.sleep(0.6)  # her key is made, and waits to be written
        bot.send_signal(signal.SIGSTOP)
        held.execute("ROLLBACK")
        await _rotates(settings)
    finally:
        bot.send_signal(signal.SIGCONT)
        held.close()
    assert (await ended(bot))[1] == ""
    with reading(settings) as (_, vault):
        for whose in vault.keys.all():
            vault.keys.cipher(whose)


#: A halsobot to which somebody new comes when she is told to.
_ONE_COMES = """
import asyncio
from pathlib import Path
from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.model.event import Started
from halsobot.keeping import rotated
from halsobot.model.inbound import Address, Inbound
from halsobot.scenario.talk import USUAL

async def main():
    settings = Settings()
    async with running(settings, {}) as rt:
        await asyncio.sleep(0.3)
        print("running", flush=True)
        while not Path(settings.keys.parent, "come").exists():
            await asyncio.sleep(0.01)
        for _ in range(20):
            try:
                await receive(Inbound(Address("web", "new"), Started(USUAL, locale="sv"), "1"), rt)
                return
            except Exception:
                await asyncio.sleep(0.2)

asyncio.run(main())
"""


async def _rotates(settings: Settings) -> None:
    code, said = await halsobot(settings, "keys", "rotate")
    assert code == 0, said
    assert keys_in(settings.keys) == 1


def _opens_all_of(settings: Settings) -> None:
    """The ring opens every key of ``_with_keys``, and the index key."""
    assert opened_by(settings, settings.keys) == KEYS + 1


def _all_open(settings: Settings, people: list[Person]) -> None:
    """Everything each of them did is there, and opens with the ring as it is."""
    found = {hers.address: hers for hers in everybody(settings).values()}
    assert len(found) == len(people)
    for person in people:
        assert len(found[person.address.id].shown) == person.done
    assert opened_by(settings, settings.keys) == len(people) + 1


def _with_keys(folder: Path) -> Settings:
    """A ring and a key store with many keys."""
    folder.mkdir()
    settings = Settings(database_url=f"sqlite:///{folder}/halsobot.db", keys=folder / "keys")
    make_ring(settings.keys)
    store = KeyStore(connect(read_url(settings.key_store)), Ring(settings.keys))
    store.open(now=0)
    store.add([token_hex(16) for _ in range(KEYS)], now=0)
    store.close()
    return settings


def _copy(settings: Settings, folder: Path) -> Settings:
    shutil.copytree(settings.keys.parent, folder)
    return Settings(database_url=f"sqlite:///{folder}/halsobot.db", keys=folder / "keys")

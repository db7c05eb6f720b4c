"""Who asks to be forgotten is: nothing of hers is left anywhere, and nobody else loses anything.

``HALSOBOT_TEST_FORGET_OTHERS`` is how many others there are, ``HALSOBOT_TEST_FORGET_KILLS`` at how many of fifty
places of a forget the server is killed.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from rig import Fail, FakeChat, Rig
from server import Server, free_port

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Later
from halsobot.model.event import Event, Left, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery
from halsobot.scenario.talk import USUAL
from halsobot.store.forgotten import Forgotten

from .data import Data
from .traces import files, remnants, rows, rows_of_others, sealed_of

OTHERS = int(os.environ.get("HALSOBOT_TEST_FORGET_OTHERS", "200"))
FEW = 40
PLACES = 50
KILLS = int(os.environ.get("HALSOBOT_TEST_FORGET_KILLS", "2"))
SOON = 60  # seconds within which nothing of hers is left
SHE = Address("telegram", "881234567890123")
LAST = "engine-forgotten"
DIES = Path(__file__).with_name("dies.py")


class Door:
    """A way out that can be held, for all or so that each message comes again later."""

    name = "telegram"

    def __init__(self) -> None:
        self.to_her: list[str] = []
        self.later = False
        self.open = asyncio.Event()
        self.open.set()

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        screen = delivery.message.view.screen
        if delivery.address == SHE and self.later and screen != LAST:
            raise Later("held", 1.0)
        await self.open.wait()
        if delivery.address == SHE:
            self.to_her.append(screen)
        return 1

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """Nothing is taken away here."""


@dataclass
class Hers:
    """What there was of her before."""

    contact: str
    sealed: list[bytes] = field(repr=False)
    others: dict[str, list[tuple[object, ...]]] = field(repr=False)

    def left_in(self, folder: Path) -> dict[str, int]:
        """In which files something of hers stands. The list of the forgotten has her random number for a reason."""
        found = files(folder)
        listed = found.pop("forgotten", b"")
        assert not remnants({"forgotten": listed}, self.sealed)
        number = {name: 1 for name, data in found.items() if self.contact.encode() in data}
        return number | remnants(found, self.sealed)

    async def is_gone_from(self, folder: Path) -> float:
        """Wait until nothing of hers is left. How long that took (seconds)."""
        began = time.monotonic()
        while left := await asyncio.to_thread(self.left_in, folder):
            assert time.monotonic() < began + SOON, f"still there after {SOON} s: {left}"
            await asyncio.sleep(0.2)
        return time.monotonic() - began


async def _does(rt: Runtime, event: Event, repeat: str, who: Address = SHE) -> None:
    await receive(Inbound(who, event, repeat), rt)


async def _lives(rt: Runtime, who: Address) -> None:
    """Somebody comes and writes."""
    await _does(rt, Started(USUAL, locale="sv"), "came", who)
    for turn in range(2):
        await _does(rt, Wrote(USUAL, f"jag undrar {turn}"), f"{turn}", who)


async def _until(true: Callable[[], object], timeout: float = 10) -> None:
    async with asyncio.timeout(timeout):
        while not true():
            await asyncio.sleep(0.02)


async def _all_live(rt: Runtime, door: Door, data: Data, number: int = OTHERS) -> Hers:
    """She and all the others write, side by side; when all is still, what is there is remembered."""
    others = [Address(("web", "telegram")[other % 2], f"99{other}") for other in range(number)]
    half = len(others) // 2
    await asyncio.gather(*(_lives(rt, who) for who in others[:half]))
    await _lives(rt, SHE)
    contact = _newest(data)
    await asyncio.gather(*(_lives(rt, who) for who in others[half:]))
    await _until(lambda: not rows(data.database, "select 1 from outbox where state in ('queued', 'sending')"))
    door.later = True
    await _does(rt, Wrote(USUAL, "och nu?"), "held")
    await _until(lambda: _waiting(data, contact))
    return Hers(contact, sealed_of(data.database, data.key_store, contact), rows_of_others(data.database, contact))


def _newest(data: Data) -> str:
    """Her whose row was added last."""
    return str(rows(data.database, "select id from contact order by rowid desc limit 1")[0][0])


def _waiting(data: Data, contact: str) -> bool:
    return bool(rows(data.database, "select 1 from outbox where contact = ? and state = 'queued'", contact))


@asynccontextmanager
async def _said_slowly(door: Door, data: Data, hers: Hers) -> AsyncIterator[None]:
    """Her last words are held until they have been read; they are hers too."""
    door.open.clear()
    yield
    await _until(lambda: data.last_words())
    hers.sealed += data.last_words()
    door.open.set()


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Data:
    """A folder of its own for the files of halsobot."""
    live = tmp_path / "live"
    return Data(settings.model_copy(update={"database_url": f"sqlite:///{live}/halsobot.db", "keys": live / "keys"}))


async def test_after_forget_nothing_of_hers_is_left_and_the_others_have_everything(data: Data, tmp_path: Path) -> None:
    """With a reply still queued: only the confirmation comes, no byte of hers stays, all others are as they were."""
    door, backup = Door(), tmp_path / "backup"
    async with running(data.settings, {door.name: door}) as rt:
        hers = await _all_live(rt, door, data)
        data.back_up(backup)
        opened_before = len(data.opened(backup / data.database.name, hers.contact))
        door.to_her.clear()
        async with _said_slowly(door, data, hers):
            await _does(rt, Wrote(USUAL, "/forget"), "forget")
        await _until(lambda: door.to_her)
        took = await hers.is_gone_from(data.folder)
        await asyncio.sleep(2)  # the reply that was held would come by now
        assert door.to_her == [LAST]
        assert rows_of_others(data.database, hers.contact) == hers.others
    opened = len(data.opened(backup / data.database.name, hers.contact))
    assert opened_before > 10
    assert opened == 0
    print(
        f"forgotten among {OTHERS} others, who are as before: the last of {len(hers.sealed)} values of hers was gone "
        f"{took:.1f} s after the confirmation; of {opened_before} in a backup {opened} open"
    )


@pytest.mark.parametrize(("way", "with_keys"), [("/forget", False), ("/forget", True), ("the exit", True)])
async def test_yesterdays_backup_brings_nobody_back(data: Data, tmp_path: Path, way: str, with_keys: bool) -> None:
    """A copy from before is restored: at the next start she is erased again, and hears nothing."""
    door, backup = Door(), tmp_path / "backup"
    async with running(data.settings, {door.name: door}) as rt:
        hers = await _all_live(rt, door, data, FEW)
        data.back_up(backup)
        await _does(rt, Left(USUAL) if way == "the exit" else Wrote(USUAL, way), "forget")
        await _until(lambda: hers.contact not in data.contacts())
    data.restore(data.database, backup)
    if with_keys:
        data.restore(data.key_store, backup)
    assert hers.contact in data.contacts()
    door.to_her.clear()
    async with running(data.settings, {door.name: door}):
        await hers.is_gone_from(data.folder)
        await asyncio.sleep(2)
        assert door.to_her == []
        assert hers.contact not in data.with_key()
        assert rows_of_others(data.database, hers.contact) == hers.others


def _telegram(rig: Rig, port: int) -> dict[str, str]:
    return {
        "HALSOBOT_TELEGRAM_TOKEN": rig.token,
        "HALSOBOT_TELEGRAM_API_URL": rig.url,
        "HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": "s3cret",
    }


@dataclass
class Doomed:
    """A server that dies at a place of a forget, and one newcomer after the other who asks for it."""

    rig: Rig
    server: Server
    data: Data
    note: Path
    died: list[str] = field(default_factory=list)

    async def starts(self, place: int) -> None:
        """The server, which dies at that place of the next forget."""
        self.note.unlink(missing_ok=True)
        await self.server.start(str(DIES), str(place), str(self.note))

    async def newcomer(self, id: int) -> tuple[FakeChat, Hers]:
        """Somebody who has written, and for whom an answer is queued."""
        chat = self.rig.chat(id)
        await chat.sends("/start __sv")
        await chat.waits(2, timeout=20)
        contact = _newest(self.data)
        held = self.rig.script(Fail(500), method="sendMessage", chat=chat)
        await (await chat.sends("och nu?")).acknowledged()
        await _until(lambda: held.used and _waiting(self.data, contact))
        return chat, Hers(contact, sealed_of(self.data.database, self.data.key_store, contact), {})

    async def forgets(self, chat: FakeChat, hers: Hers) -> None:
        """She asks to be forgotten, and the server dies of it."""
        assert self.server.process
        self.server.process.send_signal(signal.SIGUSR1)
        await chat.sends("/forget")
        async with asyncio.timeout(20):
            await self.server.dies()
        self.died.append(self.note.read_text())

    def committed(self, contact: str, folder: Path) -> bool:
        """Whether her wish had been stored: looked at in copies, so that the files stay as the kill left them."""
        shutil.copytree(self.data.folder, folder)
        found = rows(folder / self.data.database.name, "select leaving from contact where id = ?", contact)
        shutil.rmtree(folder)
        return not found or found[0][0] is not None


async def test_killed_anywhere_in_a_forget_she_ends_erased(data: Data, tmp_path: Path) -> None:
    """kill -9 at any place: after the next start she is gone, her key is gone, and she has been told."""
    data.folder.mkdir()
    port = free_port()
    async with Rig() as rig:
        server = Server(data.folder, _telegram(rig, port), port)
        doomed = Doomed(rig, server, data, tmp_path / "note")
        places = [1 + number * PLACES // KILLS for number in range(KILLS)]
        try:
            await doomed.starts(places[0])
            for number, place in enumerate(places, 1):
                await _killed_at(doomed, 771234567890000 + place, places[number] if number < KILLS else 0, tmp_path)
        finally:
            await server.is_gone()
        assert rig.violations == []
    print(f"{KILLS} kills at {len(set(doomed.died))} kinds of places in a forget: all erased, all told")


async def _killed_at(doomed: Doomed, id: int, next_place: int, tmp_path: Path) -> None:
    chat, hers = await doomed.newcomer(id)
    asked = max(chat.history) + 1
    await doomed.forgets(chat, hers)
    where, stored = doomed.died[-1], doomed.committed(hers.contact, tmp_path / "looked at")
    await doomed.starts(next_place)
    await chat.waits("borttaget", timeout=20)
    await hers.is_gone_from(doomed.data.folder)
    assert hers.contact not in doomed.data.contacts() + doomed.data.with_key(), where
    assert hers.contact in Forgotten(doomed.data.settings.forgotten_list).contacts(), where
    heard = [seen.text for number, seen in chat.messages.items() if number >= asked]
    assert not stored or all("borttaget" in text for text in heard), (where, heard)

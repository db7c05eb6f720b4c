"""Bells: who is rung, when, and that nothing of anybody's stands in it. The mail server is a real one, on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from click.testing import CliRunner
from rig import FakeChat, Rig
from room import MONDAY, Room, Woman, answering, guide, opened_room, settings_for
from server import free_port

from halsobot.app import open_store, utc_now
from halsobot.bells.mail import send
from halsobot.bells.ring import Mail, Ringer
from halsobot.channels.telegram.api import BotApi
from halsobot.cli import main
from halsobot.config import Settings
from halsobot.serve import ringing
from halsobot.store.staff import Account

GROUP = -1001
GUIDES = answering(
    {
        "anna": guide("Anna", "sv ar", "Mo-Fr 09:00-12:00,13:00-16:00"),
        "bilal": guide("Bilal", "sv", "Mo-Fr 13:00-16:00", gender="man"),
        "eva": guide("Eva", "sv ar", "Sa 09:00-12:00"),
    },
    **{"interpreter-hours": [{"language": "ti", "hours": "Tu 10:00-11:00", "guide": "eva"}]},
)


class Post:
    """Takes mail; refuses as often as it is told to."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = 0
        self.port = free_port()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuses:
            self.refuses -= 1
            return "451 Later"
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def to(self, name: str) -> list[str]:
        """The subjects of what somebody got."""
        return [str(mail["Subject"]) for mail in self.mails if mail["To"] == f"{name}@region.example"]


@pytest.fixture
def post() -> Iterator[Post]:
    handler = Post()
    server = Controller(handler, hostname="127.0.0.1", port=handler.port)
    server.start()
    yield handler
    server.stop()


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """Before the working day begins."""
    async with opened_room(tmp_path, GUIDES) as one:
        one.clock.now = MONDAY.replace(hour=8)
        for name in ("anna", "bilal", "eva"):
            account = Account(name, name, "", "", "sv", 0, 0, 0, f"{name}@region.example")
            await one.rt.store.change(partial(one.rt.store.staff.add, account=account))
        yield one


def _url(post: Post) -> str:
    return f"smtp://127.0.0.1:{post.port}"


async def _until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.01)


async def _asked(room: Room, text: str, locale: str = "ar") -> Woman:
    woman = room.woman(locale, "telegram")
    await woman.asks(text)
    return woman


@dataclass
class Rung:
    """A room whose guides are rung by mail and in their group, whenever a test looks at the clock."""

    room: Room
    post: Post
    group: FakeChat
    ringer: Ringer

    async def at(self, hour: int, minute: int = 0) -> None:
        """It is that time on Monday, and it is looked whom to ring."""
        self.room.clock.now = MONDAY.replace(hour=hour, minute=minute)
        await self.ringer.look()


@pytest.fixture
async def rung(room: Room, post: Post) -> AsyncIterator[Rung]:
    async with Rig() as rig, BotApi(rig.url, rig.token) as api:
        group = rig.group(GROUP)
        group.left = False

        async def tell(text: str) -> None:
            await api.call("sendMessage", chat_id=GROUP, text=text)

        one = Rung(room, post, group, Ringer(room.rt, _mail(post), tell))
        await one.at(8)
        yield one


def _mail(post: Post) -> Mail:
    async def mail(to: str, text: str) -> None:
        await asyncio.to_thread(send, _url(post), "halsobot@region.example", to, text)

    return mail


async def test_a_shift_begins_with_what_waits(rung: Rung) -> None:
    """Each for her own languages, at the beginning of each stretch, once; nobody where nothing waits."""
    room, post, group = rung.room, rung.post, rung.group
    await _asked(room, "hemligt")
    await _asked(room, "hon andas inte", "sv")
    for hour, minute in ((8, 30), (9, 0), (9, 1), (12, 59)):
        await rung.at(hour, minute)
    await _until(lambda: post.to("anna") and group.messages)
    assert post.to("anna") == ["Väntar: 2. Äldst: 1 h. Brådskande: 1."]
    await rung.at(13)
    await _until(lambda: len(post.to("anna")) == 2 and post.to("bilal") and len(group.messages) == 2)
    assert post.to("bilal") == ["Väntar: 1. Äldst: 5 h. Brådskande: 1."]
    assert post.to("eva") == []
    assert group.text == "Väntar: 2. Äldst: 5 h. Brådskande: 1."


async def test_a_red_flag_rings_who_is_at_work_and_speaks_the_language(rung: Rung) -> None:
    """At once, once for each case; outside hours nobody."""
    await rung.at(13, 30)
    await _asked(rung.room, "ما بقدر اتنفس")
    for hour in (13, 14, 18):
        await rung.at(hour, 31)
    await _asked(rung.room, "hon andas inte", "sv")
    await rung.at(18, 32)
    await _until(lambda: rung.post.mails and rung.group.messages)
    await asyncio.sleep(0.1)
    assert (rung.post.to("anna"), rung.post.to("bilal")) == (["Ett ärende är brådskande. Titta i konsolen nu."], [])
    assert len(rung.post.mails) == len(rung.group.messages) == 1


async def test_a_red_flag_in_a_language_that_no_guide_speaks_rings_all_at_work(rung: Rung) -> None:
    """Any of them may answer it with an interpreter: it does not wait for the interpreter hour in silence."""
    await rung.at(13, 30)
    await _asked(rung.room, "ክትንፍስ ኣይከኣለትን", "ti")
    await rung.at(13, 31)
    await _until(lambda: rung.post.to("anna") and rung.post.to("bilal") and rung.group.messages)
    assert rung.post.to("eva") == []


async def test_who_is_away_is_not_rung(rung: Rung) -> None:
    await _asked(rung.room, "fråga", "sv")
    await rung.room.desk.be_away("anna", MONDAY.date(), MONDAY.date(), rung.room.clock())
    await rung.at(9)
    await rung.at(13)
    await _until(lambda: rung.post.to("bilal"))
    assert rung.post.to("anna") == []


async def test_nothing_of_anybodys_stands_in_a_bell(rung: Rung) -> None:
    """No words, no name, no language."""
    await _asked(rung.room, "hemligt hon andas inte")
    await rung.at(9)
    await _until(lambda: rung.post.mails and rung.group.messages)
    written = "".join(mail.as_string() for mail in rung.post.mails) + rung.group.transcript()
    for word in ("hemligt", "andas", "Anna", "arab", "العربية", "book-care", "Boka", "sssss"):
        assert word not in written


async def test_the_running_server_rings(room: Room, post: Post) -> None:
    """As its settings say, as soon as a case changes."""
    room.clock.now = MONDAY.replace(hour=10)
    own: dict[str, Any] = {"smtp_url": _url(post), "bell_from": "halsobot@region.example"}
    async with ringing(Settings(**own), room.rt, None):
        await asyncio.sleep(0.2)  # so that it has looked
        await _asked(room, "hon andas inte")
        await _until(lambda: post.to("anna"))


async def test_a_failing_mail_server_does_no_harm(room: Room, post: Post) -> None:
    """It is tried again a few times, and then given up."""
    post.refuses = 2

    ringer = Ringer(room.rt, _mail(post), None, pauses=(0.0, 0.01, 0.01))
    await ringer.look()
    await _asked(room, "fråga", "ar")
    room.clock.now = MONDAY.replace(hour=9)
    await ringer.look()
    await _until(lambda: post.to("anna"))
    post.refuses = 9
    room.clock.now = MONDAY.replace(hour=13)
    await ringer.look()
    await _until(lambda: post.refuses == 9 - 3)
    assert len(post.to("anna")) == 1


def test_a_password_never_goes_out_without_tls(post: Post) -> None:
    with pytest.raises(OSError, match="no TLS"):
        send(_url(post).replace("//", "//name:secret@"), "a@b.example", "c@d.example", "words")


def test_the_address_is_kept_with_the_account(tmp_path: Path) -> None:
    """What is no address is refused."""
    settings = settings_for(tmp_path, GUIDES)
    names = ("database_url", "keys", "content")
    runner = CliRunner(env={f"HALSOBOT_{name.upper()}": str(getattr(settings, name)) for name in names})
    add = ["staff", "add", "anna", "--guide", "anna", "--password-from", "-", "--email"]
    assert runner.invoke(main, [*add, "anna@two@region.example"], input="a long enough password").exit_code == 1
    made = runner.invoke(main, [*add, "anna@region.example"], input="a long enough password")
    assert made.exit_code == 0, made.output
    store = open_store(settings, utc_now)
    try:
        found = asyncio.run(store.read(store.staff.addresses))
    finally:
        store.close()
    assert found == [("anna", "anna@region.example", "sv")]

"""What the store promises: whole turns or none, each once, and nothing that another can read."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from halsobot.app import open_store, running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.event import Left, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.scenario.talk import USUAL
from halsobot.store.crypt import Sealed, Vault
from halsobot.store.database import BadDatabase, connect, migrate, read_url
from halsobot.store.keystore import KeyStore
from halsobot.store.ring import BadKeys, Ring, make_ring
from halsobot.store.tables import metadata
from halsobot.store.writer import Writer

SHE = Address("web", "a-secret")


def _came(repeat: str = "1") -> Inbound:
    return Inbound(SHE, Started(USUAL, locale="sv"), repeat)


def _wrote(text: str, repeat: str, address: Address = SHE) -> Inbound:
    return Inbound(address, Wrote(USUAL, text), repeat)


async def test_a_repeat_changes_nothing(rt: Runtime) -> None:
    """The same delivery ten times, some at once, has one effect."""
    await asyncio.gather(*(receive(_came(), rt) for _ in range(10)))
    assert [message.seq for message in await rt.store.messages(SHE, 0) or ()] == [1]


async def test_many_at_once_are_all_answered_in_order(rt: Runtime) -> None:
    """A hundred newcomers write five things each at once: five answers each, numbered in order."""
    people = [Address("web", f"secret-{number}") for number in range(100)]
    await asyncio.gather(*(receive(_wrote(f"{turn}", f"{turn}", who), rt) for who in people for turn in range(5)))
    for who in people:
        assert [message.seq for message in await rt.store.messages(who, 0) or ()] == [1, 2, 3, 4, 5]


async def test_two_processes_on_one_contact_lose_nothing(settings: Settings) -> None:
    """A turn made from an old version of the session is taken again, not stored."""
    async with running(settings, {}) as one, running(settings, {}) as other:
        await receive(_came(), one)
        await asyncio.gather(*(receive(_wrote("hej", f"w{n}"), (one, other)[n % 2]) for n in range(20)))
        assert [message.seq for message in await one.store.messages(SHE, 0) or ()] == list(range(1, 22))


async def test_an_unknown_address_that_may_not_open_is_answered_with_nothing(rt: Runtime) -> None:
    """A form of a conversation that has ended begins no new one."""
    await receive(Inbound(SHE, Wrote(USUAL, "hej"), "1", opens=False), rt)
    assert await rt.store.messages(SHE, 0) is None


async def test_leaving_erases_everything_of_hers(rt: Runtime, settings: Settings) -> None:
    """After the exit there is no conversation, and no row of hers in any table."""
    await receive(_came(), rt)
    await receive(Inbound(SHE, Left(USUAL), "leave", opens=False), rt)
    assert await rt.store.messages(SHE, 0) is None
    async with asyncio.timeout(5):
        while any(_rows(settings, table) for table in ("contact", "transcript", "outbox")):
            await asyncio.sleep(0.02)
    await receive(_came(), rt)
    assert await rt.store.messages(SHE, 0) is None, "the first form, sent again after the exit, opens nothing"


async def test_an_idle_web_chat_is_over_and_then_erased(settings: Settings) -> None:
    """After thirty minutes without anything from her nothing is shown, and the sweeper erases it."""
    now = [datetime(2026, 11, 23, 10, 0, tzinfo=UTC)]
    async with running(settings, {}, clock=lambda: now[0]) as rt:
        await receive(_came(), rt)
        now[0] += timedelta(minutes=31)
        assert await rt.store.messages(SHE, 0) is None
        await rt.store.sweep()
        assert _rows(settings, "contact") == 0
        assert _rows(settings, "outbox") == 0
        now[0] += timedelta(hours=48)
        await rt.store.sweep()
        assert _rows(settings, "mark") == 0


async def test_an_idle_chat_can_begin_anew_before_it_is_swept(settings: Settings) -> None:
    """The same page opened again after a long pause is a new conversation, at once."""
    now = [datetime(2026, 11, 23, 10, 0, tzinfo=UTC)]
    async with running(settings, {}, clock=lambda: now[0]) as rt:
        await receive(_came(), rt)
        now[0] += timedelta(minutes=31)
        await asyncio.wait_for(receive(_came("again"), rt), 5)
        assert [message.seq for message in await rt.store.messages(SHE, 0) or ()] == [1]


async def test_what_she_wrote_is_not_readable_in_the_files(rt: Runtime, settings: Settings) -> None:
    """Neither her words nor her address stand in the database, in any form of text."""
    await receive(_wrote("kanariefågeln sjunger", "1"), rt)
    raw = b"".join(path.read_bytes() for path in _database(settings).parent.glob("halsobot.db*"))
    for text in ("kanariefågeln", "sjunger", SHE.id):
        for coded in (text.encode(), text.encode("utf-16-le"), text.encode("unicode_escape")):
            assert coded not in raw


async def test_a_locked_database_refuses_and_goes_on_after(rt: Runtime, settings: Settings) -> None:
    """While another program holds the file nothing is half stored; afterwards the same thing is stored."""
    other = sqlite3.connect(_database(settings), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sa.exc.OperationalError):
        await receive(_came(), rt)
    other.execute("ROLLBACK")
    other.close()
    await receive(_came(), rt)
    assert [message.seq for message in await rt.store.messages(SHE, 0) or ()] == [1]


async def test_one_bad_unit_does_not_undo_its_group(tmp_path: Path) -> None:
    """Work that fails is undone alone; what was grouped with it is committed."""
    engine = connect(read_url(f"sqlite:///{tmp_path}/group.db"))
    writer = Writer(engine)
    await writer.do(lambda connection: connection.exec_driver_sql("create table t (n integer primary key)"))

    def put(number: int) -> Callable[[sa.Connection], object]:
        return lambda connection: connection.exec_driver_sql(f"insert into t values ({number})")

    done = await asyncio.gather(*(writer.do(put(number % 7)) for number in range(9)), return_exceptions=True)
    assert sum(isinstance(result, sa.exc.IntegrityError) for result in done) == 2
    with engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from t").scalar() == 7
    writer.close()


def test_a_sealed_value_opens_only_where_it_was_sealed(tmp_path: Path) -> None:
    """Moved to another contact, table, column or row it stays shut."""
    make_ring(tmp_path / "keys")
    keys = KeyStore(connect(read_url(f"sqlite:///{tmp_path}/keys.db")), Ring(tmp_path / "keys"))
    vault = Vault(keys, keys.open(now=0))
    keys.add(["she", "he"], now=0)
    sealed = vault.seal("she", "outbox", "body", "1", b"words")
    assert vault.open("she", "outbox", "body", "1", sealed) == b"words"
    for place in [("he", "outbox", "body", "1"), ("she", "contact", "body", "1"), ("she", "outbox", "body", "2")]:
        with pytest.raises(Sealed):
            vault.open(*place, sealed)
    assert len({vault.seal("she", "outbox", "body", "1", b"words") for _ in range(5)}) == 5


def test_wrong_or_missing_keys_stop_the_start(settings: Settings) -> None:
    """It says what to do and writes nothing."""
    open_store(settings, lambda: USUAL).close()
    before = _database(settings).read_bytes()
    settings.keys.rename(settings.keys.with_suffix(".away"))
    with pytest.raises(BadKeys, match="Restore them from your backup"):
        open_store(settings, lambda: USUAL)
    assert not settings.keys.exists()
    settings.keys.write_text("A" * 43 + "=\n")
    with pytest.raises(BadKeys, match="not those of this key store"):
        open_store(settings, lambda: USUAL)
    settings.keys.write_text("no key at all\n")
    with pytest.raises(BadKeys, match="32 bytes"):
        open_store(settings, lambda: USUAL)
    assert _database(settings).read_bytes() == before


def test_a_first_start_that_was_killed_can_be_made_again(settings: Settings) -> None:
    """An empty database file is no obstacle; there is never half a key."""
    _database(settings).touch()
    open_store(settings, lambda: USUAL).close()
    open_store(settings, lambda: USUAL).close()
    assert not list(settings.keys.parent.glob(".keys-*"))


def test_a_file_that_is_no_database_is_named(settings: Settings) -> None:
    """One sentence with the file, and no traceback."""
    open_store(settings, lambda: USUAL).close()
    _database(settings).write_bytes(b"this is no database, it is a letter to somebody" * 40)
    with pytest.raises(BadDatabase, match="cannot be used"):
        open_store(settings, lambda: USUAL)


async def test_a_session_that_cannot_be_read_begins_anew(rt: Runtime, settings: Settings) -> None:
    """Nobody is stuck for good because a row was spoilt; her messages go on in order."""
    await receive(_came(), rt)
    _spoil(settings, "update contact set session = x'00'")
    await receive(_wrote("hej", "2"), rt)
    assert [message.seq for message in await rt.store.messages(SHE, 0) or ()] == [1, 2]


async def test_a_message_that_cannot_be_read_holds_up_nobody(settings: Settings) -> None:
    """It is set aside; the others are sent."""
    people = [Address("terminal", name) for name in ("one", "two")]
    async with running(settings, {}) as rt:
        for who in people:
            await receive(Inbound(who, Started(USUAL, locale="sv"), "1"), rt)
        _spoil(settings, "update outbox set body = x'00' where contact = (select min(contact) from outbox)")
        assert len(await rt.store.take_on(["terminal"], 10)) == 1
        assert _states(settings) == ["refused", "sending"]


def _spoil(settings: Settings, change: str) -> None:
    connection = sqlite3.connect(_database(settings))
    with connection:
        connection.execute(change)
    connection.close()


def test_keys_are_for_their_owner_alone(settings: Settings) -> None:
    """Nobody else on the machine can read the key file."""
    open_store(settings, lambda: USUAL).close()
    assert settings.keys.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("url", ["", "hello", "postgresql://localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_a_database_that_cannot_be_used_is_refused_in_plain_words(url: str) -> None:
    """The text names the setting and shows how to write it."""
    with pytest.raises(BadDatabase, match="HALSOBOT_DATABASE_URL"):
        read_url(url)


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    """No difference between the tables in the code and those of a migrated database; twice is once."""
    engine = connect(read_url(f"sqlite:///{tmp_path}/new.db"))
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def _database(settings: Settings) -> Path:
    return Path(read_url(settings.database_url).database or "")


def _states(settings: Settings) -> list[str]:
    with sqlite3.connect(_database(settings)) as connection:
        return sorted(row[0] for row in connection.execute("select state from outbox"))


def _rows(settings: Settings, table: str) -> int:
    with sqlite3.connect(_database(settings)) as connection:
        return int(connection.execute(f"select count(*) from {table}").fetchone()[0])

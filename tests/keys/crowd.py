"""Very many contacts, made as the writer makes them: whole turns, many in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from secrets import token_hex

import sqlalchemy as sa

from halsobot.bundle.content import Bundle
from halsobot.config import Settings
from halsobot.conversation import effects
from halsobot.engine.step import step
from halsobot.model.event import Started
from halsobot.model.inbound import Address, Inbound
from halsobot.model.session import Session
from halsobot.model.unit import Known, Sending, Unit
from halsobot.scenario.talk import USUAL
from halsobot.store.apply import Apply, Entry
from halsobot.store.database import connect, read_url, transaction
from halsobot.store.keystore import key
from halsobot.store.opening import open_all
from halsobot.store.tables import contact, outbox, transcript

GROUP = 500
TABLES = (contact, transcript, outbox)


def crowd(settings: Settings, bundle: Bundle, seen: Iterable[int]) -> list[str]:
    """One contact for each time in ``seen``, who wrote then and was answered. Returns their ids in this order."""
    opened = open_all(settings.database_url, settings.key_store, settings.keys, now=0)
    apply, units = Apply(opened.vault, "crowd"), {locale: _unit(bundle, locale) for locale in bundle.catalogue.offered}
    ids: list[str] = []
    times = iter(seen)
    while group := list(islice(times, GROUP)):
        entries = [_entry(list(units.values()), len(ids) + place, when) for place, when in enumerate(group)]
        with transaction(opened.engine) as connection:
            apply(connection, entries)
            connection.execute(outbox.update().values(state="sent").where(outbox.c.state == "queued"))
        ids += [entry.unit.known.contact for entry in entries]
    opened.engine.dispose()
    opened.vault.keys.close()
    return ids


def _unit(bundle: Bundle, locale: str) -> Unit:
    """A first turn in this language."""
    event = Started(USUAL, locale=locale)
    turn = step(bundle, Session(), event)
    known = Known("", True, Session(), 0, 0, False)
    return effects.unit(known, Inbound(Address("terminal", ""), event, ""), turn, bundle)


def _entry(units: Sequence[Unit], number: int, seen: int) -> Entry:
    unit = units[number % len(units)]
    known = replace(unit.known, contact=token_hex(16))
    inbound = replace(unit.inbound, address=Address("terminal", f"{number}"))
    return Entry(replace(unit, known=known, inbound=inbound), Sending(), seen, 0)


def rows(settings: Settings) -> dict[str, bytes]:
    """A digest of all rows of each contact, her key included."""
    digests: dict[str, bytes] = {}
    for url, tables in ((settings.database_url, TABLES), (settings.key_store, (key,))):
        engine = connect(read_url(url))
        with engine.connect() as connection:
            for table in tables:
                _add(digests, connection, table)
        engine.dispose()
    digests.pop("index")
    return digests


def _add(digests: dict[str, bytes], connection: sa.Connection, table: sa.Table) -> None:
    owner = "id" if table is contact else "whose" if table is key else "contact"
    for row in connection.execute(sa.select(table).order_by(*table.primary_key)):
        whose = row._mapping[owner]
        digests[whose] = hashlib.sha256(digests.get(whose, b"") + repr(tuple(row)).encode()).digest()


def number(settings: Settings, table: str) -> int:
    """How many rows a table has."""
    engine = connect(read_url(settings.key_store if table == "key" else settings.database_url))
    with engine.connect() as connection:
        found = connection.exec_driver_sql(f'select count(*) from "{table}"').scalar_one()
    engine.dispose()
    return int(found)

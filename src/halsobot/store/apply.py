"""One unit becomes rows: all of them in the savepoint it is given, or none."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from halsobot.model.unit import Unit
from halsobot.store import codec
from halsobot.store.crypt import Vault
from halsobot.store.tables import contact, count, mark, outbox, transcript


class Stale(Exception):
    """The session has moved on since the turn was taken."""


class Repeated(Exception):
    """This very thing has had its effect already."""


def apply(connection: sa.Connection, vault: Vault, unit: Unit, now: int, oldest: int) -> None:
    """Store a turn at ``now``; a conversation last seen before ``oldest`` has ended.

    Raises Stale or Repeated, and the savepoint is then undone.
    """
    _mark(connection, vault, unit, now)
    if unit.farewell:
        connection.execute(contact.delete().where(contact.c.id == unit.known.contact))
    else:
        id = _contact(connection, vault, unit, now, oldest)
        _transcript(connection, vault, unit, id, now)
        _outbox(connection, vault, unit, id, now)
    _counts(connection, unit)


def _mark(connection: sa.Connection, vault: Vault, unit: Unit, now: int) -> None:
    try:
        connection.execute(mark.insert().values(hash=vault.mark(unit.inbound), at=now))
    except IntegrityError:
        raise Repeated from None


def _contact(connection: sa.Connection, vault: Vault, unit: Unit, now: int, oldest: int) -> str:
    known, version = unit.known, unit.known.version + 1
    id = known.contact or secrets.token_hex(16)  # random: nothing about a person can be computed from it
    row = {
        "session": vault.seal(id, "contact", "session", str(version), codec.session_bytes(unit.session)),
        "version": version,
        "last_seq": known.last_seq + len(unit.shown),
        "seen": now,
    }
    if known.contact is None:
        _new_contact(connection, vault, unit, id, row | {"created": now}, oldest)
    else:
        same = sa.and_(contact.c.id == id, contact.c.version == known.version)
        if connection.execute(contact.update().where(same).values(row)).rowcount == 0:
            raise Stale
    return id


def _new_contact(
    connection: sa.Connection, vault: Vault, unit: Unit, id: str, row: dict[str, object], oldest: int
) -> None:
    address = unit.inbound.address
    hashed = vault.address(address)
    ended = sa.and_(contact.c.address_hash == hashed, contact.c.seen < oldest)
    connection.execute(contact.delete().where(ended))
    sealed = vault.seal(id, "contact", "address", "", address.id.encode())
    values = {"id": id, "channel": address.channel, "address_hash": hashed, "address": sealed} | row
    try:
        connection.execute(contact.insert().values(values))
    except IntegrityError:
        raise Stale from None


def _transcript(connection: sa.Connection, vault: Vault, unit: Unit, id: str, now: int) -> None:
    bodies = (codec.event_bytes(unit.event), *map(codec.screen_bytes, unit.said))
    turn = unit.session.turn
    for position, body in enumerate(bodies):
        sealed = vault.seal(id, "transcript", "body", f"{turn}:{position}", body)
        row = {"contact": id, "turn": turn, "position": position, "at": now, "body": sealed}
        connection.execute(transcript.insert().values(row))


def _outbox(connection: sa.Connection, vault: Vault, unit: Unit, id: str, now: int) -> None:
    for seq, view in enumerate(unit.shown, unit.known.last_seq + 1):
        row = {
            "contact": id,
            "channel": unit.inbound.address.channel,
            "seq": seq,
            "state": "held" if unit.held else "queued",
            "due": now,
            "attempts": 0,
            "urgent": view.screen.startswith("emergency-"),
            "keeps": view.keeps,
            "pressed": unit.inbound.pressed if len(unit.shown) == 1 else None,
            "body": vault.seal(id, "outbox", "body", str(seq), codec.view_bytes(view)),
        }
        connection.execute(outbox.insert().values(row))


def _counts(connection: sa.Connection, unit: Unit) -> None:
    for name in unit.counts:
        row = insert(count).values(day=unit.event.at.date().isoformat(), name=name, number=1)
        again = row.on_conflict_do_update(index_elements=["day", "name"], set_={"number": count.c.number + 1})
        connection.execute(again)

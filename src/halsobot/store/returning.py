"""Coming back to an open case from another browser: the key of it, and the contact's move to a new address."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from halsobot.model.inbound import Address
from halsobot.store.crypt import Sealed, Vault
from halsobot.store.tables import case, contact, outbox, return_key


@dataclass(frozen=True, slots=True)
class Returned:
    """Whose secret opens nothing any more, and the number of the case that is open."""

    old: Address
    number: int


class Returning:
    """Queries and changes of the keys. Every one takes a connection. Of a key only a keyed hash is kept."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, connection: sa.Connection, contact_id: str, number: int, key: str, now: int) -> bool:
        """Keep a key instead of an older one. False: it is another contact's already, or the case is not open."""
        hashed = self._vault.blind("return", key)
        others = sa.select(return_key.c.contact).where(return_key.c.hash == hashed, return_key.c.contact != contact_id)
        open_one = sa.select(case.c.id).where(*_is_open(contact_id, number))
        if connection.execute(others).first() or not connection.execute(open_one).first():
            return False
        self.drop(connection, contact_id)
        own = {"contact": contact_id, "hash": hashed, "number": number, "made": now}
        connection.execute(return_key.insert().values(own))
        return True

    def drop(self, connection: sa.Connection, contact_id: str) -> None:
        connection.execute(return_key.delete().where(return_key.c.contact == contact_id))

    def open(self, connection: sa.Connection, key: str, to: Address, now: int) -> Returned | None:
        """Whom this key belongs to is answered at ``to`` from now on. None: no such key, or its case is closed.

        What she was shown before the case stays behind with the old address.
        """
        found = connection.execute(_BY_KEY, {"hash": self._vault.blind("return", key)}).first()
        if found is None or found.channel != to.channel:
            return None
        try:
            old = self._vault.open(found.id, "contact", "address", "", found.address).decode()
            session = self._vault.open(found.id, "contact", "session", str(found.version), found.session)
        except Sealed:
            return None
        # A new version: a turn that was begun from the old address is not stored any more.
        version = found.version + 1
        moved = {
            "address_hash": self._vault.address(to),
            "address": self._vault.seal(found.id, "contact", "address", "", to.id.encode()),
            "session": self._vault.seal(found.id, "contact", "session", str(version), session),
            "version": version,
            "seen": now,
        }
        connection.execute(contact.update().where(contact.c.id == found.id).values(moved))
        earlier = sa.and_(outbox.c.contact == found.id, outbox.c.turn < found.number)
        connection.execute(outbox.delete().where(earlier))
        return Returned(Address(found.channel, old), found.number)


def _is_open(contact_id: str, number: int) -> tuple[sa.ColumnElement[bool], ...]:
    return case.c.contact == contact_id, case.c.number == number, case.c.state != "closed"


_BY_KEY = (
    sa.select(contact, return_key.c.number)
    .join(return_key, return_key.c.contact == contact.c.id)
    .join(case, sa.and_(case.c.contact == contact.c.id, case.c.number == return_key.c.number))
    .where(return_key.c.hash == sa.bindparam("hash"), case.c.state != "closed", contact.c.leaving.is_(None))
)

"""What the store has in mind of contacts who wrote a moment ago, so that it need not be read again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from halsobot.model.inbound import Address, Inbound
from halsobot.model.unit import Known, Unit

#: Contacts and deliveries kept in mind. A session takes some kilobytes, so this is some megabytes.
CONTACTS, DELIVERIES = 2048, 16384


@dataclass(frozen=True, slots=True)
class _Entry:
    known: Known
    seen: int


class Memory:
    """Only a help: whether a turn can be stored is decided by the database, which knows what others stored."""

    def __init__(self) -> None:
        self._contacts: dict[Address, _Entry] = {}
        self._deliveries: dict[tuple[Address, str], None] = {}

    def recall(self, inbound: Inbound, oldest: int) -> Known | None:
        """Who did this, if that is in mind and was seen since ``oldest``; and whether it is a repeat."""
        entry = self._contacts.get(inbound.address)
        if entry is None or entry.seen < oldest:
            return None
        repeated = (inbound.address, inbound.repeat) in self._deliveries
        return replace(entry.known, seen=True) if repeated else entry.known

    def stored(self, unit: Unit, now: int) -> None:
        """A unit is in the database: the next turn begins where it ends."""
        address = unit.inbound.address
        self.forget(address)
        self._deliveries[address, unit.inbound.repeat] = None
        if not unit.farewell:
            old = unit.known
            known = Known(old.contact, False, unit.session, old.version + 1, old.last_seq + len(unit.shown), False)
            self._contacts[address] = _Entry(known, now)
        _drop_oldest(self._contacts, CONTACTS)
        _drop_oldest(self._deliveries, DELIVERIES)

    def clear(self) -> None:
        """Somebody may have been forgotten by another program."""
        self._contacts.clear()

    def forget(self, address: Address) -> None:
        """What is in mind of somebody may be old: it is read again."""
        self._contacts.pop(address, None)


def _drop_oldest(kept: dict[Any, Any], limit: int) -> None:
    if len(kept) > limit:
        del kept[next(iter(kept))]

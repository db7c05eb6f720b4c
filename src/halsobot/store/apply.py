"""Turns become rows: all of them in the savepoint they are given, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from secrets import token_hex
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import UpdateBase

from halsobot.model.event import Claimed, Closed, Corrected, Passed, PromiseChecked, Replied
from halsobot.model.outbox import LastWords, MessageClass
from halsobot.model.turn import KeepNumber
from halsobot.model.unit import Sending, Unit
from halsobot.model.view import View
from halsobot.store import codec
from halsobot.store.crypt import Vault
from halsobot.store.database import spoilt
from halsobot.store.keystore import NoKey
from halsobot.store.prepared import change, insert
from halsobot.store.tables import (
    callback,
    contact,
    count,
    farewell,
    file,
    mark,
    note,
    outbox,
    return_key,
    transcript,
    waiting,
)
from halsobot.store.tables import case as case_table
from halsobot.store.taken_back import take_back

Values = dict[str, Any]
#: What guides do, and not the contact herself.
FROM_STAFF = (Claimed, Replied, Corrected, Passed, Closed, PromiseChecked)

#: With so many screens waiting for one contact the newest takes the place of them all: nobody reads a hundred screens,
#: and one who writes without end must not slow the others.
BACKLOG = 100
#: Screens that say what a guide has said or done, and what is promised now: no other screen says it again.
OF_CASES = frozenset(f"engine-{name}" for name in ("said", "claimed", "passed", "returned", "moved", "closed"))
#: The screen whose buttons stay at the bottom of a chat: no other brings them.
LASTING = "engine-bar"


class Stale(Exception):
    """The session has moved on since the turn was taken."""


class Repeated(Exception):
    """This very thing has had its effect already."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit to be stored at ``now``. A conversation of its channel last seen before ``oldest`` has ended."""

    unit: Unit
    sending: Sending
    now: int
    oldest: int


class Apply:
    """Stores many units with few statements. For one alone, Stale and Repeated say why it cannot be stored."""

    def __init__(self, vault: Vault, owner: str) -> None:
        self._vault, self._owner = vault, owner

    def __call__(self, connection: sa.Connection, entries: Sequence[Entry]) -> Sequence[bool]:
        """Returns of each unit whether its messages are ours to send at once: no older one waits."""
        self._marks(connection, entries)
        staying = [each for each in entries if not each.unit.farewell]
        self._farewells(connection, [each for each in entries if each.unit.farewell])
        self._new_contacts(connection, [each for each in staying if each.unit.known.new])
        self._contacts(connection, [each for each in staying if not each.unit.known.new])
        _each(connection, _CASE, (_case_row(each) for each in staying if each.unit.case))
        _each(connection, file.insert(), (self._file(each) for each in staying if each.unit.inbound.attachment))
        _each(connection, note.insert(), (row for each in staying for row in self._notes(each)))
        _each(connection, _ALSO, (row for each in staying for row in _also(each)))
        self._numbers(connection, [each for each in staying if each.unit.number])
        clear(connection, [each.unit.known.contact for each in staying if _closes(each)])
        for each in staying:
            if each.unit.taken_back is not None:
                take_back(connection, each.unit.known.contact, each.unit.taken_back)
        _SAID(connection, (row for each in staying for row in self._transcript(each)))
        behind = _behind(connection, [each.unit.known.contact for each in staying if not each.unit.held])
        _each(connection, _REPLACE, ({"whose": each.unit.known.contact} for each in staying if each.unit.anew))
        flooded = (each for each in staying if behind.get(each.unit.known.contact, 0) >= BACKLOG)
        _each(connection, _THIN_OUT, ({"whose": each.unit.known.contact} for each in flooded))
        ours = [each.sending.lease is not None and each.unit.known.contact not in behind for each in entries]
        rows = (self._outbox(each, own) for each, own in zip(entries, ours, strict=True) if not each.unit.farewell)
        _OUT(connection, chain.from_iterable(rows))
        _count(connection, entries)
        return ours

    def _marks(self, connection: sa.Connection, entries: Iterable[Entry]) -> None:
        rows = [{"hash": self._vault.mark(each.unit.inbound), "at": each.now} for each in entries]
        try:
            _MARK(connection, rows)
        except IntegrityError:
            raise Repeated from None

    def _farewells(self, connection: sa.Connection, entries: Sequence[Entry]) -> None:
        """She is not found any more; her last words wait until the rest of her has been erased."""
        leaving = ({"whose": each.unit.known.contact, "since": each.now} for each in entries if not each.unit.known.new)
        _each(connection, LEAVE, leaving)
        _each(connection, farewell.insert(), (self._farewell(each) for each in entries if not each.unit.held))

    def _farewell(self, entry: Entry) -> Values:
        unit, id = entry.unit, token_hex(16)
        assert unit.farewell is not None
        body = codec.last_words_bytes(LastWords(unit.inbound.address.id, unit.farewell))
        due = entry.now if unit.known.new else None  # nothing is known of her that would have to go first
        own = {"id": id, "contact": unit.known.contact, "channel": unit.inbound.address.channel}
        return own | {"at": entry.now, "due": due, "body": self._vault.seal_last(id, body)}

    def _new_contacts(self, connection: sa.Connection, entries: Sequence[Entry]) -> None:
        """An old conversation from the same address that has ended makes room first."""
        if not entries:
            return
        self._vault.keys.add([each.unit.known.contact for each in entries], entries[0].now)
        rows = [self._new_contact(each) for each in entries]
        pairs = zip(rows, entries, strict=True)
        ended: Iterable[Values] = (
            {"from": row["address_hash"], "before": each.oldest, "since": each.now} for row, each in pairs
        )
        ended = list(ended)
        _each(connection, _END, ended)
        _each(connection, _PART, ({"from": row["from"], "before": row["before"]} for row in ended))
        try:
            _NEW(connection, rows)
        except IntegrityError:
            raise Stale from None

    def _new_contact(self, entry: Entry) -> Values:
        id, address = entry.unit.known.contact, entry.unit.inbound.address
        sealed = self._vault.seal(id, "contact", "address", "", address.id.encode())
        own = {"id": id, "channel": address.channel, "address_hash": self._vault.address(address), "address": sealed}
        return own | {"created": entry.now} | self._standing(entry) | {"seen": entry.now}

    def _contacts(self, connection: sa.Connection, entries: Sequence[Entry]) -> None:
        known = ((each.unit.known, each) for each in entries)
        try:
            rows = [{"whose": old.contact, "old": old.version, **self._standing(each)} for old, each in known]
        except NoKey:  # another program has forgotten her
            raise Stale from None
        if _MOVE_ON(connection, rows) != len(rows):
            raise Stale

    def _standing(self, entry: Entry) -> Values:
        unit, version = entry.unit, entry.unit.known.version + 1
        session = codec.session_bytes(unit.session)
        return {
            "session": self._vault.seal(unit.known.contact, "contact", "session", str(version), session),
            "version": version,
            "last_seq": unit.known.last_seq + len(unit.shown),
            "seen": entry.now if _begins_to_be_silent(entry) else None,
            "waits": unit.session.case is not None and unit.session.case.state != "closed",
        }

    def _file(self, entry: Entry) -> Values:
        unit, attachment = entry.unit, entry.unit.inbound.attachment
        assert attachment is not None
        whose, turn = unit.known.contact, unit.session.turn
        key, body = self._vault.seal_file(whose, turn, attachment.body, entry.now)
        return {"contact": whose, "turn": turn, "at": entry.now, "type": attachment.type, "key": key, "body": body}

    def _notes(self, entry: Entry) -> Iterator[Values]:
        unit, told, event = entry.unit, entry.unit.inbound.note, entry.unit.event
        if told and unit.case and isinstance(event, Passed):
            whose, turn, text = unit.known.contact, unit.session.turn, told.text.encode("utf-8", "replace")
            key, body = self._vault.seal_file(whose, turn, text, entry.now, "note")
            own = {"contact": whose, "turn": turn, "case": unit.case.case.number, "at": entry.now}
            yield own | {"guide": event.guide, "tags": " ".join(told.tags), "key": key, "body": body}

    def _numbers(self, connection: sa.Connection, entries: Iterable[Entry]) -> None:
        """Where she is to be called: the new number takes the place of the old one, or there is none any more."""
        for entry in entries:
            whose, number = entry.unit.known.contact, entry.unit.number
            if connection.execute(_NO_NUMBER, {"whose": whose}).rowcount:
                spoilt(connection)
            if isinstance(number, KeepNumber):
                key, body = self._vault.seal_file(whose, number.case, number.number.encode(), entry.now, "callback")
                own = {"contact": whose, "number": number.case, "at": entry.now, "times": " ".join(number.times)}
                connection.execute(callback.insert().values(**own, key=key, body=body))

    def _transcript(self, entry: Entry) -> Iterator[Values]:
        unit = entry.unit
        id, turn = unit.known.contact, unit.session.turn
        bodies = (codec.event_bytes(unit.event), *map(codec.screen_bytes, unit.said))
        for position, body in enumerate(bodies):
            sealed = self._vault.seal(id, "transcript", "body", f"{turn}:{position}", body)
            of_case = _case_of(unit) if position == 0 else None
            yield {
                "contact": id, "turn": turn, "position": position, "at": entry.now, "case": of_case, "body": sealed
            }  # fmt: skip

    def _outbox(self, entry: Entry, ours: bool) -> Iterator[Values]:
        unit, sending = entry.unit, entry.sending
        state = "held" if unit.held else "sending" if ours else "queued"
        for seq, view in enumerate(unit.shown, unit.known.last_seq + 1):
            yield {
                "contact": unit.known.contact,
                "seq": seq,
                "turn": unit.session.turn,
                "channel": unit.inbound.address.channel,
                "class": int(class_of(view)),
                "state": state,
                "at": entry.now,
                "due": sending.due or entry.now,
                "attempts": int(ours),
                "owner": self._owner if ours else None,
                "lease": sending.lease if ours else None,
                "keeps": view.keeps,
                "lasting": view.screen == LASTING,
                "pressed": unit.inbound.pressed if len(unit.shown) == 1 else None,
                "body": self._vault.seal(unit.known.contact, "outbox", "body", str(seq), codec.view_bytes(view)),
            }


def _also(entry: Entry) -> Iterator[Values]:
    if kept := entry.unit.case:
        for turn in kept.also:
            yield {"whose": entry.unit.known.contact, "earlier": turn, "number": kept.case.number}


def clear(connection: sa.Connection, contacts: Collection[str]) -> None:
    """What goes when a case is closed: its files, its notes and the number to call, also out of the pages that they
    stood on, and the way back to it.
    """
    for whose in contacts:
        connection.execute(_NO_KEY, {"whose": whose})
        gone = [connection.execute(none, {"whose": whose}).rowcount for none in (_NO_FILES, _NO_NOTES, _NO_NUMBER)]
        if any(gone):
            spoilt(connection)


def _closes(entry: Entry) -> bool:
    return entry.unit.case is not None and entry.unit.case.case.state == "closed"


def _begins_to_be_silent(entry: Entry) -> bool:
    """With what she does; and where a case of hers is closed. Nothing else that a guide does is her coming, and a chat
    that ends by itself is not kept for it.
    """
    return not isinstance(entry.unit.event, FROM_STAFF) or (_closes(entry) and not entry.oldest)


def _case_of(unit: Unit) -> int | None:
    """The case that what was done belongs to: her words for a person, or a guide's to her."""
    if unit.case is None or not (unit.case.words or isinstance(unit.event, FROM_STAFF)):
        return None
    return unit.case.case.number


def _case_row(entry: Entry) -> Values:
    kept = entry.unit.case
    assert kept is not None
    case = kept.case
    return {
        "id": token_hex(8),
        "contact": entry.unit.known.contact,
        "number": case.number,
        "region": case.region,
        "locale": kept.locale,
        "channel": entry.unit.inbound.address.channel,
        "topic": case.topic,
        "state": case.state,
        "guide": case.guide,
        "promised": int(case.promised.timestamp()) if case.promised else None,
        "opened": entry.now,
        "since": int(case.since.timestamp()) if case.since else None,
        "closed": entry.now if case.state == "closed" else None,
        "answered": case.answered,
        "urgent": case.urgent,
        "interpreter": case.interpreter,
        "wishes": " ".join(case.wishes),
        "reason": case.reason,
        "heard": int(kept.words),
        "version": 0,
    }


def _behind(connection: sa.Connection, contacts: Collection[str]) -> Mapping[str, int]:
    """For whom of the contacts something older waits, and how much: what is new must not overtake it."""
    if not contacts:
        return {}
    of_theirs = sa.select(outbox.c.contact, sa.func.count()).where(outbox.c.contact.in_(contacts), waiting())
    return {whose: number for whose, number in connection.execute(of_theirs.group_by(outbox.c.contact))}


def class_of(view: View) -> MessageClass:
    """An emergency screen overtakes everything else; a guide's words, and what becomes of a case and its promise, are
    worth more than a screen of the bot, which the next one makes up for.
    """
    if view.screen.startswith("emergency-"):
        return MessageClass.EMERGENCY
    return MessageClass.GUIDE if view.screen in OF_CASES else MessageClass.ORDINARY


_OUTGOING = ("contact", "seq", "turn", "channel", "class", "state", "at", "due", "attempts", "owner", "lease", "keeps")
_ANEW = ("id", "channel", "address_hash", "address", "session", "version", "last_seq", "created", "seen", "waits")
_MARK, _NEW, _SAID = insert(mark), insert(contact, *_ANEW), insert(transcript)
_OUT = insert(outbox, *_OUTGOING, "lasting", "pressed", "body")
_MOVE_ON = change(
    contact,
    {"id": "whose", "version": "old"},
    session="{session}", version="{version}", last_seq="{last_seq}", seen="COALESCE({seen}, seen)", waits="{waits}",
)  # fmt: skip
_COUNT = insert(count, conflict="ON CONFLICT (day, name) DO UPDATE SET number = count.number + excluded.number")
#: Who leaves is found by her address no more, which is free for a new conversation; no turn of hers can be stored.
LEFT: dict[str, Any] = {
    "leaving": sa.bindparam("since"),
    "address_hash": sa.cast(contact.c.id, sa.LargeBinary),
    "version": contact.c.version + 1,
}
LEAVE = contact.update().where(contact.c.id == sa.bindparam("whose"), contact.c.leaving.is_(None)).values(LEFT)
_END = (
    contact.update()
    .where(contact.c.address_hash == sa.bindparam("from"), contact.c.seen < sa.bindparam("before"), ~contact.c.waits)
    .values(LEFT)
)
#: Who waits for a person is not forgotten with her browser: only its secret opens nothing any more.
PARTED: dict[str, Any] = {"address_hash": sa.cast(contact.c.id, sa.LargeBinary)}
_PART = (
    contact.update()
    .where(contact.c.address_hash == sa.bindparam("from"), contact.c.seen < sa.bindparam("before"), contact.c.waits)
    .values(PARTED)
)
_ALSO = (
    transcript.update()
    .where(transcript.c.contact == sa.bindparam("whose"), transcript.c.turn == sa.bindparam("earlier"))
    .where(transcript.c.position == 0)
    .values({"case": sa.bindparam("number")})
)
_NO_FILES = file.delete().where(file.c.contact == sa.bindparam("whose"))
_NO_NOTES = note.delete().where(note.c.contact == sa.bindparam("whose"))
_NO_NUMBER = callback.delete().where(callback.c.contact == sa.bindparam("whose"))
_NO_KEY = return_key.delete().where(return_key.c.contact == sa.bindparam("whose"))
_CHANGED = ("locale", "state", "guide", "promised", "since", "closed", "answered", "urgent", "interpreter", "reason")
_CASE = sqlite_insert(case_table)
_CASE = _CASE.on_conflict_do_update(
    index_elements=["contact", "number"],
    set_={name: _CASE.excluded[name] for name in _CHANGED}
    | {"heard": case_table.c.heard + _CASE.excluded.heard, "version": case_table.c.version + 1},
)
_REPLACE = (
    outbox.update()
    .where(outbox.c.contact == sa.bindparam("whose"), waiting(), outbox.c["class"] == MessageClass.ORDINARY)
    .values(state=sa.case((outbox.c.doubts > 0, "uncertain"), else_="replaced"))
)
_THIN_OUT = _REPLACE.where(sa.not_(outbox.c.lasting))


def _count(connection: sa.Connection, entries: Iterable[Entry]) -> None:
    days = ((each.unit.event.at.date().isoformat(), each.unit.counts) for each in entries)
    counted = Counter((day, name) for day, names in days for name in names)
    rows = ({"day": day, "name": name, "number": number} for (day, name), number in counted.items())
    _COUNT(connection, rows)


def _each(connection: sa.Connection, statement: UpdateBase, rows: Iterable[Values]) -> None:
    """Run a statement for each row: for what is done rarely."""
    given = list(rows)
    if given:
        connection.execute(statement, given)

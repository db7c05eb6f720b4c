"""Cases as guides see them: the queue, one case with what was said, drafts, and who has read what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from halsobot.model.event import Event, SentMedia
from halsobot.model.inbound import Address, Attachment
from halsobot.model.screen import Screen
from halsobot.store import codec
from halsobot.store.apply import clear
from halsobot.store.crypt import Sealed, Vault
from halsobot.store.database import spoilt
from halsobot.store.tables import access, callback, case, contact, count, draft, file, mark, note, outbox, transcript

#: Turns before a case was opened of which a guide sees what the contact had read.
BEFORE = 6


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What the queue knows of a case: nothing of what was said. Times are seconds since 1970."""

    id: str
    contact: str
    number: int
    region: str
    locale: str
    channel: str
    topic: str | None
    state: str
    guide: str | None
    promised: int | None
    opened: int
    since: int | None
    answered: bool
    urgent: bool
    interpreter: bool
    wishes: str
    heard: int
    version: int


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was done or shown; ``for_person``: it belongs to the case and not to the bot."""

    turn: int
    at: int
    what: Event | Screen = field(repr=False)
    for_person: bool = False


@dataclass(frozen=True, slots=True)
class KeptNote:
    """What the guide who passed a case on told the next holder, in a turn of the contact's."""

    turn: int
    at: int
    guide: str
    tags: tuple[str, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that a guide has opened; ``address`` is where its contact is answered.

    ``states`` says of the newest messages what became of them, by turn. The newest note comes first.
    ``call`` says when she wishes to be called, such as "morning"; None: she does not.
    """

    row: CaseRow
    address: Address
    lines: tuple[Line, ...]
    states: dict[int, str]
    draft: str
    notes: tuple[KeptNote, ...] = ()
    call: str | None = None


_COLUMNS = [case.c[name] for name in CaseRow.__dataclass_fields__]


class Cases:
    """Queries and changes of the tables that only the console uses. Every one takes a connection."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def open_cases(self, connection: sa.Connection) -> list[CaseRow]:
        """All cases that are not closed: urgent ones first, then the earliest promise."""
        order = (case.c.urgent.desc(), case.c.promised.is_(None), case.c.promised, case.c.opened)
        query = sa.select(*_COLUMNS).where(case.c.state.in_(("waiting", "claimed")), _here()).order_by(*order)
        return [CaseRow(*row) for row in connection.execute(query)]

    def row(self, connection: sa.Connection, id: str) -> CaseRow | None:
        row = connection.execute(sa.select(*_COLUMNS).where(case.c.id == id, _here())).first()
        return CaseRow(*row) if row else None

    def address(self, connection: sa.Connection, row: CaseRow) -> Address | None:
        """Where the contact of a case is answered; None when she has been forgotten, or that cannot be read."""
        of = sa.select(contact.c.channel, contact.c.address).where(contact.c.id == row.contact)
        found = connection.execute(of).first()
        if found is None:
            return None
        try:
            opened = self._vault.open(row.contact, "contact", "address", "", found.address)
        except Sealed:
            return None
        return Address(found.channel, opened.decode())

    def write_off(self, connection: sa.Connection, row: CaseRow, now: int) -> None:
        """Close a case whose contact cannot be read any more, and so cannot be told."""
        closed = {"state": "closed", "closed": now, "reason": "unreadable", "version": case.c.version + 1}
        connection.execute(case.update().where(case.c.id == row.id).values(closed))
        connection.execute(contact.update().where(contact.c.id == row.contact).values(waits=False))
        clear(connection, [row.contact])

    def opened(self, connection: sa.Connection, id: str, staff: str) -> Opened | None:
        """A case with everything a guide may see of it; None when it is gone."""
        row = self.row(connection, id)
        address = self.address(connection, row) if row else None
        if row is None or address is None:
            return None
        lines = tuple(self._lines(connection, row))
        begun, notes = self._draft(connection, row, staff), tuple(self._notes(connection, row))
        return Opened(row, address, lines, self._states(connection, row), begun, notes, self._call(connection, row))

    def _lines(self, connection: sa.Connection, row: CaseRow) -> Iterator[Line]:
        of_case = sa.or_(transcript.c.turn >= row.number - BEFORE, transcript.c.case == row.number)
        query = (
            sa.select(transcript)
            .where(transcript.c.contact == row.contact, of_case)
            .order_by(transcript.c.turn, transcript.c.position)
        )
        for said in connection.execute(query):
            place = f"{said.turn}:{said.position}"
            try:
                body = self._vault.open(row.contact, "transcript", "body", place, said.body)
                what = codec.event(body) if said.position == 0 else codec.screen(body)
            except (Sealed, ValueError):
                continue
            yield Line(said.turn, said.at, what, said.case == row.number)

    def event(self, connection: sa.Connection, row: CaseRow, turn: int) -> Event | None:
        """What was done in a turn of this case; None where that does not belong to it, or is not there any more."""
        done = sa.and_(transcript.c.contact == row.contact, transcript.c.turn == turn, transcript.c.position == 0)
        query = sa.select(transcript.c.body).where(done, transcript.c.case == row.number)
        body = connection.execute(query).scalar()
        try:
            return codec.event(self._vault.open(row.contact, "transcript", "body", f"{turn}:0", body)) if body else None
        except (Sealed, ValueError):
            return None

    def _states(self, connection: sa.Connection, row: CaseRow) -> dict[int, str]:
        hers = sa.and_(outbox.c.contact == row.contact, outbox.c.turn >= row.number)
        return {out.turn: out.state for out in connection.execute(sa.select(outbox.c.turn, outbox.c.state).where(hers))}

    def _draft(self, connection: sa.Connection, row: CaseRow, staff: str) -> str:
        query = sa.select(draft.c.body).where(draft.c.case == row.id, draft.c.staff == staff)
        body = connection.execute(query).scalar()
        try:
            return self._vault.open(row.contact, "draft", "body", f"{row.id}:{staff}", body).decode() if body else ""
        except Sealed:
            return ""

    def _notes(self, connection: sa.Connection, row: CaseRow) -> Iterator[KeptNote]:
        of_case = sa.and_(note.c.contact == row.contact, note.c.case == row.number)
        for kept in connection.execute(sa.select(note).where(of_case).order_by(note.c.turn.desc())):
            try:
                text = self._vault.open_file(kept.key, row.contact, kept.turn, kept.body, "note").decode()
            except Sealed:
                continue
            yield KeptNote(kept.turn, kept.at, kept.guide, tuple(kept.tags.split()), text)

    def _call(self, connection: sa.Connection, row: CaseRow) -> str | None:
        return connection.execute(sa.select(callback.c.times).where(_to_call(row))).scalar()

    def number(self, connection: sa.Connection, held: CaseRow) -> str | None:
        """The number at which she is to be called. None where there is none, or the case is not any more as it was."""
        row = self.row(connection, held.id)
        if row is None or (row.state, row.guide) != ("claimed", held.guide):
            return None
        kept = connection.execute(sa.select(callback).where(_to_call(row))).first()
        try:
            opened = self._vault.open_file(kept.key, row.contact, row.number, kept.body, "callback") if kept else None
        except Sealed:
            return None
        return opened.decode() if opened else None

    def file(self, connection: sa.Connection, contact_id: str, turn: int) -> Attachment | None:
        """A recording or a picture that came with this turn."""
        query = sa.select(file).where(file.c.contact == contact_id, file.c.turn == turn)
        row = connection.execute(query).first()
        try:
            return Attachment(row.type, self._vault.open_file(row.key, contact_id, turn, row.body)) if row else None
        except Sealed:
            return None

    def put_in_place(self, connection: sa.Connection, held: CaseRow, turn: int, picture: Attachment, now: int) -> bool:
        """Keep this picture instead of the one that came with the turn, whose name with the channel goes, too.

        False where the case is not any more as it was: its files have gone with it, and none may come after.
        """
        row = self.row(connection, held.id)
        if row is None or (row.state, row.guide) != ("claimed", held.guide):
            return False
        key, body = self._vault.seal_file(row.contact, turn, picture.body, now)
        if connection.execute(file.delete().where(file.c.contact == row.contact, file.c.turn == turn)).rowcount:
            spoilt(connection)
        kept = {"contact": row.contact, "turn": turn, "at": now, "type": picture.type, "key": key, "body": body}
        connection.execute(file.insert().values(**kept))
        self._forget_name(connection, row.contact, turn)
        return True

    def _forget_name(self, connection: sa.Connection, contact_id: str, turn: int) -> None:
        """From what she did, the name by which the channel would give the original again."""
        done = sa.and_(transcript.c.contact == contact_id, transcript.c.turn == turn, transcript.c.position == 0)
        said = connection.execute(sa.select(transcript.c.body).where(done)).scalar()
        place = f"{turn}:0"
        event = codec.event(self._vault.open(contact_id, "transcript", "body", place, said)) if said else None
        if isinstance(event, SentMedia):
            plain = codec.event_bytes(replace(event, file=None))
            sealed = self._vault.seal(contact_id, "transcript", "body", place, plain)
            connection.execute(transcript.update().where(done).values(body=sealed))

    def files(self, connection: sa.Connection, contact_id: str) -> int:
        """How many recordings and pictures of a contact are kept."""
        query = sa.select(sa.func.count()).select_from(file).where(file.c.contact == contact_id)
        return int(connection.execute(query).scalar_one())

    def keep_draft(
        self, connection: sa.Connection, row: CaseRow, staff: str, text: str, now: int, form: str | None = None
    ) -> bool:
        """What a guide has begun to write: hers alone, and for this case alone. False: the answer in that ``form`` has
        been sent meanwhile, and what comes after it is older.
        """
        if form and connection.execute(sa.select(mark.c.at).where(mark.c.hash == self._form(row, staff, form))).first():
            return False
        mine = sa.and_(draft.c.case == row.id, draft.c.staff == staff)
        connection.execute(draft.delete().where(mine))
        if text:
            body = self._vault.seal(row.contact, "draft", "body", f"{row.id}:{staff}", text.encode("utf-8", "replace"))
            connection.execute(draft.insert().values(case=row.id, staff=staff, at=now, body=body))
        return True

    def sent(self, connection: sa.Connection, row: CaseRow, staff: str, form: str, now: int) -> None:
        """The answer in this form is no draft any more, and none may come of that form."""
        connection.execute(draft.delete().where(draft.c.case == row.id, draft.c.staff == staff))
        done = {"hash": self._form(row, staff, form), "at": now}
        connection.execute(sqlite_insert(mark).values(done).on_conflict_do_nothing())

    def _form(self, row: CaseRow, staff: str, form: str) -> bytes:
        return self._vault.blind("form", f"{row.id}|{staff}|{form}")

    def counted(self, connection: sa.Connection) -> list[tuple[str, str, int]]:
        """Months, what was counted of cases in them, and how often: why they were closed, and whether it helped."""
        month = sa.func.substr(count.c.day, 1, 7)
        told = sa.or_(count.c.name.like("case-closed-%"), count.c.name.like("case-helped-%"))
        query = sa.select(month, count.c.name, sa.func.sum(count.c.number)).where(told)
        return [tuple(row) for row in connection.execute(query.group_by(month, count.c.name).order_by(month))]

    def note_access(self, connection: sa.Connection, staff: str, id: str, what: str, now: int) -> None:
        """Who has read or changed a case."""
        connection.execute(access.insert().values(at=now, staff=staff, case=id, what=what))


def _to_call(row: CaseRow) -> sa.ColumnElement[bool]:
    return sa.and_(callback.c.contact == row.contact, callback.c.number == row.number)


def _here() -> sa.ColumnElement[bool]:
    """Of contacts who are not being forgotten."""
    leaving = sa.select(contact.c.id).where(contact.c.id == case.c.contact, contact.c.leaving.is_(None))
    return leaving.exists()

"""What guides can do: see who waits, take a case, answer, pass it on, close it. Each is one turn of the contact's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
import structlog

from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import QUEUE, Crowded, Runtime
from halsobot.engine.from_staff import FORGOTTEN
from halsobot.engine.step import step
from halsobot.handover.guides import Absence
from halsobot.model.event import Claimed, Closed, Corrected, FromStaff, Passed, PromiseChecked, Replied
from halsobot.model.inbound import Address, Attachment, Inbound, Note
from halsobot.model.screen import Screen
from halsobot.model.turn import Say, Turn
from halsobot.store.cases import CaseRow, Opened
from halsobot.store.staff import Away

#: Why a case is closed: the list of what is to become better.
REASONS = (
    *("answered", "text-missing", "text-unclear", "interpreter-refused"),
    *("no-time", "number-wrong", "care-refused", "other"),
)
#: What the next holder of a case may be told at a glance.
TAGS = ("waits-for-care", "needs-interpreter", "promised-call", "sensitive", "text-missing")

#: What is tried out asks nobody and is marked nowhere.
NOWHERE = Address("console", "preview")

log = structlog.get_logger()


class Gone(Exception):
    """There is no such case any more: it was erased with its contact."""


class Unreadable(Gone):
    """The case is there, but nothing of its contact can be read any more: nobody can answer her."""


class Desk:
    """The guides' side of a running halsobot."""

    def __init__(self, rt: Runtime) -> None:
        self._rt = rt

    async def queue(self) -> list[CaseRow]:
        """All open cases, urgent first, then by promise."""
        return await self._rt.store.read(self._rt.store.cases.open_cases)

    async def row(self, id: str) -> CaseRow:
        """A case without anything that was said in it. Raises Gone."""
        row = await self._rt.store.read(lambda connection: self._rt.store.cases.row(connection, id))
        if row is None:
            raise Gone
        return row

    async def open(self, id: str, staff: str) -> Opened:
        """Everything a guide may see of a case; that she has looked is kept. Raises Gone."""
        cases, now = self._rt.store.cases, self._rt.store.now()
        await self._found(id)
        opened = await self._rt.store.read(lambda connection: cases.opened(connection, id, staff))
        if opened is None:
            raise Gone
        await self._rt.store.change(lambda connection: cases.note_access(connection, staff, id, "read", now))
        return opened

    async def number(self, row: CaseRow, staff: str) -> str | None:
        """Where the contact of a case wishes to be called, for its holder; that she has seen it is kept first."""
        cases, now = self._rt.store.cases, self._rt.store.now()
        await self._rt.store.change(lambda connection: cases.note_access(connection, staff, row.id, "number", now))
        return await self._rt.store.read(lambda connection: cases.number(connection, row))

    async def claim(self, id: str, guide: str, at: datetime) -> bool:
        """Take a case. False: somebody else has it, or it is closed: what its contact asks now is another one."""
        if (await self.row(id)).state == "closed":
            return False
        return await self._do(id, Claimed(at, guide), f"claim {guide} {at.timestamp()}")

    async def reply(self, id: str, reply: Replied, once: str, file: Attachment | None = None) -> bool:
        """Answer, perhaps with a file. False: it is not, or no longer, this guide's. ``once`` makes a repeat
        harmless.
        """
        return await self._do(id, reply, f"reply {once}", attachment=file)

    async def correct(self, id: str, corrected: Corrected, once: str) -> bool:
        """Say something else than an answer of this case, or take it back. False: it is not hers, or gone already, also
        where two do so at once.
        """
        row, address = await self._found(id)

        async def stands() -> bool:
            return await self.answer(row, corrected.turn) is not None

        turn = await receive(_inbound(row, address, corrected, f"correct {once}"), self._rt, stands)
        return turn is None or bool(turn.outputs)

    async def answer(self, row: CaseRow, turn: int) -> Replied | Corrected | None:
        """What a guide answered in a turn of this case; None where that was no answer, or has been taken back."""
        cases = self._rt.store.cases
        said = await self._rt.store.read(lambda connection: cases.event(connection, row, turn))
        if isinstance(said, Replied) or (isinstance(said, Corrected) and said.text is not None):
            return said
        return None

    async def try_out(self, row: CaseRow, reply: Replied) -> Screen | None:
        """What she would read, decided by the engine itself; nothing is stored or sent. None: it would be nothing."""
        known = await self._rt.store.recall(Inbound(NOWHERE, reply, "", opens=False, contact=row.contact))
        turn = step(self._rt.bundle, known.session, reply)
        return next((output.screen for output in turn.outputs if isinstance(output, Say)), None)

    async def pass_on(self, id: str, passed: Passed, once: str, note: str = "", tags: Collection[str] = ()) -> bool:
        """Give a case away, with a note for its next holder. False: it is not hers to give, or not theirs to take."""
        told = Note(tuple(tag for tag in TAGS if tag in tags), note) if note or tags else None
        return await self._do(id, passed, f"pass {once}", note=told)

    async def close(self, id: str, closed: Closed, once: str) -> bool:
        return await self._do(id, closed, f"close {once}")

    async def write_off(self, id: str) -> bool:
        """Close a case whose contact cannot be read any more. False: she can."""
        row, cases, now = await self.row(id), self._rt.store.cases, self._rt.store.now()
        if await self._address(row):
            return False
        await self._rt.store.change(lambda connection: cases.write_off(connection, row, now))
        self._rt.bells.ring(QUEUE)
        return True

    async def keep_draft(self, id: str, staff: str, text: str, form: str | None = None) -> bool:
        """What she has begun to write, so that a reload loses nothing. False: it comes late, the answer in that
        ``form`` has been sent. Raises Gone.
        """
        row, cases, now = await self.row(id), self._rt.store.cases, self._rt.store.now()
        return await self._rt.store.change(lambda connection: cases.keep_draft(connection, row, staff, text, now, form))

    async def sent(self, id: str, staff: str, form: str) -> None:
        """What she has sent from this form is no draft, also where one of it comes later. Raises Gone."""
        row, cases, now = await self.row(id), self._rt.store.cases, self._rt.store.now()
        await self._rt.store.change(lambda connection: cases.sent(connection, row, staff, form, now))

    async def check_promises(self, at: datetime) -> int:
        """Tell everybody whose promise cannot be kept any more, or whose case is over. Returns how many were told."""
        told = 0
        for row, address, gone in await self._rt.store.read(lambda connection: self._to_check(connection, at)):
            try:
                once = f"promise {row.version} {row.promised}"
                turn = await self._take(row, address, PromiseChecked(at, gone), once)
                told += turn is None or any(isinstance(output, Say) for output in turn.outputs)
            except Crowded:
                continue  # she does too much at once just now; in a minute it is looked at again
            except Exception as error:  # one that cannot be told must not hold up the others
                log.error("a promise could not be looked at", kind=type(error).__name__)
        return told

    def _to_check(self, connection: sa.Connection, at: datetime) -> list[tuple[CaseRow, Address, bool]]:
        """Cases, where their contacts are answered, and whether nobody can be the guide any more who has it."""
        cases, long_ago = self._rt.store.cases, (at - FORGOTTEN).timestamp()
        rows, left = cases.open_cases(connection), self._left(connection)
        rows = [row for row in rows if not row.answered or (row.since or 0) < long_ago or left(row)]
        found = ((row, cases.address(connection, row), left(row)) for row in rows)
        return [(row, address, gone) for row, address, gone in found if address]

    def _left(self, connection: sa.Connection) -> Callable[[CaseRow], bool]:
        """Whether a case is held by a guide who is away for good and has no account, or whom no region names."""
        bundle, able = self._rt.bundle, self._rt.store.staff.guides(connection)
        away = {each.guide for each in bundle.absences if each.until is None}.difference(able)
        named = {(name, guide) for name, region in bundle.regions.items() for guide in region.answering.guides}
        return lambda row: row.state == "claimed" and (row.guide in away or (row.region, row.guide) not in named)

    async def away(self) -> list[Away]:
        return await self._rt.store.read(self._rt.store.staff.away)

    async def be_away(self, guide: str, since: date, until: date | None, at: datetime) -> int:
        """A guide will be away: from now on nothing is promised for her. Returns how many contacts were told anew."""
        staff = self._rt.store.staff
        await self._rt.store.change(lambda connection: staff.add_absence(connection, guide, since, until))
        await self.take_up_absences()
        return await self.check_promises(at)

    async def be_back(self, id: int, guide: str) -> None:
        await self._rt.store.change(lambda connection: self._rt.store.staff.take_back(connection, id, guide))
        await self.take_up_absences()

    async def take_up_absences(self) -> None:
        """Let what is promised know who is away; other programs may have changed it."""
        absences = tuple(_absences(await self.away()))
        if absences != self._rt.bundle.absences:
            self._rt.bundle = self._rt.bundle.with_absences(absences)

    async def _found(self, id: str) -> tuple[CaseRow, Address]:
        """A case and where its contact is answered. Raises Gone."""
        row = await self.row(id)
        address = await self._address(row)
        if address is None:
            raise Unreadable
        return row, address

    async def _address(self, row: CaseRow) -> Address | None:
        return await self._rt.store.read(lambda connection: self._rt.store.cases.address(connection, row))

    async def _do(self, id: str, event: FromStaff, once: str, **brings: Any) -> bool:
        """``brings``: the attachment or the note that comes with it. True also for a repeat: it has had its effect."""
        row, address = await self._found(id)
        turn = await self._take(row, address, event, once, **brings)
        return turn is None or bool(turn.outputs)

    async def _take(self, row: CaseRow, address: Address, event: FromStaff, once: str, **brings: Any) -> Turn | None:
        """None: a repeat."""
        return await receive(_inbound(row, address, event, once, **brings), self._rt)


def _inbound(row: CaseRow, address: Address, event: FromStaff, once: str, **brings: Any) -> Inbound:
    return Inbound(address, event, f"{row.id} {once}", opens=False, contact=row.contact, **brings)


def _absences(away: Iterable[Away]) -> Iterable[Absence]:
    return (Absence(each.guide, each.since, each.until) for each in away)

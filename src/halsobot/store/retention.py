"""What is kept for how long; and a guard against a clock that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from halsobot.store.erase import leave
from halsobot.store.tables import access, case, contact, count, outbox, transcript

#: More than this part of a kind is never erased at once without an operator, unless they are few.
PART, FEW = 5, 10
_DAY = 86400
_OPEN = case.c.state != "closed"


@dataclass(frozen=True, slots=True)
class Keep:
    """Days. ``backups`` is for how long somebody who was forgotten may still stand in one."""

    contacts: int
    said: int
    counts: int
    backups: int


@dataclass(frozen=True, slots=True)
class Due:
    """So many of all of a kind are due to be erased. ``refused``: too many at once."""

    kind: str
    due: int
    of: int

    @property
    def refused(self) -> bool:
        return self.due > FEW and self.due * PART > self.of


def count_due(connection: sa.Connection, keep: Keep, now: int) -> list[Due]:
    """What has been kept for long enough, kind by kind."""
    return [_due(connection, kind, table, old) for kind, table, old in _kinds(keep, now)]


def erase_due(connection: sa.Connection, keep: Keep, now: int, approved: bool) -> list[Due]:
    """Erase it; contacts leave. What an operator must approve first is left, and told."""
    found = []
    for kind, table, old in _kinds(keep, now):
        due = _due(connection, kind, table, old)
        found.append(due)
        if due.refused and not approved:
            continue
        if table is contact:
            leave(connection, old, now)
        else:
            connection.execute(table.delete().where(old))
    return found


def _due(connection: sa.Connection, kind: str, table: sa.Table, old: sa.ColumnElement[bool]) -> Due:
    due, of = (_number(connection, table, which) for which in (old, sa.true()))
    return Due(kind, due, of)


def _kinds(keep: Keep, now: int) -> Iterator[tuple[str, sa.Table, sa.ColumnElement[bool]]]:
    said = now - keep.said * _DAY
    day = (datetime.fromtimestamp(now, UTC).date() - timedelta(days=keep.counts)).isoformat()
    here = contact.c.leaving.is_(None)
    silent = sa.and_(contact.c.seen < now - keep.contacts * _DAY, here)
    sent = sa.and_(outbox.c.at < said, outbox.c.state.not_in(("queued", "sending")))
    yield "contacts", contact, sa.and_(silent, ~sa.exists().where(case.c.contact == contact.c.id, _OPEN))
    yield "what was said", transcript, sa.and_(transcript.c.at < said, ~_of_open_case(transcript))
    yield "messages", outbox, sa.and_(sent, ~_of_open_case(outbox))
    yield "closed cases", case, sa.and_(case.c.state == "closed", case.c.closed < said)
    yield "who read what", access, access.c.at < now - keep.counts * _DAY
    yield "statistics", count, count.c.day < day


def _of_open_case(table: sa.Table) -> sa.ColumnElement[bool]:
    """Whether it belongs to a turn of a case that somebody is still to answer or to close."""
    done = transcript.alias()
    return sa.exists().where(
        done.c.contact == table.c.contact,
        done.c.turn == table.c.turn,
        done.c.position == 0,
        case.c.contact == done.c.contact,
        case.c.number == done.c.case,
        _OPEN,
    )


def _number(connection: sa.Connection, table: sa.Table, which: sa.ColumnElement[bool]) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table).where(which)).scalar_one())

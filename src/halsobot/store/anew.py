"""A session that cannot be read any more begins anew, with what stands in clear of an open case."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from halsobot.model.case import WISHES, Case
from halsobot.model.session import Session
from halsobot.store.tables import callback, case


def anew(connection: sa.Connection, contact_id: str, turn: int) -> Session:
    """Turns go on counting: each is in the transcript once. Whoever waits for a person goes on waiting, in her
    language: a guide can answer her and close the case.
    """
    of_hers = sa.and_(case.c.contact == contact_id, case.c.state != "closed")
    kept = connection.execute(sa.select(case).where(of_hers).order_by(case.c.number.desc()).limit(1)).first()
    if kept is None:
        return Session(turn=turn)
    called = sa.select(callback.c.at).where(callback.c.contact == contact_id, callback.c.number == kept.number)
    known = Case(
        number=kept.number, state=kept.state, region=kept.region, promised=_time(kept.promised), topic=kept.topic,
        guide=kept.guide, since=_time(kept.since), answered=kept.answered, urgent=kept.urgent,
        interpreter=kept.interpreter, wishes=tuple(wish for wish in WISHES if wish in kept.wishes.split()),
        call=connection.execute(called).first() is not None,
    )  # fmt: skip
    return Session(locale=kept.locale, turn=turn, case=known)


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)

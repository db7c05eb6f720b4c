"""When guides are rung: as a stretch of their hours begins and somebody waits, and on a red flag while they work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from halsobot.bundle.content import Bundle, Region
from halsobot.console.queue import suits
from halsobot.handover.guides import Guide, fits
from halsobot.handover.hours import on_duty, stretches
from halsobot.store.cases import CaseRow

Numbers = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bell:
    """``word`` is the id of what is said, with ``numbers`` in it; ``guide`` None: to the group, for all."""

    guide: str | None
    word: str
    numbers: Numbers = field(default_factory=dict)


class Watch:
    """Remembers up to when it has looked, and which cases it has known as urgent."""

    def __init__(self, since: datetime, rows: Iterable[CaseRow] = ()) -> None:
        self._since, self._urgent = since, _urgent(rows)

    def look(self, rows: list[CaseRow], bundle: Bundle, now: datetime) -> list[Bell]:
        """The bells to ring now."""
        since, known = self._since, self._urgent
        self._since, self._urgent = now, _urgent(rows)
        found: list[Bell] = []
        for region in bundle.regions.values():
            here = [row for row in rows if row.region == region.name]
            found += _shifts(region, bundle, here, since, now)
            found += _dangers(region, bundle, [row for row in here if row.id in self._urgent - known], now)
        return found


def _urgent(rows: Iterable[CaseRow]) -> frozenset[str]:
    return frozenset(row.id for row in rows if row.urgent)


def _shifts(region: Region, bundle: Bundle, rows: list[CaseRow], since: datetime, now: datetime) -> Iterator[Bell]:
    """Each guide whose hours begin hears of what waits for her; the group, of all that waits."""
    guides = [each for each in region.answering.guides.values() if _begins(region, bundle, each, since, now)]
    for guide in guides:
        hers = [row for row in rows if _is_for(row, guide, region)]
        if hers:
            yield Bell(guide.id, "bell-shift", _numbers(hers, now))
    waiting = [row for row in rows if row.state == "waiting" and not row.answered]
    if guides and waiting:
        yield Bell(None, "bell-shift", _numbers(waiting, now))


def _begins(region: Region, bundle: Bundle, guide: Guide, since: datetime, now: datetime) -> bool:
    """Whether a stretch of this guide's hours has begun after ``since``. Only that of now or the next one can have."""
    coming = stretches(region.answering, guide, bundle.absences, guide.hours, since)
    return any(since < start <= now for _, (start, _) in zip(range(2), coming, strict=False))


def _is_for(row: CaseRow, guide: Guide, region: Region) -> bool:
    """Whether it waits for this guide: she holds it, or may take it, perhaps with an interpreter."""
    if row.answered:
        return False
    if row.state == "claimed":
        return row.guide == guide.id
    hours = region.answering.interpreter_hours
    helped = any((each.language, each.guide) == (row.locale, guide.id) for each in hours)
    return suits(row, guide) or (row.interpreter and helped)


def _numbers(rows: list[CaseRow], now: datetime) -> Numbers:
    oldest = min(row.since if row.since is not None else row.opened for row in rows)
    hours = max(0, int(now.timestamp()) - oldest) // 3600
    return {"waiting": len(rows), "hours": hours, "urgent": sum(row.urgent for row in rows)}


def _dangers(region: Region, bundle: Bundle, rows: list[CaseRow], now: datetime) -> Iterator[Bell]:
    """Everybody at work who speaks the language, or who may answer with an interpreter, and the group once; outside
    hours nobody.
    """
    present = [region.answering.guides[id] for id in on_duty(region.answering, bundle.absences, now)] if rows else []
    rung = [guide.id for guide in present if any(row.interpreter or fits(guide, row.locale, ()) for row in rows)]
    yield from (Bell(id, "bell-danger") for id in rung)
    if rung:
        yield Bell(None, "bell-danger")

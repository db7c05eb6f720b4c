"""By when a person answers: guides' hours, lunch, Swedish holidays and half-days, absences, interpreter hours.

All times are in Sweden. A promise is the end of the first stretch of work of somebody who fits, of which enough is
left: "by Wednesday at 15:00" is something a half-time guide can keep and a newcomer can hold on to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours

from halsobot.handover.guides import Absence, Answering, Guide, fits
from halsobot.model.case import Wish
from halsobot.places.hours import SWEDEN

#: How far ahead work is looked for, to the end of the last day. Beyond that nothing is promised.
HORIZON = timedelta(days=60)

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Promise:
    """``by`` in Sweden; ``guides`` may answer; ``interpreter``: they answer together with a telephone interpreter."""

    by: datetime
    guides: tuple[str, ...]
    interpreter: bool = False


def promise(
    answering: Answering, absences: Iterable[Absence], locale: str, wishes: tuple[Wish, ...], at: datetime
) -> Promise | None:
    """By when somebody answers who writes ``locale`` at that moment; None where nobody can."""
    if answering.answers != "guides":
        return None
    away = tuple(absences)
    speaking = [guide for guide in answering.guides.values() if fits(guide, locale, ())]
    if not speaking:
        return _interpreted(answering, away, locale, at)
    fitting = [guide for guide in speaking if fits(guide, locale, wishes)]
    ends = [(end, guide.id) for guide in fitting if (end := _first_end(answering, guide, away, guide.hours, at))]
    return Promise(min(ends)[0], tuple(id for _, id in ends)) if ends else None


def _interpreted(answering: Answering, away: tuple[Absence, ...], locale: str, at: datetime) -> Promise | None:
    """In an interpreter hour, for a language that no guide speaks."""
    hours = [each for each in answering.interpreter_hours if each.language == locale and each.guide in answering.guides]
    ends = [
        (end, each.guide)
        for each in hours
        if (end := _first_end(answering, answering.guides[each.guide], away, each.hours, at, least=timedelta()))
    ]
    return Promise(min(ends)[0], (min(ends)[1],), interpreter=True) if ends else None


def _first_end(
    answering: Answering,
    guide: Guide,
    away: tuple[Absence, ...],
    hours: str,
    at: datetime,
    least: timedelta | None = None,
) -> datetime | None:
    """The end of the first stretch of which at least that much is left."""
    needed = timedelta(minutes=answering.minutes) if least is None else least
    for start, end in stretches(answering, guide, away, hours, at):
        if _left(start, end, at) >= needed:
            return end
    return None


def stretches(
    answering: Answering, guide: Guide, absences: Iterable[Absence], hours: str, at: datetime
) -> Iterator[Stretch]:
    """When this guide works, from that moment on, each stretch as it ends at lunch or in the evening."""
    here = at.astimezone(SWEDEN)
    away = [each for each in absences if each.guide == guide.id]
    for start, end in _opening(hours, here):
        day = start.date()
        if any(each.since <= day and (each.until is None or day <= each.until) for each in away):
            continue
        kind = _kind(day, answering)
        stop = _at(day, answering) if kind == "half" else end
        end = min(stop, end)
        if kind != "off" and start < end and _left(start, end, at) > timedelta():
            yield start, end


def _left(start: datetime, end: datetime, at: datetime) -> timedelta:
    """How much of a stretch is to come: elapsed time, whatever the clocks do that night."""
    return end.astimezone(UTC) - max(start.astimezone(UTC), at.astimezone(UTC))


def is_away(absences: Iterable[Absence], guide: str, at: datetime) -> bool:
    """Whether this guide is away on that day."""
    day = at.astimezone(SWEDEN).date()
    return any(
        each.guide == guide and each.since <= day and (each.until is None or day <= each.until) for each in absences
    )


def on_duty(answering: Answering, absences: Iterable[Absence], at: datetime) -> tuple[str, ...]:
    """The guides who work at that moment."""
    away = tuple(absences)
    working = (
        (guide.id, next(stretches(answering, guide, away, guide.hours, at), None))
        for guide in answering.guides.values()
    )
    now = at.astimezone(UTC)
    return tuple(id for id, stretch in working if stretch and stretch[0] <= now < stretch[1])


def _opening(hours: str, at: datetime) -> Iterator[Stretch]:
    """Opening hours as stretches of one day each; the first one may have begun."""
    until = datetime.combine(at.date() + HORIZON + timedelta(days=1), time())
    for start, end, state, _ in _read(hours).intervals(at.replace(tzinfo=None), until):
        if str(state) != "open" or end is None:
            continue
        yield from _by_day(_on_clocks(start), _on_clocks(end))


def _on_clocks(said: datetime) -> datetime:
    """That time on Swedish clocks; if they leave it out that night, when they are put forward."""
    there = said.replace(tzinfo=SWEDEN).astimezone(UTC).astimezone(SWEDEN)
    return there if there.replace(tzinfo=None) == said else there.replace(minute=0, second=0, microsecond=0)


def _by_day(start: datetime, end: datetime) -> Iterator[Stretch]:
    while start.date() < end.date():
        midnight = datetime.combine(start.date() + timedelta(days=1), datetime.min.time(), SWEDEN)
        yield start, midnight
        start = midnight
    if start < end:
        yield start, end


@lru_cache(maxsize=256)
def _read(hours: str) -> OpeningHours:
    return OpeningHours(hours, country="SE")


def _at(day: date, answering: Answering) -> datetime:
    return datetime.combine(day, answering.half_day_ends, SWEDEN)


def _kind(day: date, answering: Answering) -> str:
    """``off`` on public holidays and the region's days off, ``half`` on its half-days, else ``work``."""
    half = _is_one_of(day, answering.half_days)
    holiday = _is_holiday(day) and not (half and _is_one_of(day, EVES))
    if holiday or _is_one_of(day, answering.days_off):
        return "off"
    return "half" if half else "work"


def _is_one_of(day: date, names: Iterable[str]) -> bool:
    return any(DAYS[name](day) for name in names)


@lru_cache(maxsize=1024)
def _is_holiday(day: date) -> bool:
    return OpeningHours("PH", country="SE").is_open(datetime(day.year, day.month, day.day, 12))


@lru_cache(maxsize=1024)
def _is_easter(day: date, offset: int) -> bool:
    return _read(f"easter {offset:+} days").is_open(datetime(day.year, day.month, day.day, 12))


def _fixed(month: int, number: int) -> Callable[[date], bool]:
    return lambda day: (day.month, day.day) == (month, number)


def _friday_before(month: int, first: int) -> Callable[[date], bool]:
    """The Friday before a holiday that is a Saturday from this day of the month on."""

    def is_it(day: date) -> bool:
        holiday = day + timedelta(days=1)
        earliest = date(holiday.year, month, first)
        return day.weekday() == 4 and earliest <= holiday < earliest + timedelta(days=7)

    return is_it


#: Kept like public holidays, also by "PH" of the library; in law they are none, and a region may work half of them.
EVES = ("midsommarafton", "julafton", "nyarsafton")

#: Days that are no public holidays but not ordinary ones either, by the names that a region's file uses.
DAYS: Mapping[str, Callable[[date], bool]] = {
    "trettondagsafton": _fixed(1, 5),
    "skartorsdag": lambda day: _is_easter(day, -3),
    "valborgsmassoafton": _fixed(4, 30),
    "fore-kristi-himmelsfardsdag": lambda day: _is_easter(day, 38),
    "fore-nationaldagen": _fixed(6, 5),
    "midsommarafton": _friday_before(6, 20),
    "allhelgonaafton": _friday_before(10, 31),
    "julafton": _fixed(12, 24),
    "nyarsafton": _fixed(12, 31),
}

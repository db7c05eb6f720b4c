"""Regions with two half-time guides, made for these tests, and a few with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from halsobot.handover.guides import Absence, Answering, Guide, InterpreterHour
from halsobot.places.hours import SWEDEN

AMINA = Guide(
    "amina", "Amina", "woman", ("ar", "ti"), "Mo,Tu 09:00-12:00,13:00-16:00; We 09:00-12:00", community=("ar",)
)
JOHAN = Guide("johan", "Johan", "man", ("ar", "en"), "We 13:00-17:00; Th,Fr 09:00-12:00,13:00-17:00")

TOWN = Answering(
    answers="guides",
    guides={"amina": AMINA, "johan": JOHAN},
    interpreter_hours=(InterpreterHour("so", "Th 14:00-15:00", "johan"),),
    half_days=(
        "trettondagsafton", "skartorsdag", "valborgsmassoafton", "fore-kristi-himmelsfardsdag", "fore-nationaldagen",
        "allhelgonaafton",
    ),
    days_off=("midsommarafton", "julafton", "nyarsafton"),
)  # fmt: skip


def alone(hours: str) -> Answering:
    """The town, with one guide who works like that."""
    return replace(TOWN, guides={"nils": Guide("nils", "Nils", "man", ("ar",), hours)}, interpreter_hours=())


DAILY = alone("08:00-12:00,13:00-17:00")
MEETING = replace(AMINA, hours=f"{AMINA.hours}; Tu off")

REGIONS: Mapping[str, Answering] = {
    "town": TOWN,
    # The same guides, and the region says nothing of half-days.
    "plain": replace(TOWN, half_days=(), days_off=()),
    # An interpreter hour for a language that a guide speaks, too.
    "spoken": replace(TOWN, interpreter_hours=(InterpreterHour("en", "Tu 10:00-11:00", "amina"),)),
    # Amina is at a meeting place all Tuesday.
    "meeting": replace(TOWN, guides={"amina": MEETING, "johan": JOHAN}),
    "service": replace(TOWN, answers="service", service="phone-1177"),
    "nobody": Answering(),
    # One guide, every day of the week.
    "daily": DAILY,
    "eves": replace(DAILY, half_days=("midsommarafton", "julafton", "nyarsafton"), days_off=()),
    "night": alone("Fr 22:00-06:00"),
    "dawn": alone("Su 00:00-03:15"),
    "gap": alone("Su 00:30-02:30"),
    # The same, and one minute is enough.
    "brief": replace(alone("Su 00:30-02:30"), minutes=0),
}


def moment(said: str) -> datetime:
    """A moment as it is written in the table: in Sweden, unless it says its offset."""
    at = datetime.fromisoformat(said)
    return at if at.tzinfo else at.replace(tzinfo=SWEDEN)


def away(said: str) -> tuple[Absence, ...]:
    """Absences as in "amina 2026-06-29..2026-07-26 johan 2026-11-23.."."""
    words = said.split() if said != "-" else []
    return tuple(_absence(guide, days) for guide, days in zip(words[::2], words[1::2], strict=True))


def _absence(guide: str, days: str) -> Absence:
    since, until = days.split("..")
    return Absence(guide, date.fromisoformat(since), date.fromisoformat(until) if until else None)

"""By when a person answers: each line of moments.tsv is a frozen clock and the right promise, worked out by hand.

Johan and Amina share one full-time job (``town.py``), so that for Arabic there is work on

    Monday, Tuesday   09-12 and 13-16   Amina
    Wednesday         09-12             Amina       13-17  Johan
    Thursday, Friday  09-12 and 13-17   Johan

and Tigrinya is Amina's alone, English Johan's. Half-days end at 12:00.

What the calendar says (lagen 1989:253 om allmänna helgdagar; Easter by Gauss, worked out below):

    Easter Sunday     5 April 2026, 28 March 2027; långfredag 2 days before, annandag påsk the day after
    Ascension         Easter + 39: Thursday 14 May 2026, 6 May 2027; pingstdagen Easter + 49: 24 May 2026
    Nationaldagen     6 June: Saturday 2026, Sunday 2027, Tuesday 2028, Wednesday 2029
    Midsommardagen    the Saturday of 20-26 June: 20 June 2026, 26 June 2027; midsommarafton the day before
    Alla helgons dag  the Saturday of 31 October-6 November: 31 October 2026, 6 November 2027
    Fixed             1 and 6 January, 1 May, 25 and 26 December
    Weekdays          5 January 2026 Monday, 24 December 2026 and 31 December 2026 Thursdays, 1 May 2026 Friday
    Clocks            forward 29 March 2026 and 28 March 2027, back 25 October 2026: the last Sundays

Midsommarafton, julafton and nyårsafton are no public holidays in law, but are off unless a region works half of them.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from halsobot.bundle.content import Bundle
from halsobot.handover.hours import DAYS, Promise, is_away, on_duty, promise, stretches
from halsobot.model.case import WISHES
from halsobot.model.message import Message
from halsobot.places.hours import SWEDEN
from halsobot.places.hours import moment as values

from .town import AMINA, REGIONS, TOWN, alone, away, moment

TABLE = Path(__file__).with_name("moments.tsv").read_text(encoding="utf-8").splitlines()
MOMENTS = list(csv.DictReader((line for line in TABLE if not line.startswith("#")), delimiter="\t"))


def _promise(line: dict[str, str]) -> Promise | None:
    wishes = tuple(wish for wish in WISHES if wish in line["wishes"].split())
    return promise(REGIONS[line["region"]], away(line["away"]), line["locale"], wishes, moment(line["at"]))


@pytest.mark.parametrize("line", MOMENTS, ids=[f"{line['at']} {line['region']}: {line['why']}" for line in MOMENTS])
def test_the_promise_is_right(line: dict[str, str]) -> None:
    """The moment, in Sweden and on the clocks there; none where nobody can."""
    found = _promise(line)
    assert ("none" if found is None else f"{found.by:%Y-%m-%d %H:%M}") == line["by"]
    assert found is None or found.by.tzinfo is SWEDEN


@pytest.mark.parametrize("line", MOMENTS, ids=[f"{line['at']} {line['region']}" for line in MOMENTS])
def test_the_zone_in_which_it_is_asked_is_nothing_to_it(line: dict[str, str]) -> None:
    """The same moment as in Tokyo and on Hawaii."""
    at = moment(line["at"])
    for hours in (9, -10):
        elsewhere = at.astimezone(timezone(timedelta(hours=hours)))
        assert _promise({**line, "at": elsewhere.isoformat()}) == _promise(line)


def test_there_are_moments_enough() -> None:
    assert len(MOMENTS) >= 45
    asked = {tuple(text for column, text in line.items() if column not in ("by", "why")) for line in MOMENTS}
    assert len(asked) == len(MOMENTS)


def test_only_those_are_named_who_may_answer() -> None:
    """Both; not the one who is away for good; not the one who is not as she wishes."""
    at = moment("2026-11-23 08:00")
    assert _named(at, "-") == ("amina", "johan")
    assert _named(at, "amina 2026-11-23..") == ("johan",)
    assert _named(at, "amina 2026-11-23..2026-11-29") == ("amina", "johan")


def _named(at: datetime, absent: str) -> tuple[str, ...]:
    found = promise(TOWN, away(absent), "ar", (), at)
    return found.guides if found else ()


def test_an_interpreter_is_there_only_where_no_guide_speaks_it() -> None:
    at = moment("2026-11-23 08:00")
    assert promise(TOWN, (), "so", (), at) == Promise(moment("2026-11-26 15:00"), ("johan",), interpreter=True)
    spoken = promise(REGIONS["spoken"], (), "en", (), at)
    assert spoken == Promise(moment("2026-11-25 17:00"), ("johan",))


def test_a_region_may_leave_more_time_or_less() -> None:
    """``minutes`` of working time are left."""
    at = moment("2026-11-23 11:15")
    assert [_by(minutes, at) for minutes in (0, 45, 46)] == ["12:00", "12:00", "16:00"]


def _by(minutes: int, at: datetime) -> str:
    found = promise(replace(TOWN, minutes=minutes), (), "ar", (), at)
    return f"{found.by:%H:%M}" if found else "none"


def test_a_half_day_ends_when_the_region_says() -> None:
    early = replace(TOWN, half_day_ends=datetime(2026, 1, 1, 11).time())
    found = promise(early, (), "ar", (), moment("2026-04-30 09:30"))
    assert found
    assert found.by == moment("2026-04-30 11:00")


@pytest.mark.parametrize(
    ("at", "absent", "there"),
    [
        ("2026-11-23 08:59:59", "-", ()),
        ("2026-11-23 09:00", "-", ("amina",)),
        ("2026-11-23T10:59:59Z", "-", ("amina",)),
        ("2026-11-23 12:00", "-", ()),
        ("2026-11-25 13:00", "-", ("johan",)),
        ("2026-11-23 10:00", "amina 2026-11-23..", ()),
        ("2026-05-13 14:00", "-", ()),  # the half-day before Kristi himmelsfärdsdag
        ("2026-05-14 10:00", "-", ()),
    ],
)
def test_who_is_at_work(at: str, absent: str, there: tuple[str, ...]) -> None:
    assert on_duty(TOWN, away(absent), moment(at)) == there


@pytest.mark.parametrize(
    ("at", "there"),
    [
        ("2026-10-25T02:45+02:00", True),
        ("2026-10-25T02:45+01:00", True),
        ("2026-10-25T03:15+01:00", False),
        ("2026-03-29T03:10+02:00", True),
        ("2026-03-29T03:15+02:00", False),
    ],
)
def test_who_is_at_work_while_clocks_are_changed(at: str, there: bool) -> None:
    assert bool(on_duty(REGIONS["dawn"], (), moment(at))) is there
    assert bool(on_duty(REGIONS["dawn"], (), moment(at).astimezone(SWEDEN))) is there


def test_work_until_half_past_two_is_over_when_it_is_that_again() -> None:
    first, again = moment("2026-10-25T02:10+02:00"), moment("2026-10-25T02:10+01:00")
    assert on_duty(REGIONS["brief"], (), first.astimezone(SWEDEN)) == ("nils",)
    assert on_duty(REGIONS["brief"], (), again.astimezone(SWEDEN)) == ()
    broken = alone("Su 00:00-02:30,02:40-06:00")
    assert on_duty(broken, (), again.astimezone(SWEDEN)) == ("nils",)  # since 02:40, half an hour ago


def test_away_goes_by_the_day_in_sweden() -> None:
    """From midnight to midnight, in Sweden."""
    absent = away("amina 2026-07-01..2026-07-02")
    moments = ("2026-06-30T21:59Z", "2026-06-30T22:00Z", "2026-07-02T21:59Z", "2026-07-02T22:00Z")
    assert [is_away(absent, "amina", moment(at)) for at in moments] == [False, True, True, False]
    assert not is_away(absent, "johan", moment("2026-07-01 12:00"))


def test_no_stretch_is_cut_where_the_search_ends() -> None:
    """Every stretch ends at lunch or in the evening, whenever one asks."""
    ends = {f"{end:%H:%M}" for _, end in stretches(TOWN, AMINA, (), AMINA.hours, moment("2026-07-07 10:20"))}
    assert ends == {"12:00", "16:00"}


def _easter(year: int) -> date:
    """Easter Sunday by Gauss's rule for 1900-2099, with its two exceptions."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    if (d, e) == (29, 6) or (d == 28 and e == 6 and year % 19 > 10):
        d -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


def _saturday_from(first: date) -> date:
    return first + timedelta(days=(5 - first.weekday()) % 7)


def test_days_that_move_are_where_the_calendar_has_them() -> None:
    """For twenty years, each on exactly one day of the year."""
    assert (_easter(2026), _easter(2027)) == (date(2026, 4, 5), date(2027, 3, 28))
    for year in range(2024, 2044):
        assert _days("skartorsdag", year) == [_easter(year) - timedelta(days=3)]
        assert _days("fore-kristi-himmelsfardsdag", year) == [_easter(year) + timedelta(days=38)]
        assert _days("midsommarafton", year) == [_saturday_from(date(year, 6, 20)) - timedelta(days=1)]
        assert _days("allhelgonaafton", year) == [_saturday_from(date(year, 10, 31)) - timedelta(days=1)]


def _days(name: str, year: int) -> list[date]:
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    return [day for day in days if day.year == year and DAYS[name](day)]


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_on_public_holidays_nobody_works(year: int) -> None:
    """Nor on the region's days off; on half-days until noon, else until five."""
    easter, midsummer, all_saints = _easter(year), _saturday_from(date(year, 6, 20)), _saturday_from(date(year, 10, 31))
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
    off = {date(year, *each) for each in fixed} | {easter + timedelta(days=each) for each in (-2, 0, 1, 39, 49)}
    off |= {midsummer - timedelta(days=1), midsummer, all_saints}
    half = {date(year, 1, 5), date(year, 4, 30), date(year, 6, 5), all_saints - timedelta(days=1)}
    half |= {easter - timedelta(days=3), easter + timedelta(days=38)}
    for day in (date(year, 1, 1) + timedelta(days=number) for number in range(365)):
        expected = "none" if day in off else "12:00" if day in half else "17:00"
        assert (day, _evening(day)) == (day, expected)


def _evening(day: date) -> str:
    midnight = datetime(day.year, day.month, day.day, tzinfo=SWEDEN)
    work = stretches(REGIONS["daily"], REGIONS["daily"].guides["nils"], (), "08:00-12:00,13:00-17:00", midnight)
    ends = []
    for start, end in work:
        if start.date() != day:
            break
        ends.append(f"{end:%H:%M}")
    return ends[-1] if ends else "none"


# How it is said: a moment, and its weekday and month in each language.

#: By the day of the promise: weekday and month as the languages have them (Unicode CLDR, checked by hand).
SAID = {
    "2026-11-23": {
        "sv": "måndag 23 november", "en": "Monday 23 November", "ar": "الاثنين 23 نوفمبر", "fa-AF": "دوشنبه 23 نومبر",
        "ti": "ሰኑይ 23 ሕዳር", "uk": "понеділок 23 листопада", "so": "Isniin 23 Noofeembar", "fa": "دوشنبه 23 نوامبر",
    },
    "2026-01-07": {
        "sv": "onsdag 7 januari", "en": "Wednesday 7 January", "ar": "الأربعاء 7 يناير", "fa-AF": "چهارشنبه 7 جنوری",
        "ti": "ረቡዕ 7 ጥሪ", "uk": "середа 7 січня", "so": "Arbaco 7 Janaayo", "fa": "چهارشنبه 7 ژانویه",
    },
    "2026-04-07": {
        "sv": "tisdag 7 april", "en": "Tuesday 7 April", "ar": "الثلاثاء 7 أبريل", "fa-AF": "سه‌شنبه 7 اپریل",
        "ti": "ሰሉስ 7 ሚያዝያ", "uk": "вівторок 7 квітня", "so": "Talaado 7 Abriil", "fa": "سه‌شنبه 7 آوریل",
    },
    "2026-05-15": {
        "sv": "fredag 15 maj", "en": "Friday 15 May", "ar": "الجمعة 15 مايو", "fa-AF": "جمعه 15 می",
        "ti": "ዓርቢ 15 ጉንበት", "uk": "пʼятниця 15 травня", "so": "Jimco 15 Maayo", "fa": "جمعه 15 مه",
    },
    "2026-03-29": {
        "sv": "söndag 29 mars", "en": "Sunday 29 March", "ar": "الأحد 29 مارس", "fa-AF": "یکشنبه 29 مارچ",
        "ti": "ሰንበት 29 መጋቢት", "uk": "неділя 29 березня", "so": "Axad 29 Maarso", "fa": "یکشنبه 29 مارس",
    },
}  # fmt: skip
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize(
    ("region", "at", "day", "time"),
    [
        ("town", "2026-11-23 11:30", "2026-11-23", "16:00"),
        ("town", "2026-11-23T10:00Z", "2026-11-23", "12:00"),
        ("town", "2026-01-05 23:59", "2026-01-07", "12:00"),
        ("town", "2026-04-02 13:00", "2026-04-07", "12:00"),
        ("town", "2026-05-13T22:30Z", "2026-05-15", "12:00"),
        ("dawn", "2026-03-28T23:30Z", "2026-03-29", "03:15"),
    ],
)
def test_a_promise_reads_right_in_every_language(bundle: Bundle, region: str, at: str, day: str, time: str) -> None:
    """Weekday, day, month and time, in 0-9, in Swedish time, and no other numbers."""
    found = promise(REGIONS[region], (), "ar", (), moment(at))
    assert found
    date_value, time_value = values(found.by)
    message = Message("engine-person-by", values=(("day", date_value), ("time", time_value)))
    for locale in bundle.catalogue.offered:
        said = bundle.catalogue.text(message, locale)
        assert said.locale == locale
        text = said.text.translate(MARKS)
        assert SAID[day][locale] in text, locale
        assert re.findall(r"\d+", text) == [str(int(day[-2:])), *time.split(":")], locale
        assert text.count(time) == 1, locale

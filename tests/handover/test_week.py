"""A week in the life of two half-time guides: nobody is left with a promise that was not kept, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from opening_hours import OpeningHours
from room import REGION, TESTER, Clock, Room, Woman, answering, guide, settings_for

from halsobot.app import running
from halsobot.console.queue import read_queue
from halsobot.console.site import Me
from halsobot.handover.guides import Answering, Guide
from halsobot.handover.hours import on_duty, promise
from halsobot.model.event import Closed, Replied, Wrote
from halsobot.model.message import Message
from halsobot.places.hours import SWEDEN, moment
from halsobot.scenario.expect import words
from halsobot.store.cases import CaseRow
from halsobot.store.staff import Account
from halsobot.text.bidi import strip

#: A week with a holiday on Wednesday and a half day before it; what is left over is answered in the next days.
START = datetime(2027, 1, 4, 0, 0, tzinfo=SWEDEN)
DAYS, QUARTER = 12, timedelta(minutes=15)
#: Promises end at full quarters; so long after a quarter has begun it is looked whether they hold.
CHECK = timedelta(minutes=11)
#: How many ask in which language. Tigrinya and Somali have no guide but an hour with an interpreter.
ASK = {"sv": 6, "en": 6, "ar": 14, "fa-AF": 6, "ti": 5, "so": 3}
INTERPRETED = {"ti": ("maria", "Th 10:00-11:00"), "so": ("hanan", "Fr 13:00-14:00")}
#: A guide answers one case in a quarter of an hour, and closes one that has been quiet for a day.
QUIET = timedelta(hours=20)
#: A case that is taken and then forgotten.
SILENT = 3

GUIDES = answering(
    {
        "hanan": guide("Hanan", "sv ar fa-AF", "Mo,Tu 09:00-12:00,13:00-16:00; Th,Fr 09:00-12:00; Fr 13:00-14:00"),
        "maria": guide("Maria", "sv en ar", "Mo 13:00-16:00; We,Th,Fr 09:00-12:00,13:00-16:00"),
    },
    **{
        "half-days": ["trettondagsafton"],
        "interpreter-hours": [
            {"language": language, "hours": hours, "guide": name} for language, (name, hours) in INTERPRETED.items()
        ],
    },
)


@dataclass
class Asked:
    """One of those who ask: what she was promised, what she wrote and what guides wrote to her."""

    woman: Woman
    case: str
    at: datetime
    wrote: list[str]
    answers: list[str] = field(default_factory=list)
    answered: datetime | None = None
    promised: int | None = None
    told: int = 0
    again: datetime | None = None


@dataclass
class Week:
    """The office, quarter by quarter."""

    room: Room
    chance: Random = field(default_factory=lambda: Random(2027))
    asked: dict[str, Asked] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)

    async def goes_by(self) -> None:
        arrivals = sorted((self._moment(), locale) for locale, number in ASK.items() for _ in range(number))
        for step in range(DAYS * 96):
            if step > 7 * 96 and all(one.answered and one.again is None for one in self.asked.values()):
                return
            begins = START + step * QUARTER
            while arrivals and arrivals[0][0] < begins + QUARTER:
                await self._asks(*arrivals.pop(0))
            self.room.clock.now = begins + CHECK
            await self._happens(begins)
            await self._check()
            self.room.clock.passes(minutes=1)
            for name in on_duty(self._rules, self.room.rt.bundle.absences, self.room.clock()):
                await self._works(self._rules.guides[name])

    @property
    def _rules(self) -> Answering:
        return self.room.rt.bundle.regions[REGION].answering

    def _moment(self) -> datetime:
        """Day and night, from Monday to Sunday."""
        return START + timedelta(minutes=self.chance.randrange(7 * 24 * 60))

    async def _happens(self, begins: datetime) -> None:
        """What nobody has planned, and what somebody has."""
        desk, day = self.room.desk, begins.date()
        if begins == START.replace(hour=8):
            await desk.be_away("maria", date(2027, 1, 8), date(2027, 1, 8), begins + CHECK)  # planned
        if begins == START.replace(day=5, hour=8):
            await desk.be_away("hanan", day, day, begins + CHECK)  # ill, by one click

    async def _asks(self, at: datetime, locale: str) -> None:
        self.room.clock.now = at
        woman = self.room.woman(locale, "telegram")
        text = f"question {len(self.asked)}"
        case = await woman.asks(text)
        row = await self.room.row(case)
        again = at + timedelta(days=2) if len(self.asked) % 4 == 0 else None
        self.asked[case] = Asked(woman, case, at, [text], promised=row.promised, again=again)

    async def _check(self) -> None:
        """Those who come back write; then promises are looked at, and she must know each that has changed."""
        for each in [one for one in self.asked.values() if one.again and one.again <= self.room.clock()]:
            await self._writes_again(each)
        waiting = [row for row in await self.room.desk.queue() if not row.answered]
        self.broken += [f"late {row}, {self.room.clock()}" for row in waiting if self._is_late(row)]
        self.broken += [f"no promise {row}" for row in waiting if row.promised is None and self._possible(row)]
        if waiting and await self.room.desk.check_promises(self.room.clock()):
            for row in await self.room.desk.queue():
                await self._is_told(row)

    async def _writes_again(self, one: Asked) -> None:
        one.again = None
        row = await one.woman.case()
        if row is None or not row.answered:
            return
        one.wrote.append(f"again {len(one.wrote)} {one.case}")
        await one.woman.does(Wrote(self.room.clock(), one.wrote[-1]))
        one.promised = (await self.room.row(one.case)).promised

    def _is_late(self, row: CaseRow) -> bool:
        return not row.answered and row.promised is not None and row.promised <= self.room.clock().timestamp()

    async def _is_told(self, row: CaseRow) -> None:
        one = self.asked[row.id]
        if row.promised != one.promised and not row.answered:
            one.told += 1
            said = strip(words((await one.woman.views())[-1]))
            if self._by(row, one.woman.locale) not in said:
                self.broken.append(f"not told {row.id}: {said}")
        one.promised = row.promised

    def _possible(self, row: CaseRow) -> bool:
        return promise(self._rules, self.room.rt.bundle.absences, row.locale, (), self.room.clock()) is not None

    def _by(self, row: CaseRow, locale: str) -> str:
        """What she reads of a promise."""
        say = self.room.rt.bundle.catalogue.text
        if row.promised is None:
            return " ".join(strip(say(Message("engine-case-nobody"), locale).text).split())
        day, time = moment(datetime.fromtimestamp(row.promised, SWEDEN))
        text = say(Message("engine-person-by", values=(("day", day), ("time", time))), locale).text
        return " ".join(strip(text).split())

    # the guides

    async def _works(self, guide: Guide) -> None:
        """One thing in a quarter of an hour: an answer, else a new case; and cases that are quiet are closed."""
        region = self.room.rt.bundle.regions[REGION]
        account = Account(guide.id, guide.id, "", "", "sv", 0, 0, 0)
        now = self.room.clock()
        queue = read_queue(await self.room.desk.queue(), Me(account, guide, region, ""), self.room.rt.bundle, now)
        mine = [each.row for each in queue.mine]
        for row in mine:
            if row.answered and row.since and now.timestamp() - row.since > QUIET.total_seconds():
                await self.room.desk.close(row.id, Closed(now, guide.id, "answered"), f"{row.id} {now}")
        waits = [row for row in mine if not row.answered and row.id not in self.forgotten]
        # The interpreter is on the phone now: they come first.
        others = [each.row for each in queue.others if each.may_claim and self._hears(each.row.locale, guide)]
        if waits and not others:
            await self._answers(waits[0], guide)
            return
        for row in [*others, *(each.row for each in queue.waiting)][:1]:
            await self._claims(row, guide)
            if row.id not in self.forgotten:
                await self._answers(row, guide)

    def _hears(self, language: str, guide: Guide) -> bool:
        """Whether this is the hour in which that guide has an interpreter for the language."""
        hours = [
            each.hours for each in self._rules.interpreter_hours if (each.language, each.guide) == (language, guide.id)
        ]
        return any(OpeningHours(each).is_open(self.room.clock().replace(tzinfo=None)) for each in hours)

    async def _claims(self, row: CaseRow, guide: Guide) -> None:
        claimed = await self.room.desk.claim(row.id, guide.id, self.room.clock())
        assert claimed
        if len(self.forgotten) == 0 and len(self.asked) > SILENT and not row.interpreter:
            self.forgotten.add(row.id)  # the one that she takes and does not look at again

    async def _answers(self, row: CaseRow, guide: Guide) -> None:
        one, now = self.asked[row.id], self.room.clock()
        if row.locale not in guide.languages and not self._hears(row.locale, guide):
            self.broken.append(f"{guide.id} answers {row.locale}")
        text = f"answer {len(one.answers)} to {row.id}"
        assert await self.room.desk.reply(row.id, Replied(now, guide.id, text=text), f"{row.id} {now}")
        one.answers.append(text)
        one.answered = one.answered or now


@asynccontextmanager
async def _office(folder: Path) -> AsyncIterator[Room]:
    """The content with Somali, which has English texts here: six languages."""
    clock = Clock(START)
    settings = settings_for(folder, GUIDES)
    shutil.copytree(settings.content / "locales/en", settings.content / "locales/so")
    async with running(settings, {}, clock) as rt:
        yield Room(rt, clock)


async def test_a_week_of_two_half_time_guides(tmp_path: Path) -> None:
    """Forty cases in six languages, an illness, a holiday, an absence, a guide who forgets one."""
    async with _office(tmp_path) as room:
        week = Week(room)
        await week.goes_by()
        assert week.broken == []
        assert len(week.asked) == sum(ASK.values()) == 40
        for one in week.asked.values():
            assert one.answered, (one.woman.locale, one.at)
            assert await one.woman.hears() == one.answers
            lines = (await room.desk.open(one.case, TESTER)).lines
            hers = [line.what.text for line in lines if line.for_person and isinstance(line.what, Wrote)]
            assert hers == one.wrote
        _print(week)


def _print(week: Week) -> None:
    print("\nlanguage   asked  answered  told anew  longest wait")
    for locale, number in ASK.items():
        ones = [one for one in week.asked.values() if one.woman.locale == locale]
        answered = sum(one.answered is not None for one in ones)
        told = sum(one.told for one in ones)
        longest = max((one.answered or START) - one.at for one in ones)
        hours = longest.total_seconds() / 3600
        print(f"{locale:<10} {number:>5}  {answered:>8}  {told:>9}  {hours:>10.0f} h")

"""A running halsobot whose region has guides, with a clock that stands still until a test moves it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import yaml

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.desk import Desk
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Channel
from halsobot.model.event import Chose, Event, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.turn import Turn
from halsobot.model.view import Bubble, View
from halsobot.places.hours import SWEDEN
from halsobot.scenario import expect
from halsobot.store.cases import CaseRow, Opened
from halsobot.text.bidi import strip

ROOT = Path(__file__).parents[2]
REGION = "jamtland-harjedalen"
#: A Monday morning.
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=SWEDEN)
ALWAYS = "Mo-Su 08:00-17:00"
#: The one who looks at everything, in tests.
TESTER = "tester"


def guide(name: str, languages: str, hours: str = ALWAYS, gender: str = "woman") -> Mapping[str, object]:
    return {"name": name, "gender": gender, "languages": languages.split(), "hours": hours}


def answering(guides: Mapping[str, Mapping[str, object]], **more: object) -> str:
    """A region's guides.yaml."""
    return yaml.safe_dump({"answers": "guides", "guides": dict(guides)} | more, sort_keys=False)


THREE = answering(
    {
        "anna": guide("Anna", "sv ar en"),
        "bilal": guide("Bilal", "sv ar fa-AF", gender="man"),
        "eva": guide("Eva", "sv en ti"),
    }
)


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


def content_with(folder: Path, guides: str) -> Path:
    """The shipped content with these guides in its region, which nobody edits while tests run."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/regions" / REGION / "guides.yaml").write_text(guides, encoding="utf-8")
    return folder


def settings_for(folder: Path, guides: str) -> Settings:
    content = content_with(folder / "content", guides)
    return Settings(
        database_url=f"sqlite:///{folder}/halsobot.db", keys=folder / "keys", content=content, unreviewed="show"
    )


@dataclass
class Woman:
    """Somebody who writes. She sees what is stored to be shown to her."""

    room: Room
    address: Address
    locale: str
    said: int = 0

    async def does(self, event: Event, opens: bool = False) -> Turn | None:
        self.said += 1
        return await receive(Inbound(self.address, event, f"{self.address.id} {self.said}", opens=opens), self.room.rt)

    async def writes(self, text: str) -> Turn | None:
        return await self.does(Wrote(self.room.clock(), text))

    async def taps(self, *names: str) -> View:
        """Press these buttons of the newest message that has them."""
        for name in names:
            offering = [view for view in await self.views() if name in _offered(view)]
            assert offering, (name, _offered((await self.views())[-1]))
            await self.does(Chose(self.room.clock(), expect.button(offering[-1], name).data))
        return (await self.views())[-1]

    async def asks(self, text: str | None = None, flow: str = "book-care") -> str:
        """Open a case about a flow, with words or by the button; returns its id."""
        await self.does(Started(self.room.clock(), flow=flow, locale=self.locale), opens=True)
        await self.taps("person")
        await (self.writes(text) if text else self.taps("ask"))
        case = await self.case()
        assert case
        return case.id

    async def case(self) -> CaseRow | None:
        """Her case while it is open."""
        inbound = Inbound(self.address, Started(self.room.clock()), "who")
        contact = (await self.room.rt.store.recall(inbound)).contact
        return next((row for row in await self.room.desk.queue() if row.contact == contact), None)

    async def views(self) -> list[View]:
        """All that was shown to her, as pages and channels show it."""
        return [message.shown for message in await self.room.rt.store.messages(self.address, 0) or ()]

    async def reads(self) -> list[str]:
        """The words of each message."""
        return [expect.words(view) for view in await self.views()]

    async def hears(self) -> list[str]:
        """What guides have said to her, without their names."""
        said = [view for view in await self.views() if view.screen == "engine-said"]
        return [
            strip(" ".join(block.run.text for block in view.blocks[1:] if isinstance(block, Bubble))) for view in said
        ]


def _offered(view: View) -> list[str]:
    return [button.name for button in (*view.choices, *view.bar)]


@dataclass
class Room:
    """A running halsobot, its clock, and those who write."""

    rt: Runtime
    clock: Clock
    women: list[Woman] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return Desk(self.rt)

    def woman(self, locale: str = "ar", channel: str = "web") -> Woman:
        self.women.append(Woman(self, Address(channel, f"{len(self.women) + 1}".rjust(43, "s")), locale))
        return self.women[-1]

    async def row(self, case: str) -> CaseRow:
        return await self.desk.row(case)

    async def opened(self, case: str) -> Opened:
        return await self.desk.open(case, TESTER)


@asynccontextmanager
async def opened_room(
    folder: Path, guides: str = THREE, clock: Clock | None = None, channels: Mapping[str, Channel] | None = None
) -> AsyncIterator[Room]:
    """A halsobot with a database of its own in this folder."""
    clock = clock or Clock()
    async with running(settings_for(folder, guides), channels or {}, clock) as rt:
        yield Room(rt, clock)

"""A chat in whose region a person answers at any time, and what the guide does."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import expect

from halsobot.channels.web.site import address
from halsobot.conversation.desk import Desk
from halsobot.conversation.receive import receive
from halsobot.model.event import Closed, Corrected, FileKind, Replied, SentMedia
from halsobot.model.inbound import Attachment, Inbound
from halsobot.places.hours import SWEDEN
from halsobot.store.cases import CaseRow, Opened

from .chat import ROOT, Chat, Phone

GUIDES = """\
answers: guides
guides:
  anna:
    name: Anna
    gender: woman
    languages: [sv, ar]
    hours: "Mo-Su 00:00-24:00"
"""
#: Whether all of a part of the page is to be seen: below the top, and above the bar.
IN_VIEW = """what => {
  const [part, bar] = [what, '#dock'].map(each => document.querySelector(each).getBoundingClientRect());
  return part.height > 0 && part.top >= 0 && part.bottom <= bar.top;
}"""
#: All tests are at this time, whenever they run.
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=SWEDEN)


def _content(folder: Path) -> Path:
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/regions/jamtland-harjedalen/guides.yaml").write_text(GUIDES, encoding="utf-8")
    return folder


#: What a guide answers with, by the first half of its type.
KINDS: Mapping[str, FileKind] = {"audio": "voice", "image": "photo", "application": "document"}


class Answered(Chat):
    """The guide is Anna. ``now`` stands still until a test moves it."""

    def __init__(self, folder: Path, exit_url: str) -> None:
        super().__init__(folder, exit_url, _content(folder / "content"), lambda: self.now)
        self.now = MONDAY
        self._done = 0

    @property
    def desk(self) -> Desk:
        return Desk(self.rt)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def asks(self, phone: Phone, language: str = "sv") -> None:
        """She writes to a person and sees her case."""
        await phone.open(f"?l={language}")
        await phone.follows("person")
        await phone.write("Min fråga")
        await phone.sees("engine-case")

    async def case_of(self, secret: str) -> CaseRow:
        """Her case."""
        opened = [await self.desk.open(row.id, "anna") for row in await self.desk.queue()]
        [found] = [each.row for each in opened if each.address == address(secret)]
        return found

    async def opened(self, phone: Phone) -> Opened:
        """What the guide sees of her."""
        return await self.desk.open((await self.case_of(await phone.secret())).id, "anna")

    async def claims(self, phone: Phone) -> None:
        """Anna takes her case, which she reads."""
        case = await self.case_of(await phone.secret())
        assert await self.desk.claim(case.id, "anna", self.now)
        if not phone.scripts:
            await phone.page.click("#say button.more")
        await phone.sees("engine-claimed")

    async def says(self, secret: str, *, text: str | None = None, file: Attachment | None = None) -> None:
        """Anna answers with words or with a file."""
        row, self._done = await self.case_of(secret), self._done + 1
        reply = Replied(self.now, "anna", text=text, file=KINDS[file.type.partition("/")[0]] if file else None)
        said = Inbound(address(secret), reply, f"{self._done}", opens=False, contact=row.contact, attachment=file)
        turn = await receive(said, self.rt)
        assert turn
        assert turn.outputs

    async def says_instead(self, secret: str, text: str | None) -> None:
        """Anna changes what she answered last, or (None) takes it back."""
        opened = await self.desk.open((await self.case_of(secret)).id, "anna")
        turn = max(line.turn for line in opened.lines if isinstance(line.what, Replied | Corrected))
        assert await self.desk.correct(opened.row.id, Corrected(self.now, "anna", turn, text), f"{turn}")

    async def closes(self, secret: str) -> None:
        case = await self.case_of(secret)
        assert await self.desk.close(case.id, Closed(self.now, "anna", "answered"), f"close {case.id}")

    async def files(self, phone: Phone) -> list[Attachment]:
        """What she has sent that is no words, oldest first."""
        opened, found = await self.opened(phone), []
        for line in opened.lines:
            if isinstance(line.what, SentMedia):
                found.append(await self.file(opened.row.contact, line.turn))
        return [each for each in found if each]

    async def file(self, contact: str, turn: int) -> Attachment | None:
        return await self.rt.store.read(lambda connection: self.rt.store.cases.file(connection, contact, turn))


async def is_said(phone: Phone, text: str) -> None:
    """A line of the page says so."""
    await expect(phone.page.get_by_text(text)).to_be_visible()


async def is_in_view(phone: Phone, what: str) -> None:
    """All of it is to be seen."""
    await phone.page.wait_for_function(IN_VIEW, arg=what, timeout=3000)

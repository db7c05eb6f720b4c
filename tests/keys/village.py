"""Many people who each have a secret of their own, on Telegram and on the web, and a halsobot that is started anew."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Coroutine, Mapping
from contextlib import AsyncExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from structlog.testing import capture_logs

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.keeping import rotated
from halsobot.model.event import Event
from halsobot.model.inbound import Address, Inbound
from halsobot.model.view import View
from halsobot.scenario import expect
from halsobot.store import codec

from .files import everybody
from .people import Door

Result = TypeVar("Result")


@dataclass(eq=False)
class Villager:
    """Somebody at an address, with words that only she knows. After she is forgotten she has new ones."""

    address: Address
    locale: str
    canary: str = ""
    old: list[str] = field(default_factory=list)
    done: int = 0

    def __post_init__(self) -> None:
        self.begins_anew()

    def begins_anew(self) -> None:
        if self.canary:
            self.old.append(self.canary)
        self.canary = f"kanarie{token_hex(6)}"


class Village:
    """halsobot on files of its own. Whatever is printed or logged while it runs is in ``log``."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._folder, self._doing = folder, AsyncExitStack()
        self.settings = Settings(
            database_url=f"sqlite:///{folder}/halsobot.db", keys=folder / "keys", content=content, unreviewed="show"
        )
        self.door, self.people = Door("telegram"), list[Villager]()
        self.seen, self.restarts = 0, 0
        self._log = io.StringIO()
        self._listening = logging.StreamHandler(self._log)
        logging.getLogger().addHandler(self._listening)
        self._rt: Runtime
        self._run(self._starts(True))

    @property
    def log(self) -> str:
        return self._log.getvalue()

    @property
    def canaries(self) -> dict[str, Villager]:
        """Every secret there is or was, and whose it is."""
        return {canary: each for each in self.people for canary in (each.canary, *each.old)}

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        with redirect_stdout(self._log), redirect_stderr(self._log), capture_logs() as told:
            try:
                return self._loop.run_until_complete(work)
            finally:
                self._log.write(repr(told))

    async def _starts(self, reaches: bool) -> None:
        channels = {self.door.name: self.door} if reaches else {}
        self._rt = await self._doing.enter_async_context(running(self.settings, channels))

    async def _restarts(self, reaches: bool) -> None:
        await self._doing.aclose()
        await self._starts(reaches)

    # What happens

    def restart(self, reaches: bool) -> None:
        """It is stopped and started again; perhaps it then cannot reach Telegram."""
        self.restarts += 1
        self._run(self._restarts(reaches))

    def rotate(self) -> None:
        """The operator renews the key ring."""
        self._run(asyncio.to_thread(lambda: list(rotated(self.settings))))

    def does(self, who: Villager, event: Event) -> None:
        """She does something, and what follows has a moment to arrive."""
        who.done += 1
        self._run(self._does(who, event))

    async def _does(self, who: Villager, event: Event) -> None:
        await receive(Inbound(who.address, event, f"{who.done}"), self._rt)
        await asyncio.sleep(0.005)

    def settles(self) -> None:
        """Whatever waits is sent, and whoever was forgotten is erased."""
        self._run(asyncio.sleep(1.2))

    def close(self) -> None:
        self._run(self._doing.aclose())
        logging.getLogger().removeHandler(self._listening)
        self._loop.close()

    # What is seen

    def views(self, who: Villager) -> list[View]:
        """What she sees: on the web what is stored for her, on Telegram what was sent to her chat."""
        if who.address.channel != "web":
            return [delivery.message.shown for delivery in self.door.sent[who.address.id]]
        messages = self._run(self._rt.store.messages(who.address, 0)) or ()
        return [message.shown for message in messages]

    def foreign(self) -> list[str]:
        """Secrets in places that are not their owner's, or are not hers any more."""
        owners = self.canaries
        return [*self._foreign_views(owners), *self._foreign_rows(owners), *self._in_clear(owners)]

    def _foreign_views(self, owners: Mapping[str, Villager]) -> list[str]:
        found = []
        for who in self.people:
            words = "".join(map(_text, self.views(who)))
            found += [
                f"{canary} at a foreign address" for canary in owners if canary in words and owners[canary] != who
            ]
        known = {who.address.id for who in self.people}
        return found + [f"{id} was sent something" for id in self.door.sent if id not in known]

    def _foreign_rows(self, owners: Mapping[str, Villager]) -> list[str]:
        """In the transcripts, outboxes and sessions, as the keys open them."""
        found = []
        for hers in everybody(self.settings).values():
            inside = [canary for canary in owners if canary in hers.everything]
            right = {who.canary for who in self.people if who.address == Address(hers.channel, hers.address)}
            found += [f"{canary} in a foreign conversation" for canary in inside if canary not in right]
            self.seen += len(inside)
        return found

    def _in_clear(self, owners: Mapping[str, Villager]) -> list[str]:
        """In the log, or readable in a file."""
        files = [path for path in self._folder.iterdir() if path.is_file()]
        written = b"".join(path.read_bytes() for path in files) + self.log.encode()
        return [f"{canary} in a log or file" for canary in owners if canary.encode() in written]


def _text(view: View) -> str:
    return codec.view_bytes(view).decode() if not view.shared else expect.words(view)

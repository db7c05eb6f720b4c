"""What a server can do to a call instead of answering it well. Given to ``rig.script(then=…)``."""

from __future__ import annotations

import asyncio
import json
import math
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from .calls import Call

if TYPE_CHECKING:
    from .server import Rig


@dataclass(frozen=True, slots=True)
class Reply:
    """What is written back. ``cut``: the connection ends before the answer, or in the middle of it."""

    status: int
    body: bytes
    content_type: str = "application/json"
    cut: Literal["", "before", "middle"] = ""
    #: Awaited when the answer has been written.
    answered: Callable[[], Awaitable[None]] | None = None


def good(result: Any, description: str | None = None) -> Reply:
    told = {"ok": True, "result": result} | ({"description": description} if description else {})
    return Reply(200, json.dumps(told).encode())


def bad(status: int, description: str, **parameters: Any) -> Reply:
    told: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        told["parameters"] = parameters
    return Reply(status, json.dumps(told).encode())


class Behaviour:
    """A call passes ``before`` (a Reply ends it, not accepted) and, once accepted, ``after`` (what is written)."""

    #: Whether further scripts apply to the same call.
    goes_on = False

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        return None

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        return reply


@dataclass
class TooMany(Behaviour):
    """429. Calls that come sooner than ``retry_after`` seconds get it again, and are noted in ``rig.early``."""

    retry_after: float = 1
    global_: bool = False

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        rig.pause(None if self.global_ else call.chat_id, self.retry_after)
        return too_many(self.retry_after)


def too_many(seconds: float) -> Reply:
    after = max(1, math.ceil(seconds))
    return bad(429, f"Too Many Requests: retry after {after}", retry_after=after)


@dataclass
class _Refuse(Behaviour):
    async def before(self, rig: Rig, call: Call) -> Reply | None:
        return self.reply()

    def reply(self) -> Reply:
        raise NotImplementedError


@dataclass
class Fail(_Refuse):
    """5xx, as JSON."""

    status: int = 500

    def reply(self) -> Reply:
        return bad(self.status, {502: "Bad Gateway", 504: "Gateway Timeout"}.get(self.status, "Internal Server Error"))


@dataclass
class Blocked(_Refuse):
    """403: she has blocked the bot."""

    def reply(self) -> Reply:
        return bad(403, "Forbidden: bot was blocked by the user")


@dataclass
class BadRequest(_Refuse):
    """400 with a text of its own."""

    text: str = "something is wrong"

    def reply(self) -> Reply:
        return bad(400, f"Bad Request: {self.text}")


@dataclass
class NotFound(BadRequest):
    """400: chat not found."""

    text: str = "chat not found"


@dataclass
class NotModified(BadRequest):
    """400: message is not modified."""

    text: str = (
        "message is not modified: specified new message content and reply markup are exactly the same as a "
        "current content and reply markup of the message"
    )


@dataclass
class Migrated(_Refuse):
    """400: the group has become a supergroup with another id."""

    to: int

    def reply(self) -> Reply:
        return bad(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.to)


@dataclass
class Html(Behaviour):
    """A proxy's error page instead of JSON. With ``accepted`` the call took effect all the same."""

    status: int = 502
    accepted: bool = False
    body: bytes = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        return None if self.accepted else self._page()

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        return self._page()

    def _page(self) -> Reply:
        return Reply(self.status, self.body, "text/html")


@dataclass
class ResetBefore(Behaviour):
    """The connection is reset; the call was not accepted."""

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        return Reply(0, b"", cut="before")


@dataclass
class ResetAfter(Behaviour):
    """The call is accepted and logged; then the connection is reset, without an answer."""

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        return replace(reply, cut="before")


@dataclass
class Hang(Behaviour):
    """Nothing for some seconds, then a reset. With ``accepted`` the call took effect at once."""

    seconds: float
    accepted: bool = False

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        if self.accepted:
            return None
        await asyncio.sleep(self.seconds)
        return Reply(0, b"", cut="before")

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        await asyncio.sleep(self.seconds)
        return replace(reply, cut="before")


@dataclass
class Truncated(Behaviour):
    """Accepted, but the answer ends in its middle: the connection with it, or (``whole_http``) only the JSON."""

    whole_http: bool = False

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        if self.whole_http:
            return replace(reply, body=reply.body[: len(reply.body) // 2])
        return replace(reply, cut="middle")


@dataclass
class Delay(Behaviour):
    """The way there and back takes so many seconds; else all is as usual, and further scripts apply."""

    seconds: float
    goes_on = True

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        await asyncio.sleep(self.seconds / 2)
        return None

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        await asyncio.sleep(self.seconds / 2)
        return reply


@dataclass
class Kill(Behaviour):
    """Awaits the test's callback, which kills the bot, at a chosen point.

    ``before``: not accepted. ``after``: accepted, not answered. ``answered``: accepted, and the answer written.
    """

    callback: Callable[[Call], Awaitable[Any]]
    when: Literal["before", "after", "answered"] = "before"

    async def before(self, rig: Rig, call: Call) -> Reply | None:
        if self.when != "before":
            return None
        await self.callback(call)
        return Reply(0, b"", cut="before")

    async def after(self, rig: Rig, call: Call, reply: Reply) -> Reply:
        if self.when == "answered":
            return replace(reply, answered=lambda: self._kill(call))
        if self.when == "after":
            await self.callback(call)
            return replace(reply, cut="before")
        return reply

    async def _kill(self, call: Call) -> None:
        await self.callback(call)


@dataclass(eq=False)
class Script:
    """When which behaviour applies. ``used`` counts; ``end()`` takes it away."""

    then: Sequence[Behaviour]
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    skip: int = 0
    share: float = 1.0
    when: Callable[[Call], bool] | None = None
    rng: random.Random = field(default_factory=random.Random)
    used: int = 0
    ended: bool = False

    def end(self) -> None:
        self.ended = True

    def applies(self, call: Call) -> Behaviour | None:
        """The behaviour for this call, and counts it; None if it is not meant."""
        if self.ended or (self.times is not None and self.used >= self.times * len(self.then)):
            return None
        if self.method not in (None, call.method) or self.chat not in (None, call.chat_id):
            return None
        if (self.when and not self.when(call)) or self.rng.random() >= self.share:
            return None
        if self.skip:
            self.skip -= 1
            return None
        self.used += 1
        return self.then[(self.used - 1) % len(self.then)]

"""New messages as lines of JSON: the answer to a press, and a stream that stays open."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.failure import report
from halsobot.channels.web.html import Html, Ticket
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.channels.web.small_pictures import small_pictures
from halsobot.model.outbox import OutMessage

TYPE = "application/x-ndjson"
ENDED = "web-ended"
#: A look, and a sign of life, at least this often: shorter than what mobile networks cut (30 s and more).
BEAT = 15.0
#: So many messages are written at once without anybody noticing.
FEW = 4
_GZIP = 31  # zlib's name for its gzip form with the largest window


def line(**values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def said(html: Html, secret: str, gives: bool, messages: Iterable[OutMessage]) -> bytes:
    """One line for each message."""
    return b"".join(
        line(seq=message.seq, html=html.fragment(message, Ticket(secret, message.seq, gives=gives)))
        for message in messages
    )


async def said_aside(site: Site, secret: str, messages: Sequence[OutMessage]) -> bytes:
    """The same; many are written in a thread, so that nobody else has to wait for it."""
    gives = bool(messages) and await site.gives(secret)
    html = site.html.showing(await small_pictures(site, secret, messages))
    if len(messages) > FEW:
        return await asyncio.to_thread(said, html, secret, gives, messages)
    return said(html, secret, gives, messages)


def ended(html: Html, locale: str, said: str = ENDED) -> bytes:
    return line(ended=True, html=html.notice_fragment(said, locale))


async def stream(request: web.Request) -> web.StreamResponse:
    """Everything after ``after``, then each new message as it comes, until the conversation is over."""
    site = request.app[SITE]
    posted = await form.read(request)
    secret = form.bearer(request)
    wire = _Wire(request)
    await wire.open()
    if secret is None:
        await wire.send(ended(site.html, wanted(request, posted.locale)))
        return await wire.close()
    task = asyncio.current_task()
    assert task is not None
    site.streams.add(task)
    try:
        await _follow(site, wire, secret, posted.seen or 0, wanted(request, posted.locale))
    except ConnectionError:
        pass  # she is gone; what she has not got is stored
    except Exception as problem:  # the line has begun, so no page can be sent; the script comes again
        report(problem)
    finally:
        site.streams.discard(task)
    return await wire.close()


async def _follow(site: Site, wire: _Wire, secret: str, after: int, locale: str) -> None:
    async with site.rt.bells.listen(address(secret)) as bell:
        while True:
            bell.clear()
            messages = await site.rt.store.messages(address(secret), after)
            if messages is None:
                await wire.send(ended(site.html, locale))
                return
            await wire.send(await said_aside(site, secret, messages) or line(beat=True))
            after = max((message.seq for message in messages), default=after)
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await bell.wait()


class _Wire:
    """A chunked response; squeezed line by line where the browser can, as each repeats most of the last."""

    def __init__(self, request: web.Request) -> None:
        self._request = request
        self.response = web.StreamResponse()
        self.response.content_type = TYPE
        self.response.headers["X-Accel-Buffering"] = "no"  # for nginx in front: pass each line on at once
        self._squeeze = None
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            self._squeeze = zlib.compressobj(wbits=_GZIP)
            self.response.headers["Content-Encoding"] = "gzip"

    async def open(self) -> None:
        await self.response.prepare(self._request)

    async def send(self, lines: bytes) -> None:
        if self._squeeze:
            lines = self._squeeze.compress(lines) + self._squeeze.flush(zlib.Z_SYNC_FLUSH)
        await self.response.write(lines)

    async def close(self) -> web.StreamResponse:
        with suppress(ConnectionError):
            await self.response.write_eof(self._squeeze.flush() if self._squeeze else b"")
        return self.response

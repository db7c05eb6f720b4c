"""What a form or the script sent, read with mercy: nothing in it can make an error."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from aiohttp import web

from halsobot.channels.web.upload import Upload

#: A body longer than this is not read further; 4,000 letters of any script fit many times.
BODY = 128 * 1024
#: So much of a longer body is taken off the wire, so that the browser sees the answer and no broken line.
DRAIN = 2 * 1024 * 1024
#: How long a body may take (seconds).
PATIENCE = 30.0
#: The longest answer: with her guide's name above it Telegram still takes it as one message.
TEXT = 4000
_FIELDS = 200

_ONCE = re.compile(r"[A-Za-z0-9_-]{8,64}")

Fields = Mapping[str, str]
#: The file that comes with a form.
UPLOAD = web.RequestKey("upload", Upload)


async def read(request: web.Request) -> Fields:
    """The form's fields, each by its first value; with another kind of body what our script says beside it. Of a form
    with a file the file is left to whoever wants it.

    Of a body that is too long only the beginning: its words are too many in any case, and stay in the form.
    """
    if request.content_type == "multipart/form-data":
        request[UPLOAD] = Upload(request)
        return await request[UPLOAD].fields()
    if request.content_type != "application/x-www-form-urlencoded":
        return {name: request.headers.get(f"X-{name.title()}", "") for name in ("token", "once")}
    return _fields((await body(request, BODY, DRAIN, PATIENCE))[:BODY])


async def body(request: web.Request, longest: int, drain: int, patience: float) -> bytes:
    """The body, or its beginning: more than ``longest`` where it is too long. What is longer than ``drain`` is not
    even taken off the wire. Raises HTTPException where it does not come in time, or does not unpack.
    """
    kept, total = bytearray(), 0
    try:
        async with asyncio.timeout(patience):
            async for chunk in request.content.iter_any():
                total += len(chunk)
                kept += chunk[: max(0, longest + 1 - len(kept))]
                if total > drain:
                    break
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:  # packed in a way that does not unpack
        raise web.HTTPBadRequest from None
    return bytes(kept)


def _fields(body: bytes) -> Fields:
    """Broken UTF-8 and lone surrogates come in as U+FFFD, NULs not at all."""
    try:
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, errors="replace", max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\0", "").replace("\r\n", "\n") for name, value in reversed(pairs)}


def length(words: str) -> int:
    """As Telegram counts: in units of UTF-16, each line with the two signs that keep its direction."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2 + 2 * words.count("\n")


def once(fields: Fields, what: str) -> str | None:
    """By which a repeat of the same form is known; another deed from a page one went back to is a new one."""
    given = fields.get("once", "")
    return f"{given} {what}" if _ONCE.fullmatch(given) else None


async def let_go(request: web.Request) -> None:
    """Take a file that nobody wants off the wire, so that the browser sees the answer and no broken line."""
    if UPLOAD in request:
        await request[UPLOAD].file(0)


def is_from_elsewhere(request: web.Request) -> bool:
    """Whether another site made the browser send this."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("cross-site", "same-site")


def is_scripted(request: web.Request) -> bool:
    """Whether our script asks, and not somebody who reads the page just now."""
    return request.headers.get("X-Script") == "1"

"""What a form or the script sent, read with mercy: nothing in it can make an error."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import parse_qsl

from aiohttp import web

from halsobot.model.event import Chose, Event, Wrote

#: A body longer than this is not read further; 4,096 letters of any script fit.
BODY = 64 * 1024
#: So much of a longer body is taken off the wire, so that the browser sees the answer and no broken line.
DRAIN = 2 * 1024 * 1024
#: How long a body may take (seconds); the slowest phone sends our forms in less.
PATIENCE = 30.0
#: What Telegram allows too, so that both doors take the same words.
TEXT = 4096
_FIELDS = 32
_BUTTON = 256  # more than any button of ours; the engine refuses what is not one

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_FORM = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True)
class Poster:
    """What the address on a poster asked for."""

    locale: str | None = None
    flow: str | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """``secret`` and ``form`` are None where they cannot be ours; ``seen`` where it is no number.

    ``long`` says that the text, or the whole body, was longer than allowed; ``text`` is then its beginning.
    """

    secret: str | None = field(repr=False)
    form: str | None
    seen: int | None
    opens: bool
    poster: Poster
    locale: str | None
    press: str | None
    text: str = field(repr=False)
    long: Literal["no", "text", "body"]

    def event(self, now: datetime) -> Event | None:
        """What she did; None if the form only asks for new answers."""
        if self.form is None or self.long != "no":
            return None
        if self.press is not None:
            return Chose(now, self.press)
        return Wrote(now, self.text) if self.text.strip() else None

    @property
    def repeat(self) -> str:
        """Equal for the same form sent again. Another choice on a page she went back to is a new deed."""
        return " ".join((self.secret or "", self.form or "", self.press or self.text))


async def read(request: web.Request) -> Posted:
    """The form in the body, or an empty one."""
    body, whole = await _body(request)
    fields = _fields(body) if request.content_type == "application/x-www-form-urlencoded" else {}
    return posted(fields, bearer(request) or fields.get("secret", ""), whole)


def posted(fields: Mapping[str, str], secret: str, whole: bool = True) -> Posted:
    """What the fields of a form say; ``whole`` is False where its body was too long."""
    text = fields.get("text", "").replace("\r\n", "\n")
    return Posted(
        secret=secret if _SECRET.fullmatch(secret) else None,
        form=fields["form"] if _FORM.fullmatch(fields.get("form", "")) else None,
        seen=number(fields.get("after", fields.get("seen", ""))),
        opens=fields.get("opens") == "1",
        poster=Poster(fields.get("l"), fields.get("f")),
        locale=fields.get("locale"),
        press=fields["press"][:_BUTTON] if "press" in fields else None,
        text=text[:TEXT],
        long="body" if not whole else "text" if len(text) > TEXT else "no",
    )


async def small(request: web.Request) -> Mapping[str, str]:
    """The fields of a small form that says something else."""
    return _fields((await _body(request))[0])


def bearer(request: web.Request) -> str | None:
    """The secret in the Authorization header."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret if scheme == "Bearer" and _SECRET.fullmatch(secret) else None


def number(text: str) -> int | None:
    """A small number in 0-9, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


async def _body(request: web.Request) -> tuple[bytes, bool]:
    """The body up to the limit, and whether that is all of it.

    Half a form is none: what it would have done is not guessed.
    """
    kept = bytearray()
    total = 0
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.content.iter_any():
                total += len(chunk)
                kept += chunk[: max(0, BODY - len(kept))]
                if total > DRAIN:
                    break
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:  # packed in a way that does not unpack
        raise web.HTTPBadRequest from None
    return bytes(kept), total <= BODY


def _fields(body: bytes) -> dict[str, str]:
    """Each field's first value. Broken UTF-8 and lone surrogates come in as U+FFFD, NULs not at all."""
    try:
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, errors="replace", max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\0", "") for name, value in reversed(pairs)}

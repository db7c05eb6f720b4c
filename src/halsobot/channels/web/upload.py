"""A file as a browser sends it: the form's fields, then the file, and never more than is wanted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import BodyPartReader, MultipartReader, web

#: How long it may all take (seconds): three megabytes on a slow network.
PATIENCE = 180.0
#: So much of a file that is too large is taken off the wire, so that the browser sees the answer and no broken line.
DRAIN = 32 * 1024 * 1024
_FIELD = 4096
_PARTS = 32


class Upload:
    """The fields, which come first; the file is read only when somebody asks for it."""

    def __init__(self, request: web.Request) -> None:
        self._request = request
        self._file: BodyPartReader | None = None

    async def fields(self) -> dict[str, str]:
        """The fields of the form. Of a body that is no form with a file: nothing."""
        fields: dict[str, str] = {}
        if self._request.content_type == "multipart/form-data":
            async with _patience():
                reader = await self._request.multipart()
                async for part in _parts(reader):
                    if part.name == "file":
                        self._file = part
                        break
                    fields.setdefault(part.name or "", (await _read(part, _FIELD))[0].decode("utf-8", "replace"))
        return fields

    async def file(self, limit: int) -> bytes | None:
        """The file, empty where there is none; None if it is larger than ``limit``. More than that is never kept."""
        if self._file is None:
            return b""
        async with _patience():
            body, whole = await _read(self._file, limit)
        return body if whole else None


@asynccontextmanager
async def _patience() -> AsyncIterator[None]:
    """Half a form is none: it is asked for again."""
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (ValueError, AssertionError, RuntimeError, web.RequestPayloadError):  # no form, or a torn one
        raise web.HTTPBadRequest from None


async def _parts(reader: MultipartReader) -> AsyncIterator[BodyPartReader]:
    for _ in range(_PARTS):
        part = await reader.next()
        if not isinstance(part, BodyPartReader):
            return
        yield part


async def _read(part: BodyPartReader, limit: int) -> tuple[bytes, bool]:
    """The beginning of a part, and whether that is all of it."""
    kept, total = bytearray(), 0
    while not part.at_eof():
        chunk = await part.read_chunk(64 * 1024)
        total += len(chunk)
        kept += chunk[: max(0, limit - len(kept))]
        if total > DRAIN:
            break
    return bytes(kept), total <= limit

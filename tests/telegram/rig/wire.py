"""Reading calls from HTTP, and writing answers or breaking off."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from .behaviours import Reply
from .spec import Upload


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The parameters of a call as they came (query, form, multipart or JSON), and its files. ValueError: neither."""
    raw: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if not request.can_read_body:
        return raw, files
    type_ = request.content_type
    if type_ == "application/x-www-form-urlencoded":
        raw.update(parse_qsl((await request.read()).decode(), keep_blank_values=True, max_num_fields=200))
    elif type_ == "application/json":
        told = json.loads(await request.read())
        if not isinstance(told, dict):
            raise ValueError("the JSON is not an object")
        raw.update(told)
    elif type_ == "multipart/form-data":
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            content, name = bytes(await part.read(decode=True)), part.name or ""
            if part.filename is None:
                raw[name] = content.decode()
            else:
                files[name] = Upload(part.filename, content, part.headers.get("Content-Type", ""))
                raw[name] = files[name]
    elif await request.read():
        raise ValueError(f"unknown content type {type_}")
    return raw, files


async def write(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Writes an answer, as far as it goes."""
    if reply.cut == "before":
        reset(request)
        return web.Response()
    if reply.cut == "middle":
        half = web.StreamResponse(status=reply.status, headers={"Content-Type": reply.content_type})
        half.content_length = len(reply.body)
        await half.prepare(request)
        await half.write(reply.body[: len(reply.body) // 2])
        if request.transport:
            request.transport.close()
        return half
    answer = web.Response(status=reply.status, body=reply.body, content_type=reply.content_type)
    if reply.answered:
        await answer.prepare(request)
        await answer.write_eof()
        await reply.answered()
    return answer


def reset(request: web.Request) -> None:
    """Ends the connection with a reset."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()

"""Every kind of thing that can come in, on Telegram and on the web, with a canary wherever words can stand."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import aiohttp

from .canaries import Canaries

Json = dict[str, Any]
_numbers = itertools.count(1)
#: Answers to our forms that are none of an error.
FORM = "application/x-www-form-urlencoded"


def updates(canaries: Canaries, chat: int) -> Iterator[object]:
    """What one person can do on Telegram, and shapes that Telegram never sends."""
    text, word = canaries.text, canaries.word
    file = {"file_id": word("file id"), "file_unique_id": word("file id"), "file_name": text("file name")}
    yield _message(chat, text="/start __sv")
    yield _message(chat, text=text("text"))
    yield _message(chat, text=f"/menu {text('command')}")
    yield _message(chat, text=f"/start book-care__{word('deep link')}")
    yield _message(chat, text=f"/start {word('deep link')}")
    yield _message(
        chat, text=text("entity"), entities=[{"type": "text_link", "url": f"https://{word('link')}.example"}]
    )
    yield _message(chat, photo=[file], caption=text("caption"))
    yield _message(chat, document=file, caption=text("caption"))
    yield _message(chat, audio=file | {"title": text("title"), "performer": text("performer")})
    yield _message(chat, voice=file, media_group_id=word("album"))
    yield _message(chat, contact={"phone_number": word("phone"), "first_name": text("card"), "vcard": text("card")})
    yield _message(chat, location={"latitude": canaries.degrees(), "longitude": canaries.degrees() / 4})
    yield _message(chat, venue={"title": text("venue"), "address": text("venue")}, location={"latitude": word("place")})
    yield _message(chat, poll={"question": text("poll"), "options": [{"text": text("poll")}]})
    yield _message(chat, sticker={"emoji": text("sticker"), "set_name": word("sticker")})
    yield _message(chat, text="hej", reply_to_message=_message(chat, text=text("reply"))["message"])
    yield _message(
        chat, text="hej", forward_origin={"sender_user_name": text("forward")}, author_signature=text("name")
    )
    yield _message(chat, unheard_of={word("field"): text("unknown kind")})
    yield {"edited_message": _message(chat, text=text("edit"), edit_date=int(time.time()))["message"]}
    yield _press(chat, word("press"))
    yield _press(chat, f"v1|start|menu|{word('press')}|1")
    yield _press(chat, "v1|start|menu|book-care|1") | {word("field"): text("unknown kind")}
    yield _group(canaries, f"/start {text('group')}")
    yield {"my_chat_member": {"chat": {"id": -canaries.id(), "type": "group", "title": text("chat title")}}}
    yield {"inline_query": {"id": word("query"), "query": text("query")}}
    yield from _wrong_shapes(canaries, chat)


def _wrong_shapes(canaries: Canaries, chat: int) -> Iterator[object]:
    text, word = canaries.text, canaries.word
    yield [text("list")]
    yield text("string")
    yield {word("field"): text("unknown kind"), "update_id": word("update id")}
    yield {"message": text("wrong shape")}
    yield {"message": [text("wrong shape")]}
    yield {"message": {"chat": {"id": word("chat id"), "type": "private"}, "text": text("wrong shape")}}
    yield {"message": {"chat": {"id": chat, "type": word("chat type")}, "text": text("wrong shape")}}
    yield _message(chat, text=[text("wrong shape")], caption={"a": text("wrong shape")})
    yield _message(chat, text="hej", message_id=word("message id"), date=word("date"))
    yield _message(chat, text="hej", edit_date=10**300, message_id={word("message id"): 1})
    yield _message(chat, location={"latitude": float("inf"), "longitude": text("place")})
    yield {"callback_query": {"id": 7, "data": text("wrong shape"), "message": text("wrong shape")}}
    yield {"callback_query": {"id": word("press id"), "data": {"a": text("press")}, "message": {"chat": {"id": chat}}}}
    yield _message(chat, text=f"\ud800{word('half a sign')}\0")
    yield _message(chat, text=f"{text('long')}" * 10_000)


def broken(canaries: Canaries) -> Iterator[bytes]:
    """Bodies that are no updates at all."""
    word = canaries.word
    yield f'{{"message": {{"text": "{word("cut off")}'.encode()
    yield f'{{"message": {word("no JSON")}}}'.encode()
    yield b"\xff\xfe" + word("UTF-16").encode("utf-16-le")
    yield b'{"message": {"text": "\xc3\x28' + word("broken UTF-8").encode() + b'"}}'
    yield f'{{"message": {{"text": "{word("too large")}{"x" * 2_000_000}"}}}}'.encode()
    yield (f'["{word("deep")}", ' + "[" * 100_000).encode()
    yield f'{{"update_id": {"9" * 5000}, "message": "{word("large number")}"}}'.encode()


def _message(chat: int, /, **fields: object) -> Json:
    head = {"message_id": next(_numbers), "date": int(time.time()), "chat": {"id": chat, "type": "private"}}
    return {"update_id": next(_numbers), "message": head | {"from": {"id": chat, "is_bot": False}} | fields}


def _press(chat: int, data: str) -> Json:
    query = {"id": str(next(_numbers)), "from": {"id": chat}, "data": data}
    return {"update_id": next(_numbers), "callback_query": query | {"message": _message(chat)["message"]}}


def _group(canaries: Canaries, text: str) -> Json:
    chat = {"id": -canaries.id(), "type": "supergroup", "title": canaries.text("chat title")}
    return _message(0, chat=chat, text=text)


def named(canaries: Canaries, update: object) -> object:
    """The same update from somebody whose every name is a canary."""
    if isinstance(update, dict) and isinstance(update.get("message"), dict):
        names = {name: canaries.text("name") for name in ("first_name", "last_name")}
        who = {"username": canaries.word("name"), "language_code": canaries.word("language")} | names
        message = update["message"] | {"from": {"id": 1} | who}
        if isinstance(message.get("chat"), dict):
            message["chat"] = who | message["chat"]
        return update | {"message": message}
    return update


def as_json(update: object) -> bytes:
    return json.dumps(update).encode()


# the web


async def browses(http: aiohttp.ClientSession, canaries: Canaries) -> None:
    """What one person can do on the web, and what no browser sends."""
    word, text = canaries.word, canaries.text
    secret = canaries.secret()
    own = {"secret": secret, "opens": "1", "seen": "1", "l": "sv"}
    await _asks(http, "GET", f"/?l={word('query l')}&f={word('query f')}&{word('query')}=1")
    await _asks(http, "GET", "/", headers=_headers(canaries))
    for path in ("", "static/", "pictures/", "leave/", "telegram/"):
        await _asks(http, "GET", f"/{path}{word('path')}")
        await _asks(http, "POST", f"/{path}{word('path')}", data={"text": text("path")})
    await _asks(http, "POST", "/", data=own | _form(canaries) | {"press": "v1|engine|language|sv|1"})
    for fields in ({"text": text("form")}, {"press": word("press")}, {"press": f"v1|book-care|who|{word('press')}|2"}):
        await _asks(http, "POST", "/", data=own | _form(canaries) | fields, headers=_headers(canaries))
    await _asks(http, "POST", "/", data=own | _form(canaries) | {"text": text("too long") * 200})
    await _asks(http, "POST", "/", data=own | _form(canaries) | {"text": text("too large") * 3000})
    strange = {name: word(f"field {name}") for name in ("secret", "form", "seen", "after", "opens", "l", "f", "locale")}
    await _asks(http, "POST", "/", data=strange)
    await _asks(http, "POST", "/", data={word("field"): text("field")}, headers=_headers(canaries))
    await _asks(http, "POST", "/", json={"text": text("JSON")} | own)
    await _asks(http, "POST", "/", data=_parts(canaries))
    await _asks(http, "POST", "/", data=gzip.compress(word("gzip").encode())[:-6], headers=_packed())
    await _asks(http, "POST", "/", data=word("gzip").encode(), headers=_packed())
    await _streams(http, secret, canaries)
    await _asks(http, "POST", "/leave", data={"secret": canaries.secret(), "text": text("leave")})


def _form(canaries: Canaries) -> dict[str, str]:
    return {"form": canaries.word("form")}


def _packed() -> dict[str, str]:
    return {"Content-Encoding": "gzip", "Content-Type": FORM}


def _headers(canaries: Canaries) -> dict[str, str]:
    plain = ("User-Agent", "Accept-Language", "X-Forwarded-For", "X-Forwarded-Proto", "Referer", "Cookie", "Origin")
    some = {name: canaries.word(name) for name in (*plain, "Accept-Encoding", "Sec-Fetch-Site", "X-Unheard-Of")}
    return some | {"Authorization": f"Basic {canaries.word('Authorization')}"}


def _parts(canaries: Canaries) -> aiohttp.FormData:
    parts = aiohttp.FormData()
    parts.add_field("text", canaries.text("part"))
    parts.add_field("file", canaries.text("file") * 10_000, filename=canaries.word("file name"))
    return parts


async def _streams(http: aiohttp.ClientSession, secret: str, canaries: Canaries) -> None:
    for bearer in (secret, canaries.secret(), canaries.word("Authorization")):
        headers = {"Authorization": f"Bearer {bearer}", "Accept": "application/x-ndjson"}
        await _asks(http, "POST", "/stream", data={"after": canaries.word("after")}, headers=headers)


async def _asks(http: aiohttp.ClientSession, method: str, path: str, **more: Any) -> None:
    """Whatever is answered, and whether it is."""
    with suppress(aiohttp.ClientError, TimeoutError):
        timeout = aiohttp.ClientTimeout(total=0.5 if path == "/stream" else 6)
        async with http.request(method, path, timeout=timeout, **more) as answer:
            await answer.read()


def raw(canaries: Canaries) -> Iterator[bytes]:
    """What is no HTTP, or only half of it."""
    word = canaries.word
    yield f"{word('request line')}\r\n\r\n".encode()
    yield f"GET /{word('path')} HTTP/9.9\r\n\r\n".encode()
    yield f"GET /\x00{word('path')} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    yield f"GET / HTTP/1.1\r\nHost: x\r\n{word('header')}\r\n\r\n".encode()
    yield f"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {word('header') * 1000}\r\n\r\n".encode()
    yield f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {word('length')}\r\n\r\n".encode()
    yield f"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{word('chunk')}\r\n".encode()
    yield f"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: 99\r\n\r\n{word('half')}".encode()
    yield b"\x16\x03\x01" + word("TLS").encode()


async def says_raw(port: int, data: bytes) -> None:
    """Write bytes, wait for an answer for a moment, and hang up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with suppress(ConnectionError, TimeoutError):
        writer.write(data)
        await writer.drain()
        await asyncio.wait_for(reader.read(), 0.2)
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()

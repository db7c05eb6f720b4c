"""A Bot API server as far as the bots need one: it remembers what each chat shows and answers as Telegram does."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from yarl import URL

from bench.wire import Reply

TOKEN = "123456:benchmark"
BOT = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_ME = BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
_NOT_MODIFIED = "message is not modified: specified new message content and reply markup are exactly the same"
#: Methods that show a screen.
_SCREENS = ("sendmessage", "editmessagetext")
#: Messages of a chat that can still be edited.
REMEMBERED = 8

Json = dict[str, Any]


class Refused(Exception):
    """Telegram says no: 400 and these words."""


class Api:
    """What a bot calls has its effect, and is answered, after ``delay`` seconds; ``shown`` then hears of each screen.

    A message that only brings the lasting keyboard at the bottom is no screen, and neither is a change of buttons.
    """

    def __init__(self, delay: float, shown: Callable[[int, Json], None], hooked: Callable[[Json], None]) -> None:
        self._delay, self._shown, self._hooked = delay, shown, hooked
        self._chats: dict[int, dict[int, Json]] = {}
        self._number = 0
        self.calls = 0

    def serve(self, url: str, content_type: str, body: bytes, reply: Reply) -> None:
        """One call over HTTP."""
        path, _, query = url.partition("?")
        parameters = _parameters(content_type, body) if body else _form(query)
        self._later(lambda: self._answer(path.rpartition("/")[2], parameters, reply))

    def ridden(self, body: bytes) -> None:
        """A call that rides in the answer to a delivery."""
        parameters = orjson.loads(body) if body.startswith(b"{") else {}
        method = parameters.pop("method", "")
        if method:
            self._later(lambda: self._answer(method, parameters, lambda status, body: None))

    def next_number(self) -> int:
        """The number of a message or an update."""
        self._number += 1
        return self._number

    def _later(self, act: Callable[[], None]) -> None:
        if self._delay:
            asyncio.get_running_loop().call_later(self._delay, act)
        else:
            act()

    def _answer(self, method: str, parameters: Json, reply: Reply) -> None:
        self.calls += 1
        method = method.lower()
        try:
            result = self._call(method, parameters)
        except Refused as refused:
            reply(400, orjson.dumps({"ok": False, "error_code": 400, "description": f"Bad Request: {refused}"}))
            return
        reply(200, orjson.dumps({"ok": True, "result": result}))
        if method in _SCREENS and not _lasting(parameters):
            self._shown(result["chat"]["id"], result)

    def _call(self, method: str, parameters: Json) -> Any:
        match method:
            case "sendmessage":
                return self._send(parameters)
            case "editmessagetext" | "editmessagereplymarkup":
                return self._edit(parameters)
            case "deletemessage":
                return self._messages(parameters).pop(int(parameters["message_id"]), None) is not None
            case "getme":
                return _ME
            case "setwebhook":
                self._hooked(parameters)
                return True
            case "getwebhookinfo":
                return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            case _:
                return True

    def _messages(self, parameters: Json) -> dict[int, Json]:
        return self._chats.setdefault(int(parameters["chat_id"]), {})

    def _send(self, parameters: Json) -> Json:
        chat = int(parameters["chat_id"])
        messages = self._messages(parameters)
        message: Json = {
            "message_id": self.next_number(),
            "from": BOT,
            "chat": {"id": chat, "first_name": "Contact", "type": "private"},
            "date": int(time.time()),
        }
        message |= _content(parameters)
        messages[message["message_id"]] = message
        if len(messages) > REMEMBERED:
            del messages[next(iter(messages))]
        return message

    def _edit(self, parameters: Json) -> Json:
        message = self._messages(parameters).get(int(parameters["message_id"]))
        if message is None:
            raise Refused("message to edit not found")
        content = _content(parameters)
        if all(message.get(key) == content.get(key) for key in ("text", "reply_markup")):
            raise Refused(_NOT_MODIFIED)
        edited = {key: value for key, value in message.items() if key not in ("reply_markup", "entities")}
        edited |= {"edit_date": int(time.time())} | content
        self._chats[edited["chat"]["id"]][edited["message_id"]] = edited
        return edited


def _content(parameters: Json) -> Json:
    """What of a call becomes part of the message. A keyboard at the bottom of the screen does not."""
    content = {key: _json(parameters[key]) for key in ("entities", "link_preview_options") if parameters.get(key)}
    if "text" in parameters:
        content["text"] = parameters["text"]
    if parameters.get("reply_markup") is not None and not _lasting(parameters):
        content["reply_markup"] = _json(parameters["reply_markup"])
    return content


def _lasting(parameters: Json) -> bool:
    """Whether the keyboard is not one under the message."""
    markup: str | Json | None = parameters.get("reply_markup")
    return markup is not None and "inline_keyboard" not in markup


def _json(value: Any) -> Any:
    return orjson.loads(value) if isinstance(value, str) else value


def _parameters(content_type: str, body: bytes) -> Json:
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return dict(orjson.loads(body))
    if kind == "multipart/form-data":
        return _multipart(content_type, body)
    return _form(body.decode())


def _form(text: str) -> Json:
    """``a=1&b=2``; yarl reads it five times as fast as the standard library."""
    query: Mapping[str, str] = URL.build(path="/", query_string=text, encoded=True).query
    return dict(query)


_NAME = re.compile(rb'name="([^"]*)"')


def _multipart(content_type: str, body: bytes) -> Json:
    boundary = content_type.partition("boundary=")[2].strip('"').encode()
    parameters: Json = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if name:
            parameters[name[1].decode()] = value.removesuffix(b"\r\n").decode()
    return parameters

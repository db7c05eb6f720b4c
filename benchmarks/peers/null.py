"""No bot at all: it knows each screen's bytes, keeps nothing, and so shows how much the driver itself can do.

``reply`` answers in the webhook's response; ``post`` posts each screen as a form, as halsobot does, and answers the
press in the response.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson
import uvloop
from bench.wire import Caller, Incoming, Reply

API = f"{os.environ['BENCH_API']}/bot{os.environ['BENCH_TOKEN']}"
CONNECTIONS = 100
Buttons = list[tuple[str, str]]


def screens(words: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Each screen's text and keyboard, by what the button that leads to it carries."""
    languages = words["languages"]
    found = {"start": _screen(words["choose"], [(each["name"], tag) for tag, each in languages.items()])}
    for tag, language in languages.items():
        found[tag] = _screen(language["menu"], _below(language["topics"], tag))
        for topic in language["topics"]:
            here, back = f"{tag}.{topic['name']}", (language["back"], tag)
            found[here] = _screen(topic["text"], [*_below(topic["items"], here), back])
            for item in topic["items"]:
                found[f"{here}.{item['name']}"] = _screen(item["text"], [(language["back"], here)])
    return found


def _below(items: list[dict[str, Any]], here: str) -> Buttons:
    return [(item["label"], f"{here}.{item['name']}") for item in items]


def _screen(text: str, buttons: Buttons) -> dict[str, str]:
    rows = [[{"text": label, "callback_data": data}] for label, data in buttons]
    return {"text": text, "reply_markup": json.dumps({"inline_keyboard": rows})}


class Replying:
    """The screen rides in the answer to the update."""

    def __init__(self, known: dict[str, dict[str, str]]) -> None:
        self._ready = {name: orjson.dumps(screen)[1:] for name, screen in known.items()}

    def take(self, url: str, content_type: str, body: bytes, reply: Reply) -> None:
        method, where, _, name = _read(body)
        reply(200, orjson.dumps({"method": method, **where})[:-1] + b"," + self._ready[name])


class Posting:
    """The screen is posted; the answer to the press rides."""

    def __init__(self, known: dict[str, dict[str, str]]) -> None:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        self._ready = {name: urlencode(screen).encode() for name, screen in known.items()}
        self._ways = {
            method: Caller(f"{API}/{method}", form, CONNECTIONS) for method in ("sendMessage", "editMessageText")
        }

    def take(self, url: str, content_type: str, body: bytes, reply: Reply) -> None:
        method, where, press, name = _read(body)
        answer = {"method": "answerCallbackQuery", "callback_query_id": press}
        reply(200, orjson.dumps(answer) if press else b"")
        self._ways[method].post(urlencode(where).encode() + b"&" + self._ready[name], lambda status, answer: None)


def _read(body: bytes) -> tuple[str, dict[str, int], str | None, str]:
    """The method, the message, the press and the name of the screen."""
    update = orjson.loads(body)
    press = update.get("callback_query")
    if not press:
        return "sendMessage", {"chat_id": update["message"]["chat"]["id"]}, None, "start"
    message = press["message"]
    where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    return "editMessageText", where, press["id"], press["data"]


def _set_webhook() -> None:
    given = {"url": os.environ["BENCH_WEBHOOK"], "max_connections": CONNECTIONS}
    urllib.request.urlopen(f"{API}/setWebhook", urlencode(given).encode()).close()


async def main(way: str) -> None:
    known = screens(json.loads(Path(os.environ["BENCH_WORDS"]).read_text(encoding="utf-8")))
    bot = Replying(known) if way == "reply" else Posting(known)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Incoming(bot.take), "127.0.0.1", int(os.environ["BENCH_PORT"]))
    await asyncio.to_thread(_set_webhook)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(sys.argv[1]))

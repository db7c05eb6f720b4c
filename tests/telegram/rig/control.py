"""The rig by HTTP, for drivers that run in another process: everything under ``/rig/``, JSON in and out.

- ``POST /rig/chat/{id}`` ``{"language_code": "ar"}``: a chat; ``GET``: what is in it
- ``POST /rig/chat/{id}/{verb}`` with the verb's arguments: ``/rig/chat/7/sends`` ``{"text": "/start"}``
- ``POST /rig/chat/{id}/waits`` ``{"until": 1, "timeout": 5}``
- ``POST /rig/script`` ``{"then": {"do": "TooMany", "retry_after": 2}, "method": "sendMessage", "chat": 7, "times": 1}``
- ``POST /rig/set`` ``{"latency": 0.05, "validated": 0.1}``
- ``POST /rig/deliver_twice``, ``/rig/restart_ids``, ``/rig/advance``, ``/rig/settled`` with their arguments
- ``GET /rig/state``: figures; ``GET /rig/calls?since=0``: accepted calls with a higher number
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import behaviours
from .calls import plain
from .chat import FakeChat
from .delivery import Update
from .seen import Seen
from .verbs import Verbs

if TYPE_CHECKING:
    from .server import Rig

_VERBS = {"waits", *(name for name in vars(Verbs) if not name.startswith("_"))}
_SETTINGS = frozenset({"latency", "validated", "press_expires_after", "keep_messages"})
#: Kill needs a callback, which cannot be told in JSON.
_BEHAVIOURS = {name: each for name, each in vars(behaviours).items() if not name.startswith("_") and name != "Kill"}


def routes(rig: Rig) -> list[web.RouteDef]:
    """The routes under /rig/ for a rig."""
    control = Control(rig)
    return [
        web.post("/rig/chat/{id}", control.chat),
        web.get("/rig/chat/{id}", control.look),
        web.post("/rig/chat/{id}/{verb}", control.act),
        web.post("/rig/script", control.script),
        web.post("/rig/set", control.set),
        web.get("/rig/state", control.state),
        web.get("/rig/calls", control.calls),
        web.post("/rig/{do}", control.do),
    ]


class Control:
    def __init__(self, rig: Rig) -> None:
        self._rig = rig

    async def chat(self, request: web.Request) -> web.Response:
        number = int(request.match_info["id"])
        make = self._rig.chat if number > 0 else self._rig.group
        return web.json_response(_chat(make(number, **await _given(request))))

    async def look(self, request: web.Request) -> web.Response:
        return web.json_response(_chat(self._chat(request.match_info["id"])))

    async def act(self, request: web.Request) -> web.Response:
        verb, given = request.match_info["verb"], await _given(request)
        if verb not in _VERBS:
            raise web.HTTPNotFound(text=f"no verb {verb}")
        chat = self._chat(request.match_info["id"])
        for name in ("by", "group"):
            if name in given:
                given[name] = self._chat(given[name])
        try:
            done: Update | Seen | list[Update] = await getattr(chat, verb)(**given)
        except (AssertionError, TypeError) as error:
            raise web.HTTPConflict(text=str(error)) from None
        if isinstance(done, Seen):
            return web.json_response(done.body)
        return web.json_response([each.update_id for each in (done if isinstance(done, list) else [done])])

    async def script(self, request: web.Request) -> web.Response:
        given = await _given(request)
        told = given.pop("then")
        several = [_behaviour(dict(each)) for each in (told if isinstance(told, list) else [told])]
        self._rig.script(several, **given)
        return web.json_response(len(self._rig.scripts))

    async def set(self, request: web.Request) -> web.Response:
        for name, value in (await _given(request)).items():
            if name not in _SETTINGS:
                raise web.HTTPNotFound(text=f"no setting {name}")
            setattr(self._rig, name, value)
        return web.json_response(True)

    async def do(self, request: web.Request) -> web.Response:
        given, rig = await _given(request), self._rig
        match request.match_info["do"]:
            case "deliver_twice":
                rig.deliver_twice(**given)
            case "restart_ids":
                rig.restart_ids(**given)
            case "advance":
                rig.advance(**given)
            case "settled":
                try:
                    await rig.settled(**given)
                except AssertionError as error:
                    raise web.HTTPConflict(text=str(error)) from None
            case other:
                raise web.HTTPNotFound(text=f"cannot {other}")
        return web.json_response(True)

    async def state(self, request: web.Request) -> web.Response:
        rig = self._rig
        told = {
            "calls": sum(rig.log.count.values()),
            "by_method": dict(rig.log.count),
            "refused": len(rig.refused),
            "violations": [str(each) for each in rig.violations[:20]],
            "early": len(rig.early),
            "pending": len(rig.delivery.pending),
            "forgotten": len(rig.delivery.forgotten),
            "repeated": rig.delivery.repeated,
            "spinning": len(rig.spinning),
            "chats": len(rig.chats),
            "webhook": rig.delivery.hook.url if rig.delivery.hook else "",
            "failures": [repr(each) for each in rig.failures],
        }
        return web.json_response(told)

    async def calls(self, request: web.Request) -> web.Response:
        since = int(request.query.get("since", 0))
        names = ("number", "time", "method", "chat_id", "message_id", "via")
        told = [
            {name: getattr(call, name) for name in names} | {"params": plain(call.params)}
            for call in self._rig.calls
            if call.number > since
        ]
        return web.json_response(told)

    def _chat(self, number: str | int) -> FakeChat:
        chat = self._rig.chats.get(int(number))
        if chat is None:
            raise web.HTTPNotFound(text=f"no chat {number}: POST /rig/chat/{number} makes it")
        return chat


def _chat(chat: FakeChat) -> dict[str, Any]:
    messages = [seen.body | {"edits": seen.edits, "by_bot": seen.by_bot} for seen in chat.history.values()]
    return {
        "id": chat.id,
        "messages": messages,
        "keyboard": chat.keyboard,
        "shown": chat.shown,
        "shown_since": chat.shown_since,
        "spinning": list(chat.spinning),
        "toasts": chat.toasts,
    }


def _behaviour(told: dict[str, Any]) -> behaviours.Behaviour:
    name = told.pop("do")
    kind = _BEHAVIOURS.get(name)
    if not (isinstance(kind, type) and issubclass(kind, behaviours.Behaviour)):
        raise web.HTTPNotFound(text=f"no behaviour {name}")
    return kind(**told)


async def _given(request: web.Request) -> dict[str, Any]:
    given = json.loads(await request.read() or b"{}")
    return dict(given)

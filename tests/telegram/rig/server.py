"""The rig: a Telegram Bot API server on loopback, with the people who write to the bot."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple

from aiohttp import web

from . import wire
from .behaviours import Behaviour, Reply, Script, bad, good, too_many
from .calls import Call, Early, Log, Refusal, Violation, shows
from .chat import FakeChat
from .control import routes
from .delivery import NOT_BY_REPLY, Delivery, Twice, Update
from .media import Kept, keep
from .methods import run
from .refused import Refused
from .spec import SPEC, Upload

_NEVER_HELD = ("getUpdates", "getMe", "setWebhook", "deleteWebhook", "getWebhookInfo")


class Press(NamedTuple):
    """A press that can be answered for a while."""

    chat_id: int
    message_id: int
    born: float


class Rig:
    """A Bot API server for one bot.

    >>> async with Rig() as rig:
    ...     amina = rig.chat(7, language_code="ar")
    ...     bot = Bot(rig.token, base_url=rig.base_url, base_file_url=rig.base_file_url)
    ...     await amina.sends("/start")
    ...     await amina.waits(1)
    ...     assert rig.violations == []
    """

    def __init__(
        self,
        token: str = "123456:TEST",
        *,
        port: int = 0,
        log: Path | None = None,
        keep_calls: int | None = None,
        keep_messages: int | None = None,
        username: str = "halsobot_test_bot",
    ) -> None:
        self.token = token
        self.port = port
        self.log = Log(log, keep_calls)
        #: How many messages a chat keeps; None: all.
        self.keep_messages = keep_messages
        self.me: dict[str, Any] = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": "halsobot"}
        self.me["username"] = username
        self.chats: dict[int, FakeChat] = {}
        self.scripts: list[Script] = []
        self.delivery = Delivery(self)
        #: Seconds that each call takes for its way there and back.
        self.latency = 0.0
        #: The share of calls that is checked against the specification: 1 all, 0.1 every tenth.
        self.validated = 1.0
        #: Seconds after which a press cannot be answered any more.
        self.press_expires_after = 150.0
        self.presses: dict[str, Press] = {}
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.about: dict[tuple[str, str], str] = {}
        self.menu_button: dict[str, Any] = {"type": "commands"}
        self.files: dict[str, Kept] = {}
        self.paths: dict[str, Kept] = {}
        self.uploads: dict[str, Upload] = {}
        #: What went wrong in the rig's own tasks and in callbacks; raised when the rig is left.
        self.failures: list[BaseException] = []
        self._numbers = 1000
        self._calls = 0
        self._ahead = 0.0
        self._held: dict[int | None, float] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._runner: web.AppRunner | None = None

    # What a test reads

    @property
    def url(self) -> str:
        """The root, without /bot."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """As python-telegram-bot wants it: the token follows."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    @property
    def calls(self) -> list[Call]:
        """Every accepted call, oldest first. getUpdates is only counted, in ``rig.log.count``."""
        return self.log.calls

    @property
    def refused(self) -> list[Refusal]:
        return self.log.refused

    @property
    def violations(self) -> list[Violation]:
        """Calls that the specification refuses: a test asserts that there are none."""
        return self.log.violations

    @property
    def early(self) -> list[Early]:
        """Calls that came before a retry_after was over."""
        return self.log.early

    def called(self, method: str | None = None, chat: FakeChat | int | None = None) -> list[Call]:
        """The accepted calls of a method, to a chat."""
        number = chat.id if isinstance(chat, FakeChat) else chat
        return [c for c in self.calls if method in (None, c.method) and number in (None, c.chat_id)]

    def rates(self, window: float = 1.0) -> dict[int, int]:
        """For each chat the most messages and edits it got within ``window`` seconds."""
        return self.log.rates(window)

    @property
    def spinning(self) -> list[Update]:
        """Presses that nobody has answered."""
        return [press for chat in self.chats.values() for press in chat.spinning.values()]

    # What a test arranges

    def chat(self, chat_id: int, *, language_code: str | None = "en", name: str = "Amina") -> FakeChat:
        """A person and her private chat with the bot; the same one for the same number."""
        if chat_id not in self.chats:
            self.chats[chat_id] = FakeChat(self, chat_id, language_code=language_code, name=name)
        return self.chats[chat_id]

    def group(self, chat_id: int = -1001, *, name: str = "SFI", type_: str = "supergroup") -> FakeChat:
        """A group, to which somebody may add the bot: ``await amina.joins_group(group)``."""
        if chat_id not in self.chats:
            self.chats[chat_id] = FakeChat(self, chat_id, language_code=None, type_=type_, name=name)
            self.chats[chat_id].left = True
        return self.chats[chat_id]

    def script(
        self,
        then: Behaviour | Sequence[Behaviour],
        *,
        method: str | None = None,
        chat: FakeChat | int | None = None,
        times: int | None = 1,
        skip: int = 0,
        share: float = 1.0,
        seed: int = 0,
        when: Callable[[Call], bool] | None = None,
    ) -> Script:
        """From now on, calls of ``method`` to ``chat`` (None: any) meet a behaviour.

        The first ``skip`` are spared, then ``times`` meet it (None: for ever), of which a random ``share``. Several
        behaviours take turns, each ``times`` times. Older scripts come first. ``script.end()`` takes it away.
        """
        several = [then] if isinstance(then, Behaviour) else list(then)
        number = chat.id if isinstance(chat, FakeChat) else chat
        self.scripts.append(Script(several, method, number, times, skip, share, when, random.Random(seed)))
        return self.scripts[-1]

    def deliver_twice(
        self, share: float = 0.1, *, seed: int = 0, times: int = 2, at_once: bool = False, reissue: bool = False
    ) -> None:
        """A share of the updates comes ``times`` times, though the bot has taken them. ``share=0`` ends it.

        ``at_once``: the copies come at the same moment. ``reissue``: each under another update id.
        """
        self.delivery.twice = Twice(share, random.Random(seed), times, at_once, reissue) if share else None

    def restart_ids(self, low: int = 1) -> None:
        """Update ids go on from ``low``, as they do at random after a quiet week."""
        self.delivery.restart_ids(low)

    async def post(self, update: Update | dict[str, Any]) -> int:
        """Delivers an update past all queues: at once, out of order, as often as wanted. The bot's status."""
        return await self.delivery.post(update.json if isinstance(update, Update) else update)

    def at(self, point: Literal["delivering", "acknowledged"], callback: Callable[[Update], Awaitable[Any]]) -> None:
        """Awaits a callback before each delivery by webhook, or after each that the bot took."""
        self.delivery.points[point].append(callback)

    async def settled(self, timeout: float = 20) -> None:
        """Waits until the bot has taken all updates (which says nothing of its answers)."""
        await self.delivery.settled(timeout)

    def advance(self, seconds: float) -> None:
        """Moves the rig's clock: presses and waiting updates grow old, pauses end.

        Back (``-3 * 3600``), something is done, and forward again: it comes to the bot three hours old.
        """
        self._ahead += seconds
        self.delivery.hurry()

    def now(self) -> float:
        return time.time() + self._ahead

    def pause(self, chat_id: int | None, seconds: float) -> None:
        """Calls to a chat (None: all calls) are refused with 429 for so long."""
        self._held[chat_id] = max(self._held.get(chat_id, 0.0), self.now() + seconds)

    # Life

    async def __aenter__(self) -> Rig:
        app = web.Application(client_max_size=60 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        app.add_routes(routes(self))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, backlog=1024).start()
        self.port = int(self._runner.addresses[0][1])
        await self.delivery.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.delivery.stop()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._runner:
            await self._runner.cleanup()
        self.log.close()
        if self.failures and error is None:
            raise self.failures[0]

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """A task that ends with the rig."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            self.failures.append(failure)

    def pressed(self, query_id: str, chat_id: int, message_id: int) -> None:
        """Notes a press; those that can no longer be answered are dropped."""
        self.presses[query_id] = Press(chat_id, message_id, self.now())
        while (oldest := next(iter(self.presses))) and self.presses[oldest].born < self.now() - 600:
            del self.presses[oldest]

    def new_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def new_file(self, content: bytes, ending: str) -> dict[str, Any]:
        """A file that a person sends, by its ids."""
        return keep(self, content, ending).ids

    # Answering

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            raw, files = await wire.read(request)
        except ValueError as error:
            self.log.violate(Call(0, self.now(), request.match_info["method"], {}), [f"cannot be read: {error}"])
            return await wire.write(request, bad(400, "Bad Request: can't parse the request"))
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            reply = await self.answer(token, method, raw, files)
        except Exception as failure:
            self.failures.append(failure)
            reply = bad(500, f"Internal Server Error: in the rig: {failure!r}")
        return await wire.write(request, reply)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        kept = self.paths.get(request.match_info["path"])
        if request.match_info["token"] != self.token or kept is None:
            return await wire.write(request, bad(404, "Not Found"))
        return web.Response(body=kept.content, content_type="application/octet-stream")

    def called_by_reply(self, method: str, raw: dict[str, Any]) -> None:
        """The bot's answer to a webhook delivery was itself a call."""
        if method.lower().startswith(NOT_BY_REPLY):
            call = Call(0, self.now(), method, raw, via="webhook-reply")
            self.log.violate(call, ["cannot be called in the answer to a webhook"])
        else:
            self.spawn(self.answer(self.token, method, raw, {}, "webhook-reply"))

    async def answer(
        self, token: str, method: str, raw: dict[str, Any], files: dict[str, Upload], via: str = "http"
    ) -> Reply:
        """Everything that happens to one call."""
        self._calls += 1
        call = Call(self._calls, self.now(), method, raw, via=via)
        if token != self.token:
            return self._refuse(call, bad(401, "Unauthorized"))
        name = SPEC.by_lower.get(method.lower())
        if name is None:
            self.log.violate(call, ["no such method"])
            return self._refuse(call, bad(404, "Not Found: method not found"))
        call.method = name
        check = self.validated >= 1 or int(self._calls * self.validated) != int((self._calls - 1) * self.validated)
        call.params, problems = SPEC.read(name, raw, files, check=check)
        self._place(call)
        if problems:
            self.log.violate(call, problems)
            return self._refuse(call, bad(400, f"Bad Request: {problems[0]}"))
        if (seconds := self._still_held(call)) > 0:
            self.log.hasten(call, seconds)
            return self._refuse(call, too_many(seconds))
        return await self._accept(call, files)

    async def _accept(self, call: Call, files: dict[str, Upload]) -> Reply:
        await self._travel()
        met = self._behaviours(call)
        for behaviour in met:
            if (reply := await behaviour.before(self, call)) is not None:
                return self._refuse(call, reply)
        try:
            if call.method == "getUpdates":
                result: Any = await self.delivery.get_updates(call.params)
                self.log.count[call.method] += 1
            else:
                self.uploads = files
                result = run(self, call)
                self.log.accepted(call)
        except Refused as refused:
            return self._refuse(call, bad(refused.status, refused.description, **refused.parameters))
        reply = good(result, "Webhook was set" if call.method == "setWebhook" else None)
        for behaviour in met:
            reply = await behaviour.after(self, call, reply)
        await self._travel()
        return reply

    async def _travel(self) -> None:
        if self.latency:
            await asyncio.sleep(self.latency / 2)

    def _refuse(self, call: Call, reply: Reply) -> Reply:
        description = reply.body.decode("utf-8", "replace") if reply.body else "the connection was cut"
        self.log.refuse(call, reply.status, description)
        return reply

    def _place(self, call: Call) -> None:
        """Which chat and message a call is about."""
        chat, message = call.params.get("chat_id"), call.params.get("message_id")
        if call.method == "answerCallbackQuery":
            press = self.presses.get(str(call.params.get("callback_query_id")))
            if press is not None:
                chat, message = press.chat_id, press.message_id
        call.chat_id = chat if isinstance(chat, int) else None
        call.message_id = message if isinstance(message, int) else None

    def _still_held(self, call: Call) -> float:
        """For how many seconds a 429 still forbids this call."""
        if not self._held or call.method in _NEVER_HELD:
            return 0.0
        until = self._held.get(None, 0.0)
        if call.chat_id is not None and shows(call.method):
            until = max(until, self._held.get(call.chat_id, 0.0))
        return until - call.time

    def _behaviours(self, call: Call) -> list[Behaviour]:
        met = []
        for script in self.scripts:
            if (behaviour := script.applies(call)) is not None:
                met.append(behaviour)
                if not behaviour.goes_on:
                    break
        return met

"""How updates reach the bot: by webhook or by getUpdates, as Telegram does it."""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

import aiohttp

from .refused import Refused

if TYPE_CHECKING:
    from .server import Rig

#: How long an update waits for the bot: a press 150 seconds, all else a day.
PATIENCE = {"callback_query": 150.0}
A_DAY = 86400.0
#: Edited messages wait in the queue of messages; presses and the rest have their own.
_QUEUES = {"edited_message": "message"}
#: Kinds that are delivered only on request.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
#: Methods that a webhook's reply cannot call.
NOT_BY_REPLY = ("setwebhook", "deletewebhook", "close", "logout", "get")
Key = tuple[int, str]


@dataclass(eq=False, slots=True)
class Update:
    """Something a person did. ``await update.acknowledged()`` waits until the bot has taken it."""

    update_id: int
    kind: str
    body: dict[str, Any]
    chat_id: int
    born: float
    attempts: int = 0
    #: The same thing under another update id.
    copy: bool = False
    #: "waiting", "acknowledged", or "forgotten" (too old: Telegram gave up)
    state: str = "waiting"
    acknowledged_at: float | None = None
    _waiters: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.body}

    @property
    def queue(self) -> Key:
        """Presses wait by person, all else by chat."""
        who: int = self.body["from"]["id"] if self.kind == "callback_query" else self.chat_id
        return who, _QUEUES.get(self.kind, self.kind)

    async def acknowledged(self, timeout: float = 15) -> None:
        if self.state == "waiting":
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                await asyncio.wait_for(waiter, timeout)
            except TimeoutError:
                raise AssertionError(f"not acknowledged in {timeout} s: {self.json}") from None

    def ends(self, state: str, now: float) -> None:
        self.state = state
        self.acknowledged_at = now if state == "acknowledged" else None
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)


@dataclass
class Twice:
    """Which updates are delivered more than once, and how."""

    share: float
    rng: random.Random
    times: int = 2
    at_once: bool = False
    reissue: bool = False


@dataclass
class Hook:
    """The webhook as it was set."""

    url: str
    secret: str | None
    max_connections: int
    last_error: str = ""
    last_error_date: int = 0


class Answer(NamedTuple):
    """What the bot answered to a delivery; status 0: nothing."""

    status: int
    retry_after: int = 0

    @property
    def taken(self) -> bool:
        return 200 <= self.status <= 299


class Delivery:
    """Updates on their way. In webhook mode one worker per queue; a queue is a chat's updates of one kind."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self.hook: Hook | None = None
        self.allowed: list[str] = []
        self.pending: dict[int, Update] = {}
        self.next_id = 100_000_001
        self.twice: Twice | None = None
        #: Seconds before a delivery is tried again: the n-th failure waits the n-th of them, later ones the last.
        self.backoff: tuple[float, ...] = (0.0, 0.05, 0.1, 0.2, 0.4)
        self.timeout = 60.0
        self.repeated = 0
        self.forgotten: list[Update] = []
        self.points: dict[str, list[Callable[[Update], Awaitable[Any]]]] = {"delivering": [], "acknowledged": []}
        self._queues: dict[Key, deque[Update]] = {}
        self._workers: dict[Key, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(40)
        self._awake = asyncio.Event()
        self._session: aiohttp.ClientSession | None = None
        self._poll: asyncio.Future[bool] | None = None
        self._empty: list[asyncio.Future[None]] = []

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), auto_decompress=True)

    async def stop(self) -> None:
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if self._poll and not self._poll.done():
            self._poll.set_result(False)
        if self._session:
            await self._session.close()

    # What people do

    def add(self, kind: str, body: dict[str, Any], chat_id: int, born: float | None = None) -> Update:
        """An update that waits from now on; nothing if the bot does not want its kind."""
        while self.next_id in self.pending:
            self.next_id += 1
        update = Update(self.next_id, kind, body, chat_id, self._rig.now() if born is None else born)
        self.next_id += 1
        if kind not in self.allowed if self.allowed else kind in _ON_REQUEST:
            update.ends("forgotten", update.born)
            return update
        self.pending[update.update_id] = update
        self._rig.log.write("update", time=update.born, chat_id=chat_id, update=update.json)
        key = update.queue
        self._queues.setdefault(key, deque()).append(update)
        if self.hook is not None:
            self._start(key)
        elif self._poll and not self._poll.done():
            self._poll.set_result(True)
        return update

    def restart_ids(self, low: int) -> None:
        """Ids go on from ``low``, as they do at random after a quiet week."""
        if self.hook is None and self.pending:
            raise RuntimeError("ids restart after a quiet week only: an update still waits for getUpdates")
        self.next_id = low

    async def settled(self, timeout: float = 20) -> None:
        """Waits until no update is waiting any more."""
        if self.pending:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._empty.append(waiter)
            try:
                await asyncio.wait_for(waiter, timeout)
            except TimeoutError:
                some = [each.json for each in list(self.pending.values())[:3]]
                raise AssertionError(f"{len(self.pending)} updates still wait, first {some}") from None

    @property
    def polling(self) -> bool:
        """Whether a getUpdates is waiting."""
        return self._poll is not None and not self._poll.done()

    # The webhook

    def set_hook(self, hook: Hook | None, allowed: list[str] | None, drop: bool) -> None:
        if drop:
            for update in list(self.pending.values()):
                self._ends(update, "forgotten")
        if allowed is not None:
            self.allowed = allowed
        self.hook = hook
        if hook is not None:
            if self._poll and not self._poll.done():
                self._poll.set_exception(Refused(409, "Conflict: terminated by setWebhook request"))
            self._slots = asyncio.Semaphore(hook.max_connections)
            for key in list(self._queues):
                self._start(key)
        self.hurry()

    def hurry(self) -> None:
        """Deliveries that wait for their next attempt are tried now."""
        self._awake.set()
        self._awake = asyncio.Event()

    def _start(self, key: Key) -> None:
        if key not in self._workers:
            self._workers[key] = self._rig.spawn(self._work(key))

    async def _work(self, key: Key) -> None:
        queue = self._queues[key]
        try:
            while queue and self.hook is not None:
                update = queue[0]
                if update.state != "waiting" or self._too_old(update):
                    queue.popleft()
                elif (answer := await self._deliver(update)).taken:
                    if queue and queue[0] is update:
                        queue.popleft()
                else:
                    seconds = self.backoff[min(update.attempts, len(self.backoff)) - 1]
                    await self._pause(max(seconds, answer.retry_after))
        finally:
            self._workers.pop(key, None)
            if not queue:
                self._queues.pop(key, None)

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._awake.wait(), max(seconds, 0.001))
        except TimeoutError:
            return

    async def _deliver(self, update: Update) -> Answer:
        for point in self.points["delivering"]:
            await point(update)
        hook = self.hook
        update.attempts += 1
        answer = await self._post(hook, update.json) if hook else Answer(0)
        if hook is None or not answer.taken:
            return answer
        self._ends(update, "acknowledged")
        for point in self.points["acknowledged"]:
            await point(update)
        if self.twice and self.twice.rng.random() < self.twice.share:
            await self._again(hook, update, self.twice)
        return answer

    async def _again(self, hook: Hook, update: Update, twice: Twice) -> None:
        copies = []
        for _ in range(twice.times - 1):
            body = update.json
            if twice.reissue:
                body["update_id"], self.next_id = self.next_id, self.next_id + 1
            copies.append(body)
        self.repeated += len(copies)
        if twice.at_once:
            await asyncio.gather(*(self._post(hook, body) for body in copies))
        else:
            for body in copies:
                await self._post(hook, body)

    async def post(self, body: dict[str, Any]) -> int:
        """One delivery past all queues; the status of the bot's answer (0: none)."""
        if self.hook is None:
            raise RuntimeError("no webhook is set")
        return (await self._post(self.hook, body)).status

    async def _post(self, hook: Hook, body: dict[str, Any]) -> Answer:
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        error = ""
        async with self._slots:
            try:
                async with self._session.post(
                    hook.url, data=json.dumps(body).encode(), headers=headers, allow_redirects=False,
                    timeout=aiohttp.ClientTimeout(self.timeout),
                ) as got:  # fmt: skip
                    content, wait = await got.read(), got.headers.get("Retry-After", "0")
                    answer = Answer(got.status, int(wait) if wait.isdigit() else 0)
            except (aiohttp.ClientError, TimeoutError, OSError) as failure:
                answer, content, error = Answer(0), b"", f"Connection failed: {failure!r}"
        if not answer.taken:
            hook.last_error = error or f"Wrong response from the webhook: {answer.status}"
            hook.last_error_date = int(self._rig.now())
        elif content:
            self._reply(content, got.content_type)
        return answer

    def _reply(self, content: bytes, type_: str) -> None:
        try:
            if type_ == "application/json":
                called = json.loads(content)
            else:
                called = dict(parse_qsl(content.decode(), keep_blank_values=True))
        except ValueError:
            return
        if isinstance(called, dict) and "method" in called:
            self._rig.called_by_reply(str(called.pop("method")), called)

    # getUpdates

    async def get_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """As getUpdates: what came before the offset is confirmed, and forgotten."""
        if self.hook is not None:
            raise Refused(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
                "webhook first",
            )  # fmt: skip
        if self._poll and not self._poll.done():
            self._poll.set_exception(
                Refused(
                    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
                    "running",
                )
            )  # fmt: skip
        if "allowed_updates" in params:
            self.allowed = params["allowed_updates"]
        self._confirm(params.get("offset", 0))
        limit = params.get("limit", 100)
        if not (ready := self._ready(limit)) and params.get("timeout", 0) > 0:
            self._poll = poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(poll, params["timeout"])
            except TimeoutError:
                pass
            finally:
                if self._poll is poll:
                    self._poll = None
            ready = self._ready(limit)
        for update in ready:
            update.attempts += 1
        return [update.json for update in ready]

    def _ready(self, limit: int) -> list[Update]:
        for update in list(islice(self.pending.values(), limit)):
            self._too_old(update)
        return list(islice(self.pending.values(), limit))

    def _confirm(self, offset: int) -> None:
        waiting = list(self.pending.values())
        if offset < 0:
            seen = waiting[:offset]
        elif offset > self.next_id + 10:  # from before the ids restarted: Telegram begins with the oldest
            seen = []
        else:
            seen = [update for update in waiting if update.update_id < offset]
        for update in seen:
            self._ends(update, "acknowledged")
            if (twice := self.twice) and twice.reissue and not update.copy and twice.rng.random() < twice.share:
                self.repeated += twice.times - 1
                for _ in range(twice.times - 1):
                    self.add(update.kind, update.body, update.chat_id, update.born).copy = True

    # The end of an update

    def _too_old(self, update: Update) -> bool:
        if self._rig.now() <= update.born + PATIENCE.get(update.kind, A_DAY):
            return False
        self._ends(update, "forgotten")
        self.forgotten.append(update)
        return True

    def _ends(self, update: Update, state: str) -> None:
        self.pending.pop(update.update_id, None)
        now = self._rig.now()
        update.ends(state, now)
        self._rig.log.write(state, time=now, update_id=update.update_id, chat_id=update.chat_id)
        if self.hook is None:
            self._forget_queues(update)
        if not self.pending:
            for waiter in self._empty:
                if not waiter.done():
                    waiter.set_result(None)
            self._empty.clear()

    def _forget_queues(self, update: Update) -> None:
        key = update.queue
        queue = self._queues.get(key)
        while queue and queue[0].state != "waiting":
            queue.popleft()
        if queue is not None and not queue and key not in self._workers:
            del self._queues[key]

"""halsobot put together: content, store and channels, started and stopped in one place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import structlog

from halsobot.bundle.content import Bundle, Fact
from halsobot.bundle.load import load
from halsobot.bundle.problem import Problem
from halsobot.config import Settings
from halsobot.conversation.desk import Desk
from halsobot.conversation.dispatch import Outbox
from halsobot.conversation.farewell import last_words
from halsobot.conversation.receive import resume
from halsobot.conversation.runtime import Runtime
from halsobot.conversation.workers import always
from halsobot.media import Sounds
from halsobot.memory import settle
from halsobot.model.channel import Channel
from halsobot.store.forgotten import Forgotten
from halsobot.store.opening import open_all
from halsobot.store.retention import Keep
from halsobot.store.store import Clock, Store

#: The fact that says where the web chat is.
WEB_CHAT = "web-chat"
#: A web chat ends after this long without anything from her (seconds); the fact minutes-idle says so.
WEB_IDLE = 30 * 60
#: How often content is looked at for changes, and how often what is over is erased (seconds).
LOOK_AT_CONTENT, SWEEP = 2.0, 30.0
#: How often what is old is erased, and how often others are looked after who may have forgotten somebody (seconds).
TIDY, FOLLOW = 3600.0, 1.0
#: How often it is looked whether what was promised can still be kept (seconds).
PROMISES = 60.0
#: How long calls under way may take when it stops (seconds); with the requests before them less than supervisors wait.
DRAIN = 4.0

log = structlog.get_logger()


class BadContent(Exception):
    """The content has errors and there is no good version yet. ``problems`` says which."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        head = f"The content in {folder.resolve()} has errors (HALSOBOT_CONTENT names its folder):"
        super().__init__("\n".join([head, *map(str, problems)]))
        self.problems = problems


def utc_now() -> datetime:
    return datetime.now(UTC)


def read_content(settings: Settings) -> Bundle:
    """The content of the settings' folder. Raises BadContent."""
    loaded = load(settings.content, show_unreviewed=settings.unreviewed == "show")
    if loaded.bundle is None:
        raise BadContent(settings.content, loaded.problems)
    return _as_set(loaded.bundle, settings.keep, settings.web_address)


@lru_cache(maxsize=1)  # the same content with the same settings is the same bundle, and is not made ready again
def _as_set(bundle: Bundle, keep: Keep, web_address: str) -> Bundle:
    """The content with what the operator has set."""
    return _with_web_chat(_with_promises(bundle, keep), web_address)


def _with_web_chat(bundle: Bundle, address: str) -> Bundle:
    """Where the web chat is, for those who meet a person there."""
    if not address:
        return bundle
    fact = Fact(WEB_CHAT, address, source="HALSOBOT_WEB_ADDRESS", checked=date.min, certain=True)
    return replace(bundle, facts={**bundle.facts, WEB_CHAT: fact})


def _with_promises(bundle: Bundle, keep: Keep) -> Bundle:
    """What is said of how long things are kept is what is done."""
    days = {"days-said": keep.said, "days-silent": keep.contacts, "days-backup": keep.backups}
    told = {name: replace(bundle.facts[name], value=str(value)) for name, value in days.items() if name in bundle.facts}
    return replace(bundle, facts={**bundle.facts, **told})


def open_store(settings: Settings, clock: Clock) -> Store:
    """The database, brought to the present version. Raises BadDatabase or BadKeys; then nothing of hers is touched."""
    opened = open_all(settings.database_url, settings.key_store, settings.keys, int(clock().timestamp()))
    return Store(opened, clock, {"web": WEB_IDLE}, Forgotten(settings.forgotten_list), settings.keep)


@asynccontextmanager
async def running(
    settings: Settings, channels: Mapping[str, Channel], clock: Clock = utc_now
) -> AsyncIterator[Runtime]:
    """A halsobot that keeps its promises: messages are sent, content is followed, what is over is erased.

    Raises BadContent, BadKeys or BadDatabase where it cannot start.
    """
    seen = fingerprint(settings.content)  # before reading: what changes meanwhile is noticed
    bundle = read_content(settings)
    store = open_store(settings, clock)
    outbox = Outbox(store, channels, lambda delivery: resume(delivery, clock(), rt))
    rt = Runtime(bundle, store, outbox, clock, sounds=Sounds(settings.ffmpeg))
    workers: list[Callable[[], Awaitable[None]]] = [
        rt.outbox.run,
        lambda: follow_content(rt, settings, seen),
        lambda: sweep(rt),
        lambda: tidy(rt),
        lambda: follow_keys(rt),
        lambda: keep_promises(rt),
        lambda: last_words(rt, channels),
    ]
    tasks = [asyncio.create_task(always(worker)) for worker in workers]
    tasks.append(asyncio.create_task(get_ready(bundle)))
    try:
        yield rt
    finally:
        await rt.outbox.drain(DRAIN)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(rt.store.close)


async def get_ready(bundle: Bundle) -> None:
    """Make ready how words are understood: it takes a second, and nobody who presses a button needs it."""
    if not bundle.is_ready:
        await asyncio.to_thread(bundle.make_ready)
        settle()


async def keep_promises(rt: Runtime) -> None:
    """Tell whoever is promised an answer that cannot come in time, before the promise is broken."""
    desk = Desk(rt)
    while True:
        await desk.take_up_absences()
        await desk.check_promises(rt.clock())
        await asyncio.sleep(PROMISES)


async def follow_content(rt: Runtime, settings: Settings, seen: int) -> None:
    """Take up content that differs from ``seen`` when it is sound; with errors the last good version goes on."""
    while True:
        await asyncio.sleep(LOOK_AT_CONTENT)
        now = await asyncio.to_thread(fingerprint, settings.content)
        if now == seen:
            continue
        seen = now
        try:
            bundle = await asyncio.to_thread(read_content, settings)
            await get_ready(bundle)
            rt.bundle = bundle.with_absences(rt.bundle.absences)
            log.info("content taken up", digest=rt.bundle.digest[:12])
        except BadContent as error:
            for problem in error.problems:
                if problem.severity == "error":
                    log.error("content has an error, the last good version goes on", problem=str(problem))


def fingerprint(folder: Path) -> int:
    """A number that changes when a file of the content does."""
    parts = (folder / name for name in ("flows", "locales", "content"))
    files = sorted(path for part in parts for path in part.rglob("*") if path.is_file())
    return hash(tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files))


async def sweep(rt: Runtime) -> None:
    """Erase what is over: idle web chats, old marks."""
    while True:
        await rt.store.sweep()
        await asyncio.sleep(SWEEP)


async def tidy(rt: Runtime) -> None:
    """Erase what has been kept for long enough. What is refused is told in the log, each hour."""
    while True:
        for due in await rt.store.tidy():
            if due.refused:
                log.error(
                    "too much would be erased at once, nothing is: is the clock right? If so: halsobot erase-due",
                    kind=due.kind, due=due.due, of=due.of,
                )  # fmt: skip
        await asyncio.sleep(TIDY)


async def follow_keys(rt: Runtime) -> None:
    """Let go of keys that another program has destroyed."""
    while True:
        await rt.store.follow_keys()
        await asyncio.sleep(FOLLOW)

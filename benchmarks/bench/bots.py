"""The bots that are compared: what each needs, and how it is started."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.api import TOKEN
from bench.process import Started, free_port, started, wait_for

HERE = Path(__file__).parents[1]
SECRET = "benchmark-secret"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bot works for one round: a fresh folder, the API server's address, and the webhook's own port."""

    folder: Path
    api: str
    port: int

    @property
    def webhook(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram"


class Bot(Protocol):
    """Something that can be measured."""

    @property
    def name(self) -> str: ...

    def missing(self) -> str | None:
        """Why it cannot be had on this machine, if it cannot."""

    def start(self, place: Place) -> AbstractContextManager[tuple[Started, ...]]:
        """The bot's process, and then those that it needs beside it."""


@dataclass(frozen=True, slots=True)
class Halsobot:
    """The program under test, and the folder with the benchmarks' conversation."""

    program: Path
    content: Path
    name: str = "halsobot"

    def missing(self) -> str | None:
        return None if self.program.exists() else f"there is no {self.program}; make run sets it up"

    @contextmanager
    def start(self, place: Place) -> Iterator[tuple[Started, ...]]:
        settings = {
            "HALSOBOT_CONTENT": str(self.content),
            "HALSOBOT_DATABASE_URL": f"sqlite:///{place.folder}/halsobot.db",
            "HALSOBOT_KEYS": str(place.folder / "keys"),
            "HALSOBOT_PORT": str(place.port),
            "HALSOBOT_TELEGRAM_API_URL": place.api,
            "HALSOBOT_TELEGRAM_TOKEN": TOKEN,
            "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "HALSOBOT_TELEGRAM_WEBHOOK_URL": place.webhook,
            "HALSOBOT_UNREVIEWED": "show",
        }
        with started([str(self.program), "serve"], place.folder, settings) as bot:
            yield (bot,)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another bot: a command that reads where it stands from the environment. ``needs`` must be there for it."""

    name: str
    command: tuple[str, ...]
    needs: tuple[Path, ...]
    words: Path

    def missing(self) -> str | None:
        lacking = next((need for need in self.needs if not need.exists()), None)
        return f"there is no {lacking}; benchmarks/setup makes it where it can" if lacking else None

    @contextmanager
    def start(self, place: Place) -> Iterator[tuple[Started, ...]]:
        with started(self.command, place.folder, self.settings(place)) as bot:
            yield (bot,)

    def settings(self, place: Place) -> dict[str, str]:
        return {
            "BENCH_API": place.api,
            "BENCH_PORT": str(place.port),
            "BENCH_SECRET": SECRET,
            "BENCH_TOKEN": TOKEN,
            "BENCH_WEBHOOK": place.webhook,
            "BENCH_WORDS": str(self.words),
        }


@dataclass(frozen=True, slots=True)
class WithRedis:
    """A peer that keeps its sessions in Redis: a server of its own for each round, which writes its log each second."""

    peer: Peer
    server: Path

    @property
    def name(self) -> str:
        return self.peer.name

    def missing(self) -> str | None:
        return self.peer.missing() if self.server.exists() else "there is no redis-server"

    @contextmanager
    def start(self, place: Place) -> Iterator[tuple[Started, ...]]:
        port = free_port()
        command = (str(self.server), "--bind", "127.0.0.1", "--port", str(port), *_REDIS)
        settings = self.peer.settings(place) | {"BENCH_REDIS": f"redis://127.0.0.1:{port}/0"}
        with started(command, place.folder, {}) as redis:
            wait_for(port)
            with started(self.peer.command, place.folder, settings) as bot:
                yield bot, redis


_REDIS = ("--appendonly", "yes", "--appendfsync", "everysec", "--save", "")


def bots(halsobot: Path, folder: Path) -> list[Bot]:
    """All bots, in the order in which they are measured. ``folder`` holds the conversation, for each in its form."""
    words = folder / "words.json"
    dialog = _on_python("aiogram-dialog", words, "aiogram_dialog_bot.py")
    return [
        Halsobot(halsobot, folder / "content"),
        _on_python("PTB", words, "ptb.py"),
        WithRedis(dialog, Path(shutil.which("redis-server") or "redis-server")),
        _on_node("grammY", words),
        _on_node("Telegraf", words),
    ]


def null_bots(folder: Path) -> list[Bot]:
    """Bots that do nothing, by which the driver is measured. They run only where they are named."""
    return [_on_python(f"null-{way}", folder / "words.json", "null.py", way) for way in ("reply", "post")]


def _on_python(name: str, words: Path, *command: str) -> Peer:
    return Peer(name, (sys.executable, str(HERE / "peers" / command[0]), *command[1:]), (), words)


def _on_node(name: str, words: Path) -> Peer:
    bot = HERE / "peers" / name.lower() / "bot.js"
    node = Path(shutil.which("node") or "node")
    needs = (node, HERE / "node_modules" / name.lower(), HERE / "node_modules/better-sqlite3/build")
    return Peer(name, (str(node), str(bot)), needs, words)

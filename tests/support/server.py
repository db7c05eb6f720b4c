"""``halsobot serve`` as a process of its own, which a test may kill."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port of loopback on which nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@dataclass
class Server:
    """``folder`` holds the database and the keys, so that a new start goes on with them; ``own`` are settings."""

    folder: Path
    own: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: Process | None = None
    killed_at: list[float] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """What it has logged, over all its lives."""
        return self.folder / "server.log"

    @property
    def troubles(self) -> list[str]:
        """Lines of its log that tell of a fault."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [line for line in lines if "[error" in line or "Traceback" in line]

    async def start(self, *command: str) -> None:
        """Start it, or another command with the same settings that serves."""
        settings = {
            "HALSOBOT_DATABASE_URL": f"sqlite:///{self.folder}/halsobot.db",
            "HALSOBOT_KEYS": f"{self.folder}/keys",
            "HALSOBOT_CONTENT": str(ROOT),
            "HALSOBOT_PORT": str(self.port),
            "HALSOBOT_CONSOLE_PORT": "0",
            "HALSOBOT_UNREVIEWED": "show",
        }
        env = {**os.environ, **settings, **self.own}
        with self.log.open("ab") as log:  # it never holds what anybody wrote
            program = command or ("-m", "halsobot", "serve")
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, *program, env=env, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        """kill -9, and wait until it is gone."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        await self.dies()

    async def dies(self) -> None:
        """Wait until it has been killed, by whomever."""
        assert self.process
        status = await self.process.wait()
        self.killed_at.append(time.time())
        assert status == -signal.SIGKILL, f"it ended by itself with {status}:\n{self.log.read_text()[-2000:]}"

    async def stop(self) -> tuple[int, float]:
        """SIGTERM, and wait until it is gone. Its exit code, and how long it took (seconds)."""
        assert self.process
        asked = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return await self.process.wait(), time.monotonic() - asked

    async def is_gone(self) -> None:
        """See to it that it does not outlive its test."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

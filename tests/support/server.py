"""``halsobot serve`` as a process of its own, which a test may kill."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import DEVNULL, Process
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

    async def start(self) -> None:
        settings = {
            "HALSOBOT_DATABASE_URL": f"sqlite:///{self.folder}/halsobot.db",
            "HALSOBOT_KEYS": f"{self.folder}/keys",
            "HALSOBOT_CONTENT": str(ROOT),
            "HALSOBOT_PORT": str(self.port),
            "HALSOBOT_UNREVIEWED": "show",
        }
        env = {**os.environ, **settings, **self.own}
        command = (sys.executable, "-m", "halsobot", "serve")
        self.process = await asyncio.create_subprocess_exec(*command, env=env, stdout=DEVNULL, stderr=DEVNULL)

    async def kill(self) -> None:
        """kill -9, and wait until it is gone."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        self.killed_at.append(time.time())

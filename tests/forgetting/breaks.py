"""``breaks.py WORD``: halsobot serve in which, at the level debug, every library logs all that it can.

When it is told SIGUSR1, whatever nobody catches is raised in it, with WORD in its text.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable

from halsobot.cli import main

LOUD = (
    *(
        "",
        "asyncio",
        "aiohttp",
        "aiohttp.access",
        "aiohttp.client",
        "aiohttp.internal",
        "aiohttp.server",
        "aiohttp.web",
    ),
    *("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool", "alembic", "telegram", "telegram.request", "httpx"),
)


class Unraisable:
    """Whose end fails."""

    def __init__(self, word: str) -> None:
        self._word = word

    def __del__(self) -> None:
        raise ValueError(self._word)


def breaking(word: str) -> Callable[[], None]:
    """Everything that can break where nobody waits for it."""
    tasks: list[asyncio.Task[None]] = []

    def fails() -> None:
        raise ValueError(word)

    async def fails_alone() -> None:
        raise ValueError(word)

    def breaks() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(fails)
        tasks.append(loop.create_task(fails_alone(), name=word))
        loop.call_later(0.1, tasks.clear)
        loop.run_in_executor(None, fails)
        threading.Thread(target=fails, name=word).start()
        Unraisable(word)
        warnings.warn(word, stacklevel=1)
        for name in LOUD:
            try:
                fails()
            except ValueError:
                logging.getLogger(name).exception("%s", word, stack_info=True)
                logging.getLogger(name).debug(word)

    return breaks


if __name__ == "__main__":
    if os.environ["HALSOBOT_LOG_LEVEL"] == "debug":
        for name in LOUD:
            logging.getLogger(name).setLevel(logging.DEBUG)
    breaks_now = breaking(sys.argv[1])
    signal.signal(signal.SIGUSR1, lambda *_: asyncio.get_running_loop().call_soon(breaks_now))
    main(["serve"])

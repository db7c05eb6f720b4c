"""One program on a machine asks for updates: a lock on a file beside the database."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

#: How often to look whether the one that asks has gone (seconds).
LOOK = 1.0


@asynccontextmanager
async def alone(path: Path) -> AsyncIterator[None]:
    """Wait until nobody else holds the lock, and hold it. It falls with the process that holds it."""
    with path.open("w") as file:
        while not _taken(file.fileno()):
            await asyncio.sleep(LOOK)
        yield


def _taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

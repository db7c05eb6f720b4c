"""Work that goes on for as long as the program runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

#: The pause before a worker that failed is begun again (seconds).
AFTER_FAILURE = 1.0

log = structlog.get_logger()


async def always(worker: Callable[[], Awaitable[None]]) -> None:
    """A worker that fails is begun again. Only the kind of the failure is logged: its text may hold words."""
    while True:
        try:
            return await worker()
        except Exception as error:  # whatever it is, the others must be served
            log.error("worker failed and is begun again", kind=type(error).__name__)
            await asyncio.sleep(AFTER_FAILURE)

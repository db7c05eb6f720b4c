"""One thread that writes: what waits while it commits goes into the next commit together."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

#: Pieces of work in one commit: enough to make the disk's wait cheap, few enough that nobody waits long.
GROUP = 256

Result = TypeVar("Result")
Work = Callable[[sa.Connection], Any]


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]


class Writer:
    """Runs pieces of work in a few large transactions, each in a savepoint of its own."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def write(self, work: Callable[[sa.Connection], Result]) -> Result:
        """Run ``work`` and wait until it is committed. Raises what ``work`` or the commit raises."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Result] = loop.create_future()
        self._jobs.put(_Job(work, loop, done))
        return await done

    def close(self) -> None:
        """Commit what waits and end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            group, last = self._group(first)
            self._commit(group)
            if last:
                return

    def _group(self, first: _Job) -> tuple[list[_Job], bool]:
        group = [first]
        while len(group) < GROUP:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return group, True
            group.append(job)
        return group, False

    def _commit(self, group: list[_Job]) -> None:
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                outcomes = [_try(connection, job.work) for job in group]
                connection.exec_driver_sql("COMMIT")
        except Exception as error:  # a full disk, a locked file: nobody's work was kept, and each is told
            outcomes = [(None, error)] * len(group)
        for job, outcome in zip(group, outcomes, strict=True):
            job.loop.call_soon_threadsafe(_settle, job.done, *outcome)


def _try(connection: sa.Connection, work: Work) -> tuple[Any, Exception | None]:
    """One bad piece of work is undone alone; the others of its group stay."""
    connection.exec_driver_sql("SAVEPOINT work")
    try:
        result, error = work(connection), None
    except Exception as failed:  # handed to the one who asked for this work
        connection.exec_driver_sql("ROLLBACK TO work")
        result, error = None, failed
    connection.exec_driver_sql("RELEASE work")
    return result, error


def _settle(done: asyncio.Future[Any], result: Any, error: Exception | None) -> None:
    if done.done():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)

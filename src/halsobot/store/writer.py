"""One thread that writes: what waits while it commits goes into the next commit together."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

#: Pieces of work in one commit: enough to make the disk's wait cheap, few enough that nobody waits long.
GROUP = 256
#: After a group of so many, the next one gathers for so long (seconds).
MANY, GATHER = 16, 0.004
#: Who has waited this long (seconds) is refused: Telegram and browsers come again.
PATIENCE = 2.0

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Does many pieces of one kind at once. Raises if one of them cannot be done; then each is done alone.
Work = Callable[[sa.Connection, Sequence[Item]], Sequence[Result]]
Then = Callable[[Any, Exception | None], None]


class Busy(Exception):
    """The database has been in use by others for too long. Nothing was stored."""


#: The rank of work that is done outside of transactions.
_APART = 99


@dataclass(frozen=True, slots=True)
class _Job:
    rank: int
    work: Work[Any, Any]
    item: Any
    then: Then
    since: float


Outcome = tuple[_Job, Any, Exception | None]


class Writer:
    """Runs pieces of work in a few large transactions. ``ranked`` kinds come first in each, in this order."""

    def __init__(self, engine: sa.Engine, ranked: Sequence[Work[Any, Any]] = ()) -> None:
        self._engine, self._ranked = engine, (*ranked, _one_by_one)
        self._connection: sa.Connection | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def put(self, work: Work[Item, Result], item: Item, then: Then) -> None:
        """Have ``item`` done; once committed, or refused, ``then`` is called on the event loop."""
        self._put(_Job(self._ranked.index(work), work, item, then, time.monotonic()))

    def _put(self, job: _Job) -> None:
        self._loop = self._loop or asyncio.get_running_loop()
        self._jobs.put(job)

    async def write(self, work: Work[Item, Result], item: Item) -> Result:
        """Have ``item`` done and wait until it is committed. Raises what ``work`` or the commit raises."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self.put(work, item, settling(done))
        return await done

    async def do(self, work: Callable[[sa.Connection], Result]) -> Result:
        """The same for work of which there is only one piece."""
        return await self.write(_one_by_one, work)

    async def apart(self, work: Callable[[], Result]) -> Result:
        """Run ``work`` in the writer's thread, between two transactions: nobody here writes meanwhile."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._put(_Job(_APART, lambda *_: (), work, settling(done), time.monotonic()))
        return await done

    def put_apart(self, work: Callable[[], object]) -> None:
        """The same, without waiting for it; what it raises is lost, so somebody must do it again later."""
        self._put(_Job(_APART, lambda *_: (), work, lambda *_: None, time.monotonic()))

    def close(self) -> None:
        """Commit what waits and end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        many = False
        while (first := self._jobs.get()) is not None:
            if many:  # then more come in a moment, and one commit is much cheaper than several
                time.sleep(GATHER)
            group, last = self._group(first)
            self._tell(self._commit([job for job in group if job.rank != _APART]))
            self._tell([_alone(job) for job in group if job.rank == _APART])
            many = len(group) >= MANY
            if last:
                break
        self._let_go()

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

    def _commit(self, group: list[_Job]) -> list[Outcome]:
        """Do it all at once; if a piece cannot be done, piece by piece."""
        late = time.monotonic() - PATIENCE
        refused: list[Outcome] = [(job, None, Busy("the database is in use")) for job in group if job.since < late]
        timely = sorted((job for job in group if job.since >= late), key=_kind)
        try:
            outcomes = self._in_one(timely, _together)
        except OperationalError as error:  # a full disk, a locked file: nobody's work was kept, and each is told
            outcomes = [(job, None, error) for job in timely]
        except Exception as error:
            try:
                outcomes = self._in_one(timely, _apart) if len(timely) > 1 else [(timely[0], None, error)]
            except Exception as still:
                outcomes = [(job, None, still) for job in timely]
        return [*refused, *outcomes]

    def _in_one(self, jobs: list[_Job], do: Callable[[sa.Connection, list[_Job]], Iterable[Outcome]]) -> list[Outcome]:
        """All in one transaction, or nothing."""
        if not jobs:
            return []
        # Always the same connection: what it has in its cache is then as it is in the file.
        self._connection = connection = self._connection or self._engine.connect()
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            outcomes = list(do(connection, jobs))
            connection.exec_driver_sql("COMMIT")
        except Exception:
            self._let_go()
            raise
        return outcomes

    def _let_go(self) -> None:
        """Whatever state the connection is in, it is given up and rolled back."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _tell(self, outcomes: list[Outcome]) -> None:
        assert self._loop is not None  # set by the first put
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_call, outcomes)


def settling(done: asyncio.Future[Any]) -> Then:
    """What hands an outcome to somebody who may have stopped waiting."""

    def then(result: Any, error: Exception | None) -> None:
        if done.done():
            return
        if error is None:
            done.set_result(result)
        else:
            done.set_exception(error)

    return then


def _call(outcomes: list[Outcome]) -> None:
    for job, result, error in outcomes:
        job.then(result, error)


def _one_by_one(connection: sa.Connection, works: Sequence[Callable[[sa.Connection], Any]]) -> Sequence[Any]:
    return [work(connection) for work in works]


def _alone(job: _Job) -> Outcome:
    try:
        return job, job.item(), None
    except Exception as error:  # handed to whoever asked for this work
        return job, None, error


def _kind(job: _Job) -> int:
    return job.rank


def _together(connection: sa.Connection, jobs: list[_Job]) -> Iterator[Outcome]:
    """Each kind of work at once. Raises if any of it cannot be done."""
    for _, same in groupby(jobs, key=_kind):
        alike = list(same)
        results = alike[0].work(connection, [job.item for job in alike])
        yield from ((job, result, None) for job, result in zip(alike, results, strict=True))


def _apart(connection: sa.Connection, jobs: list[_Job]) -> Iterator[Outcome]:
    """Each piece in a savepoint of its own, so that a bad one is undone alone."""
    for job in jobs:
        connection.exec_driver_sql("SAVEPOINT piece")
        try:
            result, error = job.work(connection, [job.item])[0], None
        except Exception as failed:  # handed to whoever asked for this work
            connection.exec_driver_sql("ROLLBACK TO piece")
            result, error = None, failed
        connection.exec_driver_sql("RELEASE piece")
        yield job, result, error

"""How long people wait, compared with what they waited before the trouble."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles

#: Below this (seconds) a ratio says nothing: nobody notices, and the machine's other work is most of it.
FLOOR = float(os.environ.get("HALSOBOT_TEST_FLOOR", "0.2"))
#: So many times the quiet wait is allowed.
TIMES = 2
#: So often one program or thread waits for another between a press and its answer.
HANDS = 10
_NAP = 0.02


def p95(waits: Sequence[float]) -> float:
    """What nineteen of twenty wait at most (seconds)."""
    return quantiles(waits, n=20)[-1]


@dataclass(frozen=True)
class Waits:
    """The same people's waits in quiet times and in trouble (seconds; p95, the median of all rounds).

    ``late`` is how much later than it should the machine let a program go on meanwhile.
    """

    quiet: float
    trouble: float
    late: float

    @classmethod
    def of(cls, quiet: Sequence[Sequence[float]], trouble: Sequence[Sequence[float]], late: Sequence[float]) -> Waits:
        """Of each a list for each round."""
        return cls(median(map(p95, quiet)), median(map(p95, trouble)), p95(late))

    @property
    def bearable(self) -> bool:
        return self.trouble <= max(TIMES * self.quiet, FLOOR) + HANDS * self.late

    def __str__(self) -> str:
        return f"p95 {1000 * self.trouble:.0f} ms (quiet {1000 * self.quiet:.0f} ms)"


@dataclass
class Machine:
    """What the machine's other work costs everybody. ``late`` are delays of a program that only sleeps (seconds)."""

    late: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()

    async def _watch(self) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            begun = clock()
            await asyncio.sleep(_NAP)
            self.late.append(clock() - begun - _NAP)

"""``halsobot serve`` that kills itself at the n-th pass of a point: ``python killed_at.py POINT N``."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from halsobot.channels.telegram.send import Telegram
from halsobot.cli import main
from halsobot.conversation import effects

#: What the statements of a transaction tell: a turn is being stored, or the mark of a message that was sent.
_STORES = re.compile(r'insert into "?mark\b', re.IGNORECASE)
_MARKS = re.compile(r'update "?outbox"? set\b.*\breceipt\b', re.IGNORECASE | re.DOTALL)


class Passes:
    """Counts; with the last one the process is gone."""

    def __init__(self, left: int) -> None:
        self._left = left

    def one(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def at_commit(passes: Passes, what: re.Pattern[str], when: str) -> None:
    """Before or after the COMMIT of a transaction that does such a thing."""

    def look(connection: sa.Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if what.search(statement):
            connection.info["meant"] = True

    def pass_(connection: sa.Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if statement == "COMMIT" and connection.info.pop("meant", False):
            passes.one()

    sa.event.listen(sa.Engine, "before_cursor_execute", look)
    sa.event.listen(sa.Engine, f"{when}_cursor_execute", pass_)


def after_computing(passes: Passes) -> None:
    """When the answer is decided and put into words, and nothing is stored."""
    computed = effects.unit

    def unit(*given: Any) -> Any:
        made = computed(*given)
        passes.one()
        return made

    effects.unit = unit  # type: ignore[assignment]


def before_sending(passes: Passes) -> None:
    """When the message is stored and about to go out."""
    send = Telegram.send

    async def sends(self: Telegram, *given: Any) -> int | None:
        passes.one()
        return await send(self, *given)

    Telegram.send = sends  # type: ignore[method-assign, assignment]


POINTS: dict[str, Callable[[Passes], None]] = {
    "before-store": lambda passes: at_commit(passes, _STORES, "before"),
    "after-store": lambda passes: at_commit(passes, _STORES, "after"),
    "after-computing": after_computing,
    "before-send": before_sending,
    "before-mark": lambda passes: at_commit(passes, _MARKS, "before"),
}

if __name__ == "__main__":
    POINTS[sys.argv[1]](Passes(int(sys.argv[2])))
    main(["serve"])

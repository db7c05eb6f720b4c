"""The log: lines for people, on standard error. No words, names, numbers, tokens or addresses of anybody stand in it.

Our own lines say what happened and of what kind an error was; each line about one thing that somebody did has the same
random ``turn``. What libraries log, and what Python prints of errors that nobody caught, may quote anything: of those
only the kind and the place are written.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from contextlib import suppress
from typing import Any, Literal

import structlog

Level = Literal["debug", "info", "warning", "error"]
#: How many places of an error's way are told.
PLACES = 3


class _Lines(structlog.PrintLogger):
    """Writes lines. A log that cannot be written, on a full disk or to somebody who has gone, stops nothing."""

    def msg(self, message: str) -> None:
        with suppress(OSError, ValueError):
            super().msg(message)

    log = debug = info = warn = warning = error = critical = msg


class _KindOnly(logging.Handler):
    """Of a library's line: who, how bad, of what kind and from where; never its words."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        told = {"by": record.name, "at": f"{record.module}:{record.lineno}"} | (kind(error) if error else {})
        structlog.get_logger().log(record.levelno, "a library has something to say", **told)


def set_up_logs(level: Level) -> None:
    """Before anything else is done. ``level`` is the least important kind of line that is written."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=lambda *_: _Lines(sys.stderr),
    )
    logging.basicConfig(handlers=[_KindOnly()], level=max(number, logging.WARNING), force=True)
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)  # anybody could fill the log with broken requests
    logging.captureWarnings(True)
    sys.excepthook = lambda _, error, __: _uncaught(error)
    threading.excepthook = lambda ended: _uncaught(ended.exc_value)
    sys.unraisablehook = lambda ended: _uncaught(ended.exc_value)


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Errors that nobody waits for are told like all others."""
    loop.set_exception_handler(_nobody_waits)


def kind(error: BaseException) -> dict[str, Any]:
    """What may be told of an error: its kind, and where it came from. Its text may quote anything."""
    places = traceback.extract_tb(error.__traceback__)[-PLACES:]
    where = " < ".join(f"{place.filename.rpartition('/')[2]}:{place.lineno}" for place in reversed(places))
    return {"kind": type(error).__name__, "where": where}


def _nobody_waits(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    structlog.get_logger().error("an error that nobody waits for", **(kind(error) if error else {}))


def _uncaught(error: BaseException | None) -> None:
    if error and not isinstance(error, KeyboardInterrupt):
        structlog.get_logger().critical("an error that nobody caught", **kind(error))

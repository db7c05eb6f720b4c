"""A line in the log for what broke, without anything that she wrote."""

from __future__ import annotations

import structlog

from halsobot.logs import kind

log = structlog.get_logger()


def report(problem: Exception) -> None:
    """Log the kind of an exception and where it came from. Its text can quote what was being stored."""
    log.error("something broke in the web chat", **kind(problem))

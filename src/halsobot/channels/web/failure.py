"""A line in the log for what broke, without anything that she wrote."""

from __future__ import annotations

import logging
import traceback

_log = logging.getLogger(__name__)
_PLACES = 3


def report(problem: Exception) -> None:
    """Log the kind of an exception and where it came from. Its text can quote what was being stored."""
    places = traceback.extract_tb(problem.__traceback__)[-_PLACES:]
    where = " < ".join(f"{place.filename}:{place.lineno}" for place in reversed(places))
    _log.error("%s in a handler of the web chat, at %s", type(problem).__name__, where)

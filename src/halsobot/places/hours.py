"""Opening hours in OpenStreetMap syntax, in Swedish time and with Swedish holidays."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from halsobot.model.message import Value
from halsobot.model.screen import Hours

SWEDEN = ZoneInfo("Europe/Stockholm")
UNKNOWN = Hours("unknown")


@lru_cache(maxsize=1024)
def _read(hours: str) -> OpeningHours:
    return OpeningHours(hours, timezone=SWEDEN, country="SE")


def state(hours: str | None, at: datetime) -> Hours:
    """Open or not at that moment; "unknown" where no hours are known, "always" for 24/7."""
    if hours is None:
        return UNKNOWN
    if hours.strip() == "24/7":
        return Hours("always")
    known = _read(hours)
    now = at.astimezone(SWEDEN)
    if known.is_open(now):
        return Hours("open")
    if known.is_unknown(now):
        return UNKNOWN
    opens = known.next_change(now)
    return Hours("closed", None if opens is None else moment(opens))


def moment(at: datetime) -> tuple[Value, Value]:
    """A moment as a date and a time in Sweden."""
    local = at.astimezone(SWEDEN)
    return Value("date", local.date().isoformat()), Value("time", f"{local:%H:%M}")

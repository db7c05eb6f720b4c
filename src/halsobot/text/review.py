"""Who has read a translation: ``review.log``, one statement a line, only ever added to."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["reviewed", "rejected", "drafted", "stale"]
_LINE = re.compile(r"(\d{4}-\d\d-\d\d)\s+(made|ok|no)\s+(\S+)\s+(\S+)\s+([0-9a-f]{12})\s+([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Statement:
    """``verdict`` is made (translated), ok (reviewed) or no (rejected), for these two exact texts."""

    day: str
    verdict: str
    who: str
    message: str
    source: str
    translation: str


def read_log(log: str) -> tuple[Statement, ...]:
    """The statements of a log. A line that is none counts as nothing, so a text never looks more reviewed."""
    found = (_LINE.fullmatch(line.strip()) for line in log.splitlines())
    return tuple(Statement(*match.groups()) for match in found if match)


def digest(source: str) -> str:
    """The first 12 hex digits of SHA-256 over a message's lines, each trimmed, NFC, without comments."""
    lines = (line.strip() for line in unicodedata.normalize("NFC", source).splitlines())
    return hashlib.sha256("\n".join(line for line in lines if not line.startswith("#")).encode()).hexdigest()[:12]


def state(source: str, translation: str, statements: Iterable[Statement]) -> State:
    """What is known about this translation of this Swedish (both as digests)."""
    known = [line for line in statements if line.translation == translation]
    present = [line for line in known if line.source == source]
    verdicts = sorted((line.day, line.verdict == "no") for line in present if line.verdict != "made")
    if verdicts:
        return "rejected" if verdicts[-1][1] else "reviewed"
    return "stale" if known and not present else "drafted"


def by_message(statements: Iterable[Statement]) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of each message."""
    grouped: dict[str, tuple[Statement, ...]] = {}
    for line in statements:
        grouped[line.message] = (*grouped.get(line.message, ()), line)
    return grouped

"""What is said, without saying it in any language yet: message ids and finished values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ValueKind = Literal[
    "phone",  # as Sweden writes it: 020-50 50 50
    "fee",  # kronor
    "age",  # years
    "days",
    "weeks",
    "months",
    "hours",
    "minutes",
    "percent",
    "count",
    "time",  # 14:30
    "date",  # 2026-11-23
    "word",  # as it stands on Swedish signs: hälsocentral
    "web",  # an address to open
    "name",  # a message id whose text is the name in the reader's language
    "words",  # what the contact wrote
]

#: Values that are a number with a unit; the first word of a fact's name is one of them.
COUNTED = ("fee", "age", "days", "weeks", "months", "hours", "minutes", "percent", "count")


@dataclass(frozen=True, slots=True)
class Value:
    """One value for a text. ``text`` holds bare digits, an ISO date, a message id or plain words."""

    kind: ValueKind
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message id of a Fluent file, perhaps one of its attributes, and the values it uses."""

    id: str
    attribute: str | None = None
    values: tuple[tuple[str, Value], ...] = ()

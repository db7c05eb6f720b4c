"""Direction: values keep their own direction inside right-to-left sentences, and cannot disturb them."""

from __future__ import annotations

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"

#: Characters that change direction for what follows; they never come in through a value.
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROP = dict.fromkeys(map(ord, CONTROLS))


def strip(text: str) -> str:
    """The text without direction controls."""
    return text.translate(_DROP)


def left_to_right(text: str) -> str:
    """Isolate digits, times, phone numbers and addresses: they read left to right everywhere."""
    return f"{LRI}{strip(text)}{PDI}"


def by_its_own(text: str) -> str:
    """Isolate a name or somebody's words: the first strong letter gives the direction."""
    return f"{FSI}{strip(text)}{PDI}"

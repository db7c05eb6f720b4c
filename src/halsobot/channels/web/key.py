"""The key by which she comes back from another browser: three pictures and four digits. And who guesses."""

from __future__ import annotations

import secrets
import unicodedata
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from aiohttp import web

#: The pictures, each with its sign. The names are read, too: not every telephone has the signs.
PICTURES = {
    "sun": "☀️",
    "moon": "🌙",
    "star": "⭐",
    "tree": "🌳",
    "flower": "🌼",
    "house": "🏠",
    "fish": "🐟",
    "bird": "🐦",
    "horse": "🐴",
    "apple": "🍎",
    "bread": "🍞",
    "boat": "⛵",
    "bus": "🚌",
    "book": "📖",
    "shoe": "👟",
    "ball": "⚽",
}
PLACES = ("first", "second", "third")
DIGITS = 4

#: So many wrong keys in this time are looked at from one address, and in all.
EACH, ALL, WINDOW = 5, 30, timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Key:
    """Pictures in their order, and digits."""

    pictures: tuple[str, ...] = field(repr=False)
    digits: str = field(repr=False)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Each picture's name and sign."""
        return [(name, PICTURES[name]) for name in self.pictures]

    @property
    def text(self) -> str:
        return " ".join((*self.pictures, self.digits))


def new_key() -> Key:
    pictures = tuple(secrets.choice(tuple(PICTURES)) for _ in PLACES)
    return Key(pictures, f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")


def key_in(fields: Mapping[str, str]) -> Key | None:
    """The key in a form; digits may be of any script. None: it is none."""
    pictures = tuple(fields.get(place, "") for place in PLACES)
    typed = "".join(fields.get("digits", "").split())
    digits = "".join(str(unicodedata.digit(each, "")) for each in typed[: DIGITS + 1])
    if len(digits) != DIGITS or len(typed) != DIGITS or not set(pictures) <= set(PICTURES):
        return None
    return Key(pictures, digits)


class Guesses:
    """Who has tried a key that opened nothing, within the last minute. Kept in memory alone."""

    def __init__(self) -> None:
        self._wrong: deque[tuple[datetime, str]] = deque()

    def may(self, client: str, now: datetime) -> bool:
        """Whether one more may be tried. It counts as wrong until it is ``right``: nobody tries many at once."""
        while self._wrong and not now - WINDOW < self._wrong[0][0] <= now:
            self._wrong.popleft()
        if len(self._wrong) >= ALL or sum(whose == client for _, whose in self._wrong) >= EACH:
            return False
        self._wrong.append((now, client))
        return True

    def right(self, client: str, at: datetime) -> None:
        with suppress(ValueError):  # it took so long that it is not remembered any more
            self._wrong.remove((at, client))


def client(request: web.Request) -> str:
    """Where a request came from: what a proxy of ours beside us says, else the address itself. Of IPv6 the network."""
    remote = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        if forwarded and ip_address(remote).is_private:
            remote = str(ip_address(forwarded))
        known = ip_address(remote)
    except ValueError:
        return remote
    return str(ip_network((known, 64), strict=False)) if isinstance(known, IPv6Address) else remote

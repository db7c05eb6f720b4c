"""What the handlers of the console share, and who is logged in."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from halsobot.bundle.content import Bundle, Region
from halsobot.channels.web.assets import Assets
from halsobot.conversation.desk import Desk
from halsobot.conversation.runtime import Runtime
from halsobot.handover.guides import Guide
from halsobot.store.staff import Account


@dataclass(frozen=True)
class Site:
    """``streams`` are open and end when the server stops; ``door`` lets one person at a time try a password, and
    ``lamp`` one picture at a time be unpacked.
    """

    rt: Runtime
    clock: Callable[[], datetime]
    assets: Assets
    streams: set[asyncio.Task[Any]] = field(default_factory=set)
    door: asyncio.Lock = field(default_factory=asyncio.Lock)
    lamp: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def desk(self) -> Desk:
        return Desk(self.rt)

    def now(self) -> int:
        """Seconds since 1970."""
        return int(self.clock().timestamp())


@dataclass(frozen=True, slots=True)
class Me:
    """Who is logged in, as which guide of which region."""

    account: Account
    guide: Guide
    region: Region
    secret: str = field(repr=False)

    @property
    def language(self) -> str:
        return self.account.locale

    @property
    def token(self) -> str:
        """Stands in every form, so that no other site can send one."""
        return hmac.new(self.secret.encode(), b"form", "sha256").hexdigest()

    def colleagues(self) -> list[Guide]:
        return [guide for guide in self.region.answering.guides.values() if guide.id != self.guide.id]


def guide_of(bundle: Bundle, account: Account) -> tuple[Guide, Region] | None:
    """The guide that somebody is; None where no region names that guide any more."""
    for region in bundle.regions.values():
        guide = region.answering.guides.get(account.guide or "")
        if guide:
            return guide, region
    return None


SITE = web.AppKey("site", Site)
ME = web.RequestKey("me", Me)

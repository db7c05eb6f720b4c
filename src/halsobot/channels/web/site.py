"""What the handlers of the web chat share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from halsobot.channels.web.assets import Assets
from halsobot.channels.web.html import Html
from halsobot.conversation.runtime import Runtime
from halsobot.model.inbound import Address

CHANNEL = "web"


@dataclass(frozen=True)
class Site:
    """``exit_url`` is where the quick exit leads; ``streams`` are open and end when the server stops."""

    rt: Runtime
    exit_url: str
    clock: Callable[[], datetime]
    assets: Assets
    streams: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def html(self) -> Html:
        """The pages with the content as it is now; it may be replaced while the server runs."""
        return Html(self.rt.bundle, self.assets, self.exit_url)


SITE = web.AppKey("site", Site)


def address(secret: str) -> Address:
    return Address(CHANNEL, secret)

"""Style, script and icon, each under an address that changes with its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from aiohttp import web

#: What is served, and the files it is made of: one request for all of a kind, as each costs time on a bad network.
_MADE_OF = {
    "chat.css": ("page.css", "screens.css", "frame.css", "give.css"),
    "chat.js": ("exit.js", "sending.js", "chat.js"),
    "give.js": ("give.js",),
    "icon.svg": ("icon.svg",),
}
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_FOREVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served."""

    url: str
    body: bytes
    content_type: str

    def response(self, caching: str) -> web.Response:
        charset = None if self.content_type.startswith("image/") else "utf-8"
        headers = {"Cache-Control": caching}
        return web.Response(body=self.body, content_type=self.content_type, charset=charset, headers=headers)


class Assets:
    """Read once, at start."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        self._assets = assets
        self._by_url = {asset.url: asset for asset in assets.values()}

    def url(self, name: str) -> str:
        """Where a file is served: its name with a digest of its content."""
        return self._assets[name].url

    async def serve(self, request: web.Request) -> web.Response:
        """A file under its present name; any other name is not found."""
        asset = self._by_url.get(request.path)
        if asset is None:
            raise web.HTTPNotFound
        return asset.response(_FOREVER)

    async def favicon(self, request: web.Request) -> web.Response:
        """Old browsers ask for this address whatever the page says."""
        return self._assets["icon.svg"].response(_A_DAY)


def chat_assets() -> Assets:
    """Those of the web chat."""
    return Assets({name: _read(name, files) for name, files in _MADE_OF.items()})


def _read(name: str, files: tuple[str, ...]) -> Asset:
    folder = resources.files("halsobot.channels.web") / "static"
    body = b"\n".join((folder / file).read_bytes() for file in files)
    stem, _, ending = name.rpartition(".")
    return Asset(f"/static/{stem}.{hashlib.sha256(body).hexdigest()[:12]}.{ending}", body, _TYPES[ending])

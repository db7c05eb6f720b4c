"""Style, script and icon of the console, each under an address that changes with its content."""

from __future__ import annotations

import hashlib
from importlib import resources

from aiohttp import web

from halsobot.channels.web.assets import Asset

#: What is served, its type, and the files it is made of. Colours and letters are those of the web chat.
_MADE_OF = {
    "console.css": (
        "text/css",
        (
            ("channels.web", "page.css"),
            ("console", "frame.css"),
            ("console", "case.css"),
            ("console", "media.css"),
            ("console", "hour.css"),
            ("console", "queue.css"),
        ),
    ),
    "console.js": ("text/javascript", (("console", "console.js"),)),
    "voice.js": ("text/javascript", (("console", "voice.js"),)),
    "hour.js": ("text/javascript", (("console", "hour.js"),)),
    "black-out.js": ("text/javascript", (("console", "black-out.js"),)),
    "icon.svg": ("image/svg+xml", (("channels.web", "icon.svg"),)),
}
_FOREVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"


class Assets:
    """Read once, at start."""

    def __init__(self) -> None:
        self._assets = {name: _read(name) for name in _MADE_OF}
        self._by_url = {asset.url: asset for asset in self._assets.values()}

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


def _read(name: str) -> Asset:
    content_type, files = _MADE_OF[name]
    stem, _, ending = name.rpartition(".")
    body = b"\n".join(
        (resources.files(f"halsobot.{package}") / "static" / file).read_bytes() for package, file in files
    )
    return Asset(f"/static/{stem}.{hashlib.sha256(body).hexdigest()[:12]}.{ending}", body, content_type)

"""Style, script and icon of the console, each under an address that changes with its content."""

from __future__ import annotations

import hashlib
from importlib import resources

from halsobot.channels.web.assets import Asset, Assets

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
    "file.js": ("text/javascript", (("console", "file.js"),)),
    "voice.js": ("text/javascript", (("console", "voice.js"),)),
    "hour.js": ("text/javascript", (("console", "hour.js"),)),
    "black-out.js": ("text/javascript", (("console", "black-out.js"),)),
    "icon.svg": ("image/svg+xml", (("channels.web", "icon.svg"),)),
}


def console_assets() -> Assets:
    """Those of the console."""
    return Assets({name: _read(name) for name in _MADE_OF})


def _read(name: str) -> Asset:
    content_type, files = _MADE_OF[name]
    stem, _, ending = name.rpartition(".")
    body = b"\n".join(
        (resources.files(f"halsobot.{package}") / "static" / file).read_bytes() for package, file in files
    )
    return Asset(f"/static/{stem}.{hashlib.sha256(body).hexdigest()[:12]}.{ending}", body, content_type)

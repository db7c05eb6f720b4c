"""In which language to say what stands outside any conversation."""

from __future__ import annotations

from aiohttp import web

from halsobot.text.locales import LOCALES, SOURCE


def wanted(request: web.Request, said: str | None = None) -> str:
    """The language the page was in, else the first of the browser's that we speak, else Swedish."""
    if said is not None and said in LOCALES:
        return said
    for item in request.headers.get("Accept-Language", "").split(","):
        tag = item.partition(";")[0].strip()
        for candidate in (tag, tag.partition("-")[0]):
            if candidate in LOCALES:
                return candidate
    return SOURCE

"""The web chat as an aiohttp application: addresses, headers, and what happens when something breaks."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from halsobot.channels.web import back, files, give, pages
from halsobot.channels.web.assets import chat_assets
from halsobot.channels.web.failure import report
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site
from halsobot.channels.web.stream import stream
from halsobot.conversation.runtime import Crowded, Runtime
from halsobot.store.writer import Busy

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SQUEEZED_FROM = 400  # bytes; below, gzip saves nothing
_SMALL_ALREADY = ("audio/", "image/jpeg", "application/pdf")

#: How long somebody waits for our "no" who asks for too much at once (seconds, by chance between these, so that those
#: who come again do not come together): so asking again costs us little.
CROWDED = (0.5, 1.5)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "media-src blob: data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
}


def make_app(rt: Runtime, *, exit_url: str, clock: Callable[[], datetime]) -> web.Application:
    """The public web chat. Run it without an access log, or with paths only."""
    app = web.Application(middlewares=[_safe])
    assets = chat_assets()
    app[SITE] = Site(rt, exit_url, clock, assets)
    app.add_routes(
        [
            web.get("/", pages.first),
            web.post("/", pages.say),
            web.post("/leave", pages.leave),
            web.post("/give", give.give),
            web.post("/file", files.file),
            web.post("/key", back.key),
            web.get("/return", back.door),
            web.post("/return", back.come_back),
            web.post("/stream", stream),
            web.get("/static/{name}", assets.serve),
            web.get("/favicon.ico", assets.favicon),
            web.get("/pictures/{name}.svg", pages.picture),
        ]
    )
    app.on_response_prepare.append(_headers)
    app.on_shutdown.append(_end_streams)
    return app


@web.middleware
async def _safe(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No error page but ours, and no log line that could hold a secret or her words."""
    try:
        return _squeezed(request, await handler(request))
    except web.HTTPException as problem:
        status = problem.status
    except Busy:
        status = 503
    except Crowded:
        await asyncio.sleep(random.uniform(*CROWDED))
        status = 503
    except (ConnectionError, asyncio.CancelledError):
        raise
    except Exception as problem:
        report(problem)
        status = 500
    html = request.app[SITE].html.notice(
        "web-broken" if status in (400, 408) or status >= 500 else "web-lost", wanted(request)
    )
    return _squeezed(request, web.Response(status=status, text=html, content_type="text/html"))


def _squeezed(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    """With gzip where it helps and the browser can. A person's files are small already."""
    large = isinstance(response, web.Response) and len(response.body or b"") >= _SQUEEZED_FROM  # type: ignore[arg-type]
    helps = large and not response.content_type.startswith(_SMALL_ALREADY)
    if helps and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.enable_compression(web.ContentCoding.gzip)
    return response


async def _headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    response.headers.popall("Server", None)
    response.headers.setdefault("Cache-Control", "no-store, no-transform")
    response.headers["Vary"] = "Accept-Encoding"
    if "https" in (request.scheme, request.headers.get("X-Forwarded-Proto")):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"


async def _end_streams(app: web.Application) -> None:
    for task in tuple(app[SITE].streams):
        task.cancel()

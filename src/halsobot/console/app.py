"""The console as an aiohttp application: addresses, headers, who may come in, and what happens when it breaks."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from halsobot.channels.web.app import HEADERS as USUAL
from halsobot.channels.web.failure import report
from halsobot.console import attach, case, correct, form, hour, login, media, pages, shift
from halsobot.console.assets import console_assets
from halsobot.console.html import page
from halsobot.console.site import ME, SITE, Me, Site, guide_of
from halsobot.console.stream import stream
from halsobot.conversation.desk import Gone, Unreadable
from halsobot.conversation.runtime import Crowded, Runtime
from halsobot.store.writer import Busy

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

#: Guides record their answers in the page; nothing else may listen.
HEADERS = USUAL | {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
}

#: The doors that stand open; everything else asks for a login.
OPEN = ("/login", "/favicon.ico", "/static/")


def make_console(rt: Runtime, *, clock: Callable[[], datetime]) -> web.Application:
    """The guides' console. Run it without an access log."""
    app = web.Application(middlewares=[_safe, _guarded])
    assets = console_assets()
    app[SITE] = Site(rt, clock, assets)
    app.add_routes(
        [
            web.get("/", pages.queue),
            web.get("/login", login.show),
            web.post("/login", login.log_in),
            web.post("/logout", login.log_out),
            web.get("/stream", stream),
            web.post("/case/{id:[0-9a-f]{16}}/claim", pages.claim),
            web.post("/case/{id:[0-9a-f]{16}}/write-off", pages.write_off),
            web.get("/case/{id:[0-9a-f]{16}}", case.show),
            web.post("/case/{id:[0-9a-f]{16}}/reply", case.reply),
            web.post("/case/{id:[0-9a-f]{16}}/draft", case.keep_draft),
            web.post("/case/{id:[0-9a-f]{16}}/pass", case.pass_on),
            web.get("/case/{id:[0-9a-f]{16}}/close", case.to_case),
            web.post("/case/{id:[0-9a-f]{16}}/close", case.close),
            web.get("/case/{id:[0-9a-f]{16}}/number", case.to_case),
            web.post("/case/{id:[0-9a-f]{16}}/number", case.number),
            web.post("/case/{id:[0-9a-f]{16}}/voice", media.answer),
            web.post("/case/{id:[0-9a-f]{16}}/file", attach.answer),
            web.get("/case/{id:[0-9a-f]{16}}/file", case.to_case),
            web.get(r"/case/{id:[0-9a-f]{16}}/sound/{turn:\d{1,9}}", media.sound),
            web.get(r"/case/{id:[0-9a-f]{16}}/picture/{turn:\d{1,9}}", media.picture),
            web.get(r"/case/{id:[0-9a-f]{16}}/document/{turn:\d{1,9}}", media.document),
            web.get(r"/case/{id:[0-9a-f]{16}}/photo/{turn:\d{1,9}}", media.show),
            web.post(r"/case/{id:[0-9a-f]{16}}/photo/{turn:\d{1,9}}", media.black_out),
            web.get(r"/case/{id:[0-9a-f]{16}}/answer/{turn:\d{1,9}}", correct.show),
            web.post(r"/case/{id:[0-9a-f]{16}}/answer/{turn:\d{1,9}}", correct.correct),
            web.get("/hour/{language:[A-Za-z-]{2,12}}", hour.show),
            web.post("/hour/{language:[A-Za-z-]{2,12}}/next", hour.begin),
            web.get("/hour/{language:[A-Za-z-]{2,12}}/{id:[0-9a-f]{16}}", hour.show_case),
            web.post("/hour/{language:[A-Za-z-]{2,12}}/{id:[0-9a-f]{16}}/reply", hour.reply),
            web.post("/hour/{language:[A-Za-z-]{2,12}}/{id:[0-9a-f]{16}}/next", hour.go_on),
            web.post("/hour/{language:[A-Za-z-]{2,12}}/{id:[0-9a-f]{16}}/skip", hour.skip),
            web.get("/shift", shift.show),
            web.post("/shift/ill", shift.ill),
            web.post("/shift/away", shift.away),
            web.post("/shift/back", shift.back),
            web.post("/shift/hand-over", shift.hand_over),
            web.get("/static/{name}", assets.serve),
            web.get("/favicon.ico", assets.favicon),
        ]
    )
    app.on_response_prepare.append(_headers)
    app.on_shutdown.append(_end_streams)
    return app


@web.middleware
async def _safe(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No error page but ours, and no log line that could hold a secret or anybody's words."""
    try:
        return await handler(request)
    except web.HTTPRedirection:
        raise
    except web.HTTPException as problem:
        return pages.broken(request, problem.status)
    except Unreadable:
        return pages.unreadable(request, request.match_info["id"])
    except Gone:
        return pages.gone(request)
    except (Busy, Crowded):
        return pages.broken(request, 503)
    except (ConnectionError, asyncio.CancelledError):
        raise
    except Exception as problem:
        report(problem)
        return pages.broken(request, 500)


@web.middleware
async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Nobody comes in without a login, and no form without its token."""
    if request.path.startswith(OPEN):
        return await handler(request)
    site = request.app[SITE]
    secret = request.cookies.get(login.COOKIE, "")
    account = await site.rt.store.read(lambda connection: site.rt.store.staff.logged_in(connection, secret, site.now()))
    fields = await form.read(request) if request.method == "POST" else {}
    if account is None:
        await form.let_go(request)
        return await _nobody(request, fields)
    found = guide_of(site.rt.bundle, account)
    if found is None:
        return page(request, "notice.html", status=403, id="no-guide", words="", back="/login")
    request[ME], request[case.FORM] = Me(account, *found, secret), fields
    if request.method == "POST" and not _is_ours(request, fields):
        await form.let_go(request)
        return page(
            request, "notice.html", status=403, id="old-form", words=fields.get("text", ""), back=_back(request)
        )
    if not form.is_scripted(request) or request.method == "POST":  # a page that only follows keeps no login alive
        await site.rt.store.change(lambda connection: site.rt.store.staff.seen(connection, secret, site.now()))
    return await handler(request)


async def _nobody(request: web.Request, fields: form.Fields) -> web.StreamResponse:
    if request.path == "/stream" or form.is_scripted(request):
        return web.Response(status=401)
    if request.method == "POST" and not form.is_from_elsewhere(request):
        return await login.anew(request, fields)
    raise web.HTTPSeeOther("/login" if request.path == "/" else f"/login?next={request.path}")


def _is_ours(request: web.Request, fields: form.Fields) -> bool:
    given = fields.get("token", "").encode()
    return not form.is_from_elsewhere(request) and hmac.compare_digest(given, request[ME].token.encode())


def _back(request: web.Request) -> str:
    """The page that the form stands on."""
    return "/" + "/".join(request.path.split("/")[1:3]) if request.path.startswith(("/case/", "/hour/")) else "/"


async def _headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    response.headers.popall("Server", None)
    response.headers.setdefault("Cache-Control", "no-store, no-transform")
    response.headers["Vary"] = "Cookie"
    if login.is_https(request):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"


async def _end_streams(app: web.Application) -> None:
    for task in tuple(app[SITE].streams):
        task.cancel()

"""Logging in and out. Whatever was wrong, the answer is the same and takes as long."""

from __future__ import annotations

import asyncio
import re

from aiohttp import web

from halsobot.console import credentials, form
from halsobot.console.form import Fields
from halsobot.console.html import page
from halsobot.console.site import ME, SITE, Site, guide_of
from halsobot.conversation.desk import Gone
from halsobot.store.staff import Account

COOKIE = "halsobot-console"
#: After so many failures in a row nothing is tried for so long (seconds).
FAILURES, LOCKED = 5, 15 * 60
#: A refusal comes no sooner than this (seconds), so that it does not tell what was wrong.
REFUSED_AFTER = 0.3
_NEXT = re.compile(r"/(case/[0-9a-f]{16}(/photo/\d{1,9})?|hour/[A-Za-z-]{2,12}(/[0-9a-f]{16})?|shift)?")


async def show(request: web.Request) -> web.Response:
    """The page to log in with; ``next`` is where one was going."""
    return await _page(request, {"next": request.query.get("next", "")})


async def log_in(request: web.Request) -> web.Response:
    """Name, password and code at once."""
    site, fields = request.app[SITE], await form.read(request)
    if form.is_from_elsewhere(request):
        return await _page(request, fields, "login-again", 403)
    begun = asyncio.get_running_loop().time()
    secret = await _tried(site, fields)
    if secret is None:
        await asyncio.sleep(max(0.0, begun + REFUSED_AFTER - asyncio.get_running_loop().time()))
        return await _page(request, fields, "login-wrong", 403)
    there = _next(fields)
    await _keep_words(site, secret, there, fields.get("words", ""))
    response = web.Response(status=303, headers={"Location": there})
    response.set_cookie(COOKIE, secret, httponly=True, samesite="Strict", path="/", secure=is_https(request))
    return response


async def log_out(request: web.Request) -> web.Response:
    site, me = request.app[SITE], request[ME]
    await site.rt.store.change(lambda connection: site.rt.store.staff.log_out(connection, me.secret))
    response = web.Response(status=303, headers={"Location": "/login"})
    response.del_cookie(COOKIE, path="/")
    return response


async def anew(request: web.Request, fields: Fields) -> web.Response:
    """A form came after its login had ended: what she wrote goes along through the new one."""
    case = request.match_info.get("id")
    path = f"/case/{case}" if case else request.path
    return await _page(request, {"next": path, "words": fields.get("text", "")}, "login-ended", 401)


def is_https(request: web.Request) -> bool:
    return "https" in (request.scheme, request.headers.get("X-Forwarded-Proto"))


async def _tried(site: Site, fields: Fields) -> str | None:
    """One at a time, so that many guesses at once are counted one by one."""
    name = fields.get("name", "").strip().casefold()
    async with site.door:
        account = await site.rt.store.read(lambda connection: site.rt.store.staff.account(connection, name))
        tries = account if account and account.locked <= site.now() else None
        right = await asyncio.to_thread(
            credentials.is_right, fields.get("password", ""), tries.password if tries else None
        )
        code = re.sub(r"\s", "", fields.get("code", ""))
        step = credentials.step_of(code, tries.totp, site.now()) if tries and right else None
        secret = await _opened(site, tries, step) if tries and step is not None else None
        if tries and secret is None:
            await _count(site, tries)
        return secret


async def _opened(site: Site, account: Account, step: int) -> str | None:
    staff = site.rt.store.staff
    return await site.rt.store.change(lambda connection: staff.log_in(connection, account, step, site.now()))


async def _count(site: Site, account: Account) -> None:
    locked = site.now() + LOCKED if (account.failures + 1) % FAILURES == 0 else 0
    await site.rt.store.change(lambda connection: site.rt.store.staff.failed(connection, account.name, locked))


async def _keep_words(site: Site, secret: str, there: str, words: str) -> None:
    """As a draft, where the case is still hers."""
    account = await site.rt.store.read(lambda connection: site.rt.store.staff.logged_in(connection, secret, site.now()))
    found = guide_of(site.rt.bundle, account) if account else None
    if account is None or found is None or not words.strip() or not there.startswith("/case/"):
        return
    id = there.removeprefix("/case/")
    try:
        row = await site.desk.row(id)
        if (row.state, row.guide) == ("claimed", found[0].id):
            await site.desk.keep_draft(id, account.name, words[: form.TEXT])
    except Gone:
        return


def _next(fields: Fields) -> str:
    there = fields.get("next", "")
    return there if _NEXT.fullmatch(there) else "/"


async def _page(request: web.Request, fields: Fields, note: str | None = None, status: int = 200) -> web.Response:
    site = request.app[SITE]
    nobody = not await site.rt.store.read(site.rt.store.staff.names)
    return page(
        request, "login.html", status=status, note=note, nobody=nobody, next=_next(fields),
        words=fields.get("words", "")[: form.TEXT], name=fields.get("name", "")[:64],
    )  # fmt: skip

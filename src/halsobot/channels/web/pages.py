"""The one address of the chat, the quick exit, and pictures."""

from __future__ import annotations

import asyncio
import secrets

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.failure import report
from halsobot.channels.web.form import Posted, Poster
from halsobot.channels.web.html import Note, Ticket
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.channels.web.stream import FEW, TYPE, ended, line, said_aside
from halsobot.conversation.receive import receive
from halsobot.engine.step import step
from halsobot.model.event import Event, Left, Started
from halsobot.model.inbound import Inbound
from halsobot.model.outbox import OutMessage
from halsobot.model.session import Session
from halsobot.model.turn import Say
from halsobot.text.locales import LOCALES
from halsobot.text.render import render

_FIRST = 1  # the number of the first screen, which the first page shows before anything is stored


async def first(request: web.Request) -> web.Response:
    """The first screen. Nothing is stored, nothing is set; a poster may name a language and a flow."""
    site = request.app[SITE]
    asked = _poster(site, request.query.get("l"), request.query.get("f"))
    return _page(_first_page(site, secrets.token_urlsafe(32), asked, wanted(request)))


async def say(request: web.Request) -> web.Response:
    """One thing she did, or "see new answers"; the answer is all that she has not seen."""
    site = request.app[SITE]
    posted = await form.read(request)
    if posted.secret is None or _from_elsewhere(request):
        return _over(request, posted)
    event = posted.event(site.clock())
    if event:
        await _take(site, posted.secret, event, posted)
    if _scripted(request):
        return await _lines(request, posted, posted.secret)
    return await _whole(request, posted, posted.secret, event)


async def leave(request: web.Request) -> web.Response:
    """The quick exit: the conversation is forgotten and the browser goes somewhere harmless.

    The page between is there because a redirect of a form is subject to ``form-action``, along with
    every redirect that the other site makes; a refresh is not.
    """
    site = request.app[SITE]
    posted = await form.read(request)
    if posted.secret and not _from_elsewhere(request):
        gone = Inbound(address(posted.secret), Left(site.clock()), f"{posted.secret} leave", opens=False)
        try:
            await receive(gone, site.rt)
        except Exception as problem:  # she must get away whatever is broken here
            report(problem)
    return _page(site.html.leaving(wanted(request, posted.locale)))


async def picture(request: web.Request) -> web.Response:
    """A drawing of the content. Not kept by the browser: its name can tell what she read."""
    drawing = request.app[SITE].rt.bundle.pictures.get(request.match_info["name"])
    if drawing is None:
        raise web.HTTPNotFound
    return web.Response(body=drawing, content_type="image/svg+xml")


async def _take(site: Site, secret: str, event: Event, posted: Posted) -> None:
    """Store what she did; the first time, that she came as well."""
    if posted.opens:
        asked = _poster(site, posted.poster.locale, posted.poster.flow)
        came = Started(site.clock(), flow=asked.flow, locale=asked.locale)
        await receive(Inbound(address(secret), came, f"{secret} started"), site.rt)
    await receive(Inbound(address(secret), event, posted.repeat, opens=False), site.rt)


async def _lines(request: web.Request, posted: Posted, secret: str) -> web.Response:
    """The answer for the script."""
    site = request.app[SITE]
    locale = wanted(request, posted.locale)
    messages = await site.rt.store.messages(address(secret), posted.seen or 0)
    body = ended(site.html, locale) if messages is None else await said_aside(site.html, secret, messages)
    if posted.long != "no":
        note = line(note=site.html.word("web-too-long", locale))
        return web.Response(status=413, body=note, content_type=TYPE)
    return web.Response(body=body, content_type=TYPE)


async def _whole(request: web.Request, posted: Posted, secret: str, event: Event | None) -> web.Response:
    """The answer as a page."""
    site = request.app[SITE]
    messages = await _unseen(site, secret, posted.seen)
    note, status = None, 200
    if posted.long != "no":
        note, status = Note("web-too-long", posted.text), 413
    elif event is None and messages and messages[-1].seq == posted.seen:
        note = Note("web-nothing-new")
    if messages:
        return _page(await _chat(site, messages, Ticket(secret, messages[-1].seq), note), status)
    if posted.opens and event is None:
        asked = _poster(site, posted.poster.locale, posted.poster.flow)
        return _page(_first_page(site, secret, asked, wanted(request, posted.locale), note), status)
    return _over(request, posted)


async def _chat(site: Site, messages: tuple[OutMessage, ...], ticket: Ticket, note: Note | None) -> str:
    """The page; one with many messages is written in a thread, so that nobody else has to wait for it."""
    if len(messages) > FEW:
        return await asyncio.to_thread(site.html.chat, messages, ticket, note)
    return site.html.chat(messages, ticket, note)


async def _unseen(site: Site, secret: str, seen: int | None) -> tuple[OutMessage, ...]:
    """What she has not seen, else the newest message once more; nothing if there is no conversation."""
    new = await site.rt.store.messages(address(secret), seen) if seen is not None else ()
    if new is None:
        return ()
    if new:
        return new
    return (await site.rt.store.messages(address(secret), 0) or ())[-1:]


def _first_page(site: Site, secret: str, asked: Poster, guess: str, note: Note | None = None) -> str:
    """Until she has chosen a language, what stands around the choice is in the one of her phone."""
    bundle = site.rt.bundle
    turn = step(bundle, Session(), Started(site.clock(), flow=asked.flow, locale=asked.locale))
    shown = next(output for output in turn.outputs if isinstance(output, Say))
    view = render(shown.screen, shown.locale if asked.locale else guess, bundle.catalogue)
    ticket = Ticket(secret, _FIRST, opens=True, poster=asked)
    return site.html.chat([OutMessage(_FIRST, turn.session.turn, view)], ticket, note)


def _poster(site: Site, locale: str | None, flow: str | None) -> Poster:
    """What of a poster's wishes exists."""
    return Poster(locale if locale in LOCALES else None, flow if flow in site.rt.bundle.flows else None)


def _over(request: web.Request, posted: Posted) -> web.Response:
    """No such conversation: never begun, ended, forgotten, or no form of ours. They all look the same."""
    html = request.app[SITE].html
    locale = wanted(request, posted.locale)
    if _scripted(request):
        return web.Response(body=ended(html, locale), content_type=TYPE)
    return _page(html.notice("web-ended", locale))


def _scripted(request: web.Request) -> bool:
    return TYPE in request.headers.get("Accept", "")


def _from_elsewhere(request: web.Request) -> bool:
    """Whether another site made the browser send this, perhaps with a secret that it knows."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("cross-site", "same-site")


def _page(html: str, status: int = 200) -> web.Response:
    return web.Response(status=status, text=html, content_type="text/html")

"""The one address of the chat, the quick exit, and pictures."""

from __future__ import annotations

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.answer import Done, answer, done, first_page, from_elsewhere, new_secret, over, page, poster
from halsobot.channels.web.failure import report
from halsobot.channels.web.form import Posted
from halsobot.channels.web.html import Note
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.conversation.receive import receive
from halsobot.model.event import Event, Left, Started
from halsobot.model.inbound import Inbound
from halsobot.model.turn import Turn


async def first(request: web.Request) -> web.Response:
    """The first screen. Nothing is stored, nothing is set; a poster may name a language and a flow."""
    site = request.app[SITE]
    asked = poster(site, request.query.get("l"), request.query.get("f"))
    return page(first_page(site, new_secret(), asked, wanted(request)))


async def say(request: web.Request) -> web.Response:
    """One thing she did, or "see new answers"; the answer is all that she has not seen."""
    site = request.app[SITE]
    posted = await form.read(request)
    if posted.secret is None or from_elsewhere(request):
        return over(request, posted)
    event = posted.event(site.clock())
    what = Done(note=Note("web-too-long", posted.text, refused=True) if posted.long != "no" else None)
    if event:
        what = done(event, await _take(site, posted.secret, event, posted))
    return await answer(request, posted, posted.secret, what)


async def leave(request: web.Request) -> web.Response:
    """The quick exit: the conversation is forgotten and the browser goes somewhere harmless.

    The page between is there because a redirect of a form is subject to ``form-action``, along with
    every redirect that the other site makes; a refresh is not.
    """
    site = request.app[SITE]
    posted = await form.read(request)
    if posted.secret and not from_elsewhere(request):
        gone = Inbound(address(posted.secret), Left(site.clock()), f"{posted.secret} leave", opens=False)
        try:
            await receive(gone, site.rt)
        except Exception as problem:  # she must get away whatever is broken here
            report(problem)
    return page(site.html.leaving(wanted(request, posted.locale)))


async def picture(request: web.Request) -> web.Response:
    """A drawing of the content. Not kept by the browser: its name can tell what she read."""
    drawing = request.app[SITE].rt.bundle.pictures.get(request.match_info["name"])
    if drawing is None:
        raise web.HTTPNotFound
    return web.Response(body=drawing, content_type="image/svg+xml")


async def _take(site: Site, secret: str, event: Event, posted: Posted) -> Turn | None:
    """Store what she did; the first time, that she came as well."""
    if posted.opens:
        asked = poster(site, posted.poster.locale, posted.poster.flow)
        came = Started(site.clock(), flow=asked.flow, locale=asked.locale)
        await receive(Inbound(address(secret), came, f"{secret} started"), site.rt)
    return await receive(Inbound(address(secret), event, posted.repeat, opens=False), site.rt)

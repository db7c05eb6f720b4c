"""What she did is answered: all that she has not seen, as a page or as lines for the script."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from aiohttp import web

from halsobot.channels.web.form import Posted, Poster
from halsobot.channels.web.html import Note, Ticket
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.channels.web.small_pictures import small_pictures
from halsobot.channels.web.stream import ENDED, FEW, TYPE, ended, line, said_aside
from halsobot.engine.step import step
from halsobot.engine.walk import is_poster
from halsobot.model.event import Event, SentMedia, Started, Wrote
from halsobot.model.outbox import OutMessage
from halsobot.model.session import Session
from halsobot.model.turn import Forget, Say, Turn
from halsobot.text.locales import LOCALES
from halsobot.text.render import render

FORGOTTEN = "engine-forgotten"
_FIRST = 1  # the number of the first screen, which the first page shows before anything is stored


@dataclass(frozen=True, slots=True)
class Done:
    """What she did (``event``; None: she only looked) and what became of it.

    ``silent``: the bot left it to a person. ``note`` says that it was refused. ``forgotten``: everything about her is
    erased, which is said once.
    """

    event: Event | None = None
    silent: bool = False
    note: Note | None = None
    forgotten: bool = False


def done(event: Event, turn: Turn | None) -> Done:
    """What she did led to this turn; None: it was done before."""
    said = [type(output) for output in turn.outputs] if turn else [Say]
    return Done(event, silent=Say not in said, forgotten=Forget in said)


async def answer(request: web.Request, posted: Posted, secret: str, what: Done) -> web.Response:
    """All that she has not seen, and whether what she sent has arrived."""
    if scripted(request):
        return await _lines(request, posted, secret, what)
    return await _whole(request, posted, secret, what)


async def _lines(request: web.Request, posted: Posted, secret: str, what: Done) -> web.Response:
    """The answer for the script."""
    site = request.app[SITE]
    locale = wanted(request, posted.locale)
    if what.note:
        return web.Response(status=413, body=line(note=site.html.word(what.note.message, locale)), content_type=TYPE)
    messages = None if what.forgotten else await site.rt.store.messages(address(secret), posted.seen or 0)
    if messages is None:
        return over(request, posted, what.forgotten)
    said = await said_aside(site, secret, messages)
    if what.silent or (not messages and isinstance(what.event, Wrote | SentMedia)):
        said += line(note=site.html.word("web-sent", locale))
    return web.Response(body=said, content_type=TYPE)


async def _whole(request: web.Request, posted: Posted, secret: str, what: Done) -> web.Response:
    """The answer as a page."""
    if what.forgotten:
        return over(request, posted, forgotten=True)
    site = request.app[SITE]
    messages = await _unseen(site, secret, posted.seen)
    note = what.note
    if note is None and messages and (what.silent or messages[-1].seq == posted.seen):
        note = _unanswered(posted, what.event)
    status = 413 if note and note.refused else 200
    if messages:
        return page(await chat(site, secret, messages, note), status)
    if posted.opens and what.event is None:
        asked = poster(site, posted.poster.locale, posted.poster.flow)
        return page(first_page(site, secret, asked, wanted(request, posted.locale), note), status)
    return over(request, posted)


def _unanswered(posted: Posted, event: Event | None) -> Note | None:
    """Words for a person are answered by nothing at once: the page must not look as if nothing had happened."""
    match event:
        case None:
            return Note("web-nothing-new")
        case Wrote():
            return Note("web-sent", mine=posted.text)
        case SentMedia(kind=kind):
            return Note("web-sent", given="web-my-voice" if kind == "voice" else "web-my-picture")
        case _:
            return None


async def chat(site: Site, secret: str, messages: tuple[OutMessage, ...], note: Note | None = None) -> str:
    """The page; one with many messages is written in a thread, so that nobody else has to wait for it."""
    ticket = Ticket(secret, messages[-1].seq, gives=await site.gives(secret))
    html = site.html.showing(await small_pictures(site, secret, messages))
    if len(messages) > FEW:
        return await asyncio.to_thread(html.chat, messages, ticket, note)
    return html.chat(messages, ticket, note)


async def _unseen(site: Site, secret: str, seen: int | None) -> tuple[OutMessage, ...]:
    """What she has not seen, else the newest message once more; nothing if there is no conversation."""
    new = await site.rt.store.messages(address(secret), seen) if seen is not None else ()
    if new is None:
        return ()
    if new:
        return new
    return (await site.rt.store.messages(address(secret), 0) or ())[-1:]


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def first_page(site: Site, secret: str, asked: Poster, guess: str, note: Note | None = None) -> str:
    """Until she has chosen a language, what stands around the choice is in the one of her phone."""
    bundle = site.rt.bundle
    turn = step(bundle, Session(), Started(site.clock(), flow=asked.flow, locale=asked.locale))
    shown = next(output for output in turn.outputs if isinstance(output, Say))
    view = render(shown.screen, shown.locale if asked.locale else guess, bundle.catalogue)
    ticket = Ticket(secret, _FIRST, opens=True, poster=asked)
    return site.html.chat([OutMessage(_FIRST, turn.session.turn, view)], ticket, note)


def poster(site: Site, locale: str | None, flow: str | None) -> Poster:
    """What of a poster's wishes exists."""
    return Poster(locale if locale in LOCALES else None, flow if flow and is_poster(flow, site.rt.bundle) else None)


def over(request: web.Request, posted: Posted, forgotten: bool = False) -> web.Response:
    """No such conversation: never begun, ended, or no form of ours. They all look the same.

    ``forgotten``: she has just had everything erased.
    """
    html = request.app[SITE].html
    locale = wanted(request, posted.locale)
    said = FORGOTTEN if forgotten else ENDED
    if scripted(request):
        return web.Response(body=ended(html, locale, said), content_type=TYPE)
    return page(html.notice(said, locale))


def scripted(request: web.Request) -> bool:
    return TYPE in request.headers.get("Accept", "")


def from_elsewhere(request: web.Request) -> bool:
    """Whether another site made the browser send this, perhaps with a secret that it knows."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("cross-site", "same-site")


def page(html: str, status: int = 200) -> web.Response:
    return web.Response(status=status, text=html, content_type="text/html")

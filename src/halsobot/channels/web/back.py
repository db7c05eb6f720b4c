"""Coming back: a key for an open case, and the door at which it opens."""

from __future__ import annotations

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.answer import chat, from_elsewhere, new_secret, over, page, scripted
from halsobot.channels.web.html import Ticket
from halsobot.channels.web.key import Key, client, key_in, new_key
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.channels.web.stream import TYPE, line
from halsobot.engine.person import open_case
from halsobot.model.unit import Known

#: Two keys are alike once in forty million times.
_TRIES = 3


async def key(request: web.Request) -> web.Response:
    """A new key for her open case, which takes the place of an older one; or none any more."""
    site = request.app[SITE]
    fields = await form.small(request)
    posted = form.posted(fields, form.bearer(request) or fields.get("secret", ""))
    known = await site.known(posted.secret) if posted.secret and not from_elsewhere(request) else None
    if known is None or posted.secret is None:
        return over(request, posted)
    made = None
    if fields.get("drop") == "1":
        note = "web-key-dropped"
        await site.rt.store.change(lambda connection: site.rt.store.returning.drop(connection, known.contact))
    else:
        note = "web-key-closed"
        made = await _made(site, known)
    locale = wanted(request, known.session.locale)
    ticket = Ticket(posted.secret, posted.seen or 0)
    if not scripted(request):
        return page(site.html.key(made, ticket, locale, note))
    said = line(html=site.html.key_fragment(made, ticket, locale)) if made else line(note=site.html.word(note, locale))
    return web.Response(body=said, content_type=TYPE)


async def _made(site: Site, known: Known) -> Key | None:
    """A key that nobody else has; None where no case is open."""
    store, case = site.rt.store, open_case(known.session.case)
    for _ in range(_TRIES if case else 0):
        assert case is not None
        made, now = new_key(), store.now()
        number = case.number
        if await store.change(lambda db: store.returning.keep(db, known.contact, number, made.text, now)):  # noqa: B023
            return made
    return None


async def door(request: web.Request) -> web.Response:
    """Where one who has a key says it."""
    return page(request.app[SITE].html.return_form(wanted(request, request.query.get("l")), wrong=False))


async def come_back(request: web.Request) -> web.Response:
    """The right key opens the case here, and nowhere else any more. All that does not open looks the same."""
    site = request.app[SITE]
    fields = await form.small(request)
    tried = None if from_elsewhere(request) else key_in(fields)
    opened = await _opened(request, site, tried) if tried else None
    return opened or page(site.html.return_form(wanted(request, fields.get("locale")), wrong=True))


async def _opened(request: web.Request, site: Site, tried: Key) -> web.Response | None:
    whose, at = client(request), site.clock()
    if not site.guesses.may(whose, at):
        return None
    secret = new_secret()
    returned = await site.rt.store.come_back(tried.text, address(secret))
    if returned is None:
        return None
    site.guesses.right(whose, at)
    site.rt.bells.ring(returned.old)
    messages = await site.rt.store.messages(address(secret), 0)
    return page(await chat(site, secret, messages)) if messages else None

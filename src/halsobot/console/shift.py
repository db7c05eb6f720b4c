"""Being away, and the end of a shift: nothing stays with somebody who is not there."""

from __future__ import annotations

from datetime import date

from aiohttp import web

from halsobot.console import form
from halsobot.console.case import FORM, passed
from halsobot.console.html import page
from halsobot.console.pages import queue_of
from halsobot.console.queue import takers
from halsobot.console.site import ME, SITE, Me, Site
from halsobot.conversation.desk import Gone
from halsobot.places.hours import SWEDEN
from halsobot.text.values import day

NOTES = ("away", "back", "handed-over", "kept", "not-all", "dates")


async def show(request: web.Request) -> web.Response:
    """What she holds, and when she is away."""
    return await _page(request, request.query.get("note"))


async def ill(request: web.Request) -> web.Response:
    """Away today, at one click: from now on nothing is promised for her."""
    site, me = request.app[SITE], request[ME]
    today = _today(site)
    if not any(since <= today and (until is None or today <= until) for _, since, until in await _away(site, me)):
        await site.desk.be_away(me.guide.id, today, today, site.clock())
    raise web.HTTPSeeOther("/shift?note=away")


async def away(request: web.Request) -> web.Response:
    """Away from one day to another; without the other until she says that she is back."""
    site, me, fields = request.app[SITE], request[ME], request[FORM]
    since, until = _day(fields.get("since", "")), _day(fields.get("until", ""))
    wrong = since is None or (fields.get("until") and until is None)
    if since is None or wrong or (until and until < since) or (until and until < _today(site)):
        return await _page(request, "dates", 400)
    if (since, until) not in [(first, last) for _, first, last in await _away(site, me)]:
        await site.desk.be_away(me.guide.id, since, until, site.clock())
    raise web.HTTPSeeOther("/shift?note=away")


async def back(request: web.Request) -> web.Response:
    """An absence of hers is taken back."""
    site, me, number = request.app[SITE], request[ME], request[FORM].get("absence", "")
    if number.isascii() and number.isdigit() and len(number) < 10:
        await site.desk.be_back(int(number), me.guide.id)
    raise web.HTTPSeeOther("/shift?note=back")


async def hand_over(request: web.Request) -> web.Response:
    """Each case she holds stays or goes where she said; then she is told whether it did."""
    site, me, fields = request.app[SITE], request[ME], request[FORM]
    goes = {name.removeprefix("to-"): to for name, to in fields.items() if name.startswith("to-") and to != "keep"}
    done = [await _goes(site, me, id, to, form.once(fields, f"{id} {to}")) for id, to in goes.items()]
    note = "kept" if not done else "handed-over" if all(done) else "not-all"
    raise web.HTTPSeeOther(f"/shift?note={note}")


async def _goes(site: Site, me: Me, id: str, to: str, once: str | None) -> bool:
    """True also for a repeat."""
    try:
        return once is not None and await passed(site, me, await site.desk.row(id), to, once)
    except Gone:
        return False


async def _page(request: web.Request, note: str | None, status: int = 200) -> web.Response:
    site, me = request.app[SITE], request[ME]
    bundle, at = site.rt.bundle, site.clock()
    mine = (await queue_of(site, me)).mine
    absences = await _away(site, me)
    today = _today(site)
    return page(
        request, "shift.html", status=status, note=note if note in NOTES else None,
        held=[(held, takers(held.row, me, bundle, at)) for held in mine],
        absences=[(id, _shown(me, since), _shown(me, until)) for id, since, until in absences],
        today=today.isoformat(),
        ill=any(since <= today and (until is None or today <= until) for _, since, until in absences),
    )  # fmt: skip


async def _away(site: Site, me: Me) -> list[tuple[int, date, date | None]]:
    """Her absences that are not over."""
    mine = [each for each in await site.desk.away() if each.guide == me.guide.id]
    return [(each.id, each.since, each.until) for each in mine if each.until is None or each.until >= _today(site)]


def _shown(me: Me, when: date | None) -> str:
    return day(when, me.language) if when else ""


def _today(site: Site) -> date:
    return site.clock().astimezone(SWEDEN).date()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""The interpreter hour: the cases of one language that nobody here speaks, one after the other, by few keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from aiohttp import web

from halsobot.console import case, form, replies
from halsobot.console.case import FORM, Chosen, Problem
from halsobot.console.html import page
from halsobot.console.pages import note_access
from halsobot.console.queue import holds, hour, item, of_hour
from halsobot.console.site import ME, SITE, Me, Site
from halsobot.console.talk import Entry, entries
from halsobot.console.titles import Titles
from halsobot.conversation.desk import Gone
from halsobot.media import SECONDS
from halsobot.model.event import Closed
from halsobot.model.screen import ENGINE
from halsobot.store.cases import CaseRow
from halsobot.text.locales import LOCALES

#: So many put back are remembered, so that the address does not grow without end.
SKIPPED = 100
_SKIPPED = re.compile(rf"[0-9a-f]{{16}}(\.[0-9a-f]{{16}}){{0,{SKIPPED - 1}}}")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Way:
    """How far the hour has come: the ``number`` of the case that is shown, and which ones were put back."""

    number: int = 0
    skipped: tuple[str, ...] = ()

    @property
    def put_back(self) -> str:
        """As a form says it."""
        return ".".join(self.skipped)

    def after(self, id: str | None = None) -> Way:
        """One further, and that one put back."""
        return Way(self.number + 1, (*self.skipped, id)[-SKIPPED:] if id else self.skipped)


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for an answer: ``hers``, what she had been told just ``before``, and what she was answered."""

    before: Entry | None
    hers: tuple[Entry, ...]
    answers: tuple[Entry, ...]


async def show(request: web.Request) -> web.Response:
    """Before the first case and after the last: how many wait."""
    site, me, language, way = request.app[SITE], request[ME], _language(request), _way(request.query)
    stands = hour(await site.desk.queue(), me, language)
    skipped = len(set(way.skipped) & {row.id for row in await _waiting(site, me, language)})
    return page(
        request, "hour.html", hour=stands, way=way, skipped=skipped, lost=request.query.get("lost") == "1",
    )  # fmt: skip


async def begin(request: web.Request) -> web.Response:
    """Take the first one: always by a click, never by the clock."""
    raise await _onward(request, _way(request[FORM]).after())


async def show_case(request: web.Request) -> web.Response:
    """The case, to its holder; whoever has lost it goes on with the next."""
    way = _way(request.query)
    return await _page(request, replace(way, number=max(1, way.number)))


async def reply(request: web.Request) -> web.Response:
    """Send what is written or picked and take the next one; or show it before it is sent."""
    site, me, fields, row = request.app[SITE], request[ME], request[FORM], await _row(request)
    if not holds(row, me):
        return await case.not_hers(request, row, fields.get("text", ""))
    if fields.get("do") == "look":
        chosen = await case.look(site, me, row, fields)
        return case.preview(request, row, chosen) if form.is_scripted(request) else await _answering(request, chosen)
    problem = await case.give_answer(site, me, row, fields)
    if problem == "lost":
        return await case.not_hers(request, await site.desk.row(row.id), fields.get("text", ""))
    if problem:
        return await _answering(request, problem=problem)
    if fields.get("do") == "close":
        await _close(site, me, row, fields)
    raise await _onward(request, _way(fields).after())


async def go_on(request: web.Request) -> web.Response:
    """After a spoken answer, or from a case that has been answered: take the next one, perhaps closing this one."""
    site, me, fields, row = request.app[SITE], request[ME], request[FORM], await _row(request)
    if fields.get("do") == "close" and holds(row, me) and row.answered:
        await _close(site, me, row, fields)
    raise await _onward(request, _way(fields).after())


async def skip(request: web.Request) -> web.Response:
    """Back to the queue, with a promise; it does not come again before the hour is begun anew."""
    site, me, fields, row = request.app[SITE], request[ME], request[FORM], await _row(request)
    once = form.once(fields, "skip")
    if once and holds(row, me):
        await case.passed(site, me, row, "queue", once)
    raise await _onward(request, _way(fields).after(row.id))


async def _close(site: Site, me: Me, row: CaseRow, fields: Mapping[str, str]) -> None:
    once = form.once(fields, "answered")
    if once and await site.desk.close(row.id, Closed(site.clock(), me.guide.id, "answered"), once):
        await note_access(site, me, row.id, "close")


# The next one


async def _onward(request: web.Request, way: Way) -> web.HTTPSeeOther:
    """To the next case, which is hers now; where nothing waits any more, to the page that says so."""
    site, me, language = request.app[SITE], request[ME], _language(request)
    id = await _take(site, me, language, way)
    return _to(language, way, id)


async def _take(site: Site, me: Me, language: str, way: Way) -> str | None:
    """The one that was promised first. Where a colleague is quicker, the one after."""
    for row in await _waiting(site, me, language):
        if row.id in way.skipped:
            continue
        if holds(row, me) or await _claimed(site, me, row.id):
            return row.id
    return None


async def _claimed(site: Site, me: Me, id: str) -> bool:
    try:
        await site.desk.claim(id, me.guide.id, site.clock())
        row = await site.desk.row(id)
    except Gone:
        return False
    if holds(row, me):
        await note_access(site, me, id, "claim")
        return True
    return False


async def _waiting(site: Site, me: Me, language: str) -> list[CaseRow]:
    """In the order of the desk: urgent ones first, then the oldest promise."""
    return of_hour(await site.desk.queue(), me, language)


def _to(language: str, way: Way, id: str | None = None, **also: str) -> web.HTTPSeeOther:
    said = {"number": str(way.number)} | ({"skipped": way.put_back} if way.skipped else {}) | also
    return web.HTTPSeeOther(f"/hour/{language}{f'/{id}' if id else ''}?{urlencode(said)}")


def _way(said: Mapping[str, str]) -> Way:
    number, skipped = said.get("number", ""), said.get("skipped", "")
    return Way(
        int(number) if _NUMBER.fullmatch(number) else 0,
        tuple(skipped.split(".")) if _SKIPPED.fullmatch(skipped) else (),
    )


def _language(request: web.Request) -> str:
    if request.match_info["language"] not in LOCALES:
        raise web.HTTPNotFound
    return request.match_info["language"]


async def _row(request: web.Request) -> CaseRow:
    return await request.app[SITE].desk.row(request.match_info["id"])


# The page


async def _answering(
    request: web.Request, chosen: Chosen | None = None, problem: Problem | None = None
) -> web.Response:
    """The page anew, with what was begun."""
    return await _page(request, _way(request[FORM]), chosen, problem, request[FORM].get("text"))


async def _page(
    request: web.Request,
    way: Way,
    chosen: Chosen | None = None,
    problem: Problem | None = None,
    words: str | None = None,
) -> web.Response:
    site, me, language, row = request.app[SITE], request[ME], _language(request), await _row(request)
    if not holds(row, me):
        if form.is_scripted(request):
            raise web.HTTPForbidden
        raise _to(language, way, lost="1")
    opened = await site.desk.open(row.id, me.account.name)
    bundle, at = site.rt.bundle, site.clock()
    titles = Titles(bundle, me.language, row.region, at)
    names = {guide.id: guide.name for guide in me.region.answering.guides.values()}
    left = [each for each in await _waiting(site, me, language) if each.id not in (row.id, *way.skipped)]
    return page(
        request, "hour_case.html", status=case.STATUS[problem] if problem else 200, note=problem,
        item=item(opened.row, me, bundle, at), way=way, total=way.number + len(left), here=f"/hour/{language}/{row.id}",
        question=question(entries(opened, bundle, titles, me.language, names)),
        words=opened.draft if words is None else words,
        chosen=chosen or Chosen(),
        phrases=replies.phrases(bundle, row, titles),
        screens=replies.screens(bundle, row, titles),
        longest=form.TEXT, state=case.state_of(opened), records=site.rt.sounds.available, seconds=SECONDS,
    )  # fmt: skip


def question(talk: Sequence[Entry]) -> Question:
    """Her last words for a person, without those that an answer stands after already."""
    last = max((place for place, each in enumerate(talk) if _is_hers(each)), default=len(talk) - 1)
    told = [place for place, each in enumerate(talk[: last + 1]) if each.kind == "guide"]
    first = max(told, default=-1) + 1
    hers = tuple(each for each in talk[first : last + 1] if _is_hers(each))
    until = next((place for place in range(first, last + 1) if _is_hers(talk[place])), last + 1)
    return Question(
        before=next((each for each in reversed(talk[:until]) if _says_something(each)), None),
        hers=hers,
        answers=tuple(each for each in talk[last + 1 :] if each.kind == "guide"),
    )


def _is_hers(entry: Entry) -> bool:
    return entry.kind in ("wrote", "did") and entry.for_person


def _says_something(entry: Entry) -> bool:
    """An answer, or a screen of the content; not one that only says how her case stands."""
    return entry.kind == "guide" or bool(entry.view and not entry.view.screen.startswith(f"{ENGINE}-"))

"""One case: its conversation, answers, passing it on, closing it. Only its holder reads it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from aiohttp import web

from halsobot.console import form, replies
from halsobot.console.form import Fields
from halsobot.console.html import page
from halsobot.console.pages import note_access
from halsobot.console.queue import digest, holds, item, takers
from halsobot.console.replies import Preview
from halsobot.console.site import ME, SITE, Me, Site
from halsobot.console.talk import entries
from halsobot.console.titles import Titles
from halsobot.conversation.desk import REASONS, TAGS
from halsobot.media import DOCUMENT, PICTURE, SECONDS
from halsobot.model.event import Closed, Passed, Replied
from halsobot.store.cases import CaseRow, Opened

FORM = web.RequestKey("form", Mapping[str, str])
#: The button that sends an answer also says of which kind it is.
KINDS = ("text", "phrase", "screen", "place", "medical")
#: The longest note for the next holder.
NOTE = 300
#: Why an answer is not sent; ``lost``: the case is not hers any more.
Problem = Literal["empty", "too-long", "old-form", "lost"]
STATUS: dict[Problem, int] = {"empty": 400, "too-long": 413, "old-form": 400, "lost": 409}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is picked in the forms of the page, and how it would read."""

    phrase: str = ""
    screen: str = ""
    place: str = ""
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Passing:
    """What is filled in where a case is passed on: ``to`` a guide or ``queue``, and a note for whoever has it next."""

    to: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()


NO_NOTE = Passing()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why it is asked before closing, and how much she had written then: what comes later is asked about anew."""

    kind: Literal["open", "urgent"]
    seen: str
    reason: str = ""


async def show(request: web.Request) -> web.Response:
    """The case, to its holder; to others who has it."""
    return await case_page(request, sent=request.query.get("sent") == "1")


async def reply(request: web.Request) -> web.Response:
    """Send an answer, or show one before it is sent. What cannot be sent stays in the form."""
    site, me, id, fields = request.app[SITE], request[ME], request.match_info["id"], request[FORM]
    row = await site.desk.row(id)
    if not holds(row, me):
        return await not_hers(request, row, fields.get("text", ""))
    if fields.get("do") == "look":
        chosen = await look(site, me, row, fields)
        return preview(request, row, chosen) if form.is_scripted(request) else await case_page(request, chosen=chosen)
    problem = await give_answer(site, me, row, fields)
    if problem == "lost":
        return await not_hers(request, await site.desk.row(id), fields.get("text", ""))
    if problem:
        return await case_page(request, note=problem, words=fields.get("text"), status=STATUS[problem])
    raise web.HTTPSeeOther(f"/case/{id}?sent=1#newest")


async def give_answer(site: Site, me: Me, row: CaseRow, fields: Fields) -> Problem | None:
    """Send what is written or picked, in a case that was hers a moment ago. Returns why that cannot be."""
    event = _reply(site, me, fields)
    if event is None:
        return "empty"
    if event.text is not None and form.length(event.text) > form.TEXT:
        return "too-long"
    once = form.once(fields, event.text or event.phrase or event.screen or event.place or "")
    if once is None:
        return "old-form"
    if not await site.desk.reply(row.id, event, once):  # not hers any more, or nothing like that can be said
        return "empty" if holds(await site.desk.row(row.id), me) else "lost"
    await note_access(site, me, row.id, "reply")
    if event.text is not None:
        await site.desk.sent(row.id, me.account.name, fields["once"])
    return None


async def look(site: Site, me: Me, row: CaseRow, fields: Fields) -> Chosen:
    """What is picked, in both languages."""
    event = _reply(site, me, fields)
    if event is None:
        return Chosen()
    seen = await replies.preview(site.rt, row, event, me.language)
    return Chosen(event.phrase or "", event.screen or "", event.place or "", seen)


def preview(request: web.Request, row: CaseRow, chosen: Chosen) -> web.Response:
    """A part of the page, for the script."""
    return page(request, "preview.html", preview=chosen.preview, locale=row.locale)


async def keep_draft(request: web.Request) -> web.Response:
    """What she has begun to write, from the script or by the button. The script's may come late, after the answer."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    words = request[FORM].get("text", "")
    row = await site.desk.row(id)
    if not holds(row, me):
        return await not_hers(request, row, words)
    if form.is_scripted(request):
        kept = await site.desk.keep_draft(id, me.account.name, words[: form.TEXT], request[FORM].get("once"))
        return web.Response(status=204 if kept else 410)
    await site.desk.keep_draft(id, me.account.name, words[: form.TEXT])
    if len(words) > form.TEXT:
        return await case_page(request, note="too-long", words=words, status=413)
    return await case_page(request, note="draft-kept")


async def pass_on(request: web.Request) -> web.Response:
    """To a colleague who speaks her language, or to the queue. What cannot be passed on stays in the form."""
    site, me, id, fields = request.app[SITE], request[ME], request.match_info["id"], request[FORM]
    row, given = await site.desk.row(id), _passing(fields)
    once = form.once(fields, given.to)
    if holds(row, me) and len(given.note) > NOTE:
        return await case_page(request, note="note-long", passing=given, status=413)
    if holds(row, me) and (once is None or not _may_take(site, me, row, given.to)):
        return await case_page(request, note="choose", passing=given, status=400)
    if once is None or not await passed(site, me, row, given.to, once, given.note, given.tags):
        return await not_hers(request, await site.desk.row(id), given.note)
    raise web.HTTPSeeOther("/?note=passed")


def _passing(fields: Fields) -> Passing:
    tags = tuple(tag for tag in TAGS if fields.get(f"tag-{tag}"))
    return Passing(fields.get("to", ""), fields.get("note", "").strip(), tags)


async def passed(
    site: Site, me: Me, row: CaseRow, to: str, once: str, note: str = "", tags: Collection[str] = ()
) -> bool:
    """``to`` is a guide or ``queue``. False where it is not hers, or not theirs to take."""
    if not _may_take(site, me, row, to):
        return False
    event = Passed(site.clock(), me.guide.id, None if to == "queue" else to)
    done = await site.desk.pass_on(row.id, event, once, note, tags)
    if done:
        await note_access(site, me, row.id, "pass")
    return done


def _may_take(site: Site, me: Me, row: CaseRow, to: str) -> bool:
    return to == "queue" or to in [guide.id for guide, _ in takers(row, me, site.rt.bundle, site.clock())]


async def number(request: web.Request) -> web.Response:
    """Where she wishes to be called, in this one answer."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row = await site.desk.row(id)
    if not holds(row, me):
        return await not_hers(request, row, "")
    found = await site.desk.number(row, me.account.name)
    if found is None:  # she has taken it back
        raise web.HTTPSeeOther(f"/case/{id}")
    return await case_page(request, number=found)


async def to_case(request: web.Request) -> web.Response:
    """Whoever comes again to where the number was shown sees the case without it."""
    raise web.HTTPSeeOther(f"/case/{request.match_info['id']}")


async def close(request: web.Request) -> web.Response:
    """With a reason: the list of what is to become better. What may be too early is asked once."""
    site, me, id, fields = request.app[SITE], request[ME], request.match_info["id"], request[FORM]
    row, reason = await site.desk.row(id), fields.get("reason", "")
    once = form.once(fields, reason)
    if holds(row, me) and (once is None or reason not in REASONS):
        return await case_page(request, note="choose-reason", status=400)
    if holds(row, me) and (doubt := _doubt(row)) and fields.get("sure") != doubt.seen:
        return await case_page(request, closing=replace(doubt, reason=reason))
    closed = Closed(site.clock(), me.guide.id, reason)
    if once is None or reason not in REASONS or not await site.desk.close(id, closed, once):
        return await not_hers(request, await site.desk.row(id), "")
    await note_access(site, me, id, "close")
    raise web.HTTPSeeOther("/?note=closed")


def _doubt(row: CaseRow) -> Doubt | None:
    """Closing ends the case for good: her newest words without an answer, or danger, are worth a second press."""
    kind: Literal["open", "urgent"] | None = "urgent" if row.urgent else "open" if not row.answered else None
    return Doubt(kind, str(row.heard)) if kind else None


def state_of(opened: Opened) -> str:
    """Differs when the page of the case would."""
    return digest((opened.row, len(opened.lines), sorted(opened.states.items()), len(opened.notes)))


# the page


async def case_page(
    request: web.Request,
    *,
    note: str | None = None,
    words: str | None = None,
    chosen: Chosen | None = None,
    passing: Passing = NO_NOTE,
    closing: Doubt | None = None,
    number: str | None = None,
    sent: bool = False,
    status: int = 200,
) -> web.Response:
    """The case with what was begun in its forms, to its holder."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row = await site.desk.row(id)
    if not holds(row, me):
        return await not_hers(request, row, words or "")
    opened = await site.desk.open(id, me.account.name)
    bundle, at = site.rt.bundle, site.clock()
    titles = Titles(bundle, me.language, row.region, at)
    names = {guide.id: guide.name for guide in me.region.answering.guides.values()}
    return page(
        request, "case.html", status=status, note=note, sent=sent,
        item=item(opened.row, me, bundle, at),
        talk=entries(opened, bundle, titles, me.language, names),
        words=opened.draft if words is None else words,
        chosen=chosen or Chosen(),
        phrases=replies.phrases(bundle, row, titles),
        screens=replies.screens(bundle, row, titles),
        places=replies.places(bundle, row, titles, at),
        medical=bundle.catalogue.has(replies.MEDICAL),
        takers=takers(row, me, bundle, at), passing=passing, tags=TAGS, longest_note=NOTE,
        call=opened.call, number=number,
        notes=opened.notes, names=names, concern=replies.concern(bundle, row, titles),
        newest=max((line.turn for line in opened.lines), default=0),
        reasons=REASONS, closing=closing, longest=form.TEXT, state=state_of(opened),
        records=site.rt.sounds.available, seconds=SECONDS, megabytes=(PICTURE >> 20, DOCUMENT >> 20),
    )  # fmt: skip


def _reply(site: Site, me: Me, fields: Fields) -> Replied | None:
    """The answer that was sent; None where it says nothing."""
    reply = _said(site, me, fields)
    seen = fields.get("seen", "")
    return replace(reply, seen=int(seen)) if reply and seen.isdecimal() and len(seen) < 10 else reply


def _said(site: Site, me: Me, fields: Fields) -> Replied | None:
    at, kind = site.clock(), fields.get("kind")
    text, phrase, screen, place = (fields.get(name, "") for name in ("text", "phrase", "screen", "place"))
    match kind:
        case "text" if text.strip():
            return Replied(at, me.guide.id, text=text)
        case "phrase" if phrase:
            return Replied(at, me.guide.id, phrase=phrase)
        case "screen" if screen:
            return Replied(at, me.guide.id, screen=screen)
        case "place" if place:
            return Replied(at, me.guide.id, place=place)
        case "medical":
            return Replied(at, me.guide.id, phrase=replies.MEDICAL)
    return None


async def not_hers(request: web.Request, row: CaseRow, words: str) -> web.Response:
    """Who has it, and nothing of what was said. Words that were not sent stand there to be copied."""
    site, me = request.app[SITE], request[ME]
    if form.is_scripted(request) and request.method == "POST":
        return web.Response(status=409)
    seen = item(row, me, site.rt.bundle, site.clock()) if row.region == me.region.name else None
    status = 409 if request.method == "POST" else 403
    return page(request, "not_hers.html", status=status, item=seen, words=words)

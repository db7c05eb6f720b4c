"""The queue as one guide sees it: hers, what waits for her, what waits for others, what colleagues hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from halsobot.bundle.content import Bundle
from halsobot.console.site import Me
from halsobot.console.titles import Titles
from halsobot.console.wording import language_name
from halsobot.handover.guides import Guide, fits
from halsobot.handover.hours import is_away
from halsobot.model.case import WISHES, Wish
from halsobot.store.cases import CaseRow

#: So long before its promise a case stands out (seconds).
SOON = 3600

Due = Literal["", "soon", "now"]


@dataclass(frozen=True, slots=True)
class Item:
    """One row. ``holder`` is a colleague's name; ``may_claim`` whether this guide may take it."""

    row: CaseRow
    language: str
    topic: str | None
    due: Due
    wishes: tuple[Wish, ...]
    may_claim: bool = False
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """What waits for an interpreter of one language, and whose hours those are."""

    tag: str
    language: str
    waiting: int
    guides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """``others`` wait for guides with another language, or for such as she wishes for; ``left`` have been answered, and
    no guide has them any more.
    """

    mine: tuple[Item, ...]
    waiting: tuple[Item, ...]
    others: tuple[Item, ...]
    held: tuple[Item, ...]
    hours: tuple[Hour, ...] = ()
    left: tuple[Item, ...] = ()

    @property
    def count(self) -> int:
        """How much asks for this guide: what waits, and what she holds and has not answered."""
        return len(self.waiting) + sum(not each.row.answered for each in self.mine)

    @property
    def digest(self) -> str:
        """Differs when the page would."""
        return digest(self)


def digest(what: object) -> str:
    """A short name for a view; frozen data say themselves what they hold."""
    return hashlib.sha256(repr(what).encode()).hexdigest()[:16]


def read_queue(rows: Iterable[CaseRow], me: Me, bundle: Bundle, at: datetime) -> Queue:
    """The cases of the guide's region, in the order of the desk."""
    rows = [row for row in rows if row.region == me.region.name]
    here = [item(row, me, bundle, at) for row in rows]
    free = [each for each in here if each.row.state == "waiting"]
    waiting = [each for each in free if not each.row.answered]
    return Queue(
        mine=tuple(each for each in here if holds(each.row, me)),
        waiting=tuple(each for each in waiting if suits(each.row, me.guide)),
        others=tuple(each for each in waiting if not suits(each.row, me.guide)),
        held=tuple(each for each in here if each.row.state == "claimed" and not holds(each.row, me)),
        left=tuple(each for each in free if each.row.answered),
        hours=tuple(hour(rows, me, tag) for tag in dict.fromkeys(row.locale for row in rows) if of_hour(rows, me, tag)),
    )


def hour(rows: Iterable[CaseRow], me: Me, tag: str) -> Hour:
    """How it stands with a language. Any guide may take it over from the one whose hour it is."""
    answering = me.region.answering
    whose = dict.fromkeys(each.guide for each in answering.interpreter_hours if each.language == tag)
    names = tuple(answering.guides[guide].name for guide in whose)
    return Hour(tag, language_name(tag, me.language), len(of_hour(rows, me, tag)), names)


def of_hour(rows: Iterable[CaseRow], me: Me, tag: str) -> list[CaseRow]:
    """What waits for an interpreter of that language: in the queue, or with this guide without an answer yet."""
    waiting = [row for row in rows if row.interpreter and row.locale == tag and row.region == me.region.name]
    return [row for row in waiting if not row.answered and (row.state == "waiting" or holds(row, me))]


def item(row: CaseRow, me: Me, bundle: Bundle, at: datetime) -> Item:
    """A row in the guide's language."""
    known = me.region.answering.guides.get(row.guide or "")
    return Item(
        row=row,
        language=language_name(row.locale, me.language),
        topic=_topic(row, me, bundle, at),
        due=_due(row, at),
        wishes=wishes_of(row),
        may_claim=row.state == "waiting" and (suits(row, me.guide) or row.interpreter),
        holder=(known.name if known else row.guide) if row.state == "claimed" else None,
    )


def holds(row: CaseRow, me: Me) -> bool:
    """Whether this guide has the case; nobody else reads it."""
    return row.region == me.region.name and row.state == "claimed" and row.guide == me.guide.id


def may_claim(row: CaseRow, me: Me) -> bool:
    return row.region == me.region.name and (suits(row, me.guide) or row.interpreter)


def suits(row: CaseRow, guide: Guide) -> bool:
    """Whether this guide speaks the language and is as she wishes."""
    return fits(guide, row.locale, wishes_of(row))


def takers(row: CaseRow, me: Me, bundle: Bundle, at: datetime) -> list[tuple[Guide, bool]]:
    """The colleagues to whom the case may be passed, and whether each is away today."""
    fitting = [each for each in me.colleagues() if suits(row, each) or row.interpreter]
    return [(each, is_away(bundle.absences, each.id, at)) for each in fitting]


def wishes_of(row: CaseRow) -> tuple[Wish, ...]:
    return tuple(wish for wish in WISHES if wish in row.wishes.split())


def _topic(row: CaseRow, me: Me, bundle: Bundle, at: datetime) -> str | None:
    if row.topic is None or row.topic not in bundle.flows:
        return None
    return Titles(bundle, me.language, row.region, at).say(row.topic)


def _due(row: CaseRow, at: datetime) -> Due:
    if row.promised is None or row.answered:
        return ""
    left = row.promised - at.timestamp()
    return "now" if left <= 0 else "soon" if left <= SOON else ""

"""What a guide can answer with besides her own words: phrases, screens and places of the bot, which come in her
language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.console.talk import shorten
from halsobot.console.titles import Titles
from halsobot.conversation.desk import Desk
from halsobot.conversation.runtime import Runtime
from halsobot.flow.nodes import Flow, PlacesNode, ScreenNode
from halsobot.model.event import Replied
from halsobot.model.view import View
from halsobot.places.hours import SWEDEN
from halsobot.places.place import PlaceData
from halsobot.store.cases import CaseRow
from halsobot.text.render import render

MEDICAL = "phrase-medical"
CHILD_DUTY = "phrase-child-duty"
#: Whom to call when there is danger now.
EMERGENCY = "phone-112"


@dataclass(frozen=True, slots=True)
class Option:
    """``missing``: her language lacks it, and she reads it in the next one of hers."""

    value: str
    label: str
    missing: bool


@dataclass(frozen=True, slots=True)
class Group:
    """``title`` of a flow or a kind of place; of phrases the ``name`` of their group."""

    name: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be sent: as the guide reads it, and as she does."""

    here: View
    there: View


@dataclass(frozen=True, slots=True)
class Concern:
    """For the card about a child who is harmed: the phrase that says so to the contact, in the guide's words, and the
    number to call when there is danger now; either is empty where the content lacks it.
    """

    phrase: str
    number: str


def concern(bundle: Bundle, row: CaseRow, titles: Titles) -> Concern:
    """What the card needs of the content."""
    number = bundle.fact(EMERGENCY, row.region)
    return Concern(titles.say(CHILD_DUTY) if bundle.catalogue.has(CHILD_DUTY) else "", number.value if number else "")


def phrases(bundle: Bundle, row: CaseRow, titles: Titles) -> tuple[Group, ...]:
    """Ready replies by group, in the guide's language."""
    return tuple(Group(name, "", tuple(_options(bundle, row, titles, ids))) for name, ids in bundle.phrases.items())


def screens(bundle: Bundle, row: CaseRow, titles: Titles) -> tuple[Group, ...]:
    """The bot's screens, by the title of their flow."""
    groups = (
        Group(name, titles.say(name), tuple(_options(bundle, row, titles, _screens_of(flow))))
        for name, flow in bundle.flows.items()
    )
    return tuple(sorted((group for group in groups if group.options), key=lambda group: group.title))


def places(bundle: Bundle, row: CaseRow, titles: Titles, at: datetime) -> tuple[Group, ...]:
    """The places of the case's region by what they are, in each group by municipality."""
    region = bundle.regions.get(row.region)
    today = at.astimezone(SWEDEN).date()
    known = [place for place in region.places if place.stands(today)] if region else []
    groups = (
        Group(kind, titles.say(f"kind-{kind}"), tuple(_named(titles, (each for each in known if each.kind == kind))))
        for kind in {place.kind for place in known}
    )
    return tuple(sorted(groups, key=lambda group: group.title))


def _named(titles: Titles, places: Iterable[PlaceData]) -> Iterator[Option]:
    """The name first: by its letters a list is searched."""
    where = ((titles.say(f"municipality-{place.municipality}"), place) for place in places)
    for town, place in sorted(where, key=lambda each: (each[0], each[1].name)):
        yield Option(place.id, f"{place.name} – {town}", missing=False)


def _screens_of(flow: Flow) -> Iterator[str]:
    for node in flow.nodes:
        if isinstance(node, ScreenNode | PlacesNode):
            yield f"{flow.name}-{node.name}"


def _options(bundle: Bundle, row: CaseRow, titles: Titles, ids: Iterable[str]) -> Iterator[Option]:
    for id in ids:
        yield Option(id, shorten(titles.say(id)), not bundle.catalogue.has(id, None, row.locale))


async def preview(rt: Runtime, row: CaseRow, reply: Replied, locale: str) -> Preview | None:
    """Both languages of what the answer would be, made by the engine itself; None where it would be nothing."""
    said = await Desk(rt).try_out(row, reply)
    if said is None:
        return None
    words = replace(said, parts=said.parts[1:], choices=(), bar=())  # without the line that says who speaks

    here, there = (render(words, tag, rt.bundle.catalogue) for tag in (locale, row.locale))
    return Preview(here, there)

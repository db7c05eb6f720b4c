"""What a guide can answer with besides her own words: phrases and screens of the bot, which come in her language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from halsobot.bundle.content import Bundle
from halsobot.console.talk import shorten
from halsobot.console.titles import Titles
from halsobot.conversation.desk import Desk
from halsobot.conversation.runtime import Runtime
from halsobot.flow.nodes import Flow, PlacesNode, ScreenNode
from halsobot.model.event import Replied
from halsobot.model.view import View
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
    """``title`` of a flow; of phrases the ``name`` of their group."""

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

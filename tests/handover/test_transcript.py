"""What a guide reads of what a contact saw is what the bot says in the guide's language, whatever the contact's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from room import MONDAY, REGION, THREE, content_with

from halsobot.bundle.content import Bundle
from halsobot.bundle.load import load
from halsobot.channels.terminal import lines
from halsobot.console.talk import Entry, entries
from halsobot.console.titles import Titles
from halsobot.engine.aside import NOTHING
from halsobot.engine.from_staff import decide
from halsobot.engine.screens import screen
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode, PlacesNode, ScreenNode
from halsobot.model.case import Case
from halsobot.model.event import Event, FileKind, Replied, Resumed
from halsobot.model.inbound import Address
from halsobot.model.screen import ENGINE, Screen, Text
from halsobot.model.session import Session, Standing
from halsobot.model.turn import Say
from halsobot.model.view import AttachedView, Bubble, PlaceView, View
from halsobot.scenario.expect import words
from halsobot.scenario.talk import USUAL
from halsobot.store import codec
from halsobot.store.cases import CaseRow, Line, Opened
from halsobot.text.render import render

#: The engine's own screens.
OWN = ("person", "case", "closed", "helped", "privacy", "language", "globe", "found")
CASE = Case(number=2, state="claimed", region=REGION, promised=MONDAY, topic="costs", guide="anna", since=MONDAY)
ROW = CaseRow(
    id="1", contact="c", number=2, region=REGION, locale="ar", channel="web", topic="costs", state="claimed",
    guide="anna", promised=None, opened=0, since=0, answered=False, urgent=False, interpreter=False, wishes="",
    heard=1, version=1,
)  # fmt: skip
NAMES = {"anna": "Anna"}


@pytest.fixture(scope="module")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The content with guides."""
    loaded = load(content_with(tmp_path_factory.mktemp("guided"), THREE), show_unreviewed=True).bundle
    assert loaded
    return loaded


#: Where she is promised that no guide sees what she answers, and where she reads what is known of her.
UNSEEN = {"costs", "engine-privacy"}


def _screens(bundle: Bundle, locale: str, at: datetime = USUAL) -> Iterator[Screen]:
    """Every screen of every flow and of the engine, as somebody with this language sees it."""
    answers = tuple(sorted({"region": REGION, "municipality": "are", "place": "are", "status": "asylum"}.items()))
    nodes = [(flow.name, node.name) for flow in bundle.flows.values() for node in flow.nodes if _shows(node)]
    for flow, node in [*nodes, *((ENGINE, name) for name in OWN)]:
        here = Standing(flow, node, answers, topic="costs" if flow == ENGINE else None)
        session = Session(locale, (here,), case=CASE if node == "case" else None)
        yield screen(World(bundle, session, Resumed(at), here), NOTHING)


def _shows(node: object) -> bool:
    return isinstance(node, ScreenNode | AskNode | PlacesNode)


def _seen_by_guide(bundle: Bundle, language: str, *kept: Event | Screen) -> list[Entry]:
    """The entries of what was kept and read back, in the guide's language."""
    read = [codec.screen(codec.screen_bytes(each)) if isinstance(each, Screen) else each for each in kept]
    opened = Opened(ROW, Address("web", "s"), tuple(Line(2, 0, each) for each in read), {}, "")
    return list(entries(opened, bundle, Titles(bundle, language, REGION, MONDAY), language, NAMES))


def _bubbles(view: View) -> list[str]:
    return ["".join(block.run.text.split()) for block in view.blocks if isinstance(block, Bubble)]


def _said(bundle: Bundle, said: Screen, language: str) -> list[str]:
    """What the catalogue says for its texts, paragraph by paragraph."""
    texts = [part for part in said.parts if isinstance(part, Text)]
    words = [bundle.catalogue.text(text.message, text.locale or language).text for text in texts]
    paragraphs = [paragraph for each in words for paragraph in each.split("\n\n")]
    return ["".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]


def test_every_screen_in_every_pair_of_languages(guided: Bundle) -> None:
    """Texts and labels, of all flows and of the engine."""
    seen = 0
    for hers in guided.catalogue.offered:
        for said in _screens(guided, hers):
            for language in guided.catalogue.offered:
                [entry] = _seen_by_guide(guided, language, said)
                assert entry.view
                seen += 1
                if said.flow in UNSEEN or said.name in UNSEEN:
                    assert not set(_bubbles(entry.view)) - set(_said(guided, said, language)), (
                        said.name,
                        hers,
                        language,
                    )
                    continue
                assert _bubbles(entry.view) == _said(guided, said, language), (said.name, hers, language)
                labels = [guided.catalogue.text(each.label, language).text for each in said.choices]
                assert [button.label.text for button in entry.view.choices] == labels
    assert seen > 25 * 30


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_phrase_in_every_language_of_hers(guided: Bundle, language: str) -> None:
    """She reads it in her language, and the guide reads the same phrase in her own."""
    for hers in guided.catalogue.offered:
        session = Session(hers, (Standing("start", "menu", (("region", REGION),)),), case=CASE)
        for phrase in {each for group in guided.phrases.values() for each in group}:
            reply = Replied(MONDAY, "anna", phrase=phrase)
            [said] = [each.screen for each in decide(guided, session, reply).outputs if isinstance(each, Say)]
            [entry] = _seen_by_guide(guided, language, reply, said)
            assert entry.view
            world = World(guided, session, reply, session.trail[-1])
            text = guided.catalogue.text(world.message(phrase), language).text
            assert "".join(_bubbles(entry.view)) == "".join(text.split()), (phrase, hers)


def _answered(guided: Bundle, hers: str, reply: Replied) -> Screen:
    session = Session(hers, (Standing("start", "menu", (("region", REGION),)),), case=CASE)
    [said] = [each.screen for each in decide(guided, session, reply).outputs if isinstance(each, Say)]
    return said


@pytest.mark.parametrize(("kind", "label"), [("voice", "Inspelning"), ("photo", "Bild"), ("document", "Fil (PDF)")])
def test_a_file_is_named_where_it_cannot_be_shown(guided: Bundle, kind: FileKind, label: str) -> None:
    """In a terminal and to a scenario test; and in no language called unchecked, since a person has made it."""
    said = _answered(guided, "sv", Replied(MONDAY, "anna", file=kind))
    view = render(said, "sv", guided.catalogue)
    assert label in words(view)
    assert f"  + {label}" in lines(view)
    views = [render(said, hers, guided.catalogue) for hers in guided.catalogue.offered]
    assert [each.locale for each in views if each.unreviewed] == []
    labels = [block.label for each in views for block in each.blocks if isinstance(block, AttachedView)]
    assert [run.locale for run in labels] == [*guided.catalogue.offered]


def test_every_place_in_every_language_of_hers(guided: Bundle) -> None:
    """She reads what the bot's own pages say of it, in her language; the guide sees which one it was."""
    for hers in guided.catalogue.offered:
        for place in guided.regions[REGION].places:
            reply = Replied(MONDAY, "anna", place=place.id)
            said = _answered(guided, hers, reply)
            [block] = [each for each in render(said, hers, guided.catalogue).blocks if isinstance(each, PlaceView)]
            assert (block.name, block.lines[0].locale) == (place.name, hers)
            assert bool(block.call) == bool(place.phone)
            [entry] = _seen_by_guide(guided, "sv", reply, said)
            assert entry.word == "guide-place"

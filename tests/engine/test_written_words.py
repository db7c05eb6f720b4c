"""What she writes: emergencies first, in every state and language; then commands, answers, topics, languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halsobot.bundle.content import Bundle
from halsobot.engine.own_screens import GLOBE_PREFIX, globe
from halsobot.engine.step import step
from halsobot.engine.walk import arrive
from halsobot.engine.world import World
from halsobot.flow.nodes import AskNode, PlacesNode, ScreenNode
from halsobot.model.event import Chose, SentMedia, Wrote
from halsobot.model.message import Message, Value
from halsobot.model.screen import ENGINE, Button
from halsobot.model.session import Session, Standing
from halsobot.model.turn import Say
from halsobot.model.view import CallView
from halsobot.scenario.talk import USUAL
from halsobot.testing import Chat

#: One sure cry in each category, each in another language.
CRIES = {
    "life": "he is not breathing",
    "suicide": "jag vill dö",
    "violence": "زوجي عم يضربني",
    "poisoning": "druckit klorin",
}
MENU = {"suicide": "suicide", "violence": "violence", "poisoning": "poison"}


def _sessions(bundle: Bundle) -> Iterator[Session]:
    """Everywhere she can stand, in every language that is offered and before one is chosen."""
    home = (("region", bundle.home or ""),)
    menu = Standing("start", bundle.flows["start"].first.name, home)
    nodes = [
        Standing(flow.name, node.name, home)
        for flow in bundle.flows.values()
        for node in flow.nodes
        if isinstance(node, ScreenNode | AskNode | PlacesNode)
    ]
    own = (
        "language",
        "globe",
        "person",
        "helped",
        "privacy",
        "found",
        *(GLOBE_PREFIX + name for name in globe(bundle)),
    )
    engine = [Standing(ENGINE, name, home, topic="book-care costs") for name in own]
    for locale in bundle.catalogue.offered:
        for here in (*nodes, *engine):
            yield Session(locale, (menu, here), 3, digest=bundle.digest)
    yield Session(None, (menu, Standing(ENGINE, "language", home)), 1, digest=bundle.digest)
    yield Session()


def _said(bundle: Bundle, session: Session, written: str) -> tuple[Session, Say]:
    turn = step(bundle, session, Wrote(USUAL, written))
    return turn.session, next(output for output in turn.outputs if isinstance(output, Say))


@pytest.mark.parametrize("category", CRIES)
def test_an_emergency_is_answered_everywhere_and_she_goes_on_where_she_was(bundle: Bundle, category: str) -> None:
    """Its screen is all that is said; "go on where I was" brings back the very same place and answers."""
    full = bundle.red_flag_nodes[category]
    for session in _sessions(bundle):
        after, said = _said(bundle, session, CRIES[category])
        assert said.screen.name == full, session
        resumed = step(
            bundle, after, Chose(USUAL, Button(said.screen.flow, said.screen.node, "back", after.turn).encode())
        )
        if session.trail and session.locale and session.trail[-1].name != full:
            assert (resumed.session.trail, resumed.session.locale) == (session.trail, session.locale)


@pytest.mark.parametrize("category", CRIES)
@pytest.mark.parametrize("locale", ["ar", "en", "fa-AF", "sv", "ti"])
def test_the_screen_is_the_one_that_the_emergency_menu_opens(bundle: Bundle, category: str, locale: str) -> None:
    """Byte for byte: it is a search, not a judgement."""
    by_menu = Chat(bundle).opens(locale).taps("emergency", *([MENU[category]] if category in MENU else []))
    by_words = Chat(bundle).opens(locale).taps("emergency").sends(CRIES[category])
    assert replace(by_words.view, choices=(), bar=()) == replace(by_menu.view, choices=(), bar=())
    assert [button.name for button in by_words.view.choices] == [button.name for button in by_menu.view.choices]


@pytest.mark.parametrize("locale", ["ar", "en", "fa-AF", "sv", "ti"])
def test_an_emergency_screen_says_whom_to_call_and_what_if_nobody_answers(bundle: Bundle, locale: str) -> None:
    chat = Chat(bundle).opens(locale).sends(CRIES["violence"])
    calls = [block for block in chat.view.blocks if isinstance(block, CallView)]
    assert calls[0].tel == "112"
    known = {bundle.facts[name].value for name in bundle.facts if bundle.facts[name].hours}
    assert all(call.hours for call in calls if call.number in known), "whether it is open, or when it opens"
    assert bundle.catalogue.text(Message("engine-doubt-safety", values=(("phone-112", Value("phone", "112")),)), locale)
    assert chat.view.choices[-1].name == "back"


def test_a_caption_and_the_name_of_a_file_are_heard(bundle: Bundle) -> None:
    chat = Chat(bundle).opens("sv")
    assert chat.does(SentMedia(USUAL, "kan inte andas")).screen == "emergency-first"


def test_in_doubt_the_answer_stays_and_one_question_stands_above_it(bundle: Bundle) -> None:
    """112 first; "yes, it is happening now" opens the screen; whoever does not press it is not held up."""
    chat = Chat(bundle).opens("sv").taps("costs").sends("ambulans")
    assert "112" in chat.words
    assert "Händer det nu?" in chat.words
    assert chat.offered[0] == "danger-life"
    assert chat.taps("danger-life").screen == bundle.red_flag_nodes["life"]


def test_a_sorrow_gets_the_ordinary_answer_and_a_line_below_it(bundle: Bundle) -> None:
    chat = Chat(bundle).opens("sv").sends("vad är numret till självmordslinjen")
    calls = [block.number for block in chat.view.blocks if isinstance(block, CallView)]
    assert bundle.facts["phone-sjalvmordslinjen"].value in calls
    assert not chat.screen.startswith("emergency-")


@pytest.mark.parametrize(
    ("locale", "written", "flow"),
    [
        ("sv", "vad kostar ett besök", "costs"),
        ("en", "how can i book an apointment", "book-care"),
        ("ar", "كم سعر زيارة الطبيب", "costs"),
        ("fa-AF", "وقت داکتر میخواهم", "book-care"),
        ("ti", "ቆጸራ ብኸመይ እሕዝ", "book-care"),
        ("ar", "بدي احجز vårdcentral", "book-care"),
    ],
)
def test_a_question_finds_its_topic_and_offers_it(bundle: Bundle, locale: str, written: str, flow: str) -> None:
    """At most three, and a person; it never goes there by itself."""
    chat = Chat(bundle).opens(locale).sends(written)
    assert chat.screen == "engine-found"
    names = [button.name for button in chat.view.choices if button.name != "back"]
    assert flow in names
    assert names[-1] == "person"
    assert len(names) <= 4
    assert chat.taps(flow).screen.startswith(flow)


def test_two_misses_in_a_row_offer_a_person(bundle: Bundle) -> None:
    """Misses are counted by language; no word of hers is."""
    chat = Chat(bundle).opens("sv").sends("qwrtz plmk")
    assert "person" not in [button.name for button in chat.view.choices]
    chat.sends("xcvb hjkl")
    assert chat.view.choices[0].name == "person"
    assert chat.counts == ["miss-sv", "miss-sv"]
    assert chat.taps("menu").sends("qwrtz plmk").view.choices[0].name != "person"


def test_what_is_offered_above_a_screen_stands_there_once(bundle: Bundle) -> None:
    """Nonsense, twice, on the page of what was found, on one whose flow leads to a person, and among languages."""
    found = Chat(bundle).opens("sv").sends("vad kostar ett besök")
    for chat, own in ((found, "person"), (Chat(bundle).opens("sv").taps("what-is-1177", "languages"), "guide")):
        assert own in chat.offered
        names = [button.name for button in chat.sends("qwrtz plmk").sends("xcvb hjkl").view.choices]
        assert names[0] == "person"
        assert own not in names[1:]
        assert chat.taps("person").screen == "engine-person"
    for path, written in (
        ("language", "كيف ممكن احجز موعد عند الطبيب"),
        ("language globe", "Здравствуйте, я не понимаю"),
    ):
        chat = Chat(bundle).opens("sv").taps(*path.split()).sends(written)
        labels = [button.label.text for button in chat.view.choices]
        assert chat.view.choices[0].name.startswith(("language-", "globe-"))
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("written", ["1", "١", "۱", "፩", "ett", "one", "واحد", "یک", "ሓደ", "Boka vård", "boka"])
def test_the_first_button_can_be_written(bundle: Bundle, written: str) -> None:
    chat = Chat(bundle).opens("sv")
    first = chat.view.choices[0].name
    assert chat.sends(written).screen == f"{first}-{bundle.flows[first].first.name}"


def test_what_fits_two_buttons_asks_again(bundle: Bundle) -> None:
    """It never guesses."""
    chat = Chat(bundle).opens("sv")
    assert sum(button.label.text.startswith("Vad") for button in chat.view.choices) > 1
    assert "Vilken menar du?" in chat.sends("vad").words
    assert chat.screen == "start-menu"


@pytest.mark.parametrize("locale", ["ar", "en", "fa", "fa-AF", "so", "sv", "ti", "uk"])
@pytest.mark.parametrize(
    ("command", "screen"),
    [("menu", "start-menu"), ("person", "engine-person"), ("help", "engine-person"), ("stop", "engine-privacy")],
)
def test_menu_person_help_and_stop_work_in_every_language(
    bundle: Bundle, locale: str, command: str, screen: str
) -> None:
    """Whatever language the chat is in."""
    words = next(each for each in bundle.word_lists.answers if each.locale == locale).commands[command]
    assert words
    for word in words:
        chat = Chat(bundle).opens(locale if locale in bundle.catalogue.offered else "en").taps("costs")
        assert chat.sends(word).screen == screen, word


def test_no_word_erases_everything_by_mistake(bundle: Bundle) -> None:
    """A word that means "forget me" in one language means nothing else in another."""
    for word, meant in bundle.understanding.commands.items():
        if "forget" in meant.values():
            assert set(meant.values()) == {"forget"}, word
            assert len(word) >= 5, word


def test_the_first_words_put_her_language_first(bundle: Bundle) -> None:
    """And ask in it; nothing is chosen for her."""
    chat = Chat(bundle).opens().sends("ሰላም ከመይ ኣለኹም")
    assert chat.screen == "engine-language"
    assert chat.view.choices[0].name == "ti"
    assert chat.session.locale is None


def test_dari_and_persian_are_both_proposed_where_nothing_tells_them_apart(bundle: Bundle) -> None:
    assert set(bundle.understanding.tongues.propose("سلام من مریض هستم")) == {"fa-AF", "fa"}


def test_words_in_another_of_our_languages_offer_it_in_that_language(bundle: Bundle) -> None:
    chat = Chat(bundle).opens("sv").sends("كيف ممكن احجز موعد عند الطبيب")
    assert chat.session.locale == "sv"
    assert bundle.catalogue.text(Message("engine-offer"), "ar").text in chat.words
    assert chat.taps("language-ar").view.locale == "ar"


@pytest.mark.parametrize("word", ["vårdcentralen", "tack", "ambulans", "BankID", "hej hej"])
def test_a_swedish_word_never_flips_the_language(bundle: Bundle, word: str) -> None:
    chat = Chat(bundle).opens("ar").sends(word)
    assert not [name for name in chat.offered if name.startswith("language-")]


@pytest.mark.parametrize(
    ("written", "name"), [("Здравствуйте, я не понимаю, что мне делать", "russian"), ("ምን ማድረግ አለብኝ አላውቅም", "amharic")]
)
def test_a_language_we_lack_gets_the_globe(bundle: Bundle, written: str, name: str) -> None:
    chat = Chat(bundle).opens().sends(written)
    assert f"globe-{name}" in chat.offered
    assert chat.taps(f"globe-{name}").screen == f"engine-globe-{name}"


@given(st.text(max_size=200))
def test_whatever_is_written_is_answered_with_a_way_on(bundle: Bundle, written: str) -> None:
    chat = Chat(bundle).opens("ti").sends(written)
    assert "emergency" in chat.offered


def test_every_offer_is_a_real_way_on(bundle: Bundle) -> None:
    """A question in another language, in doubt: each of the buttons above the screen works."""
    chat = Chat(bundle).opens("sv").sends("help me is it an ambulance i do not understand")
    for name in chat.offered:
        other = Chat(bundle).opens("sv").sends("help me is it an ambulance i do not understand")
        assert "engine-stale" not in str(other.taps(name).view)


def test_arriving_is_the_same_for_all(bundle: Bundle) -> None:
    """The emergency nodes ask nothing: they are reached without a question."""
    for full in bundle.red_flag_nodes.values():
        flow, node = bundle.full_names[full]
        here = Standing(flow, node)
        assert arrive(here, World(bundle, Session(), Wrote(USUAL, ""), here)) == here


def test_texts_of_asides_are_there(bundle: Bundle) -> None:
    """What only words bring is written in each offered language."""
    for id in ("engine-now", "engine-found", "engine-offer", "engine-support", "engine-which", "engine-twice"):
        for locale in bundle.catalogue.offered:
            assert bundle.catalogue.has(id, None, locale), (id, locale)

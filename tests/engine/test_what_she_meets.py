"""The engine as a newcomer meets it, on the content that is shipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from halsobot.bundle.content import Bundle
from halsobot.engine.step import step
from halsobot.flow.nodes import AskNode, EndNode, GoNode, ScreenNode, Target
from halsobot.model.event import Chose, SharedPosition
from halsobot.model.turn import Forget
from halsobot.model.view import Bubble, CallView, SentenceView
from halsobot.places.hours import SWEDEN
from halsobot.testing import Chat
from halsobot.text.locales import GLOBE

LOCALES = ("ar", "en", "sv")


def _numbers(chat: Chat) -> list[str]:
    return [block.tel for block in chat.view.blocks if isinstance(block, CallView)]


def test_the_first_screen_has_112_above_the_languages(bundle: Bundle) -> None:
    """Before any language is known, 112 can be tapped and each language is named in itself."""
    chat = Chat(bundle).opens()
    assert chat.screen == "engine-language"
    assert _numbers(chat) == ["112"]
    assert "العربية" in chat.words
    assert "Svenska" in chat.words


@pytest.mark.parametrize("locale", LOCALES)
def test_112_is_one_tap_away(bundle: Bundle, locale: str) -> None:
    """From the first screen and from the menu, in every language."""
    assert "112" in _numbers(Chat(bundle).opens().taps("emergency"))
    assert "112" in _numbers(Chat(bundle).opens(locale).taps("emergency"))


@pytest.mark.parametrize("locale", LOCALES)
def test_booking_is_three_taps_away(bundle: Bundle, locale: str) -> None:
    """From the language choice to the rule of the health centre, the phone and the Swedish sentence."""
    chat = Chat(bundle).opens().taps(locale, "book-care", "me")
    assert chat.screen == "book-care-open"
    assert "hälsocentral" in chat.words
    assert "1177" in _numbers(chat)
    assert next(block.swedish for block in chat.view.blocks if isinstance(block, SentenceView)).startswith("Hej!")


@pytest.mark.parametrize("locale", LOCALES)
def test_meeting_places_are_three_taps_away(bundle: Bundle, locale: str) -> None:
    """From the language choice to the places of her municipality."""
    chat = Chat(bundle).opens().taps(locale, "meeting-places", "ostersund")
    assert "Mötesplats Hälsa Torvalla" in chat.words


def test_an_emergency_before_any_language_is_readable_in_all(bundle: Bundle) -> None:
    """Somebody who taps Emergency first reads it in each of our languages, not in a wrong one."""
    chat = Chat(bundle).opens().taps("emergency")
    assert {block.run.locale for block in chat.view.blocks if hasattr(block, "run")} == set(bundle.catalogue.offered)


def test_a_language_we_lack_gets_the_sentence_that_brings_an_interpreter(bundle: Bundle) -> None:
    """Swahili: one sentence to show, 112 and 1177; and the choice is counted."""
    chat = Chat(bundle).opens().taps("globe", "swahili")
    assert "Jag talar swahili. Jag behöver tolk." in chat.words
    assert _numbers(chat) == ["112", "1177"]
    assert chat.counts == ["globe-swahili"]
    assert len(GLOBE) >= 30


def test_a_new_language_shows_the_same_screen_again(bundle: Bundle) -> None:
    """Whoever changes language goes on where she was."""
    chat = Chat(bundle).opens("en").taps("book-care", "me", "language", "sv")
    assert (chat.screen, chat.view.locale) == ("book-care-open", "sv")


def test_a_poster_opens_its_flow_in_its_language(bundle: Bundle) -> None:
    """A poster may name a language, a flow, or both; a flow waits until a language is chosen."""
    assert Chat(bundle).opens("sv", "book-care").screen == "book-care-who"
    chat = Chat(bundle).opens(flow="book-care")
    assert chat.screen == "engine-language"
    assert chat.taps("sv").screen == "book-care-who"


def test_words_that_are_not_understood_bring_112_above_the_same_screen(bundle: Bundle) -> None:
    """Nothing she writes loses her place, and 112 stands first."""
    chat = Chat(bundle).opens("sv").taps("book-care").sends("min hund heter Karo")
    assert chat.screen == "book-care-who"
    assert chat.view.blocks[0].kind == "bubble"
    assert "112" in chat.words.split("Vem behöver vård?")[0]


@pytest.mark.parametrize("words", ["hon andas inte", "Min mamma andas inte!!", "ما عم بقدر اتنفس", "i cant breathe"])
def test_words_of_an_emergency_open_its_screen_at_once(bundle: Bundle, words: str) -> None:
    """In any of the languages, whatever language she has chosen; then she goes on where she was."""
    chat = Chat(bundle).opens("sv").taps("book-care").sends(words)
    assert chat.screen == "emergency-first"
    assert "112" in _numbers(chat)
    assert chat.taps("back").screen == "book-care-who"


def test_an_emergency_in_words_needs_no_language_choice(bundle: Bundle) -> None:
    """The first thing she writes may be a cry for help: it is answered in the language of her words."""
    chat = Chat(bundle).opens().sends("i want to die")
    assert (chat.screen, chat.view.locale) == ("emergency-suicide", "en")


@pytest.mark.parametrize(
    ("words", "screen"),
    [("Boka vård", "book-care-who"), ("boka", "book-care-who"), ("1", "book-care-who"), ("١", "book-care-who")],
)
def test_buttons_can_be_written(bundle: Bundle, words: str, screen: str) -> None:
    """A label, its beginning, or its place in the list in any digits."""
    assert Chat(bundle).opens("sv").sends(words).screen == screen


@pytest.mark.parametrize("words", ["menu", "Meny", "القائمة"])
def test_engine_words_work_in_every_language(bundle: Bundle, words: str) -> None:
    """Menu in English brings the menu in a Swedish chat."""
    assert Chat(bundle).opens("sv").taps("book-care").sends(words).screen == "start-menu"


def test_back_forgets_what_she_answered_since(bundle: Bundle) -> None:
    """Another answer after Back gives the other sentences."""
    chat = Chat(bundle).opens("sv").taps("book-care", "me", "sentences")
    assert chat.screen == "book-care-sentences-me"
    chat.taps("back", "back", "my-child", "sentences")
    assert chat.screen == "book-care-sentences-child"


def test_a_button_pressed_twice_acts_once(bundle: Bundle) -> None:
    """Two presses in a millisecond lead to one screen, and Back leads one screen back."""
    chat = Chat(bundle).opens("sv").taps("book-care")
    twice = chat.button("me")
    chat.presses(twice).presses(twice)
    assert chat.screen == "book-care-open"
    back = chat.button("back")
    chat.presses(back).presses(back)
    assert chat.screen == "book-care-who"


def test_a_button_of_an_old_message_still_works(bundle: Bundle) -> None:
    """Telegram keeps messages for years; what their buttons lead to is shown if it exists."""
    chat = Chat(bundle).opens("sv").taps("book-care")
    old = chat.button("my-child")
    chat.taps("menu", "costs").presses(old)
    assert chat.screen == "book-care-open"
    assert chat.taps("sentences").screen == "book-care-sentences-child"


def test_a_button_of_a_removed_node_shows_where_she_is(bundle: Bundle) -> None:
    """It says that the button is old, and the present screen stands below."""
    chat = Chat(bundle).opens("sv").taps("book-care")
    gone = replace(chat.button("me"), data="v1|book-care|gone|me|1")
    assert chat.presses(gone).screen == "book-care-who"
    assert "Den knappen gäller inte längre" in chat.words


def test_a_page_that_is_gone_leads_back_to_the_nearest_that_exists(bundle: Bundle) -> None:
    """When content changes under her, she is told, and stands at the last screen that is left."""
    chat = Chat(bundle).opens("sv").taps("book-care", "me")
    flow = bundle.flows["book-care"]
    left = replace(flow, nodes=tuple(node for node in flow.nodes if node.name != "open"))
    chat.bundle = replace(bundle, digest="another", flows={**bundle.flows, "book-care": left})
    assert chat.sends("hej hej hej").screen == "book-care-who"
    assert "finns inte kvar" in chat.words


def test_a_page_that_became_something_else_is_gone_too(bundle: Bundle) -> None:
    """A screen that an editor has turned into a silent node is left for the nearest one that shows something."""
    chat = Chat(bundle).opens("sv").taps("book-care", "me")
    flow = bundle.flows["book-care"]
    nodes = tuple(EndNode("open") if node.name == "open" else node for node in flow.nodes)
    flows = {**bundle.flows, "book-care": replace(flow, nodes=nodes)}
    chat.bundle = replace(bundle, digest="another", flows=flows)
    assert chat.sends("hej hej hej").screen == "book-care-who"


def test_the_menu_may_have_any_name(bundle: Bundle) -> None:
    """It is the first node of the flow start, whatever an editor calls it."""
    start = bundle.flows["start"]
    first = start.first
    assert isinstance(first, ScreenNode)
    named = replace(start, nodes=(replace(first, name="hello"), *start.nodes[1:]))
    chat = Chat(replace(bundle, flows={**bundle.flows, "start": named})).opens("sv").taps("book-care", "menu")
    assert chat.screen == "start-hello"


def test_the_asks_are_asked_once(bundle: Bundle) -> None:
    """Her municipality is asked for once in a conversation."""
    chat = Chat(bundle).opens("sv").taps("meeting-places", "ostersund", "menu", "meeting-places")
    assert chat.screen == "meeting-places-near"


def test_a_position_answers_where_she_is(bundle: Bundle) -> None:
    """Whoever shares a position need not choose a municipality."""
    chat = Chat(bundle).opens("sv").taps("meeting-places")
    assert chat.does(SharedPosition(chat.now, 63.18, 14.65)).screen == "meeting-places-near"


def test_at_night_the_booking_screen_leads_to_1177(bundle: Bundle) -> None:
    """The health centre's hours decide, in Swedish time."""
    night = datetime(2026, 11, 23, 22, 0, tzinfo=SWEDEN)
    chat = Chat(bundle, night).opens("sv").taps("book-care", "me")
    assert chat.screen == "book-care-closed"
    assert "1177" in _numbers(chat)


def test_a_person_is_not_promised_where_none_answers(bundle: Bundle) -> None:
    """The button says so at once and gives a phone, a ready sentence and a way back."""
    chat = Chat(bundle).opens("sv").taps("book-care", "person")
    assert "kan ingen hälsoguide svara" in chat.words
    assert "1177" in _numbers(chat)
    assert chat.taps("back").screen == "book-care-who"


def test_did_this_help_leads_on_either_way(bundle: Bundle) -> None:
    """At the end of a flow: yes leads to the menu with thanks, no to a person."""
    chat = Chat(bundle).opens("sv").taps("meeting-places", "skip", "finish")
    assert chat.screen == "engine-helped"
    assert chat.taps("no").screen == "engine-person"
    assert chat.taps("back", "yes").screen == "start-menu"
    assert chat.counts[-1] == "helped-yes"


def test_a_fact_that_is_not_certain_says_so(bundle: Bundle) -> None:
    """The engine adds the doubt; no author can forget it, and verifying the fact takes it away."""
    chat = Chat(bundle).opens("sv").taps("book-care", "me", "change")
    assert "Det kan ha ändrats" in chat.words
    region = bundle.regions["jamtland-harjedalen"]
    sure = {name: replace(fact, certain=True) for name, fact in {**bundle.facts, **region.facts}.items()}
    chat.bundle = replace(bundle, facts=sure, regions={region.name: replace(region, facts=sure)})
    assert "Det kan ha ändrats" not in chat.taps("back", "change").words


def test_digits_are_western_in_every_language(bundle: Bundle) -> None:
    """Numbers are written 0-9 and isolated, also in Arabic."""
    chat = Chat(bundle).opens("ar").taps("book-care", "me")
    said = " ".join(block.run.text for block in chat.view.blocks if hasattr(block, "run"))
    assert "\u20661177\u2069" in said


def test_the_line_with_112_is_readable_before_a_language_is_known(bundle: Bundle) -> None:
    """Words that are not understood on the first screen bring it in each of our languages."""
    chat = Chat(bundle).opens().sends("blah blah blah")
    urgent = {block.run.locale for block in chat.view.blocks if isinstance(block, Bubble) and block.role == "urgent"}
    assert urgent == set(bundle.catalogue.offered)


def test_where_a_number_is_asked_for_a_number_is_an_answer(bundle: Bundle) -> None:
    """1 is an age and not the first button; words still reach Menu and Back."""
    flow = bundle.flows["book-care"]
    ask = AskNode("who", Target(None, "bring"), "number", 0, 120)
    asking = replace(flow, nodes=(ask, *flow.nodes[1:]))
    chat = Chat(replace(bundle, flows={**bundle.flows, "book-care": asking})).opens("sv").taps("book-care")
    assert chat.view.accepts == "number"
    assert chat.sends("١").screen == "book-care-bring"
    assert chat.session.trail[-1].answer("book-care.who") == "1"
    assert chat.taps("back").sends("999").screen == "book-care-who"
    assert "Skriv ett tal från 0 till 120" in chat.words
    assert chat.sends("Tillbaka").screen == "start-menu"


def test_a_choice_pressed_twice_inside_a_visit_keeps_the_way_home(bundle: Bundle) -> None:
    """Another flow is visited and comes back, however often its buttons are pressed."""
    flow = bundle.flows["book-care"]
    visit = (GoNode("visit", "meeting-places", Target(None, "bring")), *flow.nodes)
    chat = Chat(replace(bundle, flows={**bundle.flows, "book-care": replace(flow, nodes=visit)})).opens("sv")
    twice = chat.taps("book-care").button("ostersund")
    chat.presses(twice).presses(twice).taps("finish")
    assert chat.screen == "book-care-bring"


@pytest.mark.parametrize("asked", ["/privacy", "vad vet ni om mig", "ماذا تعرفون عني؟", "ብዛዕባይ እንታይ ትፈልጡ?"])
def test_she_may_ask_what_is_known_of_her(bundle: Bundle, asked: str) -> None:
    """In plain words, each kind of thing that is kept and for how long; and a button that erases it."""
    chat = Chat(bundle).opens("sv").taps("book-care", "me").sends(asked)
    assert chat.screen == "engine-privacy"
    for said in ("vet inte vad du heter", "Språk: svenska", "svar från dig: 1", "30 dagar", "180 dagar"):
        assert said in chat.words
    assert "emergency" in chat.offered
    assert "forget" in chat.offered
    chat.taps("back")
    assert chat.screen != "engine-privacy"


def test_the_button_under_what_is_known_forgets_her(bundle: Bundle) -> None:
    """One tap: her session begins anew, and the last words are said."""
    chat = Chat(bundle).opens("sv").sends("/privacy")
    turn = step(bundle, chat.session, Chose(chat.now, chat.button("forget").data))
    assert [type(output) for output in turn.outputs] == [Forget]
    assert turn.session.trail == ()

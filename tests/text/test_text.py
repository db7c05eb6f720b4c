"""Texts never fail in front of a contact: the next language speaks, values keep their direction."""

from __future__ import annotations

from datetime import datetime

import pytest

from halsobot.bundle.content import Bundle
from halsobot.model.message import Message, Value
from halsobot.model.view import Bubble
from halsobot.places.hours import SWEDEN
from halsobot.testing import Chat
from halsobot.text import review
from halsobot.text.catalogue import Catalogue
from halsobot.text.render import tel

CALL = "call = { $phone }\n"
PHONE = Message("call", values=(("phone", Value("phone", "020-50 50 50")),))


def _catalogue(show: bool = True, reviews: dict[str, str] | None = None, **sources: str) -> Catalogue:
    return Catalogue.build(
        {tag: {"all.ftl": text} for tag, text in sources.items()}, reviews or {}, show_unreviewed=show
    )


def test_a_number_alone_in_an_arabic_text_reads_left_to_right() -> None:
    """Fluent does not isolate a value that is the whole text; we do."""
    assert _catalogue(sv=CALL, ar=CALL).text(PHONE, "ar").text == "\u2066020-50 50 50\u2069"


@pytest.mark.parametrize("control", list("\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
def test_what_she_wrote_cannot_turn_a_sentence_round(control: str) -> None:
    """Direction controls are stripped from values before they are inserted."""
    said = _catalogue(sv="said = { $w }!\n").text(
        Message("said", values=(("w", Value("words", f"a{control}b")),)), "sv"
    )
    assert said.text == "\u2068ab\u2069!"


@pytest.mark.parametrize(
    "arabic",
    [
        "other = x\n",
        "call = { $nobody }\n",
        "call = { -term }\n",
        'call = { NUMBER("x") }\n',
        "call = { call }\n",
        "call =",
    ],
)
def test_a_broken_translation_is_never_shown(arabic: str) -> None:
    """Missing message, missing value, unknown term, bad function, circle, nothing: English speaks instead."""
    said = _catalogue(sv=CALL, en="call = Call { $phone }\n", ar=arabic).text(PHONE, "ar")
    assert (said.locale, said.text) == ("en", "Call \u2066020-50 50 50\u2069")


def test_money_has_its_unit_in_the_right_form() -> None:
    """One krona, fifty kronor, and no comma that Swedes read as a decimal."""
    unit = "unit-fee = { $count ->\n    [one] { $number } krona\n   *[other] { $number } kronor\n}\n"
    catalogue = _catalogue(sv=f"{unit}cost = Det kostar {{ $fee-x }}.\n")
    for amount, word in [("1", "krona"), ("50", "kronor"), ("1400", "kronor")]:
        said = catalogue.text(Message("cost", values=(("fee-x", Value("fee", amount)),)), "sv").text
        assert said == f"Det kostar \u2068\u2066{amount}\u2069 {word}\u2069."


@pytest.mark.parametrize(
    ("number", "dialled"), [("112", "112"), ("020-50 50 50", "+4620505050"), ("116 111", "116111")]
)
def test_numbers_are_dialled_as_phones_want_them(number: str, dialled: str) -> None:
    """Swedish numbers with +46, short codes as they are."""
    assert tel(number) == dialled


def test_a_review_counts_for_exactly_these_two_texts() -> None:
    """A new Swedish text makes the translation stale; a new translation is drafted again."""
    source, other = "0" * 12, "1" * 12
    log = review.read_log(f"2026-11-20 made amina call {source} {other}\n2026-11-23 ok jonas call {source} {other}\n")
    assert review.state(source, other, log) == "reviewed"
    assert review.state("2" * 12, other, log) == "stale"
    assert review.state(source, "3" * 12, log) == "drafted"


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ("", "drafted"),
        ("2026-11-20 made a call {s} {t}", "drafted"),
        ("2026-11-21 no b call {s} {t}\n2026-11-20 ok a call {s} {t}", "rejected"),
        ("2026-11-21 no b call {s} {t}\n2026-11-22 ok a call {s} {t}", "reviewed"),
        ("2026-11-22 ok a call {s} {t}\n2026-11-22 no b call {s} {t}", "rejected"),
        ("ok a call {s} {t}", "drafted"),
    ],
)
def test_the_latest_verdict_counts_whatever_the_order_of_lines(lines: str, state: str) -> None:
    """On the same day a rejection wins; a line that cannot be read makes nothing look reviewed."""
    log = review.read_log(lines.format(s="a" * 12, t="b" * 12))
    assert review.state("a" * 12, "b" * 12, log) == state


def _reviewed(catalogue: Catalogue, locale: str) -> str:
    """A log in which everybody of this locale has been checked."""
    swedish, theirs = catalogue.words["sv"].entries, catalogue.words[locale].entries
    rows = (f"{review.digest(swedish[id].source)} {review.digest(theirs[id].source)}" for id in theirs)
    return "\n".join(f"2026-11-23 ok jonas {id} {row}" for id, row in zip(theirs, rows, strict=True))


def test_unreviewed_words_say_so_on_the_screen(bundle: Bundle) -> None:
    """With HALSOBOT_UNREVIEWED=show a drafted text is shown, and the screen says that nobody has checked it."""
    view = Chat(bundle).opens("ar").view
    assert view.locale == "ar"
    assert view.unreviewed
    assert view.unreviewed.locale == "ar"


def _hidden(bundle: Bundle, *reviewed: str) -> Bundle:
    from dataclasses import replace

    old = bundle.catalogue
    sources = {
        tag: {"all.ftl": "\n".join(entry.source for entry in words.entries.values())}
        for tag, words in old.words.items()
    }
    logs = {tag: _reviewed(old, tag) for tag in reviewed}
    return replace(bundle, catalogue=Catalogue.build(sources, logs, show_unreviewed=False))


def test_a_language_goes_live_when_its_core_is_checked(bundle: Bundle) -> None:
    """With HALSOBOT_UNREVIEWED=hide only checked languages are offered, Swedish always."""
    assert _hidden(bundle).catalogue.offered == ("sv",)
    assert _hidden(bundle, "ar", "sv").catalogue.offered == ("ar", "sv")
    view = Chat(_hidden(bundle, "ar", "sv")).opens("ar").view
    assert view.unreviewed is None


def test_112_is_never_withheld(bundle: Bundle) -> None:
    """Where no checked emergency text exists, the Swedish and the English stand there, with the number."""
    view = Chat(_hidden(bundle)).opens("sv").taps("emergency").view
    bubbles = [block for block in view.blocks if isinstance(block, Bubble)]
    assert {bubble.run.locale for bubble in bubbles} == {"sv", "en"}
    assert sum("112" in bubble.run.text for bubble in bubbles) >= 2
    assert view.unreviewed


def test_times_and_days_are_swedish_and_gregorian(bundle: Bundle) -> None:
    """An Arabic reader sees 08:00 and a weekday, in 0-9."""
    evening = datetime(2026, 11, 23, 22, 0, tzinfo=SWEDEN)
    chat = Chat(bundle, evening).opens("ar").taps("book-care", "me")
    assert chat.screen == "book-care-closed"

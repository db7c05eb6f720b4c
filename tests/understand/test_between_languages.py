"""Languages share letters and words: what is ordinary in one is no emergency of another, and a mixed cry is heard."""

from __future__ import annotations

import pytest

from halsobot.bundle.content import Bundle


@pytest.mark.parametrize(
    "written",
    [
        "where is the nearest bus stop",  # in Swedish "stop" falls and "is" is ice
        "is there someone i can ask for advice at night about fever",
        "разом купив скоро заява",  # one letter from other words
    ],
)
def test_ordinary_words_of_one_language_are_no_cry_in_another(bundle: Bundle, written: str) -> None:
    assert bundle.understanding.hearing.hear(written).flag is None


@pytest.mark.parametrize(
    "written",
    ["my wife has blödning slutar inte", "min man tanafus nist", "please help ابني لا يتنفس", "hon blöder very much"],
)
def test_a_cry_in_two_languages_is_heard(bundle: Bundle, written: str) -> None:
    assert bundle.understanding.hearing.hear(written).flag

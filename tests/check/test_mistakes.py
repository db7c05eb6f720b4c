"""Each mistake in ``mistakes/`` is answered exactly as written there, in English and in Swedish."""

from __future__ import annotations

import pytest

from halsobot.bundle.check import check
from halsobot.bundle.load import load
from halsobot.bundle.wording import WORDS, Language
from halsobot.bundle.words_talks import TALKS

from .mistakes import CONTENT, LANGUAGES, TODAY, Mistake, answers, everything, problems

MISTAKES = everything()
#: More messages than this for one mistake would hide it. Two are needed where either of two files may be wrong.
MOST = 3


def test_the_content_of_the_examples_has_no_problems() -> None:
    """Without a mistake there is nothing to say, and a bundle comes out."""
    assert check(CONTENT, TODAY) == ()
    assert load(CONTENT, show_unreviewed=True).bundle is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.title for mistake in MISTAKES])
def test_a_mistake_is_answered_as_written(mistake: Mistake, language: Language) -> None:
    """The answer is the file, line and column, what is wrong and what to do, word for word."""
    assert answers(mistake, language) == mistake.answers[language]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.title for mistake in MISTAKES])
def test_one_mistake_is_not_drowned(mistake: Mistake) -> None:
    """Every mistake is noticed, and what only follows from it stays unsaid."""
    assert 1 <= len(problems(mistake, "en")) <= MOST


def test_every_sentence_is_shown_by_a_mistake() -> None:
    """A code without an example would be a sentence that nobody has read."""
    shown = {problem.code for mistake in MISTAKES for problem in problems(mistake, "en")}
    assert set(WORDS) - set(TALKS) == shown


def test_both_languages_find_the_same() -> None:
    """English and Swedish differ in words only."""
    for mistake in MISTAKES:
        places = [
            [(problem.file, problem.line, problem.column, problem.code) for problem in problems(mistake, language)]
            for language in LANGUAGES
        ]
        assert sorted(places[0]) == sorted(places[1])


def test_an_error_leaves_no_bundle(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is published from an empty folder."""
    loaded = load(tmp_path_factory.mktemp("empty"), show_unreviewed=True)
    assert loaded.bundle is None
    assert {problem.code for problem in loaded.problems} == {"folder-missing"}


def test_programs_get_the_same_as_people() -> None:
    """As JSON a problem has its place, its code, and both sentences."""
    (problem,) = problems(MISTAKES[0], "en")
    assert problem.as_json() == {
        "file": "flows/book-care.yaml",
        "line": 10,
        "column": 1,
        "severity": "error",
        "code": "tab",
        "message": "A tab stands here.",
        "hint": "Use spaces, two for each step in.",
    }

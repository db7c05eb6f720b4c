"""How far the word lists come on the labelled set, language by language. `make words` prints the table."""

from __future__ import annotations

import labelled
import pytest

from halsobot.bundle.content import Bundle


def test_the_table_can_be_printed(bundle: Bundle) -> None:
    """One line a language, for `make words` and for whoever changes a list."""
    table = labelled.table(bundle.understanding)
    print("\n" + table)
    assert len(table.splitlines()) == 1 + len(labelled.LOCALES)


@pytest.mark.parametrize("locale", labelled.LOCALES)
def test_the_set_is_large_enough(locale: str) -> None:
    assert len(labelled.of(locale, "emergency")) >= 60
    assert len(labelled.of(locale, "harmless")) >= 150
    assert len(labelled.of(locale, "topic")) >= 60
    texts = [row.text for row in labelled.rows(locale)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("locale", labelled.LOCALES)
def test_emergencies_are_heard(bundle: Bundle, locale: str) -> None:
    """At once or with the question whether it is happening now."""
    for closed, least in ((False, 99), (True, 90)):
        missed = [
            row.family
            for row in labelled.of(locale, "emergency", closed)
            if not labelled.heard(bundle.understanding, row)
        ]
        heard = labelled.share(
            labelled.of(locale, "emergency", closed), lambda row: labelled.heard(bundle.understanding, row)
        )
        assert heard >= least, f"closed: {closed}, missed families: {sorted(set(missed))}"


@pytest.mark.parametrize("locale", labelled.LOCALES)
def test_harmless_messages_are_not_broken_into(bundle: Bundle, locale: str) -> None:
    harmless = labelled.of(locale, "harmless")
    assert labelled.share(harmless, lambda row: labelled.broken_into(bundle.understanding, row)) <= 3
    assert labelled.share(harmless, lambda row: labelled.asked(bundle.understanding, row)) <= 15


@pytest.mark.parametrize("locale", labelled.LOCALES)
def test_the_topic_is_among_the_three(bundle: Bundle, locale: str) -> None:
    for closed, least in ((False, 95), (True, 85)):
        found = labelled.share(
            labelled.of(locale, "topic", closed), lambda row: labelled.found(bundle.understanding, row)
        )
        assert found >= least, f"closed: {closed}"


@pytest.mark.parametrize("locale", labelled.LOCALES)
def test_the_language_is_proposed(bundle: Bundle, locale: str) -> None:
    """Of two to eight words. Dari and Persian may be proposed together; `make words` tells how often which is first."""
    assert (
        labelled.share(
            labelled.short(bundle.understanding, locale), lambda row: labelled.proposed(bundle.understanding, row)
        )
        >= 98
    )

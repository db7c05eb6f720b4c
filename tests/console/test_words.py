"""The console's words: the same in both languages, and all that its pages ask for."""

from __future__ import annotations

import re
from importlib import resources
from typing import get_args

import pytest

from halsobot.bundle.content import Bundle
from halsobot.console.wording import LANGUAGES, source
from halsobot.conversation.desk import REASONS
from halsobot.engine.call import TIMES
from halsobot.model.case import WISHES
from halsobot.model.event import FileKind
from halsobot.text.catalogue import entries

HERE = resources.files("halsobot.console")
STATES = ("queued", "sending", "sent", "uncertain", "unreachable", "refused", "replaced", "held")
#: What stands after an id that a template puts together.
FAMILIES = {
    "wish-": WISHES,
    "call-": TIMES,
    "due-": ("soon", "now"),
    "channel-": ("web", "telegram", "terminal"),
    "state-": STATES,
    "danger-": ("life", "suicide", "violence", "poisoning"),
    "reason-": REASONS,
    "said-": ("passed", "closed", "taken", "not-yours"),
    "say-": (
        "empty",
        "too-long",
        "old-form",
        "choose",
        "choose-reason",
        "draft-kept",
        "file-none",
        "file-large",
        "file-kind",
    ),
    "shift-": ("away", "back", "handed-over", "kept", "not-all", "dates"),
}
NOTICES = ("gone", "lost", "broken", "old-form", "no-guide")


def _ids(language: str) -> dict[str, frozenset[str]]:
    return {entry.id: entry.variables for entry in entries(source(language))}


def test_both_languages_say_the_same() -> None:
    """The same ids with the same values."""
    first, *others = map(_ids, LANGUAGES)
    for other in others:
        assert other == first


def test_pages_ask_for_no_unknown_words() -> None:
    """Every id of a template stands in the files; those that are put together, too."""
    known = _ids("sv")
    asked = {
        id
        for template in (HERE / "templates").iterdir()
        for id in re.findall(r"\bt\('([a-z0-9-]+)'\s*(?:,|\))", template.read_text(encoding="utf-8"))
    }
    assert asked - set(known) == set()
    made = {family + name for family, names in FAMILIES.items() for name in names}
    made |= {notice + end for notice in NOTICES for end in ("", "-more")}
    assert made - set(known) == set()
    in_code = {
        id
        for module in HERE.iterdir()
        if module.name.endswith(".py")
        for id in re.findall(r'word="((?:did|note|guide)-[a-z]+)"', module.read_text(encoding="utf-8"))
    }
    replied = {f"guide-{kind}" for kind in (*get_args(FileKind), "phrase", "screen", "place")}
    assert (in_code | replied) - set(known) == set()


def test_no_put_together_id_is_forgotten() -> None:
    """A template that begins a new family is noticed here."""
    begun = {
        id
        for template in (HERE / "templates").iterdir()
        for id in re.findall(r"\bt\('([a-z0-9-]+-)' ~", template.read_text(encoding="utf-8"))
    }
    assert begun == set(FAMILIES) | {"group-"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_of_phrases_has_a_name(bundle: Bundle, language: str) -> None:
    """Editors who add one are told here."""
    assert {f"group-{name}" for name in bundle.phrases} <= set(_ids(language))

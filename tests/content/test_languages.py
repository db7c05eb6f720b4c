"""Every language that is shipped is whole, and is itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from halsobot.bundle.content import Bundle
from halsobot.text.catalogue import entries
from halsobot.text.locales import LOCALES, SOURCE

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(folder.name for folder in (ROOT / "locales").iterdir())
#: Texts that may be the same in two languages, and why.
SAME = {
    "engine-own-name": "a value alone",
    "unit-count": "a value alone",
    "engine-said": "a value alone",
    "web-title": "Arabic and Dari share the word for information",
    "municipality-stromsund": "Arabic and Dari write this name alike",
}


def _texts(locale: str) -> dict[str, str]:
    """Each text of a locale by its name, attributes as ``id.attribute``."""
    found: dict[str, str] = {}
    for file in (ROOT / "locales" / locale).glob("*.ftl"):
        for entry in entries(file.read_text()):
            name = entry.id
            for line in entry.source.splitlines():
                head, equals, rest = line.strip().partition(" =")
                if equals and (head == entry.id or head.startswith(".")):
                    name = entry.id if head == entry.id else entry.id + head
                    found[name] = rest.strip()
                else:
                    found[name] = f"{found.get(name, '')} {line.strip()}".strip()
    return found


@pytest.mark.parametrize("locale", SHIPPED)
def test_no_text_equals_that_of_another_language(locale: str) -> None:
    """A text that is equal to the Swedish or English one was forgotten, unless it is listed."""
    texts = _texts(locale)
    for other in {"sv", "en", *SHIPPED} - {locale}:
        if {locale, other} == {"sv", "en"}:
            continue
        theirs = _texts(other)
        same = {name for name, text in texts.items() if text == theirs.get(name) and name not in SAME and text}
        assert not same, (locale, other, same)


@pytest.mark.parametrize("locale", SHIPPED)
def test_every_message_is_there(bundle: Bundle, locale: str) -> None:
    """A shipped language has every message and every attribute of the Swedish."""
    words = bundle.catalogue.words
    for id, entry in words[SOURCE].entries.items():
        assert id in words[locale].entries, id
        missing = entry.attributes - words[locale].entries[id].attributes
        assert not missing, (id, missing)


@pytest.mark.parametrize("locale", [tag for tag in SHIPPED if tag not in ("sv", "en")])
def test_swedish_sentences_can_be_read_in_her_own_letters(bundle: Bundle, locale: str) -> None:
    """Where the script is another, each sentence to say has a text of how it sounds."""
    if LOCALES[locale].tag in ("so",):
        return
    names = {
        (f"{flow.name}-{node.name}", said)
        for flow in bundle.flows.values()
        for node in flow.nodes
        for said in getattr(node, "say_in_swedish", ())
    }
    missing = [name for name in sorted(names) if not bundle.catalogue.has(name[0], f"{name[1]}-heard", locale)]
    assert not missing

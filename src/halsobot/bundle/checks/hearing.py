"""Emergencies that would not be heard: a list that is gone, empty or cut off."""

from __future__ import annotations

from collections.abc import Iterator

from halsobot.bundle.draft import Draft
from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Mark
from halsobot.text.locales import LOCALES
from halsobot.understand.lists import LEVELS


def unheard(draft: Draft) -> Iterator[Finding]:
    """Each language whose words are understood needs sure words for every category. A file with another mistake is
    left alone: what it lacks may follow from that.
    """
    words = draft.word_lists
    lists = {each.locale: each.categories for each in words.red_flags}
    mistaken = {each.at.file for each in draft.findings}
    for locale in sorted({*lists, *(each.locale for each in words.keywords)} & set(LOCALES)):
        at = Mark(f"content/words/{locale}/redflags.yaml", 1, 1)
        lacking = [name for name in draft.red_flag_nodes if not lists.get(locale, {}).get(name, {}).get(LEVELS[0])]
        if at.file in mistaken:
            continue
        if lacking and len(lacking) == len(draft.red_flag_nodes):
            yield found("unheard-language", at, name=locale)
        else:
            yield from (found("unheard-category", at, name=name, locale=locale) for name in lacking)

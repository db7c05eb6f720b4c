"""Everything by which written words are understood, made ready from the content once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from halsobot.bundle.word_lists import WordLists
from halsobot.flow.nodes import Flow
from halsobot.text.catalogue import Catalogue, Words
from halsobot.text.locales import LOCALES, SOURCE
from halsobot.understand.language import Tongues, tongues
from halsobot.understand.lists import Answers
from halsobot.understand.normalise import fold, script
from halsobot.understand.red_flags import OTHER_LETTERS, Hearing, hearing
from halsobot.understand.topics import Document, Search

#: The messages whose words are also commands.
LABELS = {
    "start": "engine-restart",
    "menu": "engine-menu",
    "language": "engine-language",
    "help": "engine-person",
    "emergency": "engine-emergency",
    "back": "engine-back",
    "privacy": "engine-privacy",
    "forget": "engine-forget",
}
TITLE, KEYWORD, SWEDISH, TEXT = 1.0, 1.0, 0.8, 0.25  # what a word is worth in a search, by where it stands
Meaning = TypeVar("Meaning", int, str)
_NOT_SAID = re.compile(r"^\s*\.?[\w-]+ =|\{[^}]*\}", re.M)


@dataclass(frozen=True)
class Understanding:
    """``commands`` and ``numbers``: a folded word, and what it means in each language that has it."""

    hearing: Hearing
    tongues: Tongues
    search: Callable[[str], Search]
    commands: Mapping[str, Mapping[str, str]]
    numbers: Mapping[str, Mapping[str, int]]

    def topics(self, written: str, locale: str) -> tuple[str, ...]:
        """At most three flows these words may be about, searched in this language and else in Swedish."""
        return self.search(locale if locale in LOCALES else SOURCE).find(written)


def understanding(
    lists: WordLists, categories: Iterable[str], flows: Mapping[str, Flow], catalogue: Catalogue
) -> Understanding:
    """Make it ready. Takes a good part of a second, so it is done once for a version of the content."""
    texts = _texts_of(lists, catalogue)
    return Understanding(
        hearing=hearing(lists.red_flags, tuple(categories), _everyday(lists, texts)),
        tongues=tongues(_frozen(lists.common), _frozen(texts)),
        search=cache(lambda locale: _search(locale, lists, flows, catalogue)),
        commands=_commands(lists.answers, catalogue),
        numbers=_by_word(
            (each.locale, number, words) for each in lists.answers for number, words in each.numbers.items()
        ),
    )


def _frozen(texts: Mapping[str, Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((locale, tuple(said)) for locale, said in texts.items())


def _search(locale: str, lists: WordLists, flows: Mapping[str, Flow], catalogue: Catalogue) -> Search:
    """Made when somebody first writes in this language."""
    return Search(_documents(locale, lists, flows, catalogue), lists.common.get(locale, ()))


def _commands(answers: Iterable[Answers], catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """What editors list; and the labels of the engine's buttons, which win."""
    listed = [(each.locale, name, words) for each in answers for name, words in each.commands.items()]
    labels = [
        (locale, name, (_said(entry.source),))
        for locale, words in catalogue.words.items()
        for name, id in LABELS.items()
        if (entry := words.entries.get(id))
    ]
    return _by_word([*listed, *labels])


def _by_word(meanings: Iterable[tuple[str, Meaning, Iterable[str]]]) -> Mapping[str, Mapping[str, Meaning]]:
    found: dict[str, dict[str, Meaning]] = defaultdict(dict)
    for locale, meaning, said in meanings:
        for word in said:
            found[fold(word)][locale] = meaning
    return found


def _texts_of(lists: WordLists, catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Words of each language beside its frequent ones; of languages with letters of their own only such words."""
    texts: dict[str, list[str]] = defaultdict(list)
    for keywords in lists.keywords:
        texts[keywords.locale] += [word for words in keywords.flows.values() for word in words]
    for locale, known in catalogue.words.items():
        texts[locale] += map(_said, (entry.source for entry in known.entries.values()))
    return {locale: list(_own(locale, said)) for locale, said in texts.items()}


def _everyday(lists: WordLists, texts: Mapping[str, list[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The ordinary words of each language in its own letters."""
    common = ((locale, _own(locale, lists.common.get(locale, ()))) for locale in LOCALES)
    return tuple((locale, frozenset(map(fold, (*often, *texts.get(locale, ()))))) for locale, often in common)


def _own(locale: str, texts: Iterable[str]) -> Iterator[str]:
    for word in dict.fromkeys(word for text in texts for word in text.split()):  # most stand in many texts
        if locale not in OTHER_LETTERS or script(fold(word)) != "latin":
            yield word


def _said(source: str) -> str:
    """A message of a Fluent file without its names and values."""
    return _NOT_SAID.sub(" ", source)


def _documents(locale: str, lists: WordLists, flows: Mapping[str, Flow], catalogue: Catalogue) -> Iterator[Document]:
    keywords = {each.locale: each.flows for each in lists.keywords}
    for flow in flows:
        if flow == "start":
            continue
        own = [(word, KEYWORD) for word in keywords.get(locale, {}).get(flow, ())]
        swedish = [] if locale == SOURCE else [(word, SWEDISH) for word in keywords.get(SOURCE, {}).get(flow, ())]
        yield Document(flow, (*own, *swedish, *_texts(flow, catalogue.words.get(locale))))


def _texts(flow: str, words: Words | None) -> Iterator[tuple[str, float]]:
    for id, entry in words.entries.items() if words else ():
        if id == flow or id.startswith(f"{flow}-"):
            yield _said(entry.source), TITLE if id == flow else TEXT

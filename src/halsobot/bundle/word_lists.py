"""The files under ``content/words/``: red flags, keywords, answers and frequent words, with what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from halsobot.bundle.shapes import ANSWERS, CATEGORY, COMMON, Sheet, entries, keys_of, open_sheet
from halsobot.flow import shape
from halsobot.flow.finding import nearest
from halsobot.flow.nodes import Mark
from halsobot.flow.reading import Use
from halsobot.flow.source import Tree, Word
from halsobot.text.locales import GLOBE
from halsobot.understand.lists import COMMANDS, HIGHEST, LEVELS, Answers, Keywords, Level, Parts, RedFlags
from halsobot.understand.normalise import fold
from halsobot.understand.patterns import PERSON, BadPattern, split

#: Keys of a ``redflags.yaml`` that are no categories.
PLAIN = ("people", "harmless", "calm")


@dataclass(frozen=True, slots=True)
class WordLists:
    """All of ``content/words/`` but where a category leads. ``common``: frequent words by tag of a language."""

    red_flags: tuple[RedFlags, ...] = ()
    keywords: tuple[Keywords, ...] = ()
    answers: tuple[Answers, ...] = ()
    common: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=32)  # the same bytes are checked again each time an editor saves another file
def read_red_flags(locale: str, data: bytes, file: str) -> tuple[RedFlags, Sheet]:
    """One language's red flags. A pattern that cannot be read is reported and left out."""
    sheet = open_sheet(data, file)
    return _red_flags(locale, sheet), sheet


def _red_flags(locale: str, sheet: Sheet) -> RedFlags:
    read = entries(sheet)
    plain = {name.text: tree for name, tree in read.items() if name.text in (*PLAIN, "groups")}
    people = _words(plain.get("people"), "people", sheet)
    patterns = _PatternReader(sheet, {fold(word.text): word for word in people})
    groups = _groups(plain.get("groups"), patterns)
    categories = {}
    for name, tree in read.items():
        if name.text not in plain:
            sheet.uses.append(Use("category", name.text, name.at))
            categories[name.text] = _levels(name, tree, patterns)
    return RedFlags(
        locale=locale,
        categories=categories,
        groups=groups,
        people=patterns.texts(people, people_too=True),
        harmless=patterns.of(plain.get("harmless"), "harmless"),
        calm=patterns.of(plain.get("calm"), "calm"),
    )


def _groups(tree: Tree | None, patterns: _PatternReader) -> Mapping[str, tuple[Parts, ...]]:
    """Groups know those above them, so that none can hold itself."""
    table = shape.table(tree, "groups", patterns.sheet.out)
    groups: dict[str, tuple[Parts, ...]] = {}
    for name, items in table.entries if table else ():
        if shape.name(name, patterns.sheet.out):
            groups[name.text] = patterns.of(items, name.text, joined=False)
            patterns.groups.add(name.text)
    return groups


def _levels(name: Word, tree: Tree, patterns: _PatternReader) -> Mapping[Level, tuple[Parts, ...]]:
    table = shape.table(tree, name.text, patterns.sheet.out)
    if table is None:
        return {}
    keys_of(table, name, CATEGORY, patterns.sheet)
    return {level: patterns.of(table.get(level), level) for level in LEVELS}


def _words(tree: Tree | None, key: str, sheet: Sheet) -> tuple[Word, ...]:
    return shape.words(tree, key, sheet.out) if tree is not None else ()


@dataclass(slots=True)
class _PatternReader:
    """Reads patterns of one file: their groups must be known, and no word for a person may stand in them."""

    sheet: Sheet
    people: Mapping[str, Word]
    groups: set[str] = field(default_factory=lambda: {PERSON})

    def of(self, tree: Tree | None, key: str, joined: bool = True) -> tuple[Parts, ...]:
        """``joined``: parts may be put together with +."""
        return self.texts(_words(tree, key, self.sheet), joined=joined)

    def texts(self, words: Iterable[Word], people_too: bool = False, joined: bool = True) -> tuple[Parts, ...]:
        read = (self._read(word, people_too, joined) for word in words)
        return tuple(parts for parts in read if parts)

    def _read(self, word: Word, people_too: bool, joined: bool) -> Parts | None:
        try:
            parts = split(word.text)
        except BadPattern as bad:
            self.sheet.say(bad.code, word.at, name=bad.name)
            return None
        if len(parts) > 1 and not joined:
            self.sheet.say("pattern-joined", word.at, name=word.text)
            return None
        known = [self._known(each, word.at, people_too) for part in parts for each in part]
        return parts if all(known) else None

    def _known(self, element: str, at: Mark, people_too: bool) -> bool:
        if element.startswith("<"):
            name = element.strip("<>")
            if name not in self.groups:
                self.sheet.say("group-unknown", at, name=name, near=nearest(name, self.groups))
            return name in self.groups
        if not people_too and element in self.people:
            self.sheet.say("pattern-person", at, name=element)
        return people_too or element not in self.people


def read_keywords(locale: str, sheet: Sheet) -> Keywords:
    """What people write when they look for a flow."""
    flows = {}
    for name, tree in entries(sheet).items():
        sheet.uses.append(Use("flow", name.text, name.at))
        flows[name.text] = tuple(word.text for word in shape.words(tree, name.text, sheet.out))
    return Keywords(locale, flows)


def read_answers(locale: str, sheet: Sheet) -> Answers:
    """Numbers in words and the words that always work; one word that means two things is reported."""
    if sheet.table is None:
        return Answers(locale)
    keys_of(sheet.table, Word("answers.yaml", sheet.table.at), ANSWERS, sheet)
    taken: dict[str, Word] = {}
    numbers = {
        int(name.text): _told_apart(name, tree, taken, sheet)
        for name, tree in _table(sheet, "numbers")
        if _is_number(name, sheet)
    }
    commands = {
        name.text: _told_apart(name, tree, taken, sheet)
        for name, tree in _table(sheet, "commands")
        if shape.one_of(name, "commands", COMMANDS, sheet.out)
    }
    return Answers(locale, numbers, commands)


def _table(sheet: Sheet, key: str) -> Iterator[tuple[Word, Tree]]:
    tree = sheet.table.get(key) if sheet.table else None
    table = shape.table(tree, key, sheet.out)
    yield from table.entries if table else ()


def _is_number(name: Word, sheet: Sheet) -> bool:
    good = re.fullmatch(r"[1-9][0-9]?", name.text) is not None and int(name.text) <= HIGHEST
    if not good:
        sheet.say("answer-number", name.at, name=name.text, known=str(HIGHEST))
    return good


def _told_apart(name: Word, tree: Tree, taken: dict[str, Word], sheet: Sheet) -> tuple[str, ...]:
    kept = []
    for word in shape.words(tree, name.text, sheet.out):
        other = taken.setdefault(fold(word.text), name)
        if other.text != name.text:
            sheet.say("answer-twice", word.at, name=word.text, other=other.text)
        else:
            kept.append(word.text)
    return tuple(kept)


def read_common(sheet: Sheet) -> tuple[str, ...]:
    """The frequent words of one language."""
    if sheet.table is None:
        return ()
    keys_of(sheet.table, Word("common.yaml", sheet.table.at), COMMON, sheet)
    return tuple(word.text for word in shape.words(sheet.table.get("words"), "words", sheet.out))


def read_globe(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """Frequent words of languages that halsobot lacks, by the names of the globe choice; here by their tags."""
    common = {}
    for name, tree in entries(sheet).items():
        if shape.one_of(name, "globe", GLOBE, sheet.out):
            common[GLOBE[name.text].tag] = tuple(word.text for word in shape.words(tree, name.text, sheet.out))
    return common


def read_phrases(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """Ready replies of guides, by group: ids of messages in ``phrases.ftl``."""
    groups = {}
    for name, tree in entries(sheet).items():
        words = shape.words(tree, name.text, sheet.out)
        sheet.uses += [Use("phrase", word.text, word.at, name.text) for word in words]
        groups[name.text] = tuple(word.text for word in words)
    return groups


def read_support(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """The phone lines that fit each category, by their facts."""
    lines = {}
    for name, tree in entries(sheet).items():
        sheet.uses.append(Use("category", name.text, name.at))
        words = shape.words(tree, name.text, sheet.out)
        sheet.uses += [Use("call", word.text, word.at, name.text) for word in words]
        lines[name.text] = tuple(word.text for word in words)
    return lines

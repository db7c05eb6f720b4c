"""Patterns as editors write them, and where they stand in a message.

``kan inte andas``: these words one after the other. ``andas + inte``: both, in any order, near each other.
``andas*`` begins so, ``*andas`` ends so, ``*andas*`` holds it. ``<breath>`` is any entry of the group ``breath``;
``<person>`` is any word for a person, whoever it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise, product

from halsobot.understand.lists import Parts
from halsobot.understand.normalise import fold
from halsobot.understand.vocabulary import Found, Vocabulary

NEAR = 9  # words between the first and the last of a pattern with +
MOST = 12  # places of one part that are tried
PERSON = "person"
HARMLESS = ("", "harmless")

Span = tuple[int, int]
#: One word by its number, or a group by its name.
Element = int | str
Part = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts in any order; in each part elements one after the other."""

    locale: str
    parts: tuple[Part, ...]
    meaning: tuple[str, str]

    @property
    def by_ear(self) -> bool:
        """One word alone, and what takes words out of a message, must be read and not only heard."""
        alone = len(self.parts) == 1 and len(self.parts[0]) == 1
        return not alone and self.meaning != HARMLESS


class BadPattern(ValueError):
    """A pattern that cannot be read. ``code`` says why, ``name`` where."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code, name)
        self.code, self.name = code, name


_GROUP = re.compile(r"<([a-z][a-z0-9-]*)>")


def split(written: str) -> Parts:
    """The parts of a pattern and their words. Raises BadPattern where a part or a word is empty or unclear."""
    parts = tuple(tuple(chain.from_iterable(map(_element, part.split()))) for part in written.split("+"))
    if not all(parts):
        raise BadPattern("pattern-empty", written)
    return parts


@lru_cache(maxsize=2**16)  # the same words stand in many patterns
def _element(word: str) -> tuple[str, ...]:
    """A word as messages are read; a hyphen parts words, as it does there."""
    if "<" in word or ">" in word:
        if not _GROUP.fullmatch(word):
            raise BadPattern("pattern-group", word)
        return (word,)
    bare = word.strip("*")
    folded = [] if "*" in bare else fold(bare).split()
    if not folded:
        raise BadPattern("pattern-word", word)
    if word.startswith("*"):
        folded[0] = "*" + folded[0]
    if word.endswith("*"):
        folded[-1] += "*"
    return tuple(folded)


@dataclass(eq=False, slots=True)
class Patterns:
    """All patterns of all languages, ready to be looked for at once."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    groups: dict[tuple[str, str], dict[int, list[Part]]] = field(default_factory=dict)
    by_word: dict[int, list[Pattern]] = field(default_factory=lambda: defaultdict(list))
    persons: set[int] = field(default_factory=set)

    def add_group(self, locale: str, name: str, entries: Iterable[Parts], foreign: bool) -> None:
        """A group holds words and phrases; it may hold groups that were added before it."""
        by_first: dict[int, list[Part]] = defaultdict(list)
        exact = name == PERSON  # a word that is nearly one for a person is none
        for part in (self._part(part, locale, foreign, exact) for entry in entries for part in entry):
            for number in self._first_words(part, locale):
                by_first[number].append(part)
        self.groups[locale, name] = dict(by_first)
        if exact:
            self.persons.update(by_first)

    def add(self, locale: str, parts: Parts, meaning: tuple[str, str], foreign: bool) -> None:
        exact = meaning == HARMLESS  # what is taken out must be just that
        pattern = Pattern(locale, tuple(self._part(part, locale, foreign, exact) for part in parts), meaning)
        keys = [self._first_words(part, locale) for part in pattern.parts]
        for number in min(keys, key=len):
            self.by_word[number].append(pattern)

    def _part(self, words: tuple[str, ...], locale: str, foreign: bool, exact: bool) -> Part:
        add = self.vocabulary.add
        return tuple(word.strip("<>") if word[0] == "<" else add(word, foreign, exact) for word in words)

    def _first_words(self, part: Part, locale: str) -> Collection[int]:
        first = part[0]
        return (first,) if isinstance(first, int) else self.groups.get((locale, first), {}).keys()

    def is_person(self, word: str) -> bool:
        """Whether this is a word for a person in any language."""
        return not self.persons.isdisjoint(self.vocabulary.find(word).sure)

    def read(self, words: list[str], ordinary: Collection[str] = (), listening: bool = True) -> Reading:
        """Where the words of a message can be words of ours. An ``ordinary`` word is never taken for one that is nearly
        so, nor in Latin letters for one that sounds so; nothing of languages with other letters is heard in Latin ones
        unless we are ``listening``.
        """
        places: dict[int, list[int]] = defaultdict(list)
        heard: dict[int, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            found = self.vocabulary.find(word)
            for number in self._read(found, word in ordinary, listening):
                places[number].append(at)
            for number in found.by_ear if listening and (word not in ordinary or not word.isascii()) else ():
                heard[number].append(at)
        return Reading(self, places, heard)

    def _read(self, found: Found, is_ordinary: bool, listening: bool) -> Collection[int]:
        read = found.sure if is_ordinary else found.sure | found.nearly
        return read if listening else read - self.vocabulary.foreign


@dataclass(eq=False, slots=True)
class Reading:
    """One message while patterns are looked for in it. What is ``cut`` is no longer there."""

    patterns: Patterns
    places: Mapping[int, list[int]]
    heard: Mapping[int, list[int]]
    cut: set[int] = field(default_factory=set)
    _groups: dict[tuple[str, str, bool], list[Span]] = field(default_factory=dict)
    _persons: dict[str, frozenset[int]] = field(default_factory=dict)

    def candidates(self) -> Iterator[Pattern]:
        """The patterns of which the rarest part may stand here."""
        seen: set[int] = set()
        for number in (*self.places, *self.heard):
            for pattern in self.patterns.by_word.get(number, ()):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield pattern

    def holds(self, pattern: Pattern) -> bool:
        """Whether the pattern stands here."""
        return bool(self.spans(pattern))

    def cut_out(self, harmless: Iterable[Pattern]) -> None:
        """Leave out what these hold; the longest first, since one may lie within another."""
        for pattern in sorted(harmless, key=_length, reverse=True):
            for start, end in self.spans(pattern):
                self.cut.update(range(start, end))

    def spans(self, pattern: Pattern) -> tuple[Span, ...]:
        """Where its parts stand, near each other, none of it cut out; or nothing."""
        found: list[list[Span]] = []
        for part in pattern.parts:
            spans = self._part(part, pattern.locale, by_ear=pattern.by_ear)[:MOST]
            if not spans:
                return ()
            found.append(spans)
        return next((spans for spans in product(*found) if _together(spans)), ())

    def _part(self, part: Part, locale: str, by_ear: bool) -> list[Span]:
        spans = self._element(part[0], locale, by_ear)
        for element in part[1:] if spans else ():
            following = defaultdict(list)
            for start, end in self._element(element, locale, by_ear):
                following[start].append(end)
            spans = [
                (start, later) for start, end in spans for later in following.get(self._next(end, element, locale), ())
            ]
        return spans

    def _next(self, end: int, element: Element, locale: str) -> int:
        """The next word that counts: a word for a person may stand in between."""
        people = self._people(locale)
        while element != PERSON and end in people:
            end += 1
        return end

    def _people(self, locale: str) -> frozenset[int]:
        known = self._persons.get(locale)
        if known is None:
            known = self._persons[locale] = frozenset(start for start, _ in self._group(PERSON, locale, by_ear=False))
        return known

    def _element(self, element: Element, locale: str, by_ear: bool) -> list[Span]:
        if isinstance(element, str):
            return self._group(element, locale, by_ear)
        places: Iterable[int] = self.places.get(element, ())
        if by_ear and element in self.heard:
            places = (*places, *self.heard[element])
        if not places:
            return []
        people = self._people(locale)
        return [(at, at + 1) for at in sorted(places) if at not in self.cut and at not in people]

    def _group(self, name: str, locale: str, by_ear: bool) -> list[Span]:
        """Groups are read before anything is cut out; people by their letters only."""
        key = (locale, name, by_ear)
        known = self._groups.get(key)
        if known is None:
            known = self._groups[key] = self._read_group(name, locale, by_ear)
        return [span for span in known if self.cut.isdisjoint(range(*span))] if self.cut else known

    def _read_group(self, name: str, locale: str, by_ear: bool) -> list[Span]:
        by_first = self.patterns.groups.get((locale, name), {})
        here = [number for number in (*self.places, *(self.heard if by_ear else ())) if number in by_first]
        if name == PERSON:
            single = [number for number in here if any(len(part) == 1 for part in by_first[number])]
            return sorted({(at, at + 1) for number in single for at in self.places[number]})
        parts = {part for number in here for part in by_first[number]}
        return sorted({span for part in parts for span in self._part(part, locale, by_ear)})


def _length(pattern: Pattern) -> int:
    return sum(map(len, pattern.parts))


def _together(spans: Iterable[Span]) -> bool:
    """Whether no two of them overlap, and all stand near each other."""
    ordered = sorted(spans)
    apart = all(one[1] <= other[0] for one, other in pairwise(ordered))
    return apart and ordered[-1][1] - ordered[0][0] <= NEAR + len(ordered)

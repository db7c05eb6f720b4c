"""Words with a star (``andas*``, ``*نفس*``) as numbers, and which of them one written word can be.

A written word is one of ours when its letters are; when one letter is wrong, missing, doubled or changed
places (five letters and more); and, ``by ear``, when it only sounds alike: in Latin letters a word of a language
that has letters of its own, in Ge'ez letters one with other vowels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from halsobot.understand.normalise import loose, script, sound

Reach = Literal["whole", "begins", "ends", "within"]

LONGEST = 32  # letters of a written word that are looked at
FORGIVING = 5  # letters from which on one of them may be wrong
AUDIBLE = 3  # consonants from which on a word is known by ear
KEPT = 10_000  # written words of which it is kept what they can be
WHOLE = -9  # where no letter is left out
HASTY = 4  # letters from which on a word in Latin letters may be written in haste


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of our words that a written word is: by its letters (``sure``), nearly by its letters, and by ear
    only.
    """

    sure: frozenset[int]
    nearly: frozenset[int]
    by_ear: frozenset[int]


Index = dict[str, set[int]]


def _reaches() -> dict[Reach, Index]:
    return {reach: defaultdict(set) for reach in ("whole", "begins", "ends", "within")}


@dataclass(eq=False, slots=True)
class Vocabulary:
    """Grows while patterns are read; then ``find`` is all that is asked of it."""

    numbers: dict[tuple[str, bool, bool], int] = field(default_factory=dict)
    kept: dict[str, Found] = field(default_factory=dict)
    foreign: set[int] = field(default_factory=set)
    letters: dict[Reach, Index] = field(default_factory=_reaches)
    sounds: dict[str, dict[Reach, Index]] = field(default_factory=lambda: defaultdict(_reaches))
    misspelt: dict[str, list[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(list))
    hasty: Index = field(default_factory=lambda: defaultdict(set))

    def add(self, written: str, foreign: bool, exact: bool = False) -> int:
        """The number of a folded word with its stars. ``foreign``: its language has other letters than Latin ones;
        ``exact``: nothing that is only nearly so, or sounds so, is this word.
        """
        key = (written, foreign, exact)
        if key in self.numbers:
            return self.numbers[key]
        number = self.numbers[key] = len(self.numbers)
        if foreign:
            self.foreign.add(number)
        reach, word = _reach(written), written.strip("*")
        self.letters[reach][word].add(number)
        if exact:
            return number
        if reach == "whole":
            self._add_misspelt(word, number)
        if foreign and len(sound(word)) >= AUDIBLE:
            self.sounds[script(word)][reach][_denial(word) + sound(word)].add(number)
        return number

    def _add_misspelt(self, word: str, number: int) -> None:
        if len(word) >= FORGIVING:
            for piece, at, letter in _shortened(word):
                self.misspelt[piece].append((number, at, letter))
        if len(word) >= HASTY and script(word) == "latin":
            self.hasty[loose(word)].add(number)

    def find(self, word: str) -> Found:
        """What one folded word can be. Words come again and again."""
        short = word[:LONGEST]
        known = self.kept.get(short)
        if known is None:
            if len(self.kept) >= KEPT:
                self.kept.clear()
            known = self.kept[short] = _find(self, short)
        return known


def _find(known: Vocabulary, word: str) -> Found:
    sure, nearly = set(_in(known.letters, word)), set[int]()
    written_in = script(word)
    if len(word) >= FORGIVING:
        nearly.update(_nearly(known, word))
    if written_in == "latin" and len(word) >= HASTY:
        nearly |= known.hasty.get(loose(word), frozenset())
    nearly -= sure
    by_ear = _by_ear(known, word, written_in) - sure - nearly
    return Found(frozenset(sure), frozenset(nearly), frozenset(by_ear))


def _by_ear(known: Vocabulary, word: str, written_in: str) -> set[int]:
    """Latin letters may stand for those of any language, Ge'ez ones only for other Ge'ez ones."""
    heard = sound(word) if written_in in ("latin", "geez") else ""
    if len(heard) < AUDIBLE:
        return set()
    others = tuple(each for each in known.sounds if each != "geez") if written_in == "latin" else ()
    found = {number for each in others for number in _in(known.sounds[each], heard)}
    return found.union(_in(known.sounds["geez"], _denial(word) + heard))


def _denial(word: str) -> str:
    """The sign that a Ge'ez word denies: it has no consonant, and without it an accident is "does not leave"."""
    return "-" if word.startswith(("አይ", "ay", "ai")) else ""


def _in(index: dict[Reach, Index], word: str) -> Iterator[int]:
    yield from index["whole"].get(word, ())
    for end in range(1, len(word) + 1):
        yield from index["begins"].get(word[:end], ())
        yield from index["ends"].get(word[-end:], ())
    within = index["within"]
    for start in range(len(word)):
        for end in range(start + 2, len(word) + 1):
            yield from within.get(word[start:end], ())


def _nearly(known: Vocabulary, word: str) -> Iterator[int]:
    """Our words with one letter more, less or other, or with two letters in each other's place."""
    for piece, at, letter in _shortened(word):
        for number, their_at, their_letter in known.misspelt.get(piece, ()):
            one_longer = at == WHOLE or their_at == WHOLE
            changed_places = abs(at - their_at) == 1 and letter == their_letter
            if one_longer or at == their_at or changed_places:
                yield number


def _shortened(word: str) -> Iterator[tuple[str, int, str]]:
    """The word, and the word without one of its letters: which one, and where it stood."""
    yield word, WHOLE, ""
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :], at, letter


def _reach(written: str) -> Reach:
    before, after = written.startswith("*"), written.endswith("*")
    if before and after:
        return "within"
    return "ends" if before else "begins" if after else "whole"

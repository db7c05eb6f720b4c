"""Plain search: which flows somebody's words may be about, by their titles, keywords and texts.

A written word is one of a flow's words as far as they share pieces of three and four letters, so that endings,
prefixes and spelling mistakes matter little. Frequent words of the language count little too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from halsobot.understand.normalise import script, words
from halsobot.understand.red_flags import both_ends

MOST = 3  # flows that are shown
ALIKE = 0.5  # how much of their pieces two words must share
ENOUGH = 0.5  # what the words must be worth together for a flow to be shown
BEHIND = 0.3  # of the best flow's score that another one needs
FREQUENT = 0.12  # what a frequent word is worth beside another
SAYS_SO, FEW = 0.8, 2  # from which weight a text names its flow, and by how many at most a frequent word still does
WHOLE = 0.8  # what it adds when all words of a keyword stand there


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of one flow: each title, keyword or text with its weight."""

    flow: str
    texts: tuple[tuple[str, float], ...]


class Search:
    """Ready-made for one language."""

    def __init__(self, documents: Iterable[Document], frequent: Iterable[str] = ()) -> None:
        self._frequent = frozenset(word for text in frequent for word in words(text))
        self._flows: dict[str, dict[str, float]] = defaultdict(dict)  # a word, and what it is worth for which flow
        self._phrases: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        known = list(documents)
        for document in known:
            for text, weight in document.texts:
                self._add(document.flow, words(text), weight)
        self._pieces: dict[str, list[str]] = defaultdict(list)
        for word, flows in self._flows.items():
            rare = log(1 + len(known) / len(flows)) / log(1 + max(1, len(known)))
            told_by = sum(weight >= SAYS_SO for weight in flows.values())
            worth = rare * (FREQUENT if word in self._frequent and not 0 < told_by <= FEW else 1.0)
            self._flows[word] = {flow: weight * worth for flow, weight in flows.items()}
            for piece in pieces(word):
                self._pieces[piece].append(word)

    def _add(self, flow: str, said: list[str], weight: float) -> None:
        for word in said:
            self._flows[word][flow] = max(weight, self._flows[word].get(flow, 0.0))
        if weight >= 1 and len(said) > 1:
            for word in said:
                self._phrases[word].append((frozenset(said), flow))

    def find(self, written: str) -> tuple[str, ...]:
        """At most three flows, best first; nothing where too little of the words is known."""
        said = dict.fromkeys(words(both_ends(written)))
        found: dict[str, float] = defaultdict(float)
        for word in said:
            for flow, worth in self._of_word(word).items():
                found[flow] += worth
        for flow, worth in self._whole(said).items():
            found[flow] += worth
        ranked = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:MOST]
        return tuple(flow for flow, score in ranked if score >= max(ENOUGH, BEHIND * ranked[0][1]))

    def _of_word(self, word: str) -> Mapping[str, float]:
        """For each flow the best of its words that this one can be."""
        best: dict[str, float] = {}
        for other, alike in self._alike(word):
            for flow, worth in self._flows[other].items():
                best[flow] = max(best.get(flow, 0.0), alike * worth)
        return best

    def _alike(self, word: str) -> list[tuple[str, float]]:
        if word in self._flows:
            return [(word, 1.0)]
        own = pieces(word)
        shared = Counter(other for piece in own for other in self._pieces.get(piece, ()))
        alike = ((other, 2 * count / (len(own) + len(pieces(other)))) for other, count in shared.items())
        return [(other, share) for other, share in alike if share >= ALIKE]

    def _whole(self, said: Collection[str]) -> Mapping[str, float]:
        """Keywords of several words that stand there whole, in any order."""
        found: Counter[str] = Counter()
        there = set(said)
        for word in there:
            for phrase, flow in self._phrases.get(word, ()):
                if phrase <= there:
                    found[flow] = 1
        return {flow: WHOLE for flow in found}


@lru_cache(maxsize=10_000)
def pieces(word: str) -> frozenset[str]:
    """Its letters some at a time: three and four, in Ge'ez two and three; with where the word begins and ends."""
    short = 2 if script(word) == "geez" else 3
    marked = f"^{word[:32]}$"
    return frozenset(marked[at : at + size] for size in (short, short + 1) for at in range(len(marked) - size + 1))

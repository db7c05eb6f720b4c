"""Which language a message is in, to propose it: by its script first, then by letters and frequent words.

A proposal is only offered; she chooses. Dari and Persian share most of their words: where nothing tells them
apart, both are proposed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from halsobot.text.locales import LOCALES
from halsobot.understand.normalise import script, words
from halsobot.understand.red_flags import OTHER_LETTERS, both_ends

#: Languages that can be in each script, likeliest first. Others are found by their frequent words.
SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "arabic": ("ar", "fa-AF", "fa"),
    "geez": ("ti",),
    "cyrillic": ("uk",),
    "latin": (),
}
#: Letters that only some of the languages of a script have.
LETTERS: Mapping[str, str] = {
    "uk": "іїєґІЇЄҐ",
    "ru": "ыэъёЫЭЪЁ",
    "ti": "ቐቑቒቓቔቕቖኸኹኺኻኼኽኾሓዓ",
    "am": "ኧ",
    "ar": "ةإأىؤيك",
    "fa-AF fa": "پچژگیک",
    "ur": "ٹڈڑےںہھ",
    "ps": "ټډړږښڼېۍځڅ",
    "ckb": "ێۆڕڵە",
    "tr": "ğışĞİŞ",
    "pl": "ąęłńśźż",
    "vi": "đơưạảấầẩẫậắằẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữự",
}
_UNICODE: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0E00, 0x0E7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x3040, 0x30FF, "zh"),
    (0x4E00, 0x9FFF, "zh"),
)
SISTERS = ("fa-AF", "fa")
FREQUENT, KNOWN, LETTER = 2.0, 1.0, 1.5  # what a frequent word, another known word, and a telling letter are worth
GUESSED = 0.6  # what the letters of an unknown word are worth
CLEAR = 2.0  # frequent words by which one must lead over a sister, and the worth by which over her own language


class Tongues:
    """The words of all languages, made ready once."""

    def __init__(self, frequent: Mapping[str, Iterable[str]], others: Mapping[str, Iterable[str]]) -> None:
        """``others`` holds texts of a language beside its frequent words: its keywords, what the bot says."""
        self._worth: dict[str, dict[str, float]] = defaultdict(dict)
        for worth, texts in ((KNOWN, others), (FREQUENT, frequent)):
            for tag, entries in texts.items():
                for word in {word for entry in entries for word in words(entry)}:
                    self._worth[word][tag] = KNOWN if _is_transcribed(tag, word) else worth
        for tags in self._worth.values():  # where a word is frequent in one language, others only borrow it
            most = max(tags.values())
            for tag in [tag for tag, worth in tags.items() if worth < most]:
                del tags[tag]
        self._letters = _shares(self._worth)

    def propose(self, written: str) -> tuple[str, ...]:
        """The language these words are most probably in; two where sisters cannot be told apart; or nothing."""
        return self._first(self._scores(written), written)

    def knows(self, written: str) -> bool:
        """Whether more speaks for a language than how Latin letters follow each other."""
        said = words(both_ends(written))
        return any(script(word) != "latin" or word in self._worth for word in said)

    def instead(self, written: str, locale: str) -> tuple[str, ...]:
        """What to offer to somebody whose language is ``locale``: nothing unless it is clear, and more than a word."""
        scores = self._scores(written)
        proposed = self._first(scores, written)
        if not proposed or locale in proposed or {locale, proposed[0]} <= set(SISTERS):
            return ()
        clear = scores.get(proposed[0], 0.0) - scores.get(locale, 0.0) >= CLEAR
        telling = {word for word in words(both_ends(written)) if self._of_word(word).get(proposed[0])}
        return proposed if clear and len(telling) > 1 else ()

    def _first(self, scores: Mapping[str, float], written: str) -> tuple[str, ...]:
        if not scores:
            return ()
        best = min(scores, key=lambda tag: (-scores[tag], tag))
        return self._sisters(written) if best in SISTERS else (best,)

    def _sisters(self, written: str) -> tuple[str, ...]:
        """Which of two languages that share most words: only frequent words that one of them has tell."""
        told = {tag: 0.0 for tag in SISTERS}
        for word in words(both_ends(written)):
            having = [tag for tag in SISTERS if self._worth.get(word, {}).get(tag, 0.0) >= FREQUENT]
            if len(having) == 1:
                told[having[0]] += 1
        first, second = sorted(SISTERS, key=lambda tag: -told[tag])
        return (first,) if told[first] - told[second] >= CLEAR else (first, second)

    def _scores(self, written: str) -> Mapping[str, float]:
        shown = both_ends(written)
        scores: dict[str, float] = defaultdict(float)
        for tag in filter(None, map(_by_script, shown)):
            scores[tag] += LETTER
        written_in = words(shown)
        for word in written_in:
            for tag, worth in self._of_word(word).items():
                scores[tag] += worth
        for tags, letters in LETTERS.items():
            times = min(3, sum(shown.count(letter) for letter in letters))
            for tag in tags.split() if times else ():
                scores[tag] += LETTER * times
        main = Counter(map(script, written_in)).most_common(1)
        for place, tag in enumerate(SCRIPTS.get(main[0][0], ()) if main else ()):
            scores[tag] += 0.3 - 0.1 * place
        return {tag: score for tag, score in scores.items() if score > 0}

    def _of_word(self, word: str) -> Mapping[str, float]:
        """What one word says: the fewer languages have it, the more."""
        known = self._worth.get(word)
        if known:
            return {tag: worth / len(known) for tag, worth in known.items()}
        said: dict[str, float] = defaultdict(float)
        pieces = _pieces(word)
        for piece in pieces:
            for tag, share in self._letters.get(piece, {}).items():
                if tag in LOCALES or script(word) != "latin":  # of letters alone no globe language is guessed
                    said[tag] += share
        return {tag: GUESSED * share / len(pieces) for tag, share in said.items()}


def _is_transcribed(tag: str, word: str) -> bool:
    """Whether a language that has letters of its own has this word in Latin ones: then it tells less."""
    return tag in OTHER_LETTERS and script(word) == "latin"


Words = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=2)
def tongues(frequent: Words, others: Words) -> Tongues:
    """The same words are made ready once, however often other content changes."""
    return Tongues(dict(frequent), dict(others))


def _by_script(letter: str) -> str:
    """The language whose script only it has among those we know."""
    point = ord(letter)
    if point < _UNICODE[0][0]:
        return ""
    return next((tag for low, high, tag in _UNICODE if low <= point <= high), "")


def _pieces(word: str) -> list[str]:
    """Three letters at a time, with where the word begins and ends."""
    marked = f"^{word}$"
    return [marked[at : at + 3] for at in range(max(1, len(marked) - 2))]


def _shares(known: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    """How three letters are shared among languages, each language with as much weight in a script as any other."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[tuple[str, str]] = Counter()
    for word, tags in known.items():
        for piece in _pieces(word):
            for tag in tags:
                seen[piece][tag] += 1
                total[tag, script(word)] += 1
    return {piece: _share(tags, total, script(piece.strip("^$"))) for piece, tags in seen.items()}


def _share(tags: Mapping[str, int], total: Mapping[tuple[str, str], int], written_in: str) -> Mapping[str, float]:
    rates = {tag: times / total[tag, written_in] for tag, times in tags.items() if total[tag, written_in]}
    return {tag: rate / sum(rates.values()) for tag, rate in rates.items()}

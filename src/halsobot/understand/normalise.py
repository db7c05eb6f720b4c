"""Written words made comparable: case, diacritics, letter variants and digits of all our scripts.

Two keys: ``fold`` is the word as it is read; ``sound`` is how its consonants sound in Latin letters, so that
a word in Arabic, Ge'ez or Cyrillic letters is known again when somebody writes it in Latin ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

#: Arabic letters that people write for one another, and the Persian, Dari and Urdu forms of them.
_ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئےې", "ي"),
    **dict.fromkeys("ةۀھہۂۃە", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ؤۇۆ", "و"),
    **dict.fromkeys("ءـ", None),
}
#: Ukrainian and Russian letters that stand for one another in mixed speech; signs that carry no sound.
_CYRILLIC = {
    **dict.fromkeys("іїый", "и"),
    **dict.fromkeys("єэё", "е"),
    "ґ": "г",
    **dict.fromkeys("ьъ", None),
}
_LATIN = {"ı": "i", "ß": "ss", "æ": "a", "ø": "o", "đ": "d", "ł": "l", **dict.fromkeys("’ʼ‘ʻ`´ʹ'", None)}
_LETTERS = str.maketrans(_ARABIC | _CYRILLIC | _LATIN)


def _geez() -> dict[int, int]:
    """Ge'ez letters that sound alike and are written for one another, order by order."""
    alike = {"ሐ": "ሀ", "ኀ": "ሀ", "ሠ": "ሰ", "ዐ": "አ", "ፀ": "ጸ", "ቐ": "ቀ", "ኸ": "ከ"}
    letters = {ord(one) + order: ord(other) + order for one, other in alike.items() for order in range(7)}
    # In the throat series the first and the fourth order sound alike too.
    throat = {ord(one) + 3: ord(other) for one, other in {**alike, "ሀ": "ሀ", "አ": "አ"}.items() if other in "ሀአ"}
    return letters | throat | _labialised()


def _labialised() -> dict[int, int]:
    """ቈ ኰ ጐ … are written as the seventh order of their family by many; the other three as their order."""
    families = {0x1248: "ቀ", 0x1258: "ቀ", 0x1288: "ሀ", 0x12B0: "ከ", 0x12C0: "ከ", 0x1310: "ገ"}
    return {
        first + step: ord(base) + (6 if step == 0 else step)
        for first, base in families.items()
        for step in (0, 2, 3, 4, 5)
    }


_GEEZ = _geez()
_QUIET = str.maketrans("", "", "'`")
_NOT_A_WORD = re.compile(r"[\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
#: Combining marks, direction and other format characters, surrogates: none of them carries a word.
_SILENT = frozenset({"Mn", "Me", "Cf", "Cs", "Cc", "Co", "Cn"})


def fold(text: str) -> str:
    """Words separated by single spaces, without case, diacritics, direction marks, emoji and punctuation."""
    if text.isascii():
        return _DRAWN_OUT.sub(r"\1", _NOT_A_WORD.sub(" ", text.casefold().translate(_QUIET))).strip()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    letters = "".join(map(_letter, unicodedata.normalize("NFD", plain)))
    whole = unicodedata.normalize("NFC", letters).translate(_LETTERS).translate(_GEEZ)
    return _DRAWN_OUT.sub(r"\1", _NOT_A_WORD.sub(" ", whole)).strip()


#: The Persian sign of the present stands apart, together, or with a half-space: خواهم می, میخواهم.
_PRESENT = re.compile(r"\b(ن?مي) (?!(?:من|في)\b)(?=\w)")


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _PRESENT.sub(r"\1", fold(text)).split()


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """The letter, a digit of any script as 0 to 9, or nothing. What stands between lines is a space."""
    if letter.isascii():
        return letter
    if unicodedata.category(letter) in _SILENT:
        return ""
    digit = unicodedata.digit(letter, None)
    return letter if digit is None else str(digit)


def number(text: str) -> int | None:
    """A whole number of at most six digits in any script (12, ١٢, ۱۲, ፲፪), or None."""
    digits = fold(_GEEZ_TEN.sub(_ten, text.strip()))
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else None


_GEEZ_TEN = re.compile("([\u1372-\u137a])([\u1369-\u1371]?)")


def _ten(written: re.Match[str]) -> str:
    """፲ is 10 and ፲፪ is 12: Ge'ez has a sign for each ten."""
    return f"{ord(written[1]) - 0x1371}{ord(written[2]) - 0x1368 if written[2] else 0}"


# How consonants sound. Vowels, and what some write and some do not, are left out.
_DIGRAPHS = {"kh": "k", "gh": "k", "ch": "š", "sh": "š", "zh": "z", "dh": "d", "th": "t", "ts": "s", "ph": "f"}
_DIGRAPH = re.compile("|".join(f"{pair}(?!h)" if pair == "ts" else pair for pair in _DIGRAPHS))
_SOUNDS = {
    "b": "bبбብ",
    "p": "pپпጰፐ",
    "t": "tتط6т",
    "d": "dدضд",
    "k": "kqgcقكگخغ5гкхx",
    "s": "sسصث9сц",
    "z": "zزذظژжз",
    "š": "شچшщч",
    "j": "jج",
    "f": "fvفвф",
    "h": "hهح7",
    "m": "mمм",
    "n": "nنн",
    "l": "lلл",
    "r": "rرр",
}
_SOUND = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_GEEZ_SOUNDS = "hlhmsrsškkkkbftšhhnn-kkkk--zz-ddjkkktšpssfp"
_GEEZ_FIRST, _GEEZ_LAST = 0x1200, 0x1357


def _geez_sound(letter: str) -> str:
    sound = _GEEZ_SOUNDS[(ord(letter) - _GEEZ_FIRST) // 8]
    return "" if sound == "-" else sound


def _sounds(word: str) -> Iterator[str]:
    for letter in _DIGRAPH.sub(lambda pair: _DIGRAPHS[pair[0]], word):
        if _GEEZ_FIRST <= ord(letter) <= _GEEZ_LAST:
            yield _geez_sound(letter)
        else:
            yield _SOUND.get(letter, letter if letter == "š" else "")


def sound(folded: str) -> str:
    """The consonants of one folded word as they sound, each once in a row: ``nafas``, ``نفس`` are ``nfs``."""
    return "".join(each for each, _ in groupby("".join(_sounds(folded))))


def loose(folded: str) -> str:
    """A word in Latin letters as it is written in haste: doubled letters once, x as h, q as k, dh as d."""
    single = "".join(letter for letter, _ in groupby(folded))
    return single.replace("dh", "d").translate(_LOOSE)


_LOOSE = str.maketrans({"x": "h", "q": "k", "c": "k", "z": "s", "w": "v"})


def script(folded: str) -> str:
    """The script of a folded word by its first letter: latin, arabic, geez, cyrillic or other."""
    first = next((letter for letter in folded if letter.isalpha()), "0")
    point = ord(first)
    if point < 0x250:
        return "latin"
    return next((name for low, high, name in _SCRIPTS if low <= point <= high), "other")


_SCRIPTS = (
    (0x0400, 0x052F, "cyrillic"),
    (0x0600, 0x08FF, "arabic"),
    (0x1200, 0x139F, "geez"),
    (0x1E00, 0x1EFF, "latin"),
    (0xFB50, 0xFEFF, "arabic"),
)

"""Written words made comparable: case, diacritics, letter variants and digits of all our scripts."""

from __future__ import annotations

import re
import unicodedata

#: Arabic letters that people write for one another, and the Persian forms of kaf and yeh.
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ک": "ك"}
    | {"ı": "i", "’": "'", "ʼ": "'", "`": "'", "ـ": None}
)


def _geez() -> dict[int, int]:
    """Ge'ez letters that sound alike and are written for one another, order by order."""
    alike = {"ሐ": "ሀ", "ኀ": "ሀ", "ሠ": "ሰ", "ዐ": "አ", "ፀ": "ጸ", "ቐ": "ቀ", "ኸ": "ከ"}
    letters = {ord(one) + order: ord(other) + order for one, other in alike.items() for order in range(7)}
    # In the throat series the first and the fourth order sound alike too.
    return letters | {ord(one) + 3: ord(other) for one, other in {**alike, "ሀ": "ሀ", "አ": "አ"}.items() if other in "ሀአ"}


_GEEZ = _geez()
_NOT_A_WORD = re.compile(r"[^\w']+")


def fold(text: str) -> str:
    """Words separated by single spaces, without case, diacritics, direction marks and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    letters = (letter for letter in unicodedata.normalize("NFD", plain) if unicodedata.category(letter) not in _SILENT)
    return _NOT_A_WORD.sub(
        " ", unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS).translate(_GEEZ)
    ).strip()


#: Combining marks, direction and other format characters, surrogates: none of them carries a word.
_SILENT = frozenset({"Mn", "Me", "Cf", "Cs"})


def number(text: str) -> int | None:
    """A whole number of at most six digits in any script (12, ١٢, ۱۲), or None."""
    digits = fold(text)
    if not re.fullmatch(r"\d{1,6}", digits):
        return None
    return int("".join(str(unicodedata.digit(letter)) for letter in digits))

"""Words written in haste, without dots, in other letters: known again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halsobot.understand.normalise import fold, loose, number, sound, words

ALIKE = [
    ("arabic hamza and alef", "أإآٱا", "ااااا"),
    ("arabic tatweel and vowels", "مُسْتَشْفـــى", "مستشفي"),
    ("arabic ta marbuta", "مدرسة", "مدرسه"),
    ("persian ya and kaf", "کی", "كي"),
    ("dari he with hamza", "خانۀ", "خانه"),
    ("urdu he", "ہ ھ", "ه ه"),
    ("half-space", "می‌شود", "میشود"),
    ("presentation forms", "ﻻ", "لا"),
    ("geez homophones", "ሠሐኀዐፀቐኸ", "ሰሀሀአጸቀከ"),
    ("geez throat, first and fourth order", "ሓሃኣዓ", "ሀሀአአ"),
    ("labialised geez", "ቈጸራ ኰይኑ ጐይታ", "ቆጸራ ኮይኑ ጎይታ"),
    ("ukrainian and russian letters", "їжа євро ґанок мы ёлка", "ижа евро ганок ми елка"),
    ("apostrophes", "п'ять п’ять пʼять", "пять пять пять"),
    ("soft signs", "біль", "бил"),
    ("swedish", "Ångest ÖPPEN kräks", "angest oppen kraks"),
    ("english", "can't CAN’T", "cant cant"),
    ("drawn out", "heeeelp hjäääälp ااااه", "help hjalp اه"),
    ("digits of every script", "١٢ ۱۲ १२ 12", "12 12 12 12"),
    ("emoji and punctuation", "hej!!! 😭😭 …", "hej"),
    ("full width", "ＨＥＬＰ", "help"),
]


@pytest.mark.parametrize(("written", "read"), [pair[1:] for pair in ALIKE], ids=[pair[0] for pair in ALIKE])
def test_one_word_written_two_ways_is_one_word(written: str, read: str) -> None:
    assert fold(written) == fold(read)


@pytest.mark.parametrize(
    ("latin", "own"),
    [
        ("nafas", "نفس"),
        ("3atshan", "عطشان"),
        ("kitnfs", "ክትንፍስ"),
        ("daktar", "داکتر"),
        ("dopomozhit", "допоможіть"),
        ("khun ziyad", "خون زیاد"),
    ],
)
def test_a_word_in_latin_letters_sounds_like_itself(latin: str, own: str) -> None:
    assert [sound(word) for word in words(latin)] == [sound(word) for word in words(own)]


def test_a_persian_verb_with_or_without_a_space_is_one_word() -> None:
    assert words("نمی توانم") == words("نمی‌توانم") == words("نمیتوانم")


def test_arabic_water_is_a_word_of_its_own() -> None:
    """In Syria it is written like the Persian sign."""
    assert words("شرب مي من السيارة") == ["شرب", "مي", "من", "السياره"]


def test_somali_chat_spelling() -> None:
    """Doubled letters, x for h and q for k are not heard."""
    assert loose("caafimaad") == loose("cafimad")
    assert loose("xanuun") == loose("hanun")
    assert loose("dhakhtar") == loose("dakhtar")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("۱۲", 12),
        ("١٢", 12),
        ("፩", 1),
        ("፲", 10),
        ("፲፪", 12),
        ("፳", 20),
        (" 3. ", 3),
        ("1234567", None),
        ("x1", None),
        ("", None),
    ],
)
def test_numbers_in_any_digits(written: str, meant: int | None) -> None:
    assert number(written) == meant


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80))
def test_nothing_invisible_is_left(text: str) -> None:
    assert not any(unicodedata.category(letter) in ("Cf", "Cs", "Mn") for letter in fold(text))

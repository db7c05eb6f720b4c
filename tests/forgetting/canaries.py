"""Words that stand nowhere else, and everything by which one could be known again in a file."""

from __future__ import annotations

import base64
import hashlib
import random
import string
import struct
from collections import Counter
from collections.abc import Iterator

LENGTH = 18


class Canaries:
    """Makes words, numbers and places that no program would hold by chance, and remembers for what each was."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self.words: dict[str, str] = {}
        self.secrets: dict[str, str] = {}
        self.ids: dict[int, str] = {}
        self.places: dict[float, str] = {}

    def word(self, kind: str) -> str:
        """A word of plain letters."""
        word = "".join(self._dice.choices(string.ascii_lowercase, k=LENGTH))
        self.words[word] = kind
        return word

    def text(self, kind: str) -> str:
        """The same among letters of other scripts, with a sign that is escaped nearly everywhere."""
        return f'Jag å "{self.word(kind)}" ط ሀ 😀\n'

    def secret(self) -> str:
        """The secret of a web chat."""
        secret = self.word("secret") + "".join(self._dice.choices(string.ascii_letters + string.digits, k=43 - LENGTH))
        self.secrets[secret] = "secret"
        return secret

    def id(self) -> int:
        """A chat's number."""
        id = self._dice.randrange(2**47, 2**50)  # eight bytes in SQLite too
        self.ids[id] = "chat id"
        return id

    def degrees(self) -> float:
        """A latitude that is known by its digits."""
        degrees = self._dice.uniform(55, 69)
        self.places[degrees] = "place"
        return degrees

    @property
    def kinds(self) -> Counter[str]:
        """How many there are of each kind."""
        return Counter([*self.words.values(), *self.places.values()])

    def needles(self) -> dict[bytes, str]:
        """All bytes that must stand in no file, and what they are."""
        found: dict[bytes, str] = {}
        for word, kind in self.words.items():
            found |= {form: f"{kind}: {word}, {name}" for name, form in _of_word(word)}
        for id in self.ids:
            found |= {form: f"chat id {id}, {name}" for name, form in _of_id(id)}
        for secret in self.secrets:
            found |= {form: f"secret {secret}, {name}" for name, form in hashes(secret)}
        for degrees in self.places:
            found |= {form: f"place {degrees}, {name}" for name, form in _of_place(degrees)}
        return found


def _of_word(word: str) -> Iterator[tuple[str, bytes]]:
    plain = word.encode()
    yield "UTF-8", plain
    yield "percents", "".join(f"%{byte:02x}" for byte in plain).encode()
    yield "capitals", word.upper().encode()
    for coded in ("utf-16-le", "utf-16-be"):
        yield coded, word.encode(coded)
    for name, data in (("UTF-8", plain), ("utf-16-le", word.encode("utf-16-le"))):
        yield from ((f"base64 of {name}", form) for form in _base64(data))
        yield f"hex of {name}", data.hex().encode()
        yield f"HEX of {name}", data.hex().upper().encode()
    yield "JSON", "".join(f"\\u{ord(letter):04x}" for letter in word).encode()
    yield "JSON, capitals", "".join(f"\\u{ord(letter):04X}" for letter in word).encode()
    yield "backwards", plain[::-1]


def _base64(data: bytes) -> Iterator[bytes]:
    """Its middle in base64, wherever in a longer text it begins."""
    for before, cut in ((0, 0), (1, 2), (2, 3)):
        filled = (before + len(data)) // 3 * 3
        for alphabet in (base64.b64encode, base64.urlsafe_b64encode):
            yield alphabet((b"\0" * before + data)[:filled])[cut:]


def _of_id(id: int) -> Iterator[tuple[str, bytes]]:
    yield "decimal", str(id).encode()
    yield "decimal in UTF-16", str(id).encode("utf-16-le")
    yield "hex", f"{id:x}".encode()
    for name, form in (("little", "<q"), ("big", ">q")):
        packed = struct.pack(form, id)
        yield f"int64 {name}", packed
        yield f"int64 {name}, hex", packed.hex().encode()
        yield from hashes(id, packed)
    yield from ((f"base64 of {name}", form) for name in (str(id), f"telegram|{id}") for form in _base64(name.encode()))
    yield from hashes(id)
    yield from hashes(f"telegram|{id}")


def _of_place(degrees: float) -> Iterator[tuple[str, bytes]]:
    yield "decimal", repr(degrees)[:12].encode()
    yield "double", struct.pack("<d", degrees)
    yield "double, big", struct.pack(">d", degrees)


def hashes(what: object, data: bytes | None = None) -> Iterator[tuple[str, bytes]]:
    """Plain hashes, raw and in hex: whoever knows all possible values finds the one."""
    data = str(what).encode() if data is None else data
    for name in ("md5", "sha1", "sha256", "sha512", "blake2b"):
        hashed = hashlib.new(name, data, usedforsecurity=False).digest()
        yield name, hashed
        yield f"{name} in hex", hashed.hex().encode()

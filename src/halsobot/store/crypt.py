"""Sealing what belongs to a contact, and hashes by which an address or a repeat is found again."""

from __future__ import annotations

import hashlib
import hmac
import os
from secrets import token_hex

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from halsobot.model.inbound import Address, Inbound
from halsobot.store.keystore import KeyStore, NoKey, Rotten

_NONCE = 12
#: How the names of the keys of files and notes begin, in the key store.
FILE = "file-"


class Sealed(Exception):
    """A sealed value does not open: it was changed, or moved from another contact, table or row, or the contact has
    been forgotten.
    """


class Vault:
    """Seals with a key of each contact's own, bound to contact, table, column and row."""

    def __init__(self, keys: KeyStore, index: bytes) -> None:
        self.keys, self._index = keys, index
        self._last_words = AESGCM(self.blind("farewell", "key"))

    def proof(self) -> bytes:
        """A value that only this key store gives, and that says nothing about it."""
        return self.blind("ring", "proof")

    def blind(self, purpose: str, text: str) -> bytes:
        """A keyed hash: equal for equal texts, and not to be found by trying texts without the key."""
        data = text.encode("utf-8", "surrogatepass")
        return hmac.new(self._index, purpose.encode() + b"\0" + data, hashlib.sha256).digest()

    def address(self, address: Address) -> bytes:
        """The keyed hash by which a contact is found again."""
        return self.blind("address", f"{address.channel}|{address.id}")

    def mark(self, inbound: Inbound) -> bytes:
        """The keyed hash by which a repeat of this very thing is known. What a guide does is about a contact, who may
        have come back at another address meanwhile.
        """
        whose = inbound.contact or inbound.address.id
        return self.blind("mark", f"{inbound.address.channel}|{whose}|{inbound.repeat}")

    def seal(self, contact: str, table: str, column: str, row: str, plain: bytes) -> bytes:
        """Raises NoKey for somebody who has been forgotten, Rotten where her key is spoilt."""
        return _seal(self.keys.cipher(contact), _place(contact, table, column, row), plain)

    def open(self, contact: str, table: str, column: str, row: str, sealed: bytes) -> bytes:
        """What ``seal`` sealed at the same place. Raises Sealed."""
        try:
            return _open(self.keys.cipher(contact), _place(contact, table, column, row), sealed)
        except (InvalidTag, ValueError, NoKey, Rotten):
            raise Sealed(f"a value of {table}.{column} does not open") from None

    def seal_file(self, contact: str, turn: int, plain: bytes, now: int, table: str = "file") -> tuple[str, bytes]:
        """A recording, a picture or a note, under a new key of its own; returns the name of the key."""
        name = FILE + token_hex(13)
        self.keys.add([name], now)
        return name, self.seal(name, table, "body", f"{contact}:{turn}", plain)

    def open_file(self, key: str, contact: str, turn: int, sealed: bytes, table: str = "file") -> bytes:
        """What ``seal_file`` sealed. Raises Sealed."""
        return self.open(key, table, "body", f"{contact}:{turn}", sealed)

    def seal_last(self, row: str, plain: bytes) -> bytes:
        """What is said last to somebody whose own key is then destroyed."""
        return _seal(self._last_words, row.encode(), plain)

    def open_last(self, row: str, sealed: bytes) -> bytes:
        """What ``seal_last`` sealed for the same row. Raises Sealed."""
        try:
            return _open(self._last_words, row.encode(), sealed)
        except (InvalidTag, ValueError):
            raise Sealed("a farewell does not open") from None


def _seal(cipher: AESGCM, place: bytes, plain: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, plain, place)


def _open(cipher: AESGCM, place: bytes, sealed: bytes) -> bytes:
    return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place)


def _place(contact: str, table: str, column: str, row: str) -> bytes:
    return "|".join((contact, table, column, row)).encode()

"""Sealing what belongs to a contact, and hashes by which an address or a repeat is found again."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from halsobot.model.inbound import Address, Inbound

_NONCE = 12


class BadKeys(Exception):
    """The key file is missing, unreadable or belongs to another database. The text says what to do."""


class Sealed(Exception):
    """A sealed value does not open: it was changed, or moved from another contact, table or row."""


def make_keys(path: Path) -> None:
    """Write a new key file that only its owner can read. Does nothing if there is one."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, prefix=".keys-") as out:  # readable for its owner alone
        out.write(b64encode(secrets.token_bytes(32)).decode() + "\n")
        out.flush()
        os.fsync(out.fileno())
        with suppress(FileExistsError):  # another start was quicker
            os.link(out.name, path)  # whole or not at all


def read_keys(path: Path) -> Vault:
    """The vault of a key file. Raises BadKeys."""
    try:
        key = b64decode(path.read_text().strip(), validate=True)
    except OSError as error:
        raise BadKeys(f"I cannot read the keys in {path} ({error.strerror}). Restore them from your backup.") from None
    except (Base64Error, ValueError):
        key = b""
    if len(key) != 32:
        raise BadKeys(f"{path} does not hold a key of 32 bytes in base64. Restore it from your backup.")
    return Vault(key)


class Vault:
    """Seals with a key of each contact's own, bound to contact, table, column and row."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._cipher = lru_cache(maxsize=4096)(self._new_cipher)

    def proof(self) -> bytes:
        """A value that only this key gives, and that says nothing about it."""
        return self.blind("ring", "proof")

    def blind(self, purpose: str, text: str) -> bytes:
        """A keyed hash: equal for equal texts, and not to be found by trying texts without the key."""
        data = text.encode("utf-8", "surrogatepass")
        return hmac.new(self._key, purpose.encode() + b"\0" + data, hashlib.sha256).digest()

    def address(self, address: Address) -> bytes:
        """The keyed hash by which a contact is found again."""
        return self.blind("address", f"{address.channel}|{address.id}")

    def mark(self, inbound: Inbound) -> bytes:
        """The keyed hash by which a repeat of this very thing is known."""
        return self.blind("mark", f"{inbound.address.channel}|{inbound.address.id}|{inbound.repeat}")

    def seal(self, contact: str, table: str, column: str, row: str, plain: bytes) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher(contact).encrypt(nonce, plain, _place(contact, table, column, row))

    def open(self, contact: str, table: str, column: str, row: str, sealed: bytes) -> bytes:
        """What ``seal`` sealed at the same place. Raises Sealed."""
        try:
            return self._cipher(contact).decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(contact, table, column, row))
        except (InvalidTag, ValueError):
            raise Sealed(f"a value of {table}.{column} does not open") from None

    def _new_cipher(self, contact: str) -> AESGCM:
        return AESGCM(self.blind("contact", contact))


def _place(contact: str, table: str, column: str, row: str) -> bytes:
    return "|".join((contact, table, column, row)).encode()

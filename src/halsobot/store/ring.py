"""The operator's key ring: a file with one key a line, the newest last. It locks the contacts' keys.

Where it came from is known by the first bytes of what it locked, so an older key still opens until it is retired.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from halsobot.store.files import replace, sync_folder

_NAME, _NONCE, _KEY = 4, 12, 32


class BadKeys(Exception):
    """The key ring or the key store is missing, unreadable or belongs to another database. The text says what to do."""


class Ring:
    """The keys of a file. Another program may add one or retire old ones: the file is looked at before it is used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._keys: dict[bytes, AESGCM] = {}
        self._newest, self._read_at = b"", (0, 0)
        self.follow()

    @property
    def newest(self) -> bytes:
        """The name of the key that locks from now on: it begins whatever is locked by it."""
        self.follow()
        return self._newest

    def lock(self, purpose: str, plain: bytes) -> bytes:
        """``plain`` so that only this ring opens it, for this purpose alone."""
        name, nonce = self.newest, os.urandom(_NONCE)
        return name + nonce + self._keys[name].encrypt(nonce, plain, purpose.encode())

    def unlock(self, purpose: str, locked: bytes) -> bytes:
        """What ``lock`` locked. Raises BadKeys."""
        name, nonce = locked[:_NAME], locked[_NAME : _NAME + _NONCE]
        if name not in self._keys:
            self.follow()
        try:
            return self._keys[name].decrypt(nonce, locked[_NAME + _NONCE :], purpose.encode())
        except (KeyError, InvalidTag):
            raise BadKeys(
                f"The keys in {self._path} are not those of this key store. Restore the right ones."
            ) from None

    def follow(self) -> None:
        """Read the file again if another program has changed it. Raises BadKeys."""
        seen = _seen(self._path)
        if seen != self._read_at:
            keys = _read(self._path)
            self._keys = {_name(key): AESGCM(key) for key in keys}
            self._newest, self._read_at = _name(keys[-1]), seen


def make_ring(path: Path) -> None:
    """Write a new key ring that only its owner can read. Does nothing if there is one."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".keys-") as out:  # readable for its owner alone
        out.write(_written([secrets.token_bytes(_KEY)]))
        out.flush()
        os.fsync(out.fileno())
        with suppress(FileExistsError):  # another start was quicker
            os.link(out.name, path)  # whole or not at all
    sync_folder(path.parent)


def add_key(path: Path) -> None:
    """Put a new key at the end of the ring: from now on it locks. Raises BadKeys."""
    _replace(path, [*_read(path), secrets.token_bytes(_KEY)])


def retire(path: Path) -> None:
    """Leave only the newest key in the ring. Raises BadKeys."""
    _replace(path, _read(path)[-1:])


def _replace(path: Path, keys: Sequence[bytes]) -> None:
    replace(path, _written(keys))


def _written(keys: Sequence[bytes]) -> bytes:
    return b"".join(b64encode(key) + b"\n" for key in keys)


def _read(path: Path) -> list[bytes]:
    try:
        keys = [b64decode(line.strip(), validate=True) for line in path.read_text().splitlines() if line.strip()]
    except OSError as error:
        raise BadKeys(f"I cannot read the keys in {path} ({error.strerror}). Restore them from your backup.") from None
    except (Base64Error, ValueError):
        keys = []
    if not keys or any(len(key) != _KEY for key in keys):
        raise BadKeys(f"{path} does not hold keys of 32 bytes in base64, one a line. Restore it from your backup.")
    return keys


def _seen(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise BadKeys(f"I cannot read the keys in {path} ({error.strerror}). Restore them from your backup.") from None
    return status.st_mtime_ns, status.st_ino


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"halsobot ring" + key).digest()[:_NAME]

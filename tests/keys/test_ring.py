"""Database, key store and key ring belong together. Where they do not, it says what to do, and writes nothing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from halsobot.app import open_store, utc_now
from halsobot.bundle.content import Bundle
from halsobot.config import Settings
from halsobot.keeping import rotated
from halsobot.store.database import BadDatabase
from halsobot.store.ring import BadKeys, make_ring

from .crowd import crowd
from .files import ROOT, file_of, halsobot

GARBAGE = b"no key, but a letter to somebody\n"


@dataclass(frozen=True)
class Files:
    """What belongs together, and that of another halsobot."""

    settings: Settings
    others: Settings

    @property
    def ring(self) -> Path:
        return self.settings.keys

    @property
    def store(self) -> Path:
        return file_of(self.settings.key_store)

    @property
    def database(self) -> Path:
        return file_of(self.settings.database_url)


@pytest.fixture(scope="module")
def begun(bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two halsobots, each with a few contacts."""
    folder = tmp_path_factory.mktemp("begun")
    for each in ("ours", "others"):
        (folder / each).mkdir()
        crowd(_in(folder / each), bundle, [int(time.time())] * 3)
    return folder


@pytest.fixture
def files(begun: Path, tmp_path: Path) -> Files:
    """Files of one's own to spoil."""
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    return Files(_in(tmp_path / "ours"), _in(tmp_path / "others"))


def _in(folder: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{folder}/halsobot.db", keys=folder / "keys", content=ROOT, port=0)


def _another_ring(files: Files) -> None:
    shutil.copy(files.others.keys, files.ring)


def _no_ring(files: Files) -> None:
    files.ring.unlink()


def _no_store(files: Files) -> None:
    files.store.unlink()


def _no_ring_no_store(files: Files) -> None:
    files.ring.unlink()
    files.store.unlink()


def _another_store(files: Files) -> None:
    shutil.copy(file_of(files.others.key_store), files.store)


def _another_store_with_its_ring(files: Files) -> None:
    shutil.copy(file_of(files.others.key_store), files.store)
    shutil.copy(files.others.keys, files.ring)


def _another_database(files: Files) -> None:
    shutil.copy(file_of(files.others.database_url), files.database)


def _ring_with(what: bytes) -> Callable[[Files], None]:
    return lambda files: _write(files.ring, what)


def _store_with(what: bytes) -> Callable[[Files], None]:
    return lambda files: _write(files.store, what)


def _database_with(what: bytes) -> Callable[[Files], None]:
    return lambda files: _write(files.database, what)


def _ring_is_a_folder(files: Files) -> None:
    files.ring.unlink()
    files.ring.mkdir()


def _half_a_ring(files: Files) -> None:
    _write(files.ring, files.ring.read_bytes()[:20])


def _store_is_the_database(files: Files) -> None:
    shutil.copy(files.database, files.store)


def _write(path: Path, what: bytes) -> None:
    path.write_bytes(what)


#: What is wrong, and words of what the operator is told.
WRONG: dict[str, tuple[Callable[[Files], None], str]] = {
    "the ring of another": (_another_ring, "Restore the right ones"),
    "no ring": (_no_ring, "Restore them from your backup"),
    "an empty ring": (_ring_with(b""), "Restore it from your backup"),
    "a ring with garbage": (_ring_with(GARBAGE), "Restore it from your backup"),
    "a ring with bytes of no text": (_ring_with(b"\xff\xfe\x00" * 40), "Restore it from your backup"),
    "half a ring": (_half_a_ring, "Restore it from your backup"),
    "a folder for a ring": (_ring_is_a_folder, "Restore"),
    "no key store": (_no_store, "Restore it from its backup"),
    "neither ring nor key store": (_no_ring_no_store, "Restore it from its backup"),
    "an empty key store": (_store_with(b""), "Restore it from its backup"),
    "a key store with garbage": (_store_with(GARBAGE * 200), "cannot be used"),
    "the key store of another": (_another_store, "Restore the right ones"),
    "ring and key store of another": (_another_store_with_its_ring, "HALSOBOT_KEYS"),
    "the database of another": (_another_database, "HALSOBOT_KEYS"),
    "a database for a key store": (_store_is_the_database, "HALSOBOT_KEY_STORE_URL"),
    "a database with garbage": (_database_with(GARBAGE * 200), "cannot be used"),
}


@pytest.fixture(params=WRONG)
def wrong(request: pytest.FixtureRequest, files: Files) -> str:
    """Something is wrong with the files. What the operator should be told."""
    spoil, told = WRONG[request.param]
    spoil(files)
    return told


def _bytes(folder: Path) -> dict[str, bytes]:
    """What stands in all files of a folder; those that are there while it is in use count if they hold something."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".db-shm")]
    found = {str(path.relative_to(folder)): path.read_bytes() for path in files}
    return {name: held for name, held in found.items() if held or not name.endswith((".db-wal", ".lock"))}


def test_it_does_not_start_says_what_to_do_and_writes_nothing(files: Files, wrong: str) -> None:
    """The bytes of all files are the same before and after, and no file is new."""
    before = _bytes(files.ring.parent)
    with pytest.raises((BadKeys, BadDatabase), match=wrong):
        open_store(files.settings, utc_now)
    assert _bytes(files.ring.parent) == before


@pytest.mark.parametrize("name", ["the ring of another", "no key store"])
async def test_serve_says_it_in_one_sentence(files: Files, name: str) -> None:
    """``halsobot serve`` prints what to do, without a traceback, and exits with 1."""
    spoil, told = WRONG[name]
    spoil(files)
    before = _bytes(files.ring.parent)
    code, said = await halsobot(files.settings, "serve")
    assert (code, "Traceback" in said) == (1, False), said
    assert told in " ".join(said.split())
    assert _bytes(files.ring.parent) == before


@pytest.mark.parametrize("name", ["the ring of another", "no ring", "a ring with garbage", "no key store"])
def test_a_wrong_ring_is_not_rotated(files: Files, name: str) -> None:
    """``halsobot keys rotate`` adds no key to a ring that does not open the key store, and makes none up."""
    WRONG[name][0](files)
    before = _bytes(files.ring.parent)
    with pytest.raises((BadKeys, BadDatabase)):
        list(rotated(files.settings))
    assert _bytes(files.ring.parent) == before


def test_what_was_right_before_starts_again(files: Files) -> None:
    """Restored from a backup, all is as it was."""
    backup = files.ring.read_bytes()
    files.ring.write_bytes(GARBAGE)
    with suppress(BadKeys):
        open_store(files.settings, utc_now)
    files.ring.write_bytes(backup)
    open_store(files.settings, lambda: datetime.now(UTC)).close()


def test_blank_lines_in_a_ring_do_no_harm(files: Files) -> None:
    """An editor program has put an empty line and spaces into the file."""
    key = files.ring.read_text().strip()
    files.ring.write_text(f"\n  {key}  \r\n\n")
    open_store(files.settings, utc_now).close()


def test_a_ring_that_is_there_is_not_made_anew(files: Files) -> None:
    """Whatever stands in it, nobody writes over it."""
    files.ring.write_bytes(GARBAGE)
    make_ring(files.ring)
    assert files.ring.read_bytes() == GARBAGE

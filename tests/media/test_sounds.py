"""Recordings come out as OGG/Opus or MP3, one channel, without names; nothing that comes in does harm."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from recordings import FFMPEG, KINDS, photo, recording, seconds_of

from halsobot import media
from halsobot.media import SOUND, WORK, BadMedia, Sounds

#: A playlist of another file, in the two forms that ffmpeg would follow.
PLAYLISTS = ("#EXTM3U\n#EXTINF:10,\n{}\n#EXT-X-ENDLIST\n", "ffconcat version 1.0\nfile '{}'\n")


@pytest.fixture
def sounds() -> Sounds:
    return Sounds(FFMPEG)


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_a_browser_records(sounds: Sounds, kind: str) -> None:
    """Telegram's form has one channel of Opus; both are as long as before and say nothing of the title."""
    opus, mp3 = await sounds.to_opus(recording(kind)), await sounds.to_mp3(recording(kind))
    assert opus.startswith(b"OggS")
    assert opus[opus.index(b"OpusHead") + 9] == 1
    assert b"Hemliga" in recording(kind)
    for made in (opus, mp3):
        assert b"Hemliga" not in made
        assert seconds_of(made) == pytest.approx(1, abs=0.15)


async def test_three_minutes_and_no_more(sounds: Sounds) -> None:
    """The longest that the page records goes through; what is a few seconds longer is refused, and not cut."""
    assert seconds_of(await sounds.to_opus(recording("webm", 180, "-b:a", "6k"))) == pytest.approx(180, abs=0.5)
    with pytest.raises(BadMedia, match="long"):
        await sounds.to_opus(recording("webm", 190, "-b:a", "6k"))


async def test_a_bomb_costs_little(sounds: Sounds) -> None:
    """Twenty minutes of nothing in few bytes."""
    bomb, began = recording("ogg", 1200, "-c:a", "flac", "-ar", "8000", "-af", "volume=0"), time.monotonic()
    assert len(bomb) < SOUND
    with pytest.raises(BadMedia, match="long"):
        await sounds.to_opus(bomb)
    assert time.monotonic() - began < WORK / 2


async def test_too_many_bytes(sounds: Sounds) -> None:
    with pytest.raises(BadMedia, match="large"):
        await sounds.to_opus(bytes(SOUND + 1))


@pytest.mark.parametrize("body", [b"", b"\0" * 4096, b"OggS" * 100, photo(), recording()[:300]])
async def test_what_is_no_recording_is_refused(sounds: Sounds, body: bytes) -> None:
    with pytest.raises(BadMedia, match="broken"):
        await sounds.to_mp3(body)


@pytest.mark.parametrize("playlist", PLAYLISTS)
async def test_no_other_file_is_opened(sounds: Sounds, tmp_path: Path, playlist: str) -> None:
    """A playlist that names a recording on this machine is none."""
    (tmp_path / "other.ogg").write_bytes(recording("ogg"))
    with pytest.raises(BadMedia, match="broken"):
        await sounds.to_opus(playlist.format(tmp_path / "other.ogg").encode())


async def test_without_ffmpeg_it_says_so() -> None:
    missing = Sounds("no-such-ffmpeg")
    assert not missing.available
    with pytest.raises(BadMedia, match="unavailable"):
        await missing.to_opus(recording())


def _program(tmp_path: Path, lines: str) -> Sounds:
    """A program in ffmpeg's place that writes down what it is given."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{lines}\n")
    program.chmod(0o700)
    return Sounds(str(program))


async def test_one_at_a_time_and_without_our_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second waits for the first; the program sees no token and no address of ours."""
    monkeypatch.setenv("HALSOBOT_TELEGRAM_TOKEN", "1:secret")
    sounds = _program(tmp_path, "echo begin >> log; env > env; sleep 0.2; echo end >> log; echo made")
    assert await asyncio.gather(*(sounds.to_opus(b"sound") for _ in range(3))) == [b"made\n"] * 3
    assert (tmp_path / "log").read_text().split() == ["begin", "end"] * 3
    assert "HALSOBOT" not in (tmp_path / "env").read_text()


async def test_what_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is gone then; so it is when nobody waits any more."""
    monkeypatch.setattr(media, "WORK", 0.3)
    sounds = _program(tmp_path, "echo $$ > pid; exec sleep 60")
    with pytest.raises(BadMedia, match="broken"):
        await sounds.to_opus(b"sound")
    assert not Path("/proc", (tmp_path / "pid").read_text().strip()).exists()
    (tmp_path / "pid").unlink()
    monkeypatch.setattr(media, "WORK", 60)
    waiting = asyncio.create_task(sounds.to_opus(b"sound"))
    while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
        await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not Path("/proc", (tmp_path / "pid").read_text().strip()).exists()

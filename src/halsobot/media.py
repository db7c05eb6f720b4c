"""Recordings and pictures that people send: made harmless, small, and free of what their files tell besides."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import IO, Literal

from PIL import Image, ImageDraw, ImageOps

#: The longest recording: bytes as it comes, and seconds.
SOUND, SECONDS = 5 * 2**20, 180
#: The largest picture as it comes: bytes, and pixels once it is unpacked; and its longest side as we keep it.
PICTURE, PIXELS, SIDE = 20 * 2**20, 40_000_000, 2000
#: The longest side of a picture as it stands in a chat.
SMALL = 640
#: The largest document as it comes, and as it is kept (bytes).
DOCUMENT = 10 * 2**20
#: How long one conversion may work (seconds), and the most that may come out of it (bytes).
WORK, OUT = 20.0, 4 * 2**20
#: The kinds of picture that are taken.
PICTURES = ("JPEG", "PNG", "WEBP")

#: What files that go out to her are called: a name that tells nothing.
NAMES = {"voice": "halsobot.ogg", "photo": "halsobot.jpg", "document": "halsobot.pdf"}

Why = Literal["large", "long", "broken", "unavailable"]
#: An area of a picture: left, top, width and height in pixels.
Area = tuple[int, int, int, int]

Image.MAX_IMAGE_PIXELS = PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class BadMedia(Exception):
    """This recording or picture cannot be taken: it is too large, too long or broken, or there is no tool for it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


# Pictures


def clean_picture(body: bytes) -> bytes:
    """The picture alone, as JPEG, upright, with nothing of where, when and by what it was taken. Raises BadMedia.

    It takes up to a second: call it in a thread.
    """
    return _jpeg(_opened(body))


def small_picture(body: bytes) -> bytes:
    """A picture as it stands in a chat, where a slow network has to bring it. Raises BadMedia."""
    return _jpeg(_opened(body, SMALL))


def black_out(body: bytes, areas: Iterable[Area]) -> bytes:
    """``clean_picture`` with areas of it painted black: of what was there nothing is left. Raises BadMedia."""
    picture = _opened(body)
    pen = ImageDraw.Draw(picture)
    for left, top, width, height in areas:
        pen.rectangle((left, top, left + max(width, 1), top + max(height, 1)), fill="black")
    return _jpeg(picture)


def _opened(body: bytes, side: int = SIDE) -> Image.Image:
    if len(body) > PICTURE:
        raise BadMedia("large")
    try:
        with Image.open(BytesIO(body), formats=PICTURES) as picture:
            picture.draft("RGB", (side, side))  # a large JPEG is unpacked to a part of its size at once
            return _upright(picture, side)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadMedia("large") from None
    except Exception:  # a broken file makes Pillow raise almost anything
        raise BadMedia("broken") from None


def _upright(picture: Image.Image, side: int) -> Image.Image:
    """At most ``side`` large, turned as its camera was held, on white where one could see through it."""
    turned = ImageOps.exif_transpose(picture)
    if turned.mode not in ("RGB", "L"):
        turned = turned.convert("RGBA")
        turned.thumbnail((side, side))
        white = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(white, turned)
    turned.thumbnail((side, side))
    return turned.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    """Only the pixels go into a new picture, so no metadata can come along."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    written = BytesIO()
    bare.save(written, "JPEG", quality=85)
    return written.getvalue()


# Sound

#: What ffmpeg may read: files that browsers and telephones record, and no playlists, which would open other files.
_READS = (
    *("-protocol_whitelist", "pipe,file"),
    *("-format_whitelist", "ogg,matroska,webm,mov,mp4,m4a,mp3,wav,aac,flac,caf,amr"),
    *("-codec_whitelist", "opus,libopus,vorbis,aac,mp3,mp3float,flac,alac,pcm_s16le,pcm_s16be,pcm_f32le,amrnb"),
)
#: One quiet thread that asks nobody, keeps no large memory and says only how far it came.
_WORKS = (
    *("-hide_banner", "-nostdin", "-loglevel", "quiet", "-nostats", "-progress", "pipe:2"),
    *("-max_alloc", str(64 * 2**20), "-threads", "1"),
)
#: The first sound of the file, one channel, without names, dates and places; a moment more than is allowed, so that
#: one that is too long is noticed.
_WRITES = (
    *("-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-bitexact"),
    *("-t", str(SECONDS + 2), "-fs", str(OUT), "-ac", "1", "-threads", "1"),
)
#: Telegram plays a voice message only in this form; every browser plays the other.
_OPUS = ("-ar", "48000", "-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-f", "ogg", "pipe:1")
_MP3 = ("-ar", "24000", "-c:a", "libmp3lame", "-b:a", "48k", "-id3v2_version", "0", "-f", "mp3", "pipe:1")
_REACHED = re.compile(rb"out_time_us=(\d+)")


class Sounds:
    """Converts recordings with ffmpeg, one at a time; whoever comes meanwhile waits.

    ``ffmpeg`` is the program's name or path. What it reads stands in memory and never on a disk, and it is given
    none of our settings.
    """

    def __init__(self, ffmpeg: str = "ffmpeg") -> None:
        self._ffmpeg = ffmpeg
        self._one = asyncio.Lock()

    @property
    def available(self) -> bool:
        """Whether there is an ffmpeg."""
        return shutil.which(self._ffmpeg) is not None

    async def to_opus(self, body: bytes) -> bytes:
        """As Telegram wants voice messages: OGG with Opus, mono. Raises BadMedia."""
        return await self._converted(body, _OPUS)

    async def to_mp3(self, body: bytes) -> bytes:
        """As every browser can play it, also old ones. Raises BadMedia."""
        return await self._converted(body, _MP3)

    async def _converted(self, body: bytes, form: Sequence[str]) -> bytes:
        program = shutil.which(self._ffmpeg)
        if program is None:
            raise BadMedia("unavailable")
        if len(body) > SOUND:
            raise BadMedia("large")
        async with self._one:
            with _in_memory(body) as (file, name):
                made, reached = await _run((program, *_WORKS, *_READS, "-i", name, *_WRITES, *form), file.fileno())
        if reached > (SECONDS + 1) * 1_000_000 or len(made) >= OUT:
            raise BadMedia("long")
        return made


@contextmanager
def _in_memory(body: bytes) -> Iterator[tuple[IO[bytes], str]]:
    """A file without a place, which ends with whoever has it open, and the name by which a child can read it."""
    with _placeless() as file:
        file.write(body)
        file.flush()
        file.seek(0)
        yield file, f"/dev/fd/{file.fileno()}"


def _placeless() -> IO[bytes]:
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("sound"), "w+b")
    return tempfile.TemporaryFile()


async def _run(command: Sequence[str], reads: int) -> tuple[bytes, int]:
    """What a program wrote, and how many microseconds of sound it came to. It never outlives its time. Raises
    BadMedia.
    """
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe, pass_fds=(reads,), env={})
    try:
        async with asyncio.timeout(WORK):
            made, told = await child.communicate()
    except TimeoutError:
        raise BadMedia("broken") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or not made:
        raise BadMedia("broken")
    return made, max(map(int, _REACHED.findall(told)), default=0)

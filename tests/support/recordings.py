"""Recordings and pictures as telephones and browsers make them."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO

import imageio_ffmpeg
from PIL import Image

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
#: What each kind of file is made with.
KINDS = {
    "webm": ("-c:a", "libopus", "-f", "webm"),
    "mp4": ("-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"),
    "ogg": ("-c:a", "libopus", "-f", "ogg"),
    "wav": ("-f", "wav"),
}
#: A place in Östersund, and who took the picture.
SECRETS = (b"Exif", b"GPS", b"SecretPhone", b"Hemliga", b"xmp")


@cache
def recording(kind: str = "webm", seconds: float = 1, *more: str) -> bytes:
    """A tone, in stereo, with a title that tells too much."""
    tone = ("-f", "lavfi", "-i", f"sine=duration={seconds}", "-ac", "2", "-metadata", "title=Hemliga Anna")
    command = (FFMPEG, "-loglevel", "error", *tone, *KINDS[kind], *more, "pipe:1")
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def seconds_of(sound: bytes) -> float:
    """How long a recording is that we have made."""
    command = (FFMPEG, "-loglevel", "quiet", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "-ar", "8000", "pipe:1")
    return len(subprocess.run(command, input=sound, stdout=subprocess.PIPE, check=True).stdout) / 16000


def photo(width: int = 400, height: int = 200, form: str = "JPEG", turned: int = 6) -> bytes:
    """White with a red left half, held sideways, with where and with what it was taken."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((220, 0, 0), (0, 0, width // 2, height))
    exif = picture.getexif()
    exif[0x010F], exif[0x0112], exif[0x013B] = "SecretPhone", turned, "Hemliga Anna"
    exif.get_ifd(0x8825).update({1: "N", 2: (63.0, 10.0, 45.0), 3: "E", 4: (14.0, 38.0, 8.0)})
    written = BytesIO()
    picture.save(written, form, exif=exif, comment=b"Hemliga Anna", quality=95)
    return written.getvalue()


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture))


@cache
def document(size: int = 0) -> bytes:
    """A PDF of one page, made longer by a comment."""
    written = BytesIO()
    Image.new("RGB", (200, 280), "white").save(written, "PDF")
    return written.getvalue() + b"%" * size

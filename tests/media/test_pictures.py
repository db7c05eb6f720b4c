"""Pictures come out small, upright and alone; what is no picture, or too much of one, is refused."""

from __future__ import annotations

import struct
import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from recordings import SECRETS, opened, photo

from halsobot.media import PICTURE, SIDE, BadMedia, black_out, clean_picture


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_picture_is_left(form: str) -> None:
    """No place, no camera, no name; turned as it was held."""
    body = photo(form=form)
    assert any(secret in body for secret in SECRETS)
    clean = clean_picture(body)
    assert [secret for secret in SECRETS if secret in clean] == []
    picture = opened(clean)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (200, 400))
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    red, white = picture.getpixel((100, 20)), picture.getpixel((100, 380))
    assert isinstance(red, tuple)
    assert isinstance(white, tuple)
    assert red[1] < 40 < 200 < white[1]


def test_texts_in_a_png_go_too() -> None:
    """Text chunks are metadata as well; what one could see through becomes white."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "Hemliga Anna")
    written = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(written, "PNG", pnginfo=told)
    clean = clean_picture(written.getvalue())
    assert b"Hemliga" not in clean
    assert opened(clean).getpixel((4, 4)) == (255, 255, 255)


def test_large_pictures_become_smaller() -> None:
    """The longest side is what it says; small ones stay as they are."""
    assert opened(clean_picture(photo(4000, 3000, turned=1))).size == (SIDE, SIDE * 3 // 4)
    assert opened(clean_picture(photo(30, 20, turned=1))).size == (30, 20)


@pytest.mark.parametrize("side", [6400, 12_000, 60_000])
def test_a_bomb_is_refused_before_it_goes_off(side: int) -> None:
    """A few kilobytes that would be gigabytes."""
    began = time.monotonic()
    with pytest.raises(BadMedia, match="large"):
        clean_picture(_png(side, side))
    assert time.monotonic() - began < 0.5


def test_too_many_bytes() -> None:
    with pytest.raises(BadMedia, match="large"):
        clean_picture(photo() + bytes(PICTURE))


@pytest.mark.parametrize("body", [b"", b"GIF89a\1\0\1\0", b"%PDF-1.7", b"<svg/>", photo()[:900], b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(body: bytes) -> None:
    with pytest.raises(BadMedia, match="broken"):
        clean_picture(body)


def test_other_kinds_of_picture_are_refused() -> None:
    """Pillow knows many; the fewer are opened, the fewer faults can be met."""
    for form in ("GIF", "BMP", "TIFF", "ICO"):
        written = BytesIO()
        Image.new("RGB", (32, 32)).save(written, form)
        with pytest.raises(BadMedia, match="broken"):
            clean_picture(written.getvalue())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0), st.binary(min_size=1, max_size=8))
def test_no_broken_file_is_an_error(form: str, place: int, bytes_: bytes) -> None:
    """Whatever stands somewhere in it: a picture or a refusal."""
    body = bytearray(photo(40, 20, form))
    at = place % len(body)
    body[at : at + len(bytes_)] = bytes_
    try:
        assert opened(clean_picture(bytes(body))).format == "JPEG"
    except BadMedia:
        return


def test_blacked_out_is_black() -> None:
    """Nothing is left of what was there; all else stays; areas beyond the edge harm nobody."""
    black = opened(black_out(photo(turned=1), [(20, 30, 60, 40), (390, 190, 9000, 9000), (5000, 5000, 1, 1)]))
    assert black.size == (400, 200)
    for spot in ((24, 34), (50, 50), (76, 66), (395, 195)):
        assert max(black.getpixel(spot) or ()) < 40, spot  # type: ignore[arg-type]
    assert black.getpixel((300, 100)) == (255, 255, 255)


def _png(width: int, height: int) -> bytes:
    """A black picture of so many pixels, of which only the beginning is there."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )

"""Whatever stands in a file, reading it gives content or problems, never an exception."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halsobot.bundle.check import check
from halsobot.bundle.checks import findings_of
from halsobot.bundle.draft import draft
from halsobot.bundle.load import load, read_files
from halsobot.bundle.wording import problems_of
from halsobot.flow.parse import parse

from .mistakes import CONTENT, TODAY

FILES, _ = read_files(CONTENT)
#: Pieces of our language, put together at random: nearer to what people write than random bytes.
PIECES = st.sampled_from(
    [
        *("nodes: ", "- ", "screen: ", "ask: ", "when: ", "places: ", "go: ", "end: ", "handover: ", "choices: "),
        *("next: ", "cases: ", "answer: ", "flow ", "kind: ", "open", "costs", "status", "place", "number", "words"),
        *("otherwise: ", " is ", " or ", " and ", "known", "\n", "\n  ", "\n    ", "\n      ", "[", "]", ", ", ": "),
        *("#", "{ $", "}", " = ", "    .", "phone-1177", "value: ", "source: ", "checked: ", "certain: ", "yes"),
        *("2026-11-23", "'", '"', "&a", "*a", "!!x", "\t", "å", "|"),
    ]
)
WRITTEN = st.lists(PIECES, max_size=40).map("".join).map(str.encode)


@given(st.binary(max_size=400) | WRITTEN)
@settings(max_examples=300, deadline=None)
def test_any_flow_file_can_be_read(data: bytes) -> None:
    """Random bytes, and random words of the language, are read as a flow without an exception."""
    parsed = parse(data, "flows/any.yaml")
    assert parsed.flow is not None or parsed.findings


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200) | WRITTEN)
@settings(max_examples=150, deadline=None)
def test_any_file_can_hold_anything(path: str, data: bytes) -> None:
    """Each file of correct content is replaced by anything: all checks still run, and all words are found."""
    files = {**FILES, path: data}
    problems_of(findings_of(draft(files), files, date(2026, 11, 23)), "sv")


def test_files_of_odd_kinds(tmp_path: Path) -> None:
    """Folders called like files, links to nothing and binary files are problems in plain words."""
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "flows/folder.yaml").mkdir()
    (tmp_path / "locales/sv/nowhere.ftl").symlink_to(tmp_path / "missing")
    (tmp_path / "content/pictures/photo.svg").write_bytes(b"\x89PNG\xff\xfe")
    (tmp_path / "content/facts/.national.yaml.swp").write_bytes(b"\xff")
    assert {(problem.file, problem.code) for problem in check(tmp_path, TODAY) if problem.severity == "error"} == {
        ("flows/folder.yaml", "unreadable"),
        ("locales/sv/nowhere.ftl", "unreadable"),
        ("content/pictures/photo.svg", "not-utf8"),
    }


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    """A byte order mark and carriage returns at line ends change nothing."""
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert check(tmp_path, TODAY) == ()


@pytest.mark.parametrize("path", ["flows/costs.yaml", "locales/en/costs.ftl", "content/facts/national.yaml"])
def test_the_digest_names_one_version(path: str, tmp_path: Path) -> None:
    """The same content has the same digest, and one changed comment gives another."""
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    before = load(tmp_path, show_unreviewed=True).bundle
    (tmp_path / path).write_bytes(b"# changed\n" + FILES[path])
    after = load(tmp_path, show_unreviewed=True).bundle
    original = load(CONTENT, show_unreviewed=True).bundle
    assert before is not None
    assert after is not None
    assert original is not None
    assert before.digest == original.digest != after.digest

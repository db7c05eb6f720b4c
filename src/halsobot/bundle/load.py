"""Content folder -> bundle. The only code that reads content files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from halsobot.bundle.assemble import assemble
from halsobot.bundle.checks import findings_of
from halsobot.bundle.content import Bundle
from halsobot.bundle.draft import draft
from halsobot.bundle.problem import Problem
from halsobot.bundle.wording import Language, problems_of
from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Mark
from halsobot.flow.source import MAX_BYTES, UNREADABLE

FOLDERS = ("flows", "locales", "content")
#: Beside the content, but not part of it: sounds are played, not read.
_SKIPPED = ("content/audio",)


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """``bundle`` is None when there is any error among ``problems``."""

    bundle: Bundle | None
    problems: tuple[Problem, ...]


def load(folder: Path, *, show_unreviewed: bool, language: Language = "en") -> Loaded:
    """Read, check and freeze all content in ``folder``. Never raises: what is wrong is a problem."""
    files, missing = read_files(folder)
    if missing:
        return Loaded(None, problems_of(missing, language))
    return _loaded(tuple(files.items()), show_unreviewed, language)


@lru_cache(maxsize=1)  # a file that was saved unchanged changes nothing: what was made of the content stays
def _loaded(content: tuple[tuple[str, bytes], ...], show_unreviewed: bool, language: Language) -> Loaded:
    files = dict(content)
    read = draft(files)
    problems = problems_of(findings_of(read, files, None), language)
    if any(problem.severity == "error" for problem in problems):
        return Loaded(None, problems)
    return Loaded(assemble(read, files, show_unreviewed=show_unreviewed), problems)


def problems_in(folder: Path, today: date, language: Language) -> tuple[Problem, ...]:
    """All problems of a content folder on a certain day."""
    files, missing = read_files(folder)
    return problems_of(missing or findings_of(draft(files), files, today), language)


def read_files(folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """The bytes of every content file by its path, and which of the three folders are missing."""
    files: dict[str, bytes] = {}
    missing: list[Finding] = []
    for name in FOLDERS:
        if not (folder / name).is_dir():
            missing.append(found("folder-missing", Mark(name, 1, 1), name=name))
        for path in _paths(folder / name):
            relative = _shown(path.relative_to(folder))
            if relative.startswith(_SKIPPED):
                continue
            files[relative] = _bytes(path)
    return files, missing


def _shown(path: Path) -> str:
    """A path as text that can be printed whatever bytes it is made of."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _paths(folder: Path) -> Iterator[Path]:
    """All files, and folders that are called like files; nothing whose name begins with a dot."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.suffix in (".yaml", ".ftl", ".svg") or not path.is_dir():
            yield path
        else:
            yield from _paths(path)


def _bytes(path: Path) -> bytes:
    """What is in a file, at most one byte more than may be."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
    except OSError:
        pass
    return UNREADABLE

"""Reads ``mistakes/*.txt``: what somebody writes wrong in ``content/``, and what ``check`` answers.

A mistake looks like this; ``old`` and ``new`` lines may be several, and so may the files:

    == a misspelt target
    in flows/book-care.yaml
    old|    next: bring
    new|    next: brng
    en|flows/book-care.yaml:17:11: error: No node here is called "brng". Did you mean "bring"?
    sv|flows/book-care.yaml:17:11: fel: Ingen nod här heter "brng". Menade du "bring"?

``write FILE`` makes a file of the ``new`` lines, ``add FILE`` puts them at its end, ``delete FILE`` and
``folder FILE`` (a folder of that name) need none. ``times 300`` repeats the ``new`` lines. ``<TAB>``,
``<BELL>`` and ``<FF>`` stand for a tab, the character 7 and a byte that is not UTF-8.

``python tests/check/mistakes.py`` writes the answers anew; read the difference before you keep it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from halsobot.bundle.check import check
from halsobot.bundle.problem import Problem
from halsobot.bundle.wording import Language, line

HERE = Path(__file__).parent
CONTENT = HERE / "content"
FILES = sorted((HERE / "mistakes").glob("*.txt"))
TODAY = date(2026, 11, 23)
LANGUAGES: tuple[Language, ...] = ("en", "sv")


@dataclass
class Edit:
    """One change of one file."""

    verb: str
    file: str
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    times: int = 1

    def make(self, folder: Path) -> None:
        path = folder / self.file
        new = _bytes(("\n".join(self.new) + "\n" * (self.verb != "in")) * self.times)
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.verb == "in":
            old, before = _bytes("\n".join(self.old)), path.read_bytes()
            assert old in before, f"{self.file} does not hold {old!r}"
            path.write_bytes(before.replace(old, new, 1))
        elif self.verb == "write":
            path.write_bytes(new)
        elif self.verb == "add":
            path.write_bytes(path.read_bytes() + new)
        elif self.verb == "delete":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        else:
            path.unlink(missing_ok=True)
            path.mkdir()


@dataclass(eq=False)
class Mistake:
    """A title, what is changed, and the lines that ``check`` answers in each language."""

    title: str
    edits: list[Edit] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=lambda: {"en": [], "sv": []})


@cache
def problems(mistake: Mistake, language: Language) -> tuple[Problem, ...]:
    """What ``check`` says about the content with this mistake in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "content"
        shutil.copytree(CONTENT, folder)
        for edit in mistake.edits:
            edit.make(folder)
        return check(folder, TODAY, language)


def _bytes(text: str) -> bytes:
    return text.replace("<TAB>", "\t").replace("<BELL>", "\x07").encode().replace(b"<FF>", b"\xff")


def read(text: str) -> Iterator[Mistake]:
    """The mistakes of one file."""
    mistake = Mistake("")
    for row in text.splitlines():
        mark, _, rest = row.partition("|")
        if row.startswith("== "):
            if mistake.title:
                yield mistake
            mistake = Mistake(row.removeprefix("== "))
        elif mark in ("en", "sv"):
            mistake.answers[mark].append(rest)
        elif mark in ("old", "new"):
            getattr(mistake.edits[-1], mark).append(rest)
        elif row.startswith("times "):
            mistake.edits[-1].times = int(row.removeprefix("times "))
        elif row and not row.startswith("#"):
            verb, file = row.split(" ", 1)
            mistake.edits.append(Edit(verb, file))
    yield mistake


def everything() -> list[Mistake]:
    """All mistakes of all files."""
    return [mistake for path in FILES for mistake in read(path.read_text(encoding="utf-8"))]


def answers(mistake: Mistake, language: Language) -> list[str]:
    return [line(problem, language) for problem in problems(mistake, language)]


def rewritten(text: str) -> str:
    """The same mistakes with what ``check`` answers now."""
    head, *blocks = text.split("\n== ")
    whole = [head.rstrip()]
    for block in blocks:
        rows = [row for row in f"== {block}".rstrip().split("\n") if not row.startswith(("en|", "sv|"))]
        (mistake,) = read("\n".join(rows))
        rows += [f"{language}|{answer}" for language in LANGUAGES for answer in answers(mistake, language)]
        whole.append("\n".join(rows))
    return "\n\n".join(whole) + "\n"


if __name__ == "__main__":
    for path in FILES:
        path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")

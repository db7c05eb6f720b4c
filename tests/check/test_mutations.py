"""One wrong character anywhere in the shipped content: still a bundle, or a problem close to it. Never a traceback."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from halsobot.bundle.check import check
from halsobot.bundle.load import load
from halsobot.bundle.problem import Problem

from .mistakes import TODAY

ROOT = Path(__file__).parents[2]
HOW_MANY = 60
LETTERS = "\t:\"'{}[]#-|>&*!%@`=.,$ \nåXé7٣مرحبا"


@dataclass(frozen=True)
class Mutation:
    """``file`` with one character inserted, deleted or replaced, on ``line``."""

    file: str
    line: int
    text: str


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped content."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def mutations(folder: Path, seed: int) -> Iterator[Mutation]:
    """Random mutations, the same for the same seed and content."""
    chance = random.Random(seed)
    texts = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".ftl") and ".test." not in path.name)
    for _ in range(HOW_MANY):
        path = chance.choice(texts)
        text = path.read_text(encoding="utf-8")
        at = chance.randrange(len(text))
        letter = chance.choice(LETTERS)
        kind = chance.choice(("insert", "delete", "replace"))
        middle = "" if kind == "delete" else letter
        changed = text[:at] + middle + text[at + (kind != "insert") :]
        yield Mutation(path.relative_to(folder).as_posix(), text.count("\n", 0, at) + 1, changed)


def told(folder: Path, mutation: Mutation, usual: set[Problem], *, build: bool) -> tuple[bool, list[Problem]]:
    """Whether the mutated content has no error, and what ``check`` says that it did not say before."""
    path = folder / mutation.file
    before = path.read_bytes()
    path.write_bytes(mutation.text.encode())
    try:
        problems = check(folder, TODAY)
        sound = all(problem.severity == "warning" for problem in problems)
        if build:
            assert sound == (load(folder, show_unreviewed=True).bundle is not None)
        return sound, [problem for problem in problems if problem not in usual]
    finally:
        path.write_bytes(before)


def test_one_wrong_character_is_found_where_it_stands(shipped: Path) -> None:
    """Errors name the mutated file; nine in ten of all problems are told within one line of the mutation."""
    usual = set(check(shipped, TODAY))
    near = cases = 0
    for number, mutation in enumerate(mutations(shipped, seed=1)):
        # Building all languages takes far longer than checking them, so it is done for every tenth.
        sound, problems = told(shipped, mutation, usual, build=number % 10 == 0)
        own = [problem.line for problem in problems if problem.file == mutation.file]
        assert sound or own, f"{mutation.file}:{mutation.line}: not named in {problems}"
        cases += bool(problems)
        near += any(abs(line - mutation.line) <= 1 for line in own)
    assert cases
    assert near / cases >= 0.9

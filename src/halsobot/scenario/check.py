"""``halsobot check`` whole: the content's problems, then the talks that do not go as written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from halsobot.bundle.check import check
from halsobot.bundle.content import Bundle
from halsobot.bundle.load import load
from halsobot.bundle.problem import Problem
from halsobot.bundle.wording import Language, problems_of
from halsobot.flow.finding import Finding
from halsobot.scenario.play import play
from halsobot.scenario.read import talks


def check_all(folder: Path, today: date, language: Language = "en") -> tuple[Problem, ...]:
    """Every problem of the folder. Talks are played only where the content itself is sound."""
    problems = check(folder, today, language)
    bundle = load(folder, show_unreviewed=True).bundle
    if bundle is None:
        return problems
    return tuple(sorted((*problems, *problems_of(_findings(folder, bundle), language))))


def _findings(folder: Path, bundle: Bundle) -> list[Finding]:
    found: list[Finding] = []
    for path in sorted((folder / "flows").glob("*.test.yaml")):
        readable, wrong = talks(path.read_bytes(), f"flows/{path.name}", bundle)
        found += wrong
        found += [finding for talk in readable for finding in play(bundle, talk)]
    return found

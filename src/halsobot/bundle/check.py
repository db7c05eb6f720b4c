"""All problems of a content folder, for people and for programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from halsobot.bundle.load import problems_in
from halsobot.bundle.problem import Problem
from halsobot.bundle.wording import Language


def check(folder: Path, today: date, language: Language = "en") -> tuple[Problem, ...]:
    """Every problem in ``folder``, sorted by place. ``today`` decides which dates have passed."""
    return problems_in(folder, today, language)

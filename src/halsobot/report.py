"""Short tables for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from halsobot.bundle.problem import Problem
from halsobot.bundle.wording import Language
from halsobot.text.catalogue import Catalogue
from halsobot.text.locales import LOCALES, SOURCE


def totals(problems: Iterable[Problem], language: Language) -> str:
    """The last line of ``check``."""
    found = Counter(problem.severity for problem in problems)
    errors, warnings = found["error"], found["warning"]
    if language == "sv":
        return f"{errors} fel, {warnings} varningar" if errors or warnings else "Inga problem."
    return f"{_some(errors, 'error')}, {_some(warnings, 'warning')}" if errors or warnings else "No problems."


def _some(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def locales(catalogue: Catalogue) -> str:
    """One line a language: how many of the Swedish messages it has, and what reviewers have said of them."""
    all_ids = set(catalogue.words[SOURCE].entries)
    columns = f"{'messages':>10}{'reviewed':>10}{'drafted':>9}{'stale':>7}{'rejected':>10}{'missing':>9}"
    lines = [f"{'locale':8}{'language':12}{columns}"]
    for tag, known in LOCALES.items():
        found = Counter(catalogue.state(id, tag) for id in all_ids)
        counts = [sum(found.values()) - found[None], found["reviewed"], found["drafted"], found["stale"]]
        row = "".join(f"{number:>{width}}" for number, width in zip(counts, (10, 10, 9, 7), strict=True))
        lines.append(f"{tag:8}{known.english:12}{row}{found['rejected']:>10}{found[None]:>9}")
    return "\n".join(lines)

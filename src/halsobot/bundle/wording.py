"""Findings -> problems in plain words, English or Swedish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from halsobot.bundle.problem import Problem
from halsobot.bundle.words_content import CONTENT
from halsobot.bundle.words_flows import FLOWS
from halsobot.bundle.words_lists import LISTS
from halsobot.bundle.words_talks import TALKS
from halsobot.bundle.words_yaml import YAML, Words
from halsobot.flow.finding import Finding
from halsobot.text.locales import LOCALES

Language = Literal["en", "sv"]

WORDS: Mapping[str, Words] = {**YAML, **FLOWS, **CONTENT, **LISTS, **TALKS}

_SEVERITY = {"en": {"error": "error", "warning": "warning"}, "sv": {"error": "fel", "warning": "varning"}}
_DID = {"en": 'Did you mean "{near}"?', "sv": 'Menade du "{near}"?'}
_MORE = {"en": " (It is missed in {more} more places.)", "sv": " (Det saknas på {more} ställen till.)"}
_NOUNS: Mapping[str, tuple[str, str]] = {
    "flow": ("A flow", "Ett flöde"),
    "fact": ("A fact", "Ett faktum"),
    "place": ("A place", "En plats"),
    "hours": ("An entry under hours", "En post under hours"),
    "region": ("A region", "En region"),
    "source": ("A source", "En källa"),
    "home": ("home.yaml", "home.yaml"),
    "answering": ("guides.yaml", "guides.yaml"),
    "guide": ("A guide", "En guide"),
    "interpreter-hour": ("An interpreter hour", "En tolktimme"),
    "category": ("A category", "En kategori"),
    "answers": ("answers.yaml", "answers.yaml"),
    "common": ("common.yaml", "common.yaml"),
    "tests": ("A file of talks", "En fil med samtal"),
    "talk": ("A talk", "Ett samtal"),
    "step": ("A step", "Ett steg"),
}


def is_error(finding: Finding) -> bool:
    """Whether this stops publishing."""
    return WORDS[finding.code].severity == "error"


def problems_of(findings: Iterable[Finding], language: Language) -> tuple[Problem, ...]:
    """The problems in words, by place, each once."""
    return tuple(sorted({_problem(finding, language) for finding in findings}))


def line(problem: Problem, language: Language) -> str:
    """A problem as one line, the word for its severity in the same language as its sentences."""
    severity = _SEVERITY[language][problem.severity]
    said = " ".join(part for part in (problem.message, problem.hint) if part)
    return f"{problem.file}:{problem.line}:{problem.column}: {severity}: {said}"


def _problem(finding: Finding, language: Language) -> Problem:
    words = WORDS[finding.code]
    values = _values(dict(finding.values), language)
    message, hint = words.english if language == "en" else words.swedish
    with_near, _, without = hint.partition("|")
    chosen = with_near if values.get("near") or not without else without
    if values.get("more"):
        chosen += _MORE[language]
    return Problem(
        file=finding.at.file,
        line=finding.at.line,
        column=finding.at.column,
        severity=words.severity,
        code=finding.code,
        message=message.format(**values),
        hint=chosen.format(**values).strip(),
        text=values.get("text") or values.get("name", ""),
    )


def _values(values: dict[str, str], language: Language) -> dict[str, str]:
    near, owner, locale = values.get("near", ""), values.get("owner", ""), values.get("locale", "")
    values["did"] = _DID[language].format(near=near) if near else ""
    if owner in _NOUNS:
        values["owner"] = _NOUNS[owner][0 if language == "en" else 1]
    if locale in LOCALES:
        values["language"] = LOCALES[locale].english if language == "en" else LOCALES[locale].swedish
    return values

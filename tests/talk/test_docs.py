"""What the README promises is so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest

from halsobot.cli import main
from halsobot.config import PREFIX, Settings
from halsobot.scenario.check import check_all
from halsobot.text.locales import LOCALES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def test_every_command_and_setting_is_in_the_readme() -> None:
    """A command or setting that nobody can find does not exist."""
    assert isinstance(main, click.Group)
    for name in main.commands:
        assert f"`halsobot {name}" in README, name
    for name in Settings.model_fields:
        assert f"`{PREFIX}{name.upper()}`" in README, name


def test_every_column_that_is_kept_is_described() -> None:
    """docs/security/data.md is what scripts/describe-data makes of the tables as they are."""
    made = subprocess.run(
        [sys.executable, ROOT / "scripts/describe-data", "--print"], capture_output=True, text=True, check=True
    )
    assert made.stdout == (ROOT / "docs/security/data.md").read_text()


def test_every_link_and_picture_is_there() -> None:
    """No page of ours points to a file that is not in the repository."""
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for target in re.findall(r'(?:\]\(|src=")([^)"#:]+)[)"]', page.read_text()):
            assert (page.parent / target).exists(), (page.name, target)


def test_every_language_of_the_readme_is_shipped() -> None:
    """The languages it names are those that have texts."""
    shipped = {LOCALES[folder.name].english for folder in (ROOT / "locales").iterdir()}
    line = next(line for line in README.splitlines() if line.startswith("Languages:"))
    assert shipped == {language.english for language in LOCALES.values() if re.search(rf"\b{language.english}\b", line)}


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The content after the README's five-minute change of a flow, the label forgotten."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    flow = tmp_path / "flows/book-care.yaml"
    flow.write_text(
        flow.read_text().replace("      - price: flow costs\n", "      - price: flow costs\n      - parking\n", 1)
        + "  - screen: parking\n    next: finish\n"
    )
    words = tmp_path / "locales/sv/book-care.ftl"
    words.write_text(words.read_text() + "\nbook-care-parking = Det finns parkering vid ingången.\n")
    return tmp_path


def test_the_five_minute_change_works_as_written(changed: Path) -> None:
    """The forgotten label is named in the README's own words; once written, there is no error."""
    found = [str(problem) for problem in check_all(changed, date(2026, 11, 23)) if problem.severity == "error"]
    promised = next(line for line in README.splitlines() if line.startswith("flows/book-care.yaml:"))
    assert [re.sub(r":\d+:\d+:", ":", line) for line in found] == [re.sub(r":\d+:\d+:", ":", promised)]
    words = changed / "locales/sv/book-care.ftl"
    price = "    .price = Vad kostar ett besök?\n"
    words.write_text(words.read_text().replace(price, price + "    .parking = Var kan jag parkera?\n", 1))
    assert [str(problem) for problem in check_all(changed, date(2026, 11, 23)) if problem.severity == "error"] == []

"""The commands as an editor or operator meets them in a terminal."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from halsobot.config import Settings

ROOT = Path(__file__).parents[2]


def _halsobot(*arguments: str, stdin: str = "", cwd: Path = ROOT, **own: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HALSOBOT_UNREVIEWED": "show", "PYTHONIOENCODING": "utf-8"} | own
    command = [sys.executable, "-m", "halsobot", *arguments]
    return subprocess.run(command, input=stdin, env=env, cwd=cwd, capture_output=True, text=True, timeout=60)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content, to be broken."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_check_finds_nothing_wrong_with_what_is_shipped() -> None:
    """Exit 0, no errors; the scenario tests have been played in every language."""
    done = _halsobot("check")
    assert done.returncode == 0, done.stdout
    assert ": error:" not in done.stdout


def test_check_names_the_line_and_what_to_do(content: Path) -> None:
    """A typing error: exit 1, and file, line, column, what is wrong, what was meant."""
    flow = content / "flows/book-care.yaml"
    flow.write_text(flow.read_text().replace("next: bring", "next: brng", 1))
    done = _halsobot("check", str(content))
    assert done.returncode == 1
    assert 'No node here is called "brng". Did you mean "bring"?' in done.stdout
    assert "flows/book-care.yaml:" in done.stdout
    swedish = _halsobot("check", str(content), "--language", "sv")
    assert 'Ingen nod här heter "brng". Menade du "bring"?' in swedish.stdout


def test_check_speaks_json_to_programs(content: Path) -> None:
    """A list of problems with the same fields each."""
    (content / "flows/start.yaml").write_text("flow: start\n\towner: x\n")
    found = json.loads(_halsobot("check", str(content), "--format", "json").stdout)
    assert {"file", "line", "column", "severity", "code", "message", "hint"} == set(found[0])
    assert (found[0]["file"], found[0]["line"], found[0]["column"]) == ("flows/start.yaml", 2, 1)


def test_check_plays_the_scenario_tests(content: Path) -> None:
    """A step that does not hold is named with its line, what she should see and what she sees."""
    test = content / "flows/book-care.test.yaml"
    test.write_text(
        test.read_text() + "  - talk: Wrong\n    language: sv\n    steps:\n      - sees: book-care-nowhere\n"
    )
    done = _halsobot("check", str(content))
    assert done.returncode == 1
    assert f"flows/book-care.test.yaml:{len(test.read_text().splitlines())}:9: error:" in done.stdout
    assert "book-care-nowhere" in done.stdout
    assert "book-care-who" in done.stdout


def test_check_refuses_a_scenario_test_it_cannot_read(content: Path) -> None:
    """A wrong verb, time or flow has its line too."""
    test = content / "flows/start.test.yaml"
    test.write_text(
        "tests: start\ntalks:\n  - talk: x\n    at: tomorrow\n    steps:\n      - clicks: menu\n      - waits: long\n"
    )
    done = _halsobot("check", str(content))
    for line in (4, 6, 7):
        assert f"flows/start.test.yaml:{line}:" in done.stdout, done.stdout


def test_a_talk_in_the_terminal_follows_a_script(tmp_path: Path) -> None:
    """Numbers, /names and words; the screens are printed; nothing is left behind."""
    script = tmp_path / "script.txt"
    script.write_text("# a comment\n1\n/menu\nblah blah\n", encoding="utf-8")
    done = _halsobot("talk", "--locale", "sv", "--script", str(script), cwd=tmp_path, HALSOBOT_CONTENT=str(ROOT))
    assert done.returncode == 0, done.stderr
    assert "book-care-who" in done.stdout
    assert "Jag förstår inte" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["script.txt"]


def test_a_recorded_talk_plays_as_a_scenario_test(content: Path) -> None:
    """What was said in the terminal becomes a test that passes."""
    recorded = content / "flows/start.test.yaml"
    recorded.unlink()
    talk = "/ar\n/book-care\n/me\nhej\n/emergency\n/back\n"
    assert _halsobot("talk", "--record", str(recorded), stdin=talk).returncode == 0
    assert "language: ar" in recorded.read_text()
    done = _halsobot("check", str(content))
    assert done.returncode == 0, done.stdout


def test_a_recording_never_replaces_a_file(content: Path) -> None:
    """The tests that are there are worth more than a talk."""
    there = content / "flows/start.test.yaml"
    before = there.read_text()
    done = _halsobot("talk", "--record", str(there), stdin="/sv\n")
    assert done.returncode == 1
    assert "exists already" in done.stderr
    assert there.read_text() == before


def test_settings_lists_every_setting_and_no_secret() -> None:
    """Each with its value and what it means; a token is never printed."""
    done = _halsobot("settings", HALSOBOT_TELEGRAM_TOKEN="123:secret")
    for name in Settings.model_fields:
        assert f"HALSOBOT_{name.upper()} = " in done.stdout
    assert "secret" not in done.stdout.replace("HALSOBOT_TELEGRAM_WEBHOOK_SECRET", "").replace("The secret by", "")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"HALSOBOT_PORT": "many"}, "HALSOBOT_PORT"),
        ({"HALSOBOT_UNREVIEWED": "maybe"}, "HALSOBOT_UNREVIEWED"),
        ({"HALSOBOT_DATABASE_URL": "postgresql://x"}, "HALSOBOT_DATABASE_URL"),
        ({"HALSOBOT_CONTENT": "/nowhere"}, "/nowhere"),
        ({"HALSOBOT_PROT": "8090"}, "Did you mean HALSOBOT_PORT?"),
        ({"HALSOBOT_DATABASE_URL": "sqlite:////tmp"}, "names a folder"),
        ({"HALSOBOT_HOST": "no.such.host.invalid"}, "HALSOBOT_HOST"),
        ({"HALSOBOT_TELEGRAM_WEBHOOK_URL": "https://bot.example/telegram"}, "HALSOBOT_TELEGRAM_WEBHOOK_SECRET"),
        (
            {"HALSOBOT_TELEGRAM_WEBHOOK_URL": "https://bot.example", "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": "s"},
            "path of its own",
        ),
    ],
)
def test_a_wrong_setting_is_named_without_a_traceback(tmp_path: Path, own: dict[str, str], said: str) -> None:
    """One line that names the setting or the file."""
    done = _halsobot("serve", cwd=tmp_path, **{"HALSOBOT_CONTENT": str(ROOT)} | own)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_graph_draws_a_flow_and_knows_which_there_are() -> None:
    """Mermaid text; an unknown name lists the flows."""
    assert _halsobot("graph", "book-care").stdout.startswith("flowchart")
    wrong = _halsobot("graph", "book-car")
    assert wrong.returncode == 1
    assert "book-care" in wrong.stderr


def test_locales_prints_the_state_of_every_language() -> None:
    """Eight lines; nothing is reviewed that nobody has reviewed."""
    lines = _halsobot("locales").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["ar", "fa-AF", "ti", "uk", "so", "fa", "en", "sv"]
    assert all(line.split()[3] == "0" for line in lines[1:])


def test_check_says_so_when_a_scenario_test_names_no_flow(content: Path) -> None:
    """The head of the file is needed, and its lack is no traceback."""
    (content / "flows/start.test.yaml").write_text("talks:\n  - talk: x\n    steps:\n      - sees: start-menu\n")
    done = _halsobot("check", str(content), "--language", "sv")
    assert "flows/start.test.yaml:1:1: fel:" in done.stdout, done.stdout + done.stderr

"""``halsobot staff``: accounts as an operator makes and removes them."""

from __future__ import annotations

import re
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner, Result

from halsobot.cli import main

from .office import PASSWORD, copy_content


@pytest.fixture
def runner(tmp_path: Path) -> CliRunner:
    copy_content(tmp_path / "content")
    return CliRunner(env=_settings(tmp_path))


def _settings(folder: Path) -> dict[str, str]:
    return {
        "HALSOBOT_DATABASE_URL": f"sqlite:///{folder}/halsobot.db",
        "HALSOBOT_KEYS": f"{folder}/keys",
        "HALSOBOT_CONTENT": str(folder / "content"),
    }


def _adds(runner: CliRunner, *arguments: str) -> Result:
    return runner.invoke(main, ["staff", "add", *arguments, "--password-from", "-"], input=f"{PASSWORD}\n")


def test_an_account_is_made_listed_and_removed(runner: CliRunner) -> None:
    """The secret of the codes is printed once; the password never."""
    made = runner.invoke(
        main, ["staff", "add", "Anna.B", "--guide", "anna", "--language", "sv"], input=f"{PASSWORD}\n{PASSWORD}\n"
    )
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    address = re.search(r"otpauth://\S+", made.output)
    assert address
    secret = pyotp.parse_uri(address[0])
    assert isinstance(secret, pyotp.TOTP)
    assert f"or by hand: {secret.secret}" in made.output
    listed = runner.invoke(main, ["staff", "list"])
    assert listed.output == "anna.b: guide anna, sv\n"
    assert "The name is kept as anna.b:" in made.output
    assert runner.invoke(main, ["staff", "remove", "anna.b"]).exit_code == 0
    assert runner.invoke(main, ["staff", "list"]).output == "There is no account.\n"
    assert "There is no account 'anna.b'" in runner.invoke(main, ["staff", "remove", "anna.b"]).output


def test_an_account_is_changed_only_on_purpose(runner: CliRunner) -> None:
    """A name that is taken is refused, with what would change; with ``--renew`` the rest stays as it was."""
    mail = ["--email", "anna@region.example"]
    assert _adds(runner, "anna", "--guide", "anna", "--language", "en", *mail).exit_code == 0
    refused = _adds(runner, "Anna", "--guide", "bilal", "--language", "sv")
    assert refused.exit_code == 1
    assert "There is an account anna already, for the guide anna. Nothing is changed." in refused.output
    assert "guide anna becomes bilal, language en becomes sv." in refused.output
    assert runner.invoke(main, ["staff", "list"]).output == "anna: guide anna, en\n"
    renewed = _adds(runner, "anna", "--guide", "bilal", "--renew")
    assert "anna has a new password and code." in renewed.output
    assert runner.invoke(main, ["staff", "list"]).output == "anna: guide bilal, en\n"


def test_a_password_file_that_is_no_text(runner: CliRunner, tmp_path: Path) -> None:
    """One line instead of a traceback, also for what could be read but never typed."""
    for body, said in ((b"\x89PNG\r\n\x1a\n" + bytes(40), "is no text file"), (bytes(40), "nobody can type")):
        (tmp_path / "password").write_bytes(body)
        done = runner.invoke(
            main, ["staff", "add", "anna", "--guide", "anna", "--password-from", str(tmp_path / "password")]
        )
        assert (done.exit_code, said in done.output) == (1, True), done.output
        assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (["anna", "--guide", "anna"], "short", "at least 12 and at most 1000 characters"),
        (["anna", "--guide", "anna"], " " * 20, "nothing but blanks"),
        (["anna", "--guide", "nobody"], PASSWORD, "The guides are: anna, bilal, eva."),
        (["an na", "--guide", "anna"], PASSWORD, "A name has"),
    ],
)
def test_what_cannot_be_is_refused(runner: CliRunner, arguments: list[str], password: str, said: str) -> None:
    """One line that says what to do."""
    done = runner.invoke(main, ["staff", "add", *arguments, "--password-from", "-"], input=password + "\n")
    assert done.exit_code == 1
    assert said in done.output
    assert runner.invoke(main, ["staff", "list"]).output == "There is no account.\n"

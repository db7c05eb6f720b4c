"""``halsobot staff``: accounts as an operator makes and removes them."""

from __future__ import annotations

import re
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner

from halsobot.cli import main

from .office import PASSWORD, copy_content


@pytest.fixture
def runner(tmp_path: Path) -> CliRunner:
    return CliRunner(
        env={
            "HALSOBOT_DATABASE_URL": f"sqlite:///{tmp_path}/halsobot.db",
            "HALSOBOT_KEYS": f"{tmp_path}/keys",
            "HALSOBOT_CONTENT": str(copy_content(tmp_path / "content")),
        }
    )


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
    again = runner.invoke(
        main, ["staff", "add", "anna.b", "--guide", "anna", "--password-from", "-"], input=f"{PASSWORD}\n"
    )
    assert "has a new password and code" in again.output
    assert runner.invoke(main, ["staff", "remove", "anna.b"]).exit_code == 0
    assert runner.invoke(main, ["staff", "list"]).output == "There is no account.\n"
    assert "There is no account 'anna.b'" in runner.invoke(main, ["staff", "remove", "anna.b"]).output


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (["anna", "--guide", "anna"], "short", "at least 12 characters"),
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

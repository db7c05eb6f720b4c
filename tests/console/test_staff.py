"""``halsobot staff``: accounts as an operator makes and removes them."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner, Result

from halsobot.cli import main
from halsobot.model.inbound import Address

from .office import PASSWORD, Office, copy_content, opened


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


async def _operator(folder: Path, *arguments: str) -> str:
    """What an operator reads, in a program beside the running one."""
    runner = CliRunner(env=_settings(folder))
    done = await asyncio.to_thread(runner.invoke, main, ["staff", *arguments], input=f"{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    return done.output


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
    assert "Nobody can log in for the guide anna" in renewed.output
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


async def test_cases_of_a_removed_guide_go_back_to_the_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody else is that guide she is away until somebody is; the command says what that does to cases."""
    async with opened(tmp_path) as office:
        await office.begins()
        monkeypatch.setattr("halsobot.staff.utc_now", office.clock)
        await office.hires("anna-2", "anna", "sv")
        case, _ = await office.asks()
        answered, who = await office.asks()
        async with office.logs_in("anna") as anna:
            await anna.claims(case)
            await anna.claims(answered)
            await anna.sends(f"/case/{answered}", f"/case/{answered}/reply", text="Hej")
        assert await _operator(tmp_path, "remove", "anna-2") == "anna-2 is removed.\n"
        removed = await _operator(tmp_path, "remove", "anna")
        assert "Nobody can log in for the guide anna: she is away until" in removed
        assert "go back to the queue within a minute while the bot runs: 1." in removed
        assert "answered, which another guide can take then: 1." in removed
        await office.desk.take_up_absences()
        await office.desk.check_promises(office.clock())
        assert (await office.desk.row(case)).state == "waiting"
        await _takes_what_was_answered(office, answered, who)
        added = await _operator(tmp_path, "add", "anna", "--guide", "anna", "--password-from", "-")
        assert "The guide anna is not away any more" in added
        assert await office.desk.away() == []


async def _takes_what_was_answered(office: Office, case: str, who: Address) -> None:
    """It is nobody's, and no news to her; a colleague takes it, and she reads who has it now."""
    row, shown = await office.desk.row(case), await _screens(office, who)
    assert (row.state, row.guide, row.answered) == ("waiting", None, True)
    assert shown[-1] == "engine-said"
    async with office.logs_in("bilal") as bilal:
        page = await bilal.get("/")
        assert "(1) Queue" in page.text, "it asks for nobody"
        left = page.text.partition('aria-labelledby="h-left"')[2].partition("</section>")[0]
        assert f"/case/{case}/claim" in left
        assert "Anna" not in page.words
        assert (await bilal.claims(case)).path == f"/case/{case}"
    assert (await _screens(office, who))[-1] == "engine-passed"


async def _screens(office: Office, who: Address) -> list[str]:
    return [each.view.screen for each in await office.rt.store.messages(who, 0) or ()]


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

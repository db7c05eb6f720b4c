"""The commands, ``halsobot serve`` to ``halsobot doctor``; ``halsobot --help`` lists them."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click
from sqlalchemy.exc import OperationalError

from halsobot import report
from halsobot.app import BadContent, read_content
from halsobot.bundle.wording import Language, line
from halsobot.config import BadSettings, Settings, describe, read_settings
from halsobot.doctor import examine
from halsobot.flow.graph import draw
from halsobot.flow.schema import schema as flow_schema
from halsobot.improving import improvements
from halsobot.keeping import due_now, rotated
from halsobot.scenario.check import check_all
from halsobot.serve import serve as serve_until_stopped
from halsobot.staff import BadAccount, add_account, list_accounts, read_password, remove_account
from halsobot.store.database import BadDatabase
from halsobot.store.ring import BadKeys
from halsobot.talk import BadScript
from halsobot.talk import talk as talk_in_terminal
from halsobot.text.locales import LOCALES
from halsobot.try_words import understood

Result = TypeVar("Result")

CONTENT = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """halsobot shows newcomers the way in Swedish health care, in their own language."""


@main.command()
def serve() -> None:
    """Start the bot with its web chat, until Ctrl-C."""
    _run(lambda settings: asyncio.run(serve_until_stopped(settings)))


@main.command()
@click.option("--locale", help="Begin in this language, such as ar.")
@click.option("--script", type=click.File(encoding="utf-8"), help="Read what to do from a file, one thing a line.")
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), help="Write the talk as a scenario test.")
def talk(locale: str | None, script: Any, record: Path | None) -> None:
    """Talk to the bot here. A number or words press a button; /menu and the like press the bar. Nothing is kept."""
    _run(lambda settings: asyncio.run(talk_in_terminal(settings, locale, script or sys.stdin, record)))


@main.command()
@click.argument("folder", type=CONTENT, required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print problems.")
@click.option("--language", type=click.Choice(["en", "sv"]), default="en", help="The language of the messages.")
def check(folder: Path | None, form: str, language: Language) -> None:
    """Find every problem in flows, texts and facts. Exit 1 where there are errors, 0 where there are only warnings."""
    found = check_all(folder or _run(lambda settings: settings.content), date.today(), language)
    if form == "json":
        click.echo(json.dumps([problem.as_json() for problem in found], ensure_ascii=False, indent=2))
    else:
        lines = [line(problem, language) for problem in found]
        click.echo("\n".join([*lines, report.totals(found, language)]))
    sys.exit(any(problem.severity == "error" for problem in found))


@main.command()
@click.argument("messages", type=click.File(encoding="utf-8", errors="replace"), default="-")
@click.option("--locale", type=click.Choice(list(LOCALES)), help="The language of whoever writes.")
def understand(messages: TextIO, locale: str | None) -> None:
    """Try words: one message a line, from a file or from here, each answered with what the bot makes of it (JSON).

    A line may begin with a language and a tab.
    """
    known = _run(read_content).understanding
    for said in understood(known, messages, locale):
        click.echo(said)


@main.command()
def schema() -> None:
    """Print a JSON Schema of flow files, with which editors complete and check while typing."""
    click.echo(json.dumps(flow_schema(), ensure_ascii=False, indent=2))


@main.command()
@click.argument("flow")
def graph(flow: str) -> None:
    """Draw a flow as a Mermaid diagram."""
    bundle = _run(read_content)
    if flow not in bundle.flows:
        raise click.ClickException(f"There is no flow {flow!r}. The flows are: {', '.join(sorted(bundle.flows))}.")
    click.echo(draw(bundle.flows[flow]))


@main.command()
def locales() -> None:
    """Print how far each language has come: written, checked by a person, stale, missing."""
    click.echo(report.locales(_run(read_content).catalogue))


@main.command()
def settings() -> None:
    """List every setting: its value, its default, what it means."""
    click.echo(_run(describe))


@main.command()
def doctor() -> None:
    """Say why a Telegram set-up fails: token, address, webhook, secret, clock, another program."""
    sys.exit(not _run(lambda settings: asyncio.run(_examine(settings))))


@main.group()
def keys() -> None:
    """The key ring, which locks the key of each contact."""


@keys.command()
def rotate() -> None:
    """Put a new key into the ring, lock all by it, and take the old ones out. The bot may go on running."""
    _run(_rotate)


def _rotate(settings: Settings) -> None:
    for done in rotated(settings):  # told as it happens: the ring is to be backed up with both keys in it
        click.echo(done)


@main.command("erase-due")
@click.option("--yes", is_flag=True, help="Erase it, however much it is. Without this it is only counted.")
def erase_due(yes: bool) -> None:
    """Count what has been kept for long enough, and erase it: the bot refuses to erase very much at once by itself."""
    for due in _run(lambda settings: asyncio.run(due_now(settings, erase=yes))):
        click.echo(f"{due.kind}: {due.due} of {due.of} {'erased' if yes else 'due'}")


@main.command()
def cases() -> None:
    """Print why cases were closed and how many said that it helped, by month. Nothing below ten is shown."""
    click.echo("\n".join(_run(lambda settings: asyncio.run(improvements(settings)))))


@main.group()
def staff() -> None:
    """Who may log in to the health guides' console."""


@staff.command()
@click.argument("name")
@click.option("--guide", required=True, help="The guide of a region's guides.yaml that this person is.")
@click.option("--language", type=click.Choice(["sv", "en"]), help="The console's language for her; sv unless said.")
@click.option("--email", help="A work address where she is rung; nothing of anybody's stands in such a message.")
@click.option("--password-from", type=click.File(encoding="utf-8"), help="Read the password from a file; - from here.")
@click.option("--renew", is_flag=True, help="Change an account of that name: a new password, code, guide.")
def add(
    name: str, guide: str, language: str | None, email: str | None, password_from: TextIO | None, renew: bool
) -> None:
    """Make an account. Prints the secret of the one-time codes, once."""

    def make(settings: Settings) -> str:
        password = read_password(password_from) if password_from else None
        return asyncio.run(add_account(settings, name, guide, language, password, email, renew))

    click.echo(_run(make))


@staff.command("list")
def list_staff() -> None:
    """List the accounts, each with its guide and language."""
    for account in _run(lambda settings: asyncio.run(list_accounts(settings))):
        click.echo(account)


@staff.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove an account. Who is logged in with it is logged out; her cases go back to the queue."""
    click.echo(_run(lambda settings: asyncio.run(remove_account(settings, name))))


async def _examine(settings: Settings) -> bool:
    well = True
    async for finding in examine(settings):
        click.echo(f"{'ok  ' if finding.well else 'FAIL'} {finding.text}")
        well = well and finding.well
    return well


def _run(command: Callable[[Settings], Result]) -> Result:
    """Run a command with the settings; what an operator can mend is said without a traceback."""
    try:
        return command(read_settings())
    except (BadSettings, BadContent, BadKeys, BadDatabase, BadScript, BadAccount) as error:
        raise click.ClickException(str(error)) from None
    except OperationalError:
        raise click.ClickException("The database or the key store is in use by others. Try again.") from None
    except OSError as error:
        raise click.ClickException(f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")) from None

"""Accounts of the health guides' console, as an operator makes and removes them while the bot may be running."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from typing import TextIO

import click
import sqlalchemy as sa

from halsobot.app import open_store, read_content, utc_now
from halsobot.config import Settings
from halsobot.console.credentials import LONGEST, SHORTEST, hashed, new_secret, otpauth
from halsobot.places.hours import SWEDEN
from halsobot.store.staff import Account
from halsobot.store.store import Store
from halsobot.text.locales import SOURCE

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_EMAIL = re.compile(r"[^\s@<>,;\"]{1,64}@[A-Za-z0-9.-]{1,180}")


class BadAccount(Exception):
    """An account cannot be made or removed like that. The text says what to do."""


async def add_account(
    settings: Settings,
    name: str,
    guide: str,
    language: str | None,
    password: str | None,
    email: str | None = None,
    renew: bool = False,
) -> str:
    """Make an account; ``password`` None asks for it. Returns what to tell the guide. Raises BadAccount.

    An account of that name is changed only with ``renew``; its language and address stay where none are given.
    """
    known = name.casefold()
    if not _NAME.fullmatch(known):
        raise BadAccount("A name has 1 to 64 letters a-z, digits, and . _ - between them.")
    if email and not _EMAIL.fullmatch(email):
        raise BadAccount("That is no e-mail address.")
    _must_be_guide(settings, guide)
    secret = new_secret()
    async with _store(settings) as store:
        old = await store.read(lambda connection: store.staff.account(connection, known))
        wanted = (guide, language or (old.locale if old else SOURCE), email or (old.email if old else None))
        if old and not renew:
            raise BadAccount(_taken(old, *wanted))
        hash = hashed(_checked(_asked() if password is None else password))
        account = Account(known, guide, hash, secret, wanted[1], last_code=0, failures=0, locked=0, email=wanted[2])
        moved = await store.change(lambda connection: _put(store, connection, account))
    return "\n".join(
        [
            *([f"The name is kept as {known}: that is what she logs in with."] if name != known else []),
            *moved,
            f"{known} {'has a new password and code' if old else 'can log in'}."
            " Put this into an app for one-time codes now; it is not shown again:",
            otpauth(known, secret),
            f"or by hand: {secret}",
        ]
    )


def _taken(old: Account, guide: str, language: str, email: str | None) -> str:
    """Why an account is not made, and what would change if it were."""
    pairs = [("guide", old.guide, guide), ("language", old.locale, language), ("e-mail", old.email, email)]
    changes = [f"{what} {before or 'none'} becomes {after}" for what, before, after in pairs if before != after]
    also = f" These change, too: {', '.join(changes)}." if changes else ""
    return (
        f"There is an account {old.name} already, for the guide {old.guide}. Nothing is changed. Choose another name,"
        f" or say --renew: then it gets a new password and code, and whoever is logged in with it is logged out.{also}"
    )


def _put(store: Store, connection: sa.Connection, account: Account) -> list[str]:
    """Store the account. Returns what that does to absences: her guide's ends, and nobody is left who cannot answer."""
    staff, old = store.staff, store.staff.account(connection, account.name)
    comes = account.guide is not None and account.guide not in staff.guides(connection)
    staff.add(connection, account)
    said = _gone(store, connection, old.guide) if old and old.guide else []
    if account.guide and comes and staff.come_back(connection, account.guide, _today()):
        said.append(f"The guide {account.guide} is not away any more: answers are promised for her again.")
    return said


def _gone(store: Store, connection: sa.Connection, guide: str) -> list[str]:
    """A guide for whom nobody can log in any more is away until somebody can: her cases must not lie there."""
    if guide in store.staff.guides(connection):
        return []
    store.staff.leave(connection, guide, _today())
    held = [row for row in store.cases.open_cases(connection) if (row.state, row.guide) == ("claimed", guide)]
    back = sum(not row.answered for row in held)
    later = len(held) - back
    return [
        f"Nobody can log in for the guide {guide}: she is away until there is an account for her again.",
        f"Cases that go back to the queue within a minute while the bot runs: {back}.",
        *([f"Cases she has answered, which another guide can take then: {later}."] if later else []),
    ]


async def list_accounts(settings: Settings) -> list[str]:
    """One line for each account."""
    async with _store(settings) as store:
        accounts = await store.read(lambda connection: list(_accounts(store, connection)))
    return [f"{each.name}: guide {each.guide}, {each.locale}" for each in accounts] or ["There is no account."]


def _accounts(store: Store, connection: sa.Connection) -> Iterator[Account]:
    for name in store.staff.names(connection):
        account = store.staff.account(connection, name)
        if account:
            yield account


async def remove_account(settings: Settings, name: str) -> str:
    """Remove an account and end its logins. Raises BadAccount where there is none."""
    async with _store(settings) as store:
        said = await store.change(lambda connection: _remove(store, connection, name.casefold()))
    if said is None:
        raise BadAccount(f"There is no account {name!r}. halsobot staff list prints them.")
    return "\n".join([f"{name.casefold()} is removed.", *said])


def _remove(store: Store, connection: sa.Connection, name: str) -> list[str] | None:
    """What else that does; None where there is no such account."""
    account = store.staff.account(connection, name)
    if account is None or not store.staff.remove(connection, name):
        return None
    return _gone(store, connection, account.guide) if account.guide else []


def read_password(file: TextIO) -> str:
    """The first line of a file. Raises BadAccount where it is no text."""
    try:
        return file.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadAccount(f"{file.name} is no text file (UTF-8): there is no password to read in it.") from None


def _asked() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="Once more"))


def _checked(password: str) -> str:
    if not password.strip():
        raise BadAccount("The password is empty, or has nothing but blanks. Several words make a good one.")
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadAccount(
            f"A password has at least {SHORTEST} and at most {LONGEST} characters; several words make a good one."
        )
    if any(unicodedata.category(letter) == "Cc" for letter in password):
        raise BadAccount("The password has characters in it that nobody can type. Is that the right file?")
    return password


def _today() -> date:
    return utc_now().astimezone(SWEDEN).date()


def _must_be_guide(settings: Settings, guide: str) -> None:
    regions = read_content(settings).regions.values()
    guides = sorted(id for region in regions for id in region.answering.guides)
    if guide not in guides:
        those = f"The guides are: {', '.join(guides)}." if guides else "No region has any guides yet."
        raise BadAccount(f"There is no guide {guide!r} in content/regions/*/guides.yaml. {those}")


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Store]:
    store = open_store(settings, utc_now)
    try:
        yield store
    finally:
        store.close()

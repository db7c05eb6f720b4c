"""Accounts of the health guides' console, as an operator makes and removes them while the bot may be running."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import TextIO

import click
import sqlalchemy as sa

from halsobot.app import open_store, read_content, utc_now
from halsobot.config import Settings
from halsobot.console.credentials import LONGEST, SHORTEST, hashed, new_secret, otpauth
from halsobot.store.staff import Account
from halsobot.store.store import Store

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_EMAIL = re.compile(r"[^\s@<>,;\"]{1,64}@[A-Za-z0-9.-]{1,180}")


class BadAccount(Exception):
    """An account cannot be made or removed like that. The text says what to do."""


async def add_account(
    settings: Settings, name: str, guide: str, language: str, password: str | None, email: str | None = None
) -> str:
    """Make an account; ``password`` None asks for it. Returns what to tell the guide. Raises BadAccount."""
    known = name.casefold()
    if not _NAME.fullmatch(known):
        raise BadAccount("A name has 1 to 64 letters a-z, digits, and . _ - between them.")
    if email and not _EMAIL.fullmatch(email):
        raise BadAccount("That is no e-mail address.")
    _must_be_guide(settings, guide)
    hash = hashed(_checked(_asked() if password is None else password))
    secret = new_secret()
    async with _store(settings) as store:
        account = Account(known, guide, hash, secret, language, last_code=0, failures=0, locked=0, email=email)
        anew = await store.read(lambda connection: store.staff.account(connection, known)) is not None
        await store.change(lambda connection: store.staff.add(connection, account))
    said = "has a new password and code" if anew else "can log in"
    return "\n".join(
        [
            f"{known} {said}. Put this into an app for one-time codes now; it is not shown again:",
            otpauth(known, secret),
            f"or by hand: {secret}",
        ]
    )


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
        if not await store.change(lambda connection: store.staff.remove(connection, name.casefold())):
            raise BadAccount(f"There is no account {name!r}. halsobot staff list prints them.")
    return f"{name.casefold()} is removed."


def read_password(file: TextIO) -> str:
    """The first line of a file."""
    return file.readline().rstrip("\r\n")


def _asked() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="Once more"))


def _checked(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadAccount(f"A password has at least {SHORTEST} characters; several words make a good one.")
    return password


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

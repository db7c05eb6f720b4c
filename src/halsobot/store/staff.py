"""Who may log in to the console, their logins, and when guides are away."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from halsobot.store.crypt import Vault
from halsobot.store.tables import absence, login, staff

#: A login ends after so long without a page (seconds).
IDLE = 8 * 3600


@dataclass(frozen=True, slots=True)
class Account:
    """One of the staff. ``guide`` is the guide of a region that this person is; ``last_code`` the last one-time code's
    step, since no code counts twice; ``locked`` is until when no password is tried (seconds since 1970); ``email`` is
    where she is rung.
    """

    name: str
    guide: str | None
    password: str = field(repr=False)
    totp: str = field(repr=False)
    locale: str
    last_code: int
    failures: int
    locked: int
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """An absence with its number, by which it is taken back."""

    id: int
    guide: str
    since: date
    until: date | None


class StaffTable:
    """Queries and changes; every one takes a connection."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def add(self, connection: sa.Connection, account: Account) -> None:
        """A new account, or the same one with a new password and code."""
        connection.execute(staff.delete().where(staff.c.name == account.name))
        sealed = self._vault.seal_last(f"staff:{account.name}", account.totp.encode())
        connection.execute(
            staff.insert().values(
                name=account.name,
                guide=account.guide,
                password=account.password,
                totp=sealed,
                locale=account.locale,
                email=account.email,
            )
        )

    def remove(self, connection: sa.Connection, name: str) -> bool:
        """Whether there was such an account. Its logins end."""
        connection.execute(login.delete().where(login.c.staff == name))
        return connection.execute(staff.delete().where(staff.c.name == name)).rowcount > 0

    def account(self, connection: sa.Connection, name: str) -> Account | None:
        row = connection.execute(sa.select(staff).where(staff.c.name == name)).first()
        if row is None:
            return None
        totp = self._vault.open_last(f"staff:{name}", row.totp).decode()
        counted = (row.last_code, row.failures, row.locked)
        return Account(row.name, row.guide, row.password, totp, row.locale, *counted, row.email)

    def names(self, connection: sa.Connection) -> list[str]:
        return list(connection.execute(sa.select(staff.c.name).order_by(staff.c.name)).scalars())

    def guides(self, connection: sa.Connection) -> list[str]:
        """The guides who have an account."""
        of = sa.select(staff.c.guide).where(staff.c.guide.is_not(None)).distinct()
        return sorted(guide for guide in connection.execute(of).scalars() if guide)

    def addresses(self, connection: sa.Connection) -> list[tuple[str, str, str]]:
        """Guides, where each is rung, and in which language."""
        query = sa.select(staff.c.guide, staff.c.email, staff.c.locale)
        rows = connection.execute(query.where(staff.c.guide.is_not(None), staff.c.email.is_not(None)))
        return [(row.guide, row.email, row.locale) for row in rows]

    def failed(self, connection: sa.Connection, name: str, locked: int) -> None:
        """A wrong password or code; nothing is tried before ``locked``."""
        values = {"failures": staff.c.failures + 1, "locked": locked}
        connection.execute(staff.update().where(staff.c.name == name).values(**values))

    def log_in(self, connection: sa.Connection, account: Account, code: int, now: int) -> str | None:
        """The secret of a new login; None where this one-time code has been used."""
        fresh = sa.and_(staff.c.name == account.name, staff.c.last_code < code)
        changed = connection.execute(staff.update().where(fresh).values(last_code=code, failures=0, locked=0))
        if changed.rowcount == 0:
            return None
        secret = secrets.token_urlsafe(32)
        connection.execute(login.insert().values(hash=self._hash(secret), staff=account.name, seen=now))
        return secret

    def logged_in(self, connection: sa.Connection, secret: str, now: int) -> Account | None:
        """Whose login this is, if it has not ended."""
        query = sa.select(login.c.staff).where(login.c.hash == self._hash(secret), login.c.seen > now - IDLE)
        name = connection.execute(query).scalar()
        return self.account(connection, name) if name else None

    def seen(self, connection: sa.Connection, secret: str, now: int) -> None:
        connection.execute(login.update().where(login.c.hash == self._hash(secret)).values(seen=now))
        connection.execute(login.delete().where(login.c.seen <= now - IDLE))

    def log_out(self, connection: sa.Connection, secret: str) -> None:
        connection.execute(login.delete().where(login.c.hash == self._hash(secret)))

    def _hash(self, secret: str) -> bytes:
        return self._vault.blind("login", secret)

    # absences

    def away(self, connection: sa.Connection) -> list[Away]:
        rows = connection.execute(sa.select(absence).order_by(absence.c.since))
        return [Away(row.id, row.guide, date.fromisoformat(row.since), _day(row.until)) for row in rows]

    def add_absence(self, connection: sa.Connection, guide: str, since: date, until: date | None) -> None:
        values = {"guide": guide, "since": since.isoformat(), "until": until.isoformat() if until else None}
        connection.execute(absence.insert().values(**values))

    def leave(self, connection: sa.Connection, guide: str, today: date) -> None:
        """Away from today on until somebody can be this guide again; once is enough."""
        if not any(
            each.guide == guide and each.since <= today and each.until is None for each in self.away(connection)
        ):
            self.add_absence(connection, guide, today, None)

    def come_back(self, connection: sa.Connection, guide: str, today: date) -> bool:
        """Whether there was an absence without an end that is over now."""
        begun = sa.and_(absence.c.guide == guide, absence.c.since <= today.isoformat(), absence.c.until.is_(None))
        return connection.execute(absence.delete().where(begun)).rowcount > 0

    def take_back(self, connection: sa.Connection, id: int, guide: str) -> None:
        """An absence of one's own that will not be, or is over."""
        connection.execute(absence.delete().where(absence.c.id == id, absence.c.guide == guide))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

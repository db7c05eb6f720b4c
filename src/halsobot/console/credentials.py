"""Passwords and one-time codes of the staff."""

from __future__ import annotations

from functools import cache
from hmac import compare_digest

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: Shorter passwords are refused.
SHORTEST = 12
#: Longer ones are not read: hashing takes longer with each letter.
LONGEST = 1000
#: How long a one-time code counts (seconds); one step earlier or later counts too, as clocks differ.
STEP = 30
_ISSUER = "halsobot"
_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    return _HASHER.hash(password)


def is_right(password: str, hash: str | None) -> bool:
    """Whether this is the password; for nobody (None) it takes as long to say no."""
    try:
        return _HASHER.verify(hash or _dummy(), password[:LONGEST]) and hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _dummy() -> str:
    return hashed("nobody has this password")


def new_secret() -> str:
    """The secret from which an app on the phone makes the codes."""
    return pyotp.random_base32()


def otpauth(name: str, secret: str) -> str:
    """The address that such an app reads from a QR code or a link."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(name=name, issuer_name=_ISSUER)


def step_of(code: str, secret: str, now: int) -> int | None:
    """The number of the code's time step; None where it is not, or no longer, a code."""
    known = pyotp.HOTP(secret)
    steps = (now // STEP + offset for offset in (0, -1, 1))
    given = code.encode()
    return next((step for step in steps if compare_digest(known.at(step).encode(), given)), None)

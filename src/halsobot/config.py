"""The settings: each is described once, here, and read from the environment."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from halsobot.store.retention import Keep

PREFIX = "HALSOBOT_"
TESTS = "HALSOBOT_TEST_"  # knobs of the tests, not of the program
#: Paths of the web chat, which a webhook may not have.
TAKEN = ("", "/", "/leave", "/stream", "/favicon.ico")


class BadSettings(Exception):
    """A setting cannot be used. The text names it and says what to do."""


class Settings(BaseSettings):
    """Where halsobot finds its content, its data and its doors."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    database_url: str = Field("sqlite:///var/halsobot.db", description="The database: a SQLite file.")
    content: Path = Field(Path("."), description="The folder that holds flows/, locales/ and content/.")
    host: str = Field("127.0.0.1", description="The address on which the web chat listens.")
    port: int = Field(8080, ge=0, le=65535, description="The port of the web chat; 0 takes a free one.")
    web_address: str = Field(
        "",
        pattern=r"^(https?://.+)?$",
        description="The public address of the web chat. In a region whose guides.yaml says that people on Telegram "
        "meet a person in the web chat, they are sent there.",
    )
    console_host: str = Field(
        "", description="The address on which the health guides' console listens. Empty: that of HALSOBOT_HOST."
    )
    console_port: int = Field(8081, ge=0, le=65535, description="The port of the console; 0 takes a free one.")
    keys: Path = Field(
        Path("var/keys"),
        description="The key ring: a file that locks the key of each contact. Made at the first start. Back it up, "
        "apart from the database and from the key store. halsobot keys rotate renews it.",
    )
    key_store_url: str = Field(
        "",
        description="The key store: another SQLite file, with the contacts' keys. Empty: contact-keys.db beside "
        "HALSOBOT_KEYS. Back it up apart from the database, and for no longer than HALSOBOT_BACKUP_DAYS.",
    )
    forgotten: str = Field(
        "",
        description="The list of who has been forgotten, by random numbers. Empty: forgotten beside HALSOBOT_KEYS. "
        "Never restore it from a backup: it keeps backups from bringing anybody back.",
    )
    backup_days: int = Field(
        30, ge=0, le=3650, description="For how many days backups are kept. People are told so when they ask."
    )
    keep_contact_days: int = Field(
        180, ge=1, le=3650, description="A contact from whom nothing has come for so long is forgotten."
    )
    keep_said_days: int = Field(
        30, ge=1, le=3650, description="What was said, by both, is erased after so many days. Where she stands stays."
    )
    keep_counts_days: int = Field(1095, ge=1, le=36500, description="Statistics are erased after so many days.")
    unreviewed: Literal["show", "hide"] = Field(
        "hide",
        description="Whether translations that no person has checked are shown, with a line that says so. With hide "
        "a language is offered when its core is checked, and other texts come in the next language.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least important lines of the log. None holds words, names or numbers of anybody."
    )
    exit_url: str = Field(
        "https://www.smhi.se/",
        pattern=r"^(https?://|/)",
        description='Where "leave quickly" leads: a page that anybody might look at.',
    )
    ffmpeg: str = Field(
        "ffmpeg",
        description="The program that converts recordings: a name on the PATH, or a path. Where it is missing health "
        "guides cannot answer by voice.",
    )
    smtp_url: str = Field(
        "",
        pattern=r"^(smtps?://[^@/]*(:[^@/]*)?@?[^@/:]+:\d+)?$",
        description="The mail server that rings guides, smtp://name:password@host:587 or smtps://host:465. Without it "
        "no e-mail is sent. A password needs TLS; in it @, : and / are written as %40, %3A and %2F.",
        repr=False,
    )
    bell_from: str = Field("", description="The address that such e-mails come from. Needed with HALSOBOT_SMTP_URL.")
    bell_chat: str = Field(
        "",
        pattern=r"^(-?\d+)?$",
        description="The number of a Telegram group of the guides that is rung, too: how many wait, and nothing more.",
    )
    telegram_token: str = Field("", description="The token of the Telegram bot; without it there is none.", repr=False)
    telegram_api_url: str = Field(
        "https://api.telegram.org", pattern=r"^https?://", description="The root of the Bot API server, without /bot."
    )
    telegram_webhook_url: str = Field(
        "",
        pattern=r"^(https?://.+)?$",
        description="The public address to which Telegram delivers; its path is served on the web chat's port. "
        "Empty: updates are asked for, which needs no public address.",
    )
    telegram_webhook_secret: str = Field(
        "",
        pattern=r"^[A-Za-z0-9_-]{0,256}$",
        description="By this Telegram shows that a delivery is its own. Needed with a webhook address: 1 to 256 "
        "letters a-z, digits, _ and -.",
        repr=False,
    )

    @property
    def key_store(self) -> str:
        """Where the key store is."""
        return self.key_store_url or f"sqlite:///{self.keys.parent / 'contact-keys.db'}"

    @property
    def forgotten_list(self) -> Path:
        """Where the list of the forgotten is."""
        return Path(self.forgotten) if self.forgotten else self.keys.parent / "forgotten"

    @property
    def keep(self) -> Keep:
        """How long each kind of data is kept."""
        return Keep(self.keep_contact_days, self.keep_said_days, self.keep_counts_days, self.backup_days)

    @model_validator(mode="after")
    def _webhook_has_a_path_of_its_own(self) -> Settings:
        if self.telegram_webhook_url and urlsplit(self.telegram_webhook_url).path in TAKEN:
            raise ValueError("HALSOBOT_TELEGRAM_WEBHOOK_URL needs a path of its own, such as /telegram.")
        return self

    @model_validator(mode="after")
    def _mail_comes_from_somewhere(self) -> Settings:
        if self.smtp_url and "@" not in self.bell_from:
            raise ValueError("HALSOBOT_SMTP_URL needs HALSOBOT_BELL_FROM, an e-mail address: set both.")
        return self

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Settings:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("HALSOBOT_TELEGRAM_WEBHOOK_URL needs HALSOBOT_TELEGRAM_WEBHOOK_SECRET: set both.")
        return self


SECRET = ("telegram_token", "telegram_webhook_secret", "smtp_url")


def read_settings() -> Settings:
    """The settings of this process. Raises BadSettings, also for a name that is none: it was meant to be one."""
    _refuse_unknown(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        lines = (f"{_name(each['loc'])}{each['msg']}" for each in error.errors())
        raise BadSettings("\n".join(lines)) from None


def _refuse_unknown(environment: Iterable[str]) -> None:
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    for name in sorted(environment):
        if name.startswith(PREFIX) and not name.startswith(TESTS) and name not in known:
            near = get_close_matches(name, known, n=1)
            raise BadSettings(f"There is no setting {name}." + (f" Did you mean {near[0]}?" if near else ""))


def _name(place: tuple[int | str, ...]) -> str:
    return f"{PREFIX}{str(place[0]).upper()}: " if place else ""


def describe(settings: Settings) -> str:
    """Each setting with its present value, its default and what it means. Secrets are not printed."""
    lines: list[str] = []
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        shown = ("(set)" if value else "(not set)") if name in SECRET else value
        default = "" if name in SECRET or value == field.default else f"   [default: {field.default}]"
        lines += [f"{PREFIX}{name.upper()} = {shown}{default}", f"    {field.description}", ""]
    return "\n".join(lines)

"""A Telegram Bot API server on loopback, and people who write to the bot. See README.md."""

from .behaviours import (
    BadRequest,
    Behaviour,
    Blocked,
    Delay,
    Fail,
    Hang,
    Html,
    Kill,
    Migrated,
    NotFound,
    NotModified,
    ResetAfter,
    ResetBefore,
    Script,
    TooMany,
    Truncated,
)
from .calls import Call, Early, Refusal, Violation
from .chat import FakeChat
from .delivery import Update
from .hook import Hook
from .seen import Seen
from .server import Rig
from .spec import SPEC

__all__ = [
    "SPEC",
    "BadRequest",
    "Behaviour",
    "Blocked",
    "Call",
    "Delay",
    "Early",
    "Fail",
    "FakeChat",
    "Hang",
    "Hook",
    "Html",
    "Kill",
    "Migrated",
    "NotFound",
    "NotModified",
    "Refusal",
    "ResetAfter",
    "ResetBefore",
    "Rig",
    "Script",
    "Seen",
    "TooMany",
    "Truncated",
    "Update",
    "Violation",
]

"""The stories of all contacts: from what the rig has logged, and from what the database holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from rig import Call, Rig, Update

from halsobot.store.crypt import Vault
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys

from .verdict import Shown, Story, Turn

_SHOW = ("sendMessage", "editMessageText")


def stories(folder: Path, rig: Rig, did: Mapping[int, Sequence[Update]]) -> list[Story]:
    """One story for each contact who did something."""
    kept, shown = stored(folder), accepted(rig.calls)
    return [
        Story(
            did=[deed(update) for update in hers if update.state == "acknowledged"],
            turns=kept[chat][1] if chat in kept else [],
            shown=shown.get(chat, []),
            version=kept[chat][0] if chat in kept else 0,
            has_keyboard=bool(rig.chats[chat].keyboard),
        )
        for chat, hers in did.items()
    ]


def deed(update: Update) -> str:
    """What she did, in the words in which the transcript has it."""
    said = str(update.body.get("data") or update.body.get("text"))
    return "/start" if said.startswith("/start") else said


def accepted(calls: Iterable[Call]) -> dict[int, list[Shown]]:
    """The screens that Telegram accepted, by chat, in their order."""
    found: dict[int, list[Shown]] = {}
    for call in calls:
        data = _first_button(call)
        if data and call.chat_id is not None:
            _, flow, _, _, turn = data.split("|")
            shown = Shown(int(turn), call.time, anew=call.method == "sendMessage", urgent=flow == "emergency")
            found.setdefault(call.chat_id, []).append(shown)
    return found


def _first_button(call: Call) -> str | None:
    """Every screen has buttons, each of which says in which turn it was made; the lasting keyboard has none."""
    rows = call.params["reply_markup"].get("inline_keyboard") if call.method in _SHOW else None
    return str(rows[0][0]["callback_data"]) if rows else None


def stored(folder: Path) -> dict[int, tuple[int, list[Turn]]]:
    """By chat the version of the contact's row and her turns, in their order."""
    vault = open_keys(read_url(f"sqlite:///{folder}/contact-keys.db"), folder / "keys", now=0)
    with closing(vault.keys), closing(sqlite3.connect(folder / "halsobot.db")) as database:
        database.row_factory = sqlite3.Row
        found = {}
        for contact in database.execute("select id, address, version from contact"):
            chat = int(vault.open(contact["id"], "contact", "address", "", contact["address"]))
            found[chat] = contact["version"], _turns(database, vault, contact["id"])
        return found


def _turns(database: sqlite3.Connection, vault: Vault, contact: str) -> list[Turn]:
    query = "select turn, body from transcript where contact = ? and position = 0 order by turn"
    said = {turn: _did(vault, contact, turn, body) for turn, body in database.execute(query, (contact,))}
    query = "select turn, state, cuts from outbox where contact = ? order by seq"
    found: dict[int, tuple[str, int]] = {}
    # The screen is the last message of a turn. What cuts off the lasting keyboard before it cuts off the screen too.
    for turn, state, cuts in database.execute(query, (contact,)):
        found[turn] = state, max(cuts, found.get(turn, ("", 0))[1])
    return [Turn(turn, did, *found.get(turn, ("not in the outbox", 0))) for turn, did in said.items()]


def _did(vault: Vault, contact: str, turn: int, body: bytes) -> str | None:
    """What she did in a turn; None: nothing, she was shown anew where she stands."""
    event = json.loads(vault.open(contact, "transcript", "body", f"{turn}:0", body))
    if "flow" in event:
        return "/start"
    said = event.get("data") or event.get("text")
    return None if said is None else str(said)


def waiting(folder: Path) -> int:
    """How many messages are still to be sent."""
    return _count(folder, "outbox where state in ('queued', 'sending')")


def marks(folder: Path) -> int:
    """How many deliveries are known to have had their effect."""
    return _count(folder, "mark")


def _count(folder: Path, what: str) -> int:
    with closing(sqlite3.connect(folder / "halsobot.db")) as database:
        return int(database.execute(f"select count(*) from {what}").fetchone()[0])

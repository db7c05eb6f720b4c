"""A message can be built only from the conversation it answers: nobody can be written to by a number that is at hand.

What is checked is the code itself, so that a later change cannot bring a free address in without this test.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/halsobot"

#: Who may make what names somebody, and why. All else can only pass on what it was given.
MAKERS: Mapping[str, Mapping[str, str]] = {
    "Address": {
        "channels/web/site.py": "the secret that came with a form of hers",
        "store/returning.py": "the secret of the browser that holds her return key",
        "store/cases.py": "what was sealed with the contact whose case it is",
        "conversation/runtime.py": "the consoles' bell; nothing is sent there",
        "conversation/desk.py": "what is only tried out, and belongs to nobody",
        "channels/telegram/updates.py": "the chat from which an update came",
        "talk.py": "the one terminal there is",
        "store/outgoing.py": "what was sealed with the contact to whom the message belongs",
        "conversation/farewell.py": "what was sealed with the last words, from the event that they answer",
    },
    "Inbound": {
        "channels/web/pages.py": "her form",
        "channels/web/site.py": "her form",
        "channels/web/give.py": "her form, with a recording or a picture",
        "conversation/desk.py": "what a guide does in a case, to the contact whose case it is",
        "channels/telegram/updates.py": "her update",
        "talk.py": "a line in the terminal",
        "conversation/receive.py": "the present screen instead of a message to the same address",
    },
    "Delivery": {
        "conversation/dispatch.py": "a unit's messages, to where its event came from",
        "conversation/farewell.py": "last words",
        "store/outgoing.py": "a row of the outbox, to the address of its own contact",
    },
    "LastWords": {"store/apply.py": "to where the event came from that asked to be forgotten"},
}
#: Who may hand something to a channel (and the line of a web page that is open), and who may call Telegram by a method
#: that writes to a chat.
SENDERS = {"conversation/dispatch.py", "conversation/farewell.py", "channels/web/stream.py"}
WRITERS = {"channels/telegram/send.py", "channels/telegram/intake.py", "channels/telegram/group.py"}
#: Who may name a chat to Telegram: besides these, the menu of commands follows the language of a chat that was sent to.
CHATS = WRITERS | {"channels/telegram/commands.py"}
#: The rooms that decide what is said. They do not know to whom.
CORE = ("engine", "flow", "bundle", "text", "places", "understand", "scenario")
UNKNOWN_THERE = {"Address", "Inbound", "Delivery", "LastWords", "Channel"}
UNKNOWN_MODULES = {f"halsobot.model.{name}" for name in ("inbound", "outbox", "channel", "unit")}

_WRITES_TO_A_CHAT = re.compile(r"(send|edit|copy|forward|pin|delete)(?!Webhook)[A-Z]\w*")
_NAMES_A_CHAT = {"chat", "chat_id", "chat_ids", "user_id", "recipient", "recipients"}
#: Fields by which a copy of something would reach somebody else.
_FIELDS = {"address", "channel", "contact", "to"}


def broken(path: str, source: str) -> list[str]:
    """The rules that a file of the program breaks."""
    return [f"{path}:{line}: {what}" for line, what in _broken(path, ast.parse(source))]


def _broken(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=func, lineno=line):
                yield from ((line, what) for what in _calls(path, _name(func), node))
            case ast.ImportFrom(module=module, names=names, lineno=line):
                yield from ((line, what) for what in _imports(path, module or "", names))
            case ast.Assign(value=value, lineno=line) if _name(value) in MAKERS:
                yield line, f"another name for {_name(value)}"
            case ast.Constant(value=str(text), lineno=line) if _WRITES_TO_A_CHAT.fullmatch(text):
                if path not in WRITERS:
                    yield line, f"calls {text}"
            case ast.Constant(value="chat_id", lineno=line) if path not in CHATS | {"channels/telegram/updates.py"}:
                yield line, "names a chat"
            case ast.arg(arg=name, annotation=kind, lineno=line) if name in _NAMES_A_CHAT and not _is_a_talk(kind):
                if not path.startswith("channels/telegram/"):
                    yield line, f"takes a free {name}"


def _calls(path: str, name: str, call: ast.Call) -> Iterator[str]:
    given = {each.arg for each in call.keywords}
    if path not in MAKERS.get(name, {path: ""}):
        yield f"makes {name}"
    if name == "replace" and given & _FIELDS:
        yield f"changes {', '.join(sorted(map(str, given & _FIELDS)))} of a copy"
    if name == "send" and path not in SENDERS:
        yield "hands something to a channel"
    if "chat_id" in given and path not in CHATS:
        yield "names a chat"


def _imports(path: str, module: str, names: list[ast.alias]) -> Iterator[str]:
    for each in names:
        if each.name in MAKERS and each.asname:
            yield f"another name for {each.name}"
    if path.split("/")[0] in CORE and (module in UNKNOWN_MODULES or {each.name for each in names} & UNKNOWN_THERE):
        yield f"knows of {module}"


def _is_a_talk(kind: ast.expr | None) -> bool:
    """In scenario tests a chat is a conversation with the engine."""
    return kind is not None and _name(kind) == "Chat"


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _program() -> Mapping[str, str]:
    return {str(path.relative_to(SOURCE)): path.read_text() for path in SOURCE.rglob("*.py")}


def test_a_message_is_built_only_from_the_conversation_it_answers() -> None:
    """No file makes an address, a delivery or a call to a chat but those that are listed, each with its reason."""
    program = _program()
    assert [each for path, source in program.items() for each in broken(path, source)] == []
    print(f"{len(program)} files: {sum(map(len, MAKERS.values()))} places make what names somebody, all of them listed")


def test_every_listed_place_still_makes_it() -> None:
    """A place that has gone does not stay open for somebody else."""
    program = _program()
    for name, paths in MAKERS.items():
        for path in paths:
            calls = (node.func for node in ast.walk(ast.parse(program[path])) if isinstance(node, ast.Call))
            assert name in map(_name, calls), (name, path)


#: A change that somebody might make, and why it is refused.
PLANTED = [
    ("engine/step.py", "from halsobot.model.inbound import Address", "knows of"),
    ("bundle/check.py", "from halsobot.model.outbox import Delivery", "knows of"),
    ("flow/nodes.py", "from halsobot.model.channel import Channel", "knows of"),
    ("conversation/effects.py", "unit = Unit(inbound=Inbound(Address('telegram', '7'), event, '1'))", "makes Address"),
    ("conversation/dispatch.py", "Address('telegram', '7')", "makes Address"),
    ("broadcast.py", "await channel.send(delivery, None)", "hands something to a channel"),
    ("broadcast.py", "Delivery(contact, address, message, kind, 0, 0)", "makes Delivery"),
    ("broadcast.py", "model.inbound.Address('web', secret)", "makes Address"),
    ("broadcast.py", "from halsobot.model.inbound import Address as To", "another name for Address"),
    ("broadcast.py", "To = Address", "another name for Address"),
    ("broadcast.py", "replace(delivery, address=other)", "changes address"),
    ("broadcast.py", "replace(address, channel='web')", "changes channel"),
    ("console/reply.py", "def reply(chat_id: int, text: str) -> None: ...", "takes a free chat_id"),
    ("console/reply.py", "api.call('sendMessage', chat_id=7, text='hej')", "calls sendMessage"),
    ("console/reply.py", "api.call('banChatMember', chat_id=7)", "names a chat"),
    ("channels/telegram/door.py", "api.post('editMessageText', '{}')", "calls editMessageText"),
    ("channels/telegram/commands.py", "api.call('sendPhoto', chat_id=chat)", "calls sendPhoto"),
]


@pytest.mark.parametrize(("path", "line", "why"), PLANTED)
def test_the_rule_finds_a_planted_address(path: str, line: str, why: str) -> None:
    """The same file, with one line more, is refused."""
    source = _program().get(path, "")
    assert any(why in each for each in broken(path, f"{source}\n\nasync def planted():\n    {line}\n")), line

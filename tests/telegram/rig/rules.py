"""What the Bot API says in prose only: buttons, keyboards, entities, commands, and which parameters go together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from .texts import parsed, splits_a_letter, units

_ACTIONS = re.compile(
    "typing|upload_photo|record_video|upload_video|record_voice|upload_voice|upload_document|choose_sticker|"
    "find_location|record_video_note|upload_video_note"
)
_BUTTON_LOOKS = ("text", "icon_custom_emoji_id", "style")
_PARSE_MODES = ("html", "markdown", "markdownv2")
#: Large parameters in which no file can be named.
_NO_FILES = frozenset({"text", "caption", "entities", "caption_entities", "reply_markup"})
_TEXTS = (("text", "entities"), ("caption", "caption_entities"))


def type_rules(name: str, value: dict[str, Any], where: str) -> Iterator[str]:
    """What is wrong with an object of a type, beyond its fields."""
    rule = _TYPE_RULES.get(name)
    if rule is not None:
        yield from rule(value, where)


def call_rules(method: str, params: dict[str, Any], files: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a call, beyond each of its parameters."""
    for name, entities in _TEXTS:
        if isinstance(params.get(entities), list) and isinstance(params.get(name), str):
            yield from _entities(params[name], params[entities], entities)
    if mode := params.get("parse_mode"):
        if str(mode).lower() not in _PARSE_MODES:
            yield f"parse_mode: {mode} is not one of HTML, Markdown, MarkdownV2"
        elif "entities" in params or "caption_entities" in params:
            yield "parse_mode: entities are ignored when it is given"
    if method.startswith("editMessage") and "inline_message_id" not in params:
        yield from (f"{name}: is required" for name in ("chat_id", "message_id") if name not in params)
    if method == "editMessageText" and "text" not in params and "rich_message" not in params:
        yield "text: is required"
    yield from _values(params)
    for name, value in params.items():
        if name not in _NO_FILES:
            yield from _attached(value, files)


def _values(params: dict[str, Any]) -> Iterator[str]:
    """Parameters whose values prose restricts."""
    if isinstance(action := params.get("action"), str) and not _ACTIONS.fullmatch(action):
        yield f"action: {action} is not an action"
    if isinstance(code := params.get("language_code"), str) and not re.fullmatch(r"([a-z]{2})?", code):
        yield f"language_code: {code} is not a two-letter code"
    if isinstance(chat := params.get("chat_id"), str) and not re.fullmatch(r"@\w{4,32}", chat):
        yield f"chat_id: {chat} is neither a number nor @username"
    if isinstance(token := params.get("secret_token"), str) and not re.fullmatch(r"[\w-]{1,256}", token, re.ASCII):
        yield "secret_token: holds other characters than A-Z, a-z, 0-9, _ and -"


def _attached(value: Any, files: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("attach://") and value[9:] not in files:
        yield f"{value}: no such file in the call"
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _attached(each, files)


def _entities(text: str, entities: list[Any], where: str) -> Iterator[str]:
    length = units(text)
    for number, each in enumerate(entities):
        if not isinstance(each, dict) or not all(isinstance(each.get(name), int) for name in ("offset", "length")):
            continue
        here = f"{where}[{number}]"
        first, last = each["offset"], each["offset"] + each["length"]
        if first < 0 or each["length"] < 1 or last > length:
            yield f"{here}: {first}-{last} is outside the text of {length} units"
        elif splits_a_letter(text, first) or splits_a_letter(text, last):
            yield f"{here}: begins or ends in the middle of a letter"


def _entity(value: dict[str, Any], where: str) -> Iterator[str]:
    needs = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}.get(str(value.get("type")))
    if needs and needs not in value:
        yield f"{where}.{needs}: is required for {value['type']}"
    if value.get("type") == "text_link" and "url" in value:
        yield from _url(value["url"], f"{where}.url")


def _url(url: Any, where: str) -> Iterator[str]:
    if isinstance(url, str):
        parts = urlsplit(url if "//" in url or ":" in url else f"http://{url}")
        if parts.scheme not in ("http", "https", "tg") or not parts.netloc or " " in url:
            yield f"{where}: {url} is not an HTTP or tg:// URL"


def _inline_button(value: dict[str, Any], where: str) -> Iterator[str]:
    does = [name for name in value if name not in _BUTTON_LOOKS]
    if len(does) != 1:
        yield f"{where}: must do exactly one thing, does {', '.join(does) or 'nothing'}"
    yield from _label(value, where)
    if "url" in value:
        yield from _url(value["url"], f"{where}.url")


def _reply_button(value: dict[str, Any], where: str) -> Iterator[str]:
    does = [name for name in value if name not in _BUTTON_LOOKS]
    if len(does) > 1:
        yield f"{where}: may do at most one thing, does {', '.join(does)}"
    yield from _label(value, where)


def _label(value: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value.get("text"), str) and not value["text"].strip():
        yield f"{where}.text: is empty"


def _rows(name: str, most: int) -> Any:
    def rule(value: dict[str, Any], where: str) -> Iterator[str]:
        rows = value.get(name)
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            return
        if name == "keyboard" and not any(rows):
            yield f"{where}.{name}: has no button"
        for number, row in enumerate(rows):
            if not row and name == "inline_keyboard":
                yield f"{where}.{name}[{number}]: is empty"
            if len(row) > most:
                yield f"{where}.{name}[{number}]: {len(row)} buttons in a row, shown are at most {most}"
        if sum(map(len, rows)) > 100 * (name == "inline_keyboard") + 300 * (name == "keyboard"):
            yield f"{where}.{name}: too many buttons"

    return rule


def _command(value: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value.get("command"), str) and not re.fullmatch(r"/?[a-z0-9_]{1,32}", value["command"]):
        yield f"{where}.command: {value['command']} holds other than a-z, 0-9 and _"


def _input_media(value: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(caption := value.get("caption"), str):
        try:
            text = parsed(caption, value["parse_mode"])[0] if value.get("parse_mode") else caption
        except ValueError as error:
            yield f"{where}.caption: can't parse entities: {error}"
            return
        if units(text.strip()) > 1024:
            yield f"{where}.caption: {units(text)} characters, allowed are 0-1024"
        if isinstance(value.get("caption_entities"), list):
            yield from _entities(caption, value["caption_entities"], f"{where}.caption_entities")


_TYPE_RULES: dict[str, Any] = {
    "InlineKeyboardButton": _inline_button,
    "KeyboardButton": _reply_button,
    "InlineKeyboardMarkup": _rows("inline_keyboard", 8),
    "ReplyKeyboardMarkup": _rows("keyboard", 12),
    "MessageEntity": _entity,
    "BotCommand": _command,
    **{f"InputMedia{each}": _input_media for each in ("Photo", "Video", "Audio", "Document", "Animation")},
}

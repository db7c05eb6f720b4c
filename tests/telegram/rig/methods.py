"""What each method of the Bot API does in the rig. A function takes (rig, call) and returns the result."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .calls import Call
from .chat import FakeChat
from .delivery import Hook
from .media import media_of
from .refused import Refused, wrong
from .seen import Seen
from .spec import SPEC
from .texts import shown

if TYPE_CHECKING:
    from .server import Rig

Method = Callable[["Rig", Call], Any]
METHODS: dict[str, Method] = {}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_TWO_DAYS = 48 * 3600


def method(*names: str) -> Callable[[Method], Method]:
    def add(function: Method) -> Method:
        METHODS.update(dict.fromkeys(names, function))
        return function

    return add


def run(rig: Rig, call: Call) -> Any:
    """Executes a call; raises Refused as Telegram would."""
    if call.method in METHODS:
        return METHODS[call.method](rig, call)
    returns = SPEC.methods[call.method].returns
    if "Boolean" in returns:
        return True
    if returns[0].startswith("Array of"):
        return []
    raise Refused(501, f"Not Implemented: the rig does not know what {call.method} returns")


# Sending


def _chat(rig: Rig, call: Call) -> FakeChat:
    """The chat that a call is about, if the bot may write there."""
    given = call.params.get("chat_id")
    chat = rig.chats.get(given) if isinstance(given, int) else None
    if chat is None:
        raise wrong("chat not found")
    if chat.blocked:
        raise Refused(403, "Forbidden: bot was blocked by the user")
    if chat.left:
        raise Refused(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    return chat


def _send(rig: Rig, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """A new message by the bot, with what all sending methods share."""
    chat, params = _chat(rig, call), call.params
    body = {"message_id": 0, "from": rig.me, "chat": chat.body, "date": int(rig.now())} | content
    reply = params.get("reply_parameters")
    if reply:
        origin = chat.history.get(reply["message_id"])
        if origin is not None:
            body["reply_to_message"] = {k: v for k, v in origin.body.items() if k != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise wrong("message to be replied not found")
    markup = params.get("reply_markup") or {}
    if markup.get("inline_keyboard"):
        body["reply_markup"] = markup
    elif "keyboard" in markup:
        chat.keyboard = [[b if isinstance(b, str) else b["text"] for b in row] for row in markup["keyboard"]]
        chat.keyboard_markup = markup
    elif markup.get("remove_keyboard"):
        chat.keyboard, chat.keyboard_markup = None, {}
    if params.get("protect_content"):
        body["has_protected_content"] = True
    body["message_id"] = call.message_id = chat.new_id()
    chat.put(body, by_bot=True, fixed=bool(markup) and "inline_keyboard" not in markup)
    return body


def _worded(params: dict[str, Any], name: str, entities: str) -> dict[str, Any]:
    """Text or caption with its entities, as a part of a message."""
    text, marks = shown(params.get(name, ""), params.get(entities), params.get("parse_mode"))
    return ({name: text} if text else {}) | ({entities: marks} if marks else {})


@method("sendMessage")
def _send_message(rig: Rig, call: Call) -> Any:
    content = _worded(call.params, "text", "entities")
    if preview := call.params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return _send(rig, call, content)


@method("sendPhoto", "sendVoice", "sendAudio", "sendVideo", "sendAnimation", "sendDocument", "sendSticker")
def _send_media(rig: Rig, call: Call) -> Any:
    kind = call.method[4:].lower()
    content = media_of(rig, kind, call.params[kind], call.params)
    return _send(rig, call, content | _worded(call.params, "caption", "caption_entities"))


@method("sendLocation")
def _send_location(rig: Rig, call: Call) -> Any:
    return _send(rig, call, {"location": {name: call.params[name] for name in ("latitude", "longitude")}})


@method("sendVenue")
def _send_venue(rig: Rig, call: Call) -> Any:
    place = {name: call.params[name] for name in ("latitude", "longitude")}
    venue = {"location": place} | {name: call.params[name] for name in ("title", "address")}
    return _send(rig, call, {"location": place, "venue": venue})


@method("sendContact")
def _send_contact(rig: Rig, call: Call) -> Any:
    names = ("phone_number", "first_name", "last_name", "vcard")
    return _send(rig, call, {"contact": {name: call.params[name] for name in names if name in call.params}})


@method("sendMediaGroup")
def _send_media_group(rig: Rig, call: Call) -> Any:
    group = str(rig.new_number())
    sent = []
    for each in call.params["media"]:
        content = media_of(rig, each["type"], each["media"], each) | _worded(each, "caption", "caption_entities")
        sent.append(_send(rig, call, content | {"media_group_id": group}))
    return sent


@method("copyMessage")
def _copy_message(rig: Rig, call: Call) -> Any:
    source = rig.chats.get(call.params["from_chat_id"])
    if source is None:
        raise wrong("chat not found")
    origin = source.the_bots(call.params["message_id"], "copy").body
    taken = {name: value for name, value in origin.items() if name not in ("reply_markup", "reply_to_message")}
    _send(rig, call, {k: v for k, v in taken.items() if k not in ("message_id", "from", "chat", "date", "edit_date")})
    return {"message_id": call.message_id}


@method("sendChatAction")
def _send_chat_action(rig: Rig, call: Call) -> Any:
    _chat(rig, call).actions.append(call.params["action"])
    return True


# Changing


def _to_edit(rig: Rig, call: Call) -> Seen:
    if "inline_message_id" in call.params:
        raise wrong("MESSAGE_ID_INVALID")
    return _chat(rig, call).the_bots(call.params["message_id"], "edit")


def _edit(rig: Rig, call: Call, seen: Seen, fresh: dict[str, Any], parts: tuple[str, ...]) -> Any:
    """Replaces some parts of a message, and its inline keyboard."""
    body = {name: value for name, value in seen.body.items() if name not in (*parts, "reply_markup")} | fresh
    markup = call.params.get("reply_markup") or {}
    if markup.get("inline_keyboard"):
        body["reply_markup"] = markup
    if all(body.get(part) == seen.body.get(part) for part in (*parts, "reply_markup")):
        raise wrong(_NOT_MODIFIED)
    body["edit_date"] = int(rig.now())
    seen.body = body
    seen.edits += 1
    chat = rig.chats[call.params["chat_id"]]
    chat.changed(shown=True)
    return body


@method("editMessageText")
def _edit_text(rig: Rig, call: Call) -> Any:
    seen = _to_edit(rig, call)
    if "text" not in seen.body:
        raise wrong("there is no text in the message to edit")
    fresh = _worded(call.params, "text", "entities")
    if preview := call.params.get("link_preview_options"):
        fresh["link_preview_options"] = preview
    return _edit(rig, call, seen, fresh, ("text", "entities", "link_preview_options"))


@method("editMessageCaption")
def _edit_caption(rig: Rig, call: Call) -> Any:
    seen = _to_edit(rig, call)
    if seen.kind not in ("photo", "voice", "audio", "video", "animation", "document"):
        raise wrong("there is no caption in the message to edit")
    return _edit(rig, call, seen, _worded(call.params, "caption", "caption_entities"), ("caption", "caption_entities"))


@method("editMessageReplyMarkup")
def _edit_markup(rig: Rig, call: Call) -> Any:
    return _edit(rig, call, _to_edit(rig, call), {}, ())


@method("editMessageMedia")
def _edit_media(rig: Rig, call: Call) -> Any:
    seen, media = _to_edit(rig, call), call.params["media"]
    fresh = media_of(rig, media["type"], media["media"], media) | _worded(media, "caption", "caption_entities")
    parts = ("photo", "audio", "video", "animation", "document", "caption", "caption_entities")
    return _edit(rig, call, seen, fresh, parts)


@method("deleteMessage")
def _delete(rig: Rig, call: Call) -> Any:
    chat = _chat(rig, call)
    _delete_one(rig, chat, call.params["message_id"])
    return True


@method("deleteMessages")
def _delete_many(rig: Rig, call: Call) -> Any:
    chat = _chat(rig, call)
    for message_id in call.params["message_ids"]:
        if message_id in chat.history:
            _delete_one(rig, chat, message_id)
    return True


def _delete_one(rig: Rig, chat: FakeChat, message_id: int) -> None:
    seen = chat.the_bots(message_id, "delete")
    if rig.now() - seen.body["date"] > _TWO_DAYS:
        raise wrong("message can't be deleted for everyone")
    del chat.history[message_id]
    chat.changed(shown=False)


@method("answerCallbackQuery")
def _answer_callback_query(rig: Rig, call: Call) -> Any:
    press = rig.presses.get(call.params["callback_query_id"])
    if press is None or rig.now() > press.born + rig.press_expires_after:
        raise wrong(_TOO_OLD)
    chat = rig.chats[press.chat_id]
    chat.spinning.pop(call.params["callback_query_id"], None)
    if text := call.params.get("text"):
        chat.toasts.append(text)
    chat.changed(shown=False)
    return True


# The bot itself


@method("getMe")
def _get_me(rig: Rig, call: Call) -> Any:
    cannot = (
        "can_read_all_group_messages supports_guest_queries supports_inline_queries can_connect_to_business "
        "has_main_web_app has_topics_enabled allows_users_to_create_topics can_manage_bots"
    )
    return rig.me | {"can_join_groups": True} | dict.fromkeys(cannot.split(), False)


def _commands_key(params: dict[str, Any]) -> tuple[str, str]:
    return json.dumps(params.get("scope") or {"type": "default"}, sort_keys=True), params.get("language_code", "")


@method("setMyCommands")
def _set_my_commands(rig: Rig, call: Call) -> Any:
    scope = call.params.get("scope") or {}
    if "chat_id" in scope and scope["chat_id"] not in rig.chats:
        raise wrong("chat not found")
    commands = [{**each, "command": each["command"].removeprefix("/")} for each in call.params["commands"]]
    rig.commands[_commands_key(call.params)] = commands
    return True


@method("getMyCommands")
def _get_my_commands(rig: Rig, call: Call) -> Any:
    return rig.commands.get(_commands_key(call.params), [])


@method("deleteMyCommands")
def _delete_my_commands(rig: Rig, call: Call) -> Any:
    rig.commands.pop(_commands_key(call.params), None)
    return True


@method("setMyName", "setMyDescription", "setMyShortDescription")
def _set_text(rig: Rig, call: Call) -> Any:
    name = {"setMyName": "name", "setMyDescription": "description"}.get(call.method, "short_description")
    rig.about[name, call.params.get("language_code", "")] = call.params.get(name, "")
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def _get_text(rig: Rig, call: Call) -> Any:
    name = {"getMyName": "name", "getMyDescription": "description"}.get(call.method, "short_description")
    return {name: rig.about.get((name, call.params.get("language_code", "")), "")}


@method("setChatMenuButton")
def _set_menu_button(rig: Rig, call: Call) -> Any:
    button = call.params.get("menu_button") or {"type": "default"}
    if "chat_id" in call.params:
        _chat(rig, call).menu_button = button
    else:
        rig.menu_button = button
    return True


@method("getChatMenuButton")
def _get_menu_button(rig: Rig, call: Call) -> Any:
    return (_chat(rig, call).menu_button if "chat_id" in call.params else None) or rig.menu_button


# Chats and files


@method("getChat")
def _get_chat(rig: Rig, call: Call) -> Any:
    gifts = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    full = {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts.split(), True)}
    return _chat(rig, call).body | full


@method("getChatMember")
def _get_chat_member(rig: Rig, call: Call) -> Any:
    chat, number = _chat(rig, call), call.params["user_id"]
    user = rig.me if number == rig.me["id"] else rig.chats[number].user if number in rig.chats else chat.user
    return {"status": "member", "user": user}


@method("leaveChat")
def _leave_chat(rig: Rig, call: Call) -> Any:
    chat = _chat(rig, call)
    if chat.type == "private":
        raise wrong("chat member status can't be changed in private chats")
    chat.left = True
    return True


@method("getFile")
def _get_file(rig: Rig, call: Call) -> Any:
    if call.params["file_id"] not in rig.files:
        raise wrong("invalid file_id")
    return rig.files[call.params["file_id"]].as_json


# The webhook


@method("setWebhook")
def _set_webhook(rig: Rig, call: Call) -> Any:
    url = call.params["url"]
    parts = urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise wrong("bad webhook: An HTTPS URL must be provided for webhook")
    connections = call.params.get("max_connections", 40)
    hook = Hook(url, call.params.get("secret_token"), connections) if url else None
    rig.delivery.set_hook(hook, call.params.get("allowed_updates"), call.params.get("drop_pending_updates", False))
    return True


@method("deleteWebhook")
def _delete_webhook(rig: Rig, call: Call) -> Any:
    rig.delivery.set_hook(None, None, call.params.get("drop_pending_updates", False))
    return True


@method("getWebhookInfo")
def _get_webhook_info(rig: Rig, call: Call) -> Any:
    hook = rig.delivery.hook
    info = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(rig.delivery.pending)
    if hook:
        info["max_connections"] = hook.max_connections
    if hook and hook.last_error:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    return info | ({"allowed_updates": rig.delivery.allowed} if rig.delivery.allowed else {})

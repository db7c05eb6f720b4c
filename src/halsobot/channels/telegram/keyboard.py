"""Buttons for Telegram: under each message, and the lasting four at the bottom."""

from __future__ import annotations

from typing import Any

from halsobot.model.view import ButtonView, View

#: A pictogram before the words, so that a button is found in a language one cannot read.
PICTOGRAMS = {
    "emergency": "🚨",
    "person": "👤",
    "menu": "🏠",
    "language": "🌐",
    "globe": "🌐",
    "back": "↩️",
}
#: Labels up to this length stand two in a row; the globe's many names three.
SHORT, VERY_SHORT, MANY = 16, 12, 12


def inline(view: View) -> dict[str, Any]:
    """Choices, Back, and always 112 and Person: the lasting keyboard can be folded away."""
    always = [button for button in view.bar if button.name in ("emergency", "person")]
    rows = _rows(list(view.choices)) + ([always] if always else [])
    return {"inline_keyboard": [[_button(each) for each in row] for row in rows]}


def lasting(view: View) -> dict[str, Any]:
    """The bar, two by two, until it is replaced."""
    labels = [{"text": _label(button)} for button in view.bar]
    return {
        "keyboard": [labels[start : start + 2] for start in range(0, len(labels), 2)],
        "is_persistent": True,
        "resize_keyboard": True,
    }


def _button(button: ButtonView) -> dict[str, str]:
    return {"text": _label(button), "callback_data": button.data}


def _label(button: ButtonView) -> str:
    sign = PICTOGRAMS.get(button.name)
    return f"{sign} {button.label.text}" if sign else button.label.text


def _rows(buttons: list[ButtonView]) -> list[list[ButtonView]]:
    """One button a row, or two or three where all of them are short."""
    longest = max((len(button.label.text) for button in buttons), default=0)
    if len(buttons) > MANY:
        return _cut(buttons, 3 if longest <= VERY_SHORT + 4 else 2)
    return _cut(buttons, 2 if longest <= SHORT and len(buttons) > 3 else 1)


def _cut(buttons: list[ButtonView], width: int) -> list[list[ButtonView]]:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]

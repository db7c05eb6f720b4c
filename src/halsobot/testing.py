"""For tests of flows and channels: a conversation with human verbs.

>>> chat = Chat(bundle).opens("ar").taps("book-care", "me")
>>> assert chat.screen == "book-care-open"
"""

from halsobot.scenario.chat import Chat

__all__ = ["Chat"]

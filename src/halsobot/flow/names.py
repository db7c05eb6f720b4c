"""The rule for names, and the names that are taken."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME = 40  # so that flow, node and choice together fit into the 64 bytes of a Telegram button
_NAME = re.compile(r"[a-z][a-z0-9-]*")

#: Buttons that the engine puts on screens, and words with a meaning of their own below a message.
RESERVED_CHOICES = frozenset(
    [
        "back",
        "menu",
        "language",
        "person",
        "emergency",
        "listen",
        "skip",
        "continue",
        "more",
        "when",
        "none",
        "otherwise",
    ]
)
#: Beginnings of message ids that are not a flow's own.
RESERVED_FLOWS = frozenset(
    [
        "engine",
        "web",
        "fact",
        "status",
        "kind",
        "region",
        "municipality",
        "language",
        "unit",
        "names",
        "phrase",
        "phrases",
    ]
)
#: What conditions and texts already call by these names, so that no answer can be called so.
BUILT_IN_ANSWERS = ("status", "place")
BUILT_IN_VALUES = frozenset(("status", "region", "municipality", "language"))


def is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text))


def suggested(text: str) -> str:
    """A name near to what she wrote: ``Ta med`` -> ``ta-med``, ``1177`` -> ``about-1177``."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not slug:
        return "my-name"
    return slug[:MAX_NAME] if slug[0].isalpha() else f"about-{slug}"[:MAX_NAME]

"""When the collector of garbage looks at memory: little here is in circles, and much, the content, stays."""

from __future__ import annotations

import gc

#: So many new objects, and so many looks at the younger ones, before it looks again: more than is usual.
RARELY = (20_000, 20, 20)


def collect_rarely() -> None:
    """From here on. While the content is read it would look at it again and again, a fifth of every start."""
    gc.set_threshold(*RARELY)


def settle() -> None:
    """Let it pass over what is there now, which stays: else it stops everything for it, a tenth of a second long."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()

"""The name of one version of the content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted paths and the bytes of all files."""
    total = hashlib.sha256()
    for path, data in sorted(files.items()):
        name = path.encode()
        # Lengths keep the end of one file apart from the beginning of the next.
        total.update(b"%d %d\n" % (len(name), len(data)) + name + data)
    return total.hexdigest()

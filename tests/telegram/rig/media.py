"""Files that Telegram keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .refused import wrong
from .spec import Upload

if TYPE_CHECKING:
    from .server import Rig

_ENDING = {"photo": "jpg", "voice": "oga", "audio": "mp3", "video": "mp4", "animation": "mp4", "sticker": "webp"}
_FOLDERS = {"jpg": "photos", "oga": "voice", "ogg": "voice", "webp": "stickers"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file with its ids."""

    file_id: str
    file_unique_id: str
    path: str
    content: bytes

    @property
    def ids(self) -> dict[str, Any]:
        """As it is named in messages."""
        return {"file_id": self.file_id, "file_unique_id": self.file_unique_id, "file_size": len(self.content)}

    @property
    def as_json(self) -> dict[str, Any]:
        """As getFile tells it."""
        return self.ids | {"file_path": self.path}


def keep(rig: Rig, content: bytes, ending: str) -> Kept:
    """A new file."""
    number = rig.new_number()
    path = f"{_FOLDERS.get(ending, 'documents')}/file_{number}.{ending}"
    kept = Kept(f"AgACAgIAAxkBAAI{number:08}", f"AQAD{number:08}", path, content)
    rig.files[kept.file_id] = kept
    rig.paths[path] = kept
    return kept


def media_of(rig: Rig, kind: str, given: Any, params: dict[str, Any]) -> dict[str, Any]:
    """The part of a message that holds the media a bot sent: a file, an attach:// name, a file_id or a URL."""
    file = _kept(rig, kind, given)
    told: dict[str, Any] = {
        name: params[name] for name in ("duration", "width", "height", "title", "performer") if name in params
    }
    if kind == "photo":
        return {"photo": [file.ids | {"width": side, "height": side} for side in (90, 320)]}
    if kind == "sticker":
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {"sticker": file.ids | looks}
    if kind in ("video", "animation"):
        told = {"width": 320, "height": 320} | told
    if kind != "document":
        told = {"duration": 0} | told
    name = given.name if isinstance(given, Upload) else file.path.rpartition("/")[2]
    return {kind: file.ids | told | ({"file_name": name} if kind != "voice" else {})}


def _kept(rig: Rig, kind: str, given: Any) -> Kept:
    if isinstance(given, str) and given.startswith("attach://"):
        given = rig.uploads[given[9:]]
    if isinstance(given, Upload):
        ending = given.name.rpartition(".")[2] if kind == "document" else _ENDING.get(kind, "bin")
        return keep(rig, given.content, ending)
    if given in rig.files:
        return rig.files[given]
    if given.startswith(("http://", "https://")):
        return keep(rig, b"", _ENDING.get(kind, "bin"))
    raise wrong("wrong file identifier/HTTP URL specified")

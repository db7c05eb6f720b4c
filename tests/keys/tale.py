"""The shipped content with one flow more, which asks for words of one's own and says them again."""

from __future__ import annotations

import shutil
from pathlib import Path

from .files import ROOT

FLOW = """\
flow: tale
owner: kommunikation
review-by: 2027-02-01
nodes:
  - ask: story
    answer: words
    next: told
  - screen: told
    choices: [story, flow book-care, finish]
  - end: finish
"""
#: No digits, and in no two languages alike.
WORDS = {
    "sv": ("Berätta", "Vad har hänt?", "Du har skrivit: {}", "Berätta mer"),
    "en": ("Tell", "What has happened?", "You have written: {}", "Tell more"),
    "ar": ("احك", "ماذا حدث؟", "لقد كتبت: {}", "احك المزيد"),
    "fa-AF": ("قصه کنید", "چه شده است؟", "شما نوشتید: {}", "بیشتر قصه کنید"),
    "ti": ("ንገር", "እንታይ ኣጋጢሙ?", "ዝጸሓፍካዮ: {}", "ተወሳኺ ንገር"),
}


def tale(folder: Path) -> Path:
    """Make the content in ``folder``."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "flows/tale.yaml").write_text(FLOW)
    for locale, words in WORDS.items():
        title, asked, told, more = (each.replace("{}", "{ $story }") for each in words)
        texts = f"tale = {title}\n\ntale-story = {asked}\n\ntale-told = {told}\n    .story = {more}\n"
        (folder / f"locales/{locale}/tale.ftl").write_text(texts)
    return folder

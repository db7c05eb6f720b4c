"""Limits of the engine, each with its reason."""

from datetime import timedelta

#: Screens that Back can return to. Nobody goes back further, and a session stays small on disk.
TRAIL = 24
#: Nodes without a screen in a row. ``check`` refuses circles, so this guards only against our own mistakes.
HOPS = 100
#: Places on one screen: more do not fit an old phone.
PLACES = 3
#: Characters of a written answer that are kept: a few sentences, so that no session grows without bound.
WORDS = 1000
#: Characters of a message that are looked at for choices and red flags; the rest says nothing new.
READ = 4096
#: Pictures that are sent at once. Telegram lets through ten.
ALBUM = 20
#: Guides who are named before she asks.
NAMED = 3
#: Folded labels that are kept for one version of the content.
LABELS = 20_000
#: Characters that must be written before a label's beginning counts as the label.
PREFIX = 3
#: What reaches us so long after it was done is answered with a line that says so.
LATE = timedelta(hours=1)

"""The web chat: one address, complete without scripts, and with them a page that never navigates."""

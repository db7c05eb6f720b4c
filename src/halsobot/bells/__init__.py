"""Guides are rung outside the console, by e-mail or in a Telegram group: numbers, and nothing of anybody's."""

"""Telegram: python-telegram-bot's requests and errors, our own intake, order and keyboards."""

"""Conversations as files: what she does and what she sees, written by staff, played at each check."""

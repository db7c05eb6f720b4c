"""halsobot: a chat that shows newcomers the way in Swedish health care, in their own language."""

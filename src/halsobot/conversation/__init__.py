"""The shell round the engine: one thing a contact did becomes one stored turn, then a message."""

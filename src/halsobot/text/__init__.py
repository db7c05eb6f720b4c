"""Words: message ids and values become text in a language, never an error."""

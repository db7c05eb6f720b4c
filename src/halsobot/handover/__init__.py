"""From the bot to a person: who answers, by when, and the states of a case."""

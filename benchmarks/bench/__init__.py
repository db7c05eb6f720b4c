"""The benchmarks: people who talk to a bot, a Bot API server for it, and what they measured."""

"""The guides' web console: who waits, one case with its conversation, answers, and who is away."""

"""Understanding what people write: plain comparison with word lists, the same for everyone."""

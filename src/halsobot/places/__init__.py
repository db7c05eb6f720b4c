"""Places: which, how far, open or not."""

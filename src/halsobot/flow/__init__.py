"""The flow language: what a YAML flow can say, how it is read, and how it is walked through."""

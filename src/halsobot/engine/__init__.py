"""The engine: one pure step from what a contact did to what she is shown. No I/O, no clock."""

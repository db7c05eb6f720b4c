"""A checked, frozen version of all content, and the checks."""

"""Fluent files are read once: what checks them, what lists them and what speaks them share the result."""

from __future__ import annotations

from functools import lru_cache

from fluent.syntax import FluentParser, ast


@lru_cache(maxsize=512)  # half of a start is reading; and an editor saves one file of a hundred
def parse(source: str) -> ast.Resource:
    """The tree of a file, with the places of everything. Nobody changes it."""
    return FluentParser(with_spans=True).parse(source)

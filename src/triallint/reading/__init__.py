"""Bytes to trials: one file per format, all of them ending in the one model of ``triallint.page``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from triallint.page import TrialPage
from triallint.source import Source

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".yaml": "yaml",
    ".yml": "yaml",
}

# XML that is no page for readers, whatever the file is called: its first element is another one than html.
_DATA = re.compile(r"\s*+<\?xml\b[^<>]*+>(?>\s|<!--.*?-->|<[!?](?!--)[^<>]*>)*+<(?!html\b)[a-z]", re.I | re.S)


def format_of(name: str, head: str) -> str:
    """The format of a file, told by its suffix (``.gz`` aside), else by how it begins."""
    path = PurePath(name)
    suffix = PurePath(path.stem).suffix if path.suffix.lower() == ".gz" else path.suffix
    known = SUFFIXES.get(suffix.lower())
    if known:
        return known
    start = head.lstrip()[:200].lower()
    if re.match(r"<!doctype html|<html|<\?xml|<[a-z]+[\s>]", start):
        return "html"
    if start.startswith(("{", "[")):
        return "ndjson" if re.match(r"\{.*\}\s*\n\s*\{", head) else "json"
    if re.match(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n\s*(?![\w -]+:\s)[^\s-]", head, re.S):
        return "markdown"  # with front matter
    return "yaml" if re.match(r"---\s|[a-z_]+:\s", start) else "text"


def read(source: Source) -> Iterator[TrialPage]:
    """The trials of a source. Raises Unreadable when the source is not what its format says."""
    form = format_of(source.name, source.text[:4096])
    if form == "html":
        if _DATA.match(source.text):
            return
        from triallint.reading import html, listing

        page = listing.read(html.read(source))
    elif form == "text":
        from triallint.reading import listing, text

        page = listing.read(text.read(source))
    elif form == "markdown":
        from triallint.reading import listing, markdown

        page = listing.read(markdown.read(source))
    elif form == "yaml":
        from triallint.reading import record, yaml

        for tree in yaml.documents(source):
            yield from record.read(tree)
        return
    else:
        from triallint.reading import json, record

        yield from record.read(json.read(source))
        return
    if page is not None:
        yield page

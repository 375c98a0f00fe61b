"""An article of a scan, as far as rules between articles need it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from claimcheck.corpus.between.paper import Record, paper, unchanged
from claimcheck.corpus.database import Connection
from claimcheck.corpus.ignored import Ignored
from claimcheck.source import Source

_LANGUAGE = re.compile(r"([a-z]{2,3})wiki")
_SPEAKING = """SELECT p AS article FROM pages p WHERE list_contains($asked, title) OR len(list_intersect(
    flatten(list_transform(coalesce(ignores, []), lambda each: each.rules)), $rules)) > 0"""


class Article:
    """One row of the statements' table `pages`."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.title: str = row["title"]
        self.name: str = row["name"]
        self.key = (row["wiki"], row["title"], row["page"], row["revision"])
        """What articles are sorted by."""
        self._row = row

    @cached_property
    def ignored(self) -> Ignored:
        """What it says to rules."""
        return Ignored(self._row["ignores"])

    def source(self, records: Iterable[Record]) -> Source:
        """Its text: its file, where that is still as it was scanned, else paper with the sentences of some claims."""
        url = address(self._row["wiki"], self._row["revision"])
        text = unchanged(self.name, self._row["digest"])
        return paper(records, self.name, url) if text is None else Source(text, self.name, url)


def speaking(connection: Connection, rules: Iterable[str], asked: Iterable[str]) -> list[Article]:
    """Articles with a comment on one of the rules, and those that have a title that is asked for."""
    values = {"rules": list(rules), "asked": list(asked)}
    found = connection.sql(_SPEAKING, params=values).to_arrow_table().to_pylist()
    return [Article(row["article"]) for row in found]


def address(wiki: str, revision: int) -> str:
    """The permanent address of a revision of a Wikipedia; empty for other wikis, whose addresses are not known here."""
    found = _LANGUAGE.fullmatch(wiki)
    return f"https://{found[1]}.wikipedia.org/w/index.php?oldid={revision}" if found and revision else ""

"""Text to document: wikitext or plain, told apart by the markup that the text holds."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.document.model import Document
from claimcheck.document.plain import read_plain
from claimcheck.source import Source

Markup = Literal["auto", "wikitext", "plain"]

_MARKUP = re.compile(r"\[\[|\{\{|'''|<ref\b|^==+[^=\n]+==+\s*$|^\{\|", re.MULTILINE)


def parse(text: str, markup: Markup = "auto", title: str | None = None, name: str | None = None) -> Document:
    """Read `text` once. "auto" is wikitext where link, template, bold, heading, table or reference markup occurs."""
    source = Source(text, name or title or "<text>")
    if markup == "wikitext" or (markup == "auto" and is_wikitext(text)):
        from claimcheck.document.wikitext import read_wikitext

        return read_wikitext(source, title)
    return read_plain(source, title)


def is_wikitext(text: str) -> bool:
    """True where the text holds markup of a wiki."""
    return _MARKUP.search(text) is not None

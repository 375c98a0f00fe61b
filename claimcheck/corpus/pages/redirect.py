"""Texts that only point at another page, as MediaWiki tells them: `#REDIRECT [[Target#Section]]` in any language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def redirect(text: str) -> tuple[str, str]:
    """Title and section that a text redirects to, empty where it is no redirect."""
    begin = text[:4000].lstrip()
    if not begin.startswith(("#", "＃")):
        return "", ""
    found = _pattern().match(begin)
    if found is None:
        return "", ""
    title, _, section = found[1].partition("#")
    return " ".join(title.replace("_", " ").split()).removeprefix(":"), section.replace("_", " ").strip()


@cache
def _pattern() -> re.Pattern[str]:
    """Below, the brackets are those of MediaWiki's WikitextContentHandler, a colon before the link included."""
    lines = files("claimcheck").joinpath("data/redirect_words.txt").read_text(encoding="utf-8").splitlines()
    words = "|".join(re.escape(line) for line in lines if not line.startswith("# "))
    return re.compile(rf"[#＃](?:{words})\s*:?\s*\[\[([^\[\]|\n]+)(?:\|[^\]\n]*)?\]\]", re.IGNORECASE)

"""Words that checks look for, read from data/checks on first need: one phrase a line, `#` begins a comment."""

from __future__ import annotations

import re
from functools import cache

from claimcheck import overlay


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of data/checks/<name>.txt, longest first, so that an alternation takes the longest."""
    text = overlay.ours(f"checks/{name}.txt")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(sorted(filter(None, lines), key=len, reverse=True))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of data/checks/<name>.tsv: the first field to the others; of a repeated first field, the last line."""
    text = overlay.ours(f"checks/{name}.tsv")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {first: tuple(others) for first, *others in rows}


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Any of the phrases of these lists as whole words, any case; the group that matched is named after its list."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{any_of(name)})' for name in names)})(?!\w)", re.IGNORECASE)


def any_of(name: str) -> str:
    """The phrases of a list as an alternation without groups; "~" at the end of one stands for the rest of the word."""
    return "|".join(
        re.escape(phrase[:-1]) + r"\w*" if phrase.endswith("~") else re.escape(phrase) for phrase in phrases(name)
    )


def namesakes(unit: str | None) -> tuple[str, ...]:
    """Other units that go by the same English word."""
    return table("namesakes").get(unit or "", ())

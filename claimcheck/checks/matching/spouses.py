"""The marriages that an infobox lists: {{marriage|Name|1988|2002}}, "Name (m. 1988; div. 2002)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from claimcheck.checks.view import View
from claimcheck.document.model import Passage
from claimcheck.finding import Mark
from claimcheck.patterns import lazy

PARAMETERS = frozenset(("spouse", "spouses", "spouse(s)"))
_ENTRY = lazy(
    r"(?P<name>[^\W\d_](?:[^()\n\v<]|\"[^\"\n]*\"){0,80}?)[\s,]*\(\s*m(?:\.|arried)\s*(?:[A-Za-z]+ )?(?:\d{1,2},? )?"
    r"(?P<start>\d{4})(?P<rest>[^()]{0,60})\)"
)
_END = re.compile(r"\d{4}")
_PLAIN = lazy(r"[^\W\d_][^\n\v]{2,}")


class Spouse(msgspec.Struct, frozen=True):
    """A marriage: with whom, from which year, to which year (None where no end is told)."""

    name: str
    start: int
    end: int | None


class Spouses(msgspec.Struct, frozen=True):
    """The marriages of a parameter."""

    passage: Passage
    listed: tuple[Spouse, ...]

    def mark(self) -> Mark:
        """The whole parameter in the source."""
        text = self.passage.text
        span = self.passage.span(len(text) - len(text.lstrip()), len(text.rstrip()))
        return Mark(span.start, span.end, "the infobox")


def spouses(view: View) -> Spouses | None:
    """The marriages of the one infobox; None where it lists none, or one of them in another form."""
    found = [p for p in view.document.passages if p.context == "infobox" and p.path[-1:] and p.path[-1] in PARAMETERS]
    if len(found) != 1:
        return None
    text = found[0].text
    listed = tuple(_entries(text))
    lines = [line for line in re.split(r"[\n\v]+", text) if _PLAIN.search(line)]
    return Spouses(found[0], listed) if listed and len(listed) == len(lines) else None


def _entries(text: str) -> Iterator[Spouse]:
    for match in _ENTRY.finditer(text):
        end = _END.search(match["rest"])
        yield Spouse(match["name"].strip(), int(match["start"]), int(end[0]) if end else None)

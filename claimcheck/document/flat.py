"""Links and template calls that hold no markup of their own: two searches find them, the tokenizer never sees them.

They are four tenths of a page's tokens. What a tokenizer might take for anything else (an address, a list, an entity,
a table mark inside) is left to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from claimcheck.document.mask import Mask
from claimcheck.patterns import lazy

_LINK = re.compile(r"\[\[(?!\|)[^\[\]{}<>&\n]++\]\]")
_SCHEMES = (
    "bitcoin|ftps?|geo|git|gopher|https?|ircs?|magnet|mailto|mms|news|nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|"
    "urn|worldwind|xmpp"
)
_ADDRESS = lazy(rf"\b(?:{_SCHEMES}):", re.IGNORECASE)
"""What the tokenizer takes for the beginning of an address; its own list of schemes."""


class Flat(NamedTuple):
    """A masked text with them covered: first `links`, then calls as well (`all`); `ends`: start → end."""

    links: str
    all: str
    ends: dict[int, int]


def cover(masked: Mask) -> Flat:
    """Put the mask's free character, one for one, over each of them."""
    ends: dict[int, int] = {}
    opaque = masked.opaque

    def covered(match: re.Match[str]) -> str:
        written, start = match[0], match.start()
        if (":" in written and _ADDRESS.search(written)) or (opaque and _inside(start, opaque)):
            return written
        ends[start] = match.end()
        return masked.free * len(written)

    links = _LINK.sub(covered, masked.text)
    return Flat(links, _call(masked.dropped, masked.free).sub(covered, links), ends)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """True within one of the spans, which are in order."""
    index = bisect_right(spans, (at, at)) - 1
    return index >= 0 and at < spans[index][1]


def _call(dropped: str, flat: str) -> re.Pattern[str]:
    """A call: its name on one line with nothing taken out of it, no list or heading begun in its arguments."""
    name = rf"[ \t]*[^{{}}\[\]<>&\s|{dropped}{flat}][^{{}}\[\]<>&\n|{dropped}{flat}]*+\s*+"
    arguments = r"(?:\|[^{}\[\]<>&\n]*+(?:\n(?![*#:;=-])[^{}\[\]<>&\n]*+)*+)?"
    return re.compile(rf"(?<!\{{)\{{\{{{name}{arguments}\}}\}}(?!\}})")

"""What a table cell holds: one figure, nothing, or words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.patterns import lazy
from claimcheck.source import Span

_SPACES = " \t\n\u00a0\u2007\u2009\u202f"
_FIGURE = lazy(
    r"(?:[^\W\d_]{0,3}[$€£¥₹]\s?|[=~T](?=\d))?"
    r"(?P<number>(?P<sign>[+−–-]\s?)?"
    r"(?P<whole>\d{1,3}(?:,\d{2,3})+|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+|\d{1,15}|(?=\.\d))"
    r"(?:\.(?P<decimals>\d{1,9}))?)"
    r"\s?(?P<percent>%)?"
    r"\s?(?:[*†‡§#^=]|\[[^\]]{0,12}\]|\((?:\d{1,2}(?:st|nd|rd|th)|[=T]?\d{1,2}(?:st|nd|rd|th)|[a-z])\))*"
)
_NOTHING = lazy(r"[-–—−‒―]*|n/?a|nil|none|\.{2,3}|…|x|\?", re.IGNORECASE)
_INDIAN = lazy(r"\d{1,3}(?:,\d{2})*,\d{3}")

Holds = Literal["figure", "nothing", "words", "shared"]


class Figure(NamedTuple):
    """A number as printed; `step` is one unit of its last digit, trailing zeros of whole numbers counted as digits."""

    value: Fraction
    step: Fraction
    percent: bool
    span: Span
    """Its place in the text of the cell."""

    @property
    def round(self) -> bool:
        """True for a whole number of at least 100 that ends in zeros: it may have been rounded."""
        return self.step == 1 and abs(self.value) >= 100 and self.value % 10 == 0


@lru_cache(maxsize=1 << 14)
def read_cell(text: str) -> tuple[Holds, Figure | None]:
    """The figure that fills the cell, footnote marks and its currency sign aside; a dash or blank is "nothing"."""
    bare = text.strip(_SPACES)
    if len(bare) > 40:
        return "words", None
    match = _FIGURE.fullmatch(bare)
    if match is None or _ungrouped(match["whole"]):
        return ("nothing" if _NOTHING.fullmatch(bare) else "words"), None
    decimals = match["decimals"] or ""
    digits = re.sub(r"\D", "", match["whole"]) + decimals
    value = Fraction(int(digits), 10 ** len(decimals))
    if match["sign"] and match["sign"][0] != "+":
        value = -value
    at = len(text) - len(text.lstrip(_SPACES))
    span = Span(at + match.start("number"), at + match.end("number"))
    return "figure", Figure(value, Fraction(1, 10 ** len(decimals)), bool(match["percent"]), span)


def _ungrouped(whole: str) -> bool:
    """True for "12,34": commas that group no thousands."""
    return "," in whole and not _INDIAN.fullmatch(whole) and not re.fullmatch(r"\d{1,3}(?:,\d{3})+", whole)

"""Ratings on a scale: "7.9/10", "a score of 72 out of 100", "4 of 5 stars"."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Per
from claimcheck.claims.quantities.numbers import Number, printed
from claimcheck.claims.quantities.tail import Tail
from claimcheck.patterns import lazy

_BREAK = r"(?=[.,;:)\]]|\Z| (?:based|after|and|in|for|at|with|while|on|by|from|stars?)\b)"
"""What may follow a rating, since a noun would be what is counted."""
_ENDS = re.compile(_BREAK)
_OUT_OF = re.compile(
    r"(?P<slash>/)(?P<top>4|5|10|20|40|50|100)(?![\d%/]|[.,]\d|[^\W\d_]| ?(?:[ckm]?m|k?g|m?l|ft|in)\b)"
    r"|(?:(?: out)? of )(?P<most>4|5|10|20|100|five|ten)(?![\d%]|[.,]\d)"
    rf"(?:(?P<stars> stars?\b)|(?P<by> from [A-Z])|{_BREAK})"
)
_SLASHED = re.compile(r"(\d{1,3})/(?=\d)")
_RATED = lazy(
    r"\b(?:scor(?:e|ed|es|ing)|rat(?:ed|es?|ings?)|gave|gives|giving|given|reviews?|reviewed|Metacritic|stars?|grade[ds]?)\b"
)
_BEFORE = 70
"""Characters before a figure within which a word tells that it is a rating."""
_TOPS = {"five": 5, "ten": 10}


def rating(text: str, number: Number) -> tuple[Number, Tail] | None:
    """The figure of a rating with its scale as denominator; None for "43 out of 100 patients" and "9/10 of them"."""
    if number.words or number.grouped or number.scales:
        return None
    if number.fraction:
        slashed = _SLASHED.match(text, number.start)
        if slashed is None:
            return None
        number = printed(number.start, slashed.end(1), slashed[1], "")
    match = _OUT_OF.match(text, number.end)
    if match is None:
        return None
    if match["slash"] and number.precision != "decimal" and not _ENDS.match(text, match.end()):
        return None
    # Decimals over a round scale are nothing else; whole numbers are as often fractions, days and counts.
    told = (match["slash"] and number.precision == "decimal") or match["stars"] or match["by"]
    if not told and _RATED.search(text, max(0, number.start - _BEFORE), number.start) is None:
        return None
    top = match["top"] or match["most"]
    size = Fraction(_TOPS.get(top) or int(top))
    end = match.end("top") if match["slash"] else match.end("most")
    if number.value > size:
        return None
    return number, Tail(end, match.end("stars") if match["stars"] else end, per=Per(size))

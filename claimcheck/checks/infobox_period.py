"""Periods in years that run backwards in an infobox: years_active = 1995–1965."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark

_YEARS = lazy(r"(?:^\s*|m\. )([12]\d{3}) ?[–—-] ?([12]\d{3})(?![\w–—-])")
_OTHER_COUNT = lazy(r"\b(?:BC|BCE|AH|BH|Hijri)\b")
FIRST = 1000
"""Earliest year; before it, years without "AD" may be those before Christ."""


@check("infobox-period", Options, text="the period as printed", first="its beginning", last="its end")
def backwards(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A period of an infobox that ends in a year before it begins."""
    names = frozenset(phrases("infobox_periods"))
    for passage in view.document.passages:
        if passage.context != "infobox" or passage.path[-1].rstrip("0123456789") not in names:
            continue
        if _OTHER_COUNT.search(passage.text):
            continue
        for match in _YEARS.finditer(passage.text):
            if FIRST <= int(match[2]) < int(match[1]) <= view.today.year + 1:
                span = passage.span(match.start(1), match.end(2))
                words = {"text": f"{match[1]}–{match[2]}", "first": match[1], "last": match[2]}
                yield Hit(Mark(span.start, span.end), (), words)

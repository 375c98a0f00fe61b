"""Periods in years that run backwards in an infobox or a box of succession: years_active = 1995–1965."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.era import is_ancient
from claimcheck.checks.lexicon import phrases
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_YEARS = lazy(r"(?:^\s*|m\. )([12]\d{3}) ?[–—-] ?([12]\d{3})(?![\w–—-])")
_OTHER_COUNT = lazy(r"\b(?:BC|BCE|AH|BH|Hijri)\b")
SUCCESSIONS = ("s-ttl", "succession box", "s-tul", "s-hou")
"""How the names of templates begin that stand between a predecessor and a successor."""
FIRST = 1000
"""Earliest year; before it, years without "AD" may be those before Christ."""


@check("infobox-period", Options, text="the period as printed", first="its beginning", last="its end")
def backwards(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A period of an infobox that ends in a year before it begins."""
    names = frozenset(phrases("infobox_periods"))
    if is_ancient(view.document):
        return
    for passage in view.document.passages:
        if not _told(passage, names):
            continue
        if _OTHER_COUNT.search(passage.text):
            continue
        for match in _YEARS.finditer(passage.text):
            if FIRST <= int(match[2]) < int(match[1]) <= view.today.year + 1:
                span = passage.span(match.start(1), match.end(2))
                printed = view.document.source.text[span.start : span.end]
                if "|" in printed and "}}" not in printed:
                    continue  # a template with parameters of its own: {{marriage}} is another kind's
                words = {"text": f"{match[1]}–{match[2]}", "first": match[1], "last": match[2]}
                yield Hit(Mark(span.start, span.end), (), words)


def _told(passage: Passage, names: frozenset[str]) -> bool:
    """True for a parameter that holds a period: one of an infobox, or the years of a box of succession."""
    if passage.context == "infobox":
        return passage.path[-1].rstrip("0123456789") in names
    return passage.context == "template" and passage.path[1:] == ("years",) and passage.path[0].startswith(SUCCESSIONS)

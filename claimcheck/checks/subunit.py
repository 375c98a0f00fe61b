"""A sum with the sign of a currency and the word for its hundredth part: "$0.50 cents", "£5.50p"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_SIGNED = lazy(r"(?:[A-Z]{0,3}[$€£¥]\s?)(?P<sum>\d[\d,]*(?:\.\d+)?|\.\d+)\s?(?P<part>cents?|pence|p)")
_PENCE = lazy(r"\s?(?:p|pence|cents?)(?!\w|\.\w)")
_POINT = lazy(r"\.\d\d$")


@check("subunit", Options, text="the sum as printed")
def told_twice(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A sum in dollars or pounds that is followed by "cents" or "p" all the same."""
    for unit in ("cent", "penny"):
        for claim in view.of_unit(unit):
            if _SIGNED.fullmatch(claim.text):
                yield Hit(Mark(claim.start, claim.end), (claim,), {"text": claim.text})
    for unit in ("GBP", "USD", "EUR"):
        for claim in view.of_unit(unit):
            behind = _PENCE.match(claim.passage.text, claim.visible.end)
            if behind is not None and _POINT.search(claim.text):
                span = claim.passage.span(claim.visible.start, behind.end())
                text = claim.passage.text[claim.visible.start : behind.end()]
                yield Hit(Mark(span.start, span.end), (claim,), {"text": text})

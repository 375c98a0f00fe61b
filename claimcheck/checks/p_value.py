"""A p-value against its test statistic and degrees of freedom: "t(28) = 2.20, p = .30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.distributions import two_sided
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_TEST = lazy(
    r"(?<![\w.])(?:(?P<chi>[χΧxX]\s?[²2]|chi2|chi[- ]squared?)|(?P<name>[tFrQ])|(?P<z>[zZ]))"
    r"\s?(?P<given>\(\s?(?:df\s?=\s?)?(?P<df1>\d{1,6}(?:\.\d{1,4})?)"
    r"(?:\s?[,;]\s?(?:(?P<n>[Nn]\s?=\s?\d[\d,]{0,9})|(?P<df2>\d{1,7}(?:\.\d{1,4})?)))?\s?\))?"
    r"\s?(?P<is>[=<>≈])\s?(?P<value>[-−–]?\d{0,6}(?:\.\d{1,6})?)"
    r"(?:\s?[,;]\s?[^.,;()=<>]{1,20}=\s?[-−]?\d{0,4}\.?\d{0,4}){0,2}"
    r"\s?[,;]?\s?(?:and\s|with\s(?:a\s)?)?"
    r"(?:(?P<p>(?<![\w])[pP](?:[- ]value)?\s?(?P<pis>[=<>≤≥])\s?(?P<pvalue>[-−–]?\d?\.\d{1,7}|[01]))(?![\d%.]\d)"
    r"|(?P<ns>n\.?s\.?(?!\w)))"
)
SHORTEST = len("t=2,ns")
_SIGNS = lazy(r"[=<>≈] ?[-−–]?[\d.]")
_ONE_TAILED = lazy(r"(?i)\bone[- ](?:tailed|sided)|\bdirectional|\b1-tailed")
SIGNIFICANT = Fraction(1, 20)
"""What "n.s." is taken to say: p above the usual level."""


@check(
    "p-value",
    Options,
    test="the test statistic as printed",
    p="the p-value as printed",
    expected="the p-value that the statistic gives, with the range that its rounding allows",
)
def against_statistic(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A p-value that its test statistic cannot have."""
    for passage in view.document.passages:
        text = passage.text
        if len(text) < SHORTEST or _SIGNS.search(text) is None:
            continue
        for match in _TEST.finditer(text):
            if expected := _wrong(match, one_tailed=bool(_ONE_TAILED.search(text))):
                yield _hit(view, passage, match, expected)


def _wrong(match: re.Match[str], *, one_tailed: bool) -> str | None:
    """The p that the statistic gives, in words, where what is printed cannot be it."""
    if not any(character.isdigit() for character in match["value"]):
        return None
    found = _possible(match)
    if found is None:
        return None
    low, high = found
    if _fits(match, low, high) or (one_tailed and _fits(match, low / 2, high / 2)):
        return None
    return _told(low) if _told(low) == _told(high) else f"{_told(low)} to {_told(high)}"


def _possible(match: re.Match[str]) -> tuple[float, float] | None:
    """Least and greatest p of the statistic as printed, half a last digit either way."""
    test = "chi2" if match["chi"] else "z" if match["z"] else match["name"]
    degrees = [Fraction(match[name]) for name in ("df1", "df2") if match[name]]
    if bool(degrees) == (test == "z"):
        return None
    digits = match["value"].lstrip("-−–")
    value, reach = Fraction(digits), _step(digits) / 2
    nearest = two_sided(test, max(value - reach, Fraction(0)), degrees)
    furthest = two_sided(test, min(value + reach, Fraction(1)) if test == "r" else value + reach, degrees)
    if nearest is None or furthest is None:
        return None
    if match["is"] == "=" or match["is"] == "≈":
        return furthest, nearest
    return (furthest, 1.0) if match["is"] == "<" else (0.0, nearest)


def _fits(match: re.Match[str], low: float, high: float) -> bool:
    """True where the printed p can be one of these."""
    if match["ns"]:
        return high > SIGNIFICANT
    if match["pvalue"][0] in "-−–" or Fraction(match["pvalue"]) > 1:
        return False
    printed = Fraction(match["pvalue"])
    sign, reach = match["pis"], float(_step(match["pvalue"])) / 2
    if sign in ("=", "≤", "≥") and printed == 0:
        return False
    if sign == "=":
        return low <= float(printed) + reach and high >= float(printed) - reach
    return low < printed if sign in ("<", "≤") else high > printed


def _step(digits: str) -> Fraction:
    """One unit of the last printed digit."""
    return Fraction(1, 10 ** len(digits.partition(".")[2]))


def _told(p: float) -> str:
    return "below .0001" if p < 0.0001 else f"{p:.4f}".removeprefix("0") if p < 1 else "1"


def _hit(view: View, passage: Passage, match: re.Match[str], expected: str) -> Hit:
    at = match.span("p") if match["p"] else match.span("ns")
    start = next(match.start(name) for name in ("chi", "name", "z") if match[name])
    statistic = passage.span(start, match.end("value"))
    printed = passage.span(*at)
    claims = tuple(c for c in view.claims_in(passage) if match.start() <= c.visible.start < match.end())
    words = {"test": passage.text[start : match.end("value")], "p": passage.text[slice(*at)], "expected": expected}
    related = (Mark(statistic.start, statistic.end, "the test statistic"),)
    return Hit(Mark(printed.start, printed.end), claims, words, related)

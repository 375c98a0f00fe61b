"""A share printed beside its part and its whole: "12 of 40 (35 %)"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.checks.figures import ends, figure
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval

_OF = lazy(r"\s+(?:out )?of (?:the |its |their |his |her |all |a total of |the total of |the total )?$")
_OPEN = lazy(r"[^().;:0-9]{0,40}[(\[]\s*(?:or |i\.e\. |about |c\. ?|~ ?|≈ ?)?$")


@check(
    "share",
    Options,
    part="the part",
    whole="the whole",
    share="the share as printed",
    expected="the share that part and whole make, in percent",
)
def of_part_and_whole(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A percentage in parentheses that its part and whole do not make."""
    percents = {id(claim) for claim in view.of_unit("percent")}
    if not percents:
        return
    for sentence in view.with_quantities(3):
        claims = sentence.quantities
        for part, whole, share in zip(claims, claims[1:], claims[2:], strict=False):
            if id(share) in percents and _stated(sentence, part, whole, share):
                expected = _expected(part, whole)
                if expected and share.amount and not expected.meets(_printed(share)):
                    yield _hit(part, whole, share, expected)


def _stated(sentence: Sentence, part: Claim, whole: Claim, share: Claim) -> bool:
    """True for "12 of 40 members (35%)", bare counts and a closing bracket after the share."""
    if any(claim.unit or claim.per or claim.form != "single" for claim in (part, whole)) or share.form != "single":
        return False
    text = sentence.passage.text
    return bool(
        _OF.fullmatch(text[part.visible.end : whole.lead])
        and _OPEN.fullmatch(text[whole.visible.end : share.lead])
        and text[share.visible.end :].lstrip()[:1] in (")", "]")
    )


def _expected(part: Claim, whole: Claim) -> Interval | None:
    """The share in percent that the two can make, or None where one end is open."""
    a, b = part.amount, whole.amount
    if a is None or b is None:
        return None
    low, high = a.interval, b.interval
    if None in (low.low, low.high, high.low, high.high) or not high.low or high.low <= 0 or not high.high:
        return None
    assert low.low is not None  # noqa: S101 (for the type checker: tested above)
    assert low.high is not None  # noqa: S101
    return Interval(100 * low.low / high.high, 100 * low.high / high.low)


def _printed(share: Claim) -> Interval:
    """What the share means, cut as well as rounded: a whole last digit either way."""
    assert share.amount is not None  # noqa: S101 (percentages are quantities)
    step = share.amount.step if share.amount.value is None or share.amount.value % 1 else Fraction(1)
    return share.amount.interval + Interval(-step, step)


def _hit(part: Claim, whole: Claim, share: Claim, expected: Interval) -> Hit:
    middle = (expected.low or Fraction(0)) / 2 + (expected.high or Fraction(0)) / 2
    words = {
        "part": part.text,
        "whole": whole.text,
        "share": share.text,
        "expected": figure(Fraction(round(middle * 100), 100)) if expected.low != expected.high else ends(expected),
    }
    related = (Mark(part.start, part.end, "the part"), Mark(whole.start, whole.end, "the whole"))
    return Hit(Mark(share.start, share.end), (share, part, whole), words, related)

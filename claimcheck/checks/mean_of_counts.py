"""A mean of whole numbers that no sum of them can make for so few answers (the GRIM test)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_MEAN = lazy(r"(?<!\w)(?:M|[Mm]ean)\s?=\s?(?P<mean>\d{1,4}\.(?P<decimals>\d{1,4}))(?!\d|\.\d|\s?%)")
_COUNT = lazy(r"(?<!\w)[nN]\s?=\s?(?P<count>\d{1,4})(?![\d.,]\d)")
_WHOLE = lazy(
    r"\b(?:\d+|four|five|six|seven|nine|ten|eleven)[- ]point (?:likert |rating )?(?:scale|item)|\blikert|"
    r"\bsingle[- ]item\b|\bwhole numbers\b|\bmean number of\b|\bnumber of (?:children|siblings|errors|items recalled)",
    re.IGNORECASE,
)
_SEVERAL = lazy(
    r"\b(?:items|questions|subscales?|composites?|indices|index|averaged|aggregated?|alpha|trials|weighted|adjusted|"
    r"estimated|imputed|residual)\b|[αɑ]",
    re.IGNORECASE,
)


@check(
    "mean-of-counts",
    Options,
    mean="the mean as printed",
    count="the number of answers",
    below="the nearest mean below that whole numbers can have",
    above="the nearest mean above",
)
def against_count(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A mean of whole numbers that is impossible for its number of answers."""
    for sentence in view.with_quantities(2):
        found = _MEAN.search(sentence.text)
        if found is None or _SEVERAL.search(sentence.passage.text) or not _WHOLE.search(sentence.passage.text):
            continue
        means, counts = list(_MEAN.finditer(sentence.text)), list(_COUNT.finditer(sentence.text))
        if len(means) != 1 or len(counts) != 1:
            continue
        mean, count = Fraction(found["mean"]), int(counts[0]["count"])
        reach = Fraction(1, 2 * 10 ** len(found["decimals"]))
        if not 0 < count < 10 ** len(found["decimals"]) or _possible(mean, reach, count):
            continue
        start = sentence.span.start
        mark = sentence.passage.span(start + found.start("mean"), start + found.end("mean"))
        at = sentence.passage.span(start + counts[0].start("count"), start + counts[0].end("count"))
        claims = tuple(c for c in sentence.claims if c.start in (mark.start, at.start))
        words = {
            "mean": found["mean"],
            "count": counts[0]["count"],
            "below": f"{floor(mean * count) / count:.{len(found['decimals']) + 1}f}",
            "above": f"{ceil(mean * count) / count:.{len(found['decimals']) + 1}f}",
        }
        yield Hit(Mark(*mark), claims, words, (Mark(*at, "so many answers"),))


def _possible(mean: Fraction, reach: Fraction, count: int) -> bool:
    """True where a whole sum over `count` answers rounds to the mean, half a digit up or down."""
    return ceil((mean - reach) * count) <= floor((mean + reach) * count)

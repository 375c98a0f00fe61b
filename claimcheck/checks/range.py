"""A figure outside the bounds of what its measure or its unit can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claimcheck.checks.bounds import Figure, bound
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.interval import Interval


class RangeOptions(Options, frozen=True):
    """Options of `range`."""

    measure: str | tuple[str, ...] = ()
    """The measures that are bounded, by their names in data/measures.yaml."""
    unit: str | tuple[str, ...] = ()
    """The units that are bounded, where no measure is given ("percent", "degree_Celsius"); "none" is a bare count."""
    parameters: tuple[str, ...] = ()
    """The parameters of templates that are bounded; a bare number in one is in the unit of the bound."""
    templates: tuple[str, ...] = ("infobox",)
    """For parameters: how the names of their templates begin."""
    of: tuple[str, ...] = ()
    """Words of which one must follow: "of the population", "of voters"."""
    before: tuple[str, ...] = ()
    """Words of which one must stand right before the figure: "aged", "at the age of"."""
    min: Figure = ""
    """Smallest figure that can be."""
    max: Figure = ""
    """Largest figure that can be."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Nothing to select by, no bound, or a bound that cannot be read."""
        if sum(map(bool, (self.measure, self.unit, self.parameters))) != 1:
            yield "measure", "give one of `measure`, `unit` and `parameters`"
        if not self.min and not self.max:
            yield "max", "give `min`, `max` or both"
        for name, text in (("min", self.min), ("max", self.max)):
            if text and bound(text) is None:
                yield name, f"“{text}” cannot be read as one figure"


@check(
    "range",
    RangeOptions,
    text="the figure as printed",
    normalised="the figure in the unit and by the denominator of the bound",
    min="the smallest that can be",
    max="the largest that can be",
)
def outside(view: View, options: RangeOptions) -> Iterator[Hit]:
    """A figure below the smallest or above the largest that can be."""
    for claim in _bounded(view, options):
        if (options.of and not _followed(claim, options.of)) or (options.before and not _led(claim, options.before)):
            continue
        for text, above in ((options.max, True), (options.min, False)):
            limit = bound(text) if text else None
            bare = bool(options.before or options.parameters)
            interval = limit.express(claim, bare=bare) if limit else None
            if limit is None or interval is None:
                continue
            point = Interval.point(limit.value)
            if point.below(interval) if above else interval.below(point):
                words = {"text": claim.text, "normalised": limit.told(interval), "min": options.min, "max": options.max}
                yield Hit(Mark(claim.start, claim.end), (claim,), words)


def _bounded(view: View, options: RangeOptions) -> Iterable[Claim]:
    """The claims of the measures, units or parameters that the options name."""
    if options.parameters:
        for context in ("infobox", "template"):
            yield from (claim for claim in view.of_context(context) if _in_parameter(claim, options))
    for measure in _several(options.measure):
        yield from view.of_measure(measure)
    for unit in _several(options.unit):
        yield from view.bare_counts if unit == "none" else view.of_unit(unit)


def _in_parameter(claim: Claim, options: RangeOptions) -> bool:
    path = claim.passage.path
    return len(path) == 2 and path[1] in options.parameters and path[0].startswith(options.templates)


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _followed(claim: Claim, words: tuple[str, ...]) -> bool:
    return bool(_of(words).match(claim.passage.text, claim.visible.end))


_MORE = lazy(
    r"[-–—/:×^<%]|\s(?:times|percent|per cent|×|(?:in|of|to|out of) (?:an? )?(?:\d|hundred|thousand|million|billion))"
)
"""Behind a figure that is not all of what is told: "a probability of 3 in 4", "of 5:1", "of 4<sup>−k</sup>"."""


def _led(claim: Claim, words: tuple[str, ...]) -> bool:
    """True where such words stand right before the figure, and nothing behind it makes another one of it."""
    if _MORE.match(claim.passage.text, claim.visible.end):
        return False
    near = max(claim.sentence.start, claim.lead - max(map(len, words), default=0) - 10)  # a search of all is quadratic
    return bool(_before(words).search(claim.passage.text, near, claim.lead))


@cache
def _of(words: tuple[str, ...]) -> re.Pattern[str]:
    determiner = r"(?:the |all |its |their |his |her |our |eligible |registered |adult |total |\w+ )?"
    return re.compile(rf"\s+of {determiner}(?:{'|'.join(words)})\b(?!['’])", re.IGNORECASE)


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)

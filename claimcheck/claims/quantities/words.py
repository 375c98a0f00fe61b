"""Numbers written as words: "two hundred and five", "twenty-five hundred", "a dozen", "two-thirds", "dozens of".

text2num, the library for this, reads a string that is nothing but a number and gives the value alone: it does not say
where in a sentence the number ends, which scale words were printed, and knows no "a million", "half a million", dozens,
lakh, repeated scales or fractions. It is the tests' oracle for the numbers that both know.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from claimcheck.claims.quantities.shares import (
    DOZEN,
    HALF,
    OF_PART,
    PARTS,
    Make,
    and_half,
    half_scale,
    one_part,
    with_article,
)
from claimcheck.claims.quantities.vocabulary import SCALE_WORDS, SMALL
from claimcheck.patterns import lazy

_WORD = re.compile(r"([ \u00a0]and[ \u00a0](?:a[ ])?|[ \u00a0-]|, )?([^\W\d_]+)\b")
PLURAL_SCALES = {
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "hundreds of millions": 200_000_000,
    "tens of millions": 20_000_000, "thousands of millions": 2_000_000_000, "hundreds of billions": 200_000_000_000,
    "tens of billions": 20_000_000_000, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
    "billions": 2_000_000_000, "trillions": 2_000_000_000_000,
}  # fmt: skip
FOLDS = {f"{word}fold": value for word, value in {**SMALL, "hundred": 100, "thousand": 1000}.items() if value > 1}
# No word in -th at all: "four-month" is a length of time.
_ORDINAL = lazy(
    r"(?:-| and |-and-)(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]{3,5}teen|"
    r"[a-z]{3,5}tie|hundred|thousand|million)th)\b",
    re.IGNORECASE,
)
_SCALED = ("(", "[", "figures ", "values ", "amounts ")
_PLURAL = re.compile("(?:" + "|".join(PLURAL_SCALES) + r")\b", re.IGNORECASE)


def number_words(text: str, at: int, make: Make) -> Any:
    """The number in words that begins at `at` as `make(start, end, value, step, precision, mantissa, …)`, or None."""
    plural = _PLURAL.match(text, at)
    if plural is not None:
        return _open(text, at, plural, make)
    half = HALF.match(text, at)
    if half is not None:
        return half_scale(text, at, half, make)
    match = _WORD.match(text, at)
    if match is None or match[1]:
        return None
    word = match[2].lower()
    if word in FOLDS:
        return make(at, match.end(), Fraction(FOLDS[word]), Fraction(1), "exact", Fraction(FOLDS[word]), (), True)
    if word in PARTS:
        return one_part(text, at, match.end(), word, make)
    if word in SMALL:
        return _run(text, at, make)
    if word in DOZEN or word in SCALE_WORDS:
        return _article(text, at, match, make)
    return None


def _open(text: str, at: int, match: re.Match[str], make: Make) -> Any:
    if re.search(
        r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|few|hundred|thousand))[ \u00a0]$",
        text[max(0, at - 9) : at],
    ):
        return None
    if text[at - 3 : at].lower() == "in " and text[max(0, at - 11) : at - 3].lower().endswith(_SCALED):
        return None  # "(in millions of dollars)" says how the figures below are given
    value = Fraction(PLURAL_SCALES[match[0].lower()])
    return make(at, match.end(), value, Fraction(0), "open", value, (), True)


def _article(text: str, at: int, match: re.Match[str], make: Make) -> Any:
    """ "a million", "a hundred and five", "a dozen", "million" after something that is no number stays unread."""
    start = with_article(text, at)
    word = match[2].lower()
    if start == at:
        return None
    if text[max(0, start - 8) : start].lower().rstrip().endswith(("half", "quarter of", "many", "such")):
        return None
    if word in DOZEN:
        value = Fraction(12)
        return make(start, match.end(), value, Fraction(1), "exact", value, (), True)
    return _run(text, at, make, begin=start)


def _run(text: str, at: int, make: Make, begin: int | None = None) -> Any:
    """A run of number words: tens, hundreds, and scales that grow smaller from left to right."""
    run = _Run()
    end = place = at
    if begin is not None:
        run.current, run.last = 1, 1
    while True:
        match = _WORD.match(text, place)
        if match is None:
            break
        joint, word = match[1] or "", match[2].lower()
        if joint.strip().startswith("and") and not run.takes_and(
            text, match.end(), word, article=joint.rstrip().endswith(" a")
        ):
            break
        if joint == ", " and not (run.scaled and word in SMALL and _scale_follows(text, match.end())):
            break
        if (place == at and joint) or not run.take(word, match[2]):
            break
        end = place = match.end()
    if end == at:
        return None
    return _parts(text, begin if begin is not None else at, end, run, make)


def _scale_follows(text: str, end: int) -> bool:
    return re.match(r"(?:[ -](?:hundred|thousand|and|[a-z]+teen|[a-z]+ty)){1,2}", text[end : end + 24]) is not None


class _Run:
    """What a run of number words adds up to so far."""

    def __init__(self) -> None:
        self.total = self.current = 0
        self.mantissa = 0  # what stands before the first scale word
        self.last = -1  # the last small word, -1 after a scale or at the start
        self.scales: list[str] = []
        self.scaled = False
        self.ceiling = 0

    def take(self, word: str, printed: str) -> bool:
        """Add a word; False when it does not continue the number."""
        if word in SMALL:
            return self._small(SMALL[word])
        if word in DOZEN and self.current and not self.scaled:
            self.current, self.last = self.current * 12, -1
            return True
        factor = SCALE_WORDS.get(word)
        if factor is None or (self.last == 0 and not self.scaled) or not (self.current or self.total):
            return False
        return self._scale(factor, printed)

    def _small(self, value: int) -> bool:
        after_tens = self.last >= 20 and 0 < value < 10
        if self.last != -1 and not after_tens:
            return False
        if value == 0 and (self.current or self.total):
            return False
        self.current += value
        self.last = value
        return True

    def _scale(self, factor: int, printed: str) -> bool:
        if factor == 100:
            if not 0 < self.current < 100:
                return False
            self.current *= 100
        elif self.current == 0 or (self.ceiling and factor >= self.ceiling):
            # "thousand million": the scale multiplies all that stands before it
            if self.current:
                return False
            self.total *= factor
            self.scales.append(printed)
        else:
            self.mantissa = self.mantissa if self.scales else self.current
            self.total += self.current * factor
            self.current = 0
            self.ceiling = factor
            self.scales.append(printed)
        self.last, self.scaled = -1, True
        return True

    def takes_and(self, text: str, end: int, word: str, *, article: bool) -> bool:
        """True where "and" continues: after hundred or a scale, before a small number that is no number of its own."""
        if article or not self.scaled or word not in SMALL or self.last != -1:
            return False
        return re.match(r"[ -]hundred\b", text[end : end + 9]) is None

    @property
    def value(self) -> int:
        return self.total + self.current


def _parts(text: str, start: int, end: int, run: _Run, make: Make) -> Any:
    """The run, or the fraction that it is the numerator of ("two-thirds", "three and a half")."""
    match = OF_PART.match(text, end)
    if match is not None and match[1] in PARTS and run.value < 20 and not run.scaled:
        size = PARTS[match[1]]
        plural = match[1].endswith("s")
        if (plural and run.value > 1) or (
            run.value == 1
            and not plural
            and ("-" in text[end : end + 2] or text[match.end() : match.end() + 4] == " of ")
        ):
            part = Fraction(run.value, size)
            return make(start, match.end(), part, Fraction(0), "exact", part, (), True, False, True)
    if _ORDINAL.match(text, end):
        return None
    value = Fraction(run.value)
    digits = str(run.value)
    zeros = len(digits) - len(digits.rstrip("0")) if run.value >= 100 else 0
    half = and_half(text, end)
    if half is not None:
        return make(start, half[0], value + half[1], Fraction(0), "exact", value + half[1], (), True, False, True)
    precision = "rounded" if zeros else "exact"
    mantissa = Fraction(run.mantissa) if run.scales else value
    return make(start, end, value, Fraction(10**zeros), precision, mantissa, tuple(run.scales), True)

"""A stated count against the list that follows: "nine faculties in A, B, … and H"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.listing import Listing, read_list
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_WORDS = r"(?: [a-z][a-z-]*){0,4}?"
_JOINTS = {
    "colon": re.compile(rf"{_WORDS}(?::| ?[—–]|,? namely:?|,? viz\.?:?) "),
    "are": re.compile(rf"{_WORDS} (?:are|were):? "),
    "at": re.compile(rf"{_WORDS} (?:are|were|lie|stand)(?: located| situated| based)? (?:at|in|near|on):? "),
    "comma": re.compile(r"(?: [a-z][a-z-]*)?,(?: in| at)? (?=[A-ZÀ-Þ])"),
    "brackets": re.compile(r" \("),
    "in": re.compile(r" in "),
}
_GOES_ON = lazy(r"; (?:the|its|their|his|her|they|it|all|each|of these|of them|both|only|in|at)\b")
"""What follows a list and says something else."""
_NAMES = lazy(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:of|the|de|van|von|la|le|und) )?[A-ZÀ-Þ][\w.'’-]*)*")
"""Names alone: "three rivals, Smith and Jones in the heats" goes on after its names."""
_BRACKETED = lazy(r"[^()]*\)")


class CountOptions(Options, frozen=True):
    """Options of `count`."""

    joints: tuple[Literal["colon", "are", "at", "comma", "brackets", "in"], ...]
    """What may join the count and its list: a colon, dash or "namely"; "are"; "are at"; a comma;
    brackets; "in"."""
    least: int = 3
    """Smallest count that is looked at."""
    most: int = 40
    """Largest count that is looked at."""
    difference: int = 1
    """Largest difference that is taken for a slip; beyond it the list is of something else."""


@check(
    "count",
    CountOptions,
    text="the count as printed",
    counted="what is counted",
    listed="how many the list names",
    first="the first of the list",
    last="the last of the list",
)
def against_list(view: View, options: CountOptions) -> Iterator[Hit]:
    """A count followed by a list that names fewer or more."""
    for claim in view.bare_counts:
        value = claim.amount.value if claim.amount else None
        if value is None or not options.least <= value <= options.most or claim.hedge != "exact" or not claim.counted:
            continue
        found = _list_after(claim, options)
        if found is not None and _misses(int(value), found[0], options.difference):
            yield _hit(claim, *found)


def _list_after(claim: Claim, options: CountOptions) -> tuple[Listing, int, int] | None:
    """The list that follows the counted noun up to the end of the sentence or bracket, with its place."""
    text, end = claim.passage.text, claim.sentence.end
    for name in options.joints:
        joint = _JOINTS[name].match(text, claim.tail, end)
        if joint is None:
            continue
        stop = end
        if name == "brackets":
            closing = _BRACKETED.match(text, joint.end(), end)
            stop = closing.end() - 1 if closing else joint.end()
        further = _GOES_ON.search(text, joint.end(), stop)
        stop = further.start() if further else stop
        listing = read_list(text[joint.end() : stop].rstrip(" \"'”’"))
        if listing is not None and (name != "comma" or all(map(_NAMES.fullmatch, listing.items))):
            return listing, joint.end(), joint.end() + len(text[joint.end() : stop].rstrip(" .;"))
    return None


def _misses(value: int, listing: Listing, difference: int) -> bool:
    """True where the list cannot name `value` things, and yet names nearly as many.

    A list that is too long may have appositions ("Paris, France"), so there every item must be short.
    """
    if listing.most < value:
        return value - listing.most <= difference
    short = all(len(item.split()) <= 2 for item in listing.items)
    return value < listing.least <= value + difference and listing.least != 2 * value and short


def _hit(claim: Claim, listing: Listing, start: int, stop: int) -> Hit:
    span = claim.passage.span(start, stop)
    words = {
        "text": claim.text,
        "counted": claim.counted or "",
        "listed": str(listing.least) if listing.least == listing.most else f"{listing.least} or {listing.most}",
        "first": listing.items[0],
        "last": listing.items[-1],
    }
    return Hit(Mark(claim.start, claim.end), (claim,), words, (Mark(span.start, span.end, "the list"),))

"""A stated count against the bulleted or numbered list below it: "The club has had eleven presidents:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_CLOSED = lazy(r"[^.;:!?\d]{0,60}:\s*$")
_BULLET = lazy(r"\s*([*#]+)\s*[^*#:;\s]")
_ASIDE = ("citation", "template", "caption")
"""Parts of the article that may stand inside a list without ending it."""


class BulletOptions(Options, frozen=True):
    """Options of `bullets`."""

    least: int = 3
    """Smallest count that is looked at."""
    most: int = 60
    """Largest count that is looked at."""
    difference: int = 1
    """Largest difference that is taken for a slip; beyond it the list is of something else."""


@check(
    "bullets",
    BulletOptions,
    text="the count as printed",
    counted="what is counted",
    listed="how many items the list has",
    first="the first item",
    last="the last item",
)
def against_list(view: View, options: BulletOptions) -> Iterator[Hit]:
    """A count at the end of a paragraph, followed by a list with fewer or more items."""
    told = {id(claim.passage): claim for claim in view.bare_counts if _announces(claim, options)}
    for index, passage in enumerate(view.document.passages if told else ()):
        claim = told.get(id(passage))
        if claim is None or claim.amount is None or claim.amount.value is None:
            continue
        items = _items(view, index)
        missing = abs(len(items) - claim.amount.value)
        if items and 0 < missing <= options.difference:
            yield _hit(claim, items)


def _announces(claim: Claim, options: BulletOptions) -> bool:
    """True for an exact count whose noun closes the paragraph with a colon."""
    value = claim.amount.value if claim.amount else None
    if value is None or not options.least <= value <= options.most or claim.hedge != "exact" or not claim.counted:
        return False
    text = claim.passage.text
    if claim.passage.context not in ("lead", "prose") or not _CLOSED.fullmatch(text, claim.tail):
        return False
    return pattern("open_lists").search(text, claim.sentence.start) is None


def _items(view: View, index: int) -> list[Passage]:
    """The items on the first level of the list right behind a passage; none where a level is mixed or nothing lists."""
    rest = (p for p in view.document.passages[index + 1 :] if p.context not in _ASIDE)
    listed = list(takewhile(lambda passage: passage.context == "list" and passage.text.strip(), rest))
    text, end = view.document.source.text, view.document.passages[index].offsets.span(0, 1).start
    marks = [_bullet(text, passage, end) for passage in listed]
    if not marks or any(mark is None for mark in marks):
        return []
    items = [passage for passage, mark in zip(listed, marks, strict=True) if mark == marks[0]]
    return items if _one_list(text, items) and min(len(mark or "") for mark in marks) == len(marks[0] or "") else []


def _bullet(text: str, passage: Passage, after: int) -> str | None:
    """The bullets of the line on which an item stands."""
    start = text.rfind("\n", after, passage.offsets.first) + 1
    match = _BULLET.match(text, start)
    return match[1] if match else None


def _one_list(text: str, items: Sequence[Passage]) -> bool:
    """True where no heading or paragraph stands between the items: only lists, templates and blank lines do."""
    between = text[items[0].offsets.first : items[-1].offsets.first]
    return not re.search(r"\n\s*\n\s*[^*#\s{|}<]", between)


def _hit(claim: Claim, items: Sequence[Passage]) -> Hit:
    words = {
        "text": claim.text,
        "counted": claim.counted or "",
        "listed": str(len(items)),
        "first": _short(items[0]),
        "last": _short(items[-1]),
    }
    spans = [item.span(0, len(item.text)) for item in (items[0], items[-1])]
    related = (Mark(spans[0].start, spans[0].end, "the first item"), Mark(spans[1].start, spans[1].end, "the last"))
    return Hit(Mark(claim.start, claim.end), (claim,), words, related)


def _short(item: Passage) -> str:
    text = item.text.strip()
    return text if len(text) <= 40 else f"{text[:39]}…"

"""Two dates of one infobox that follow each other by their nature, and do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from claimcheck import overlay
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.document.model import Template
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_OTHER_CALENDAR = lazy(r"\b(?:BC|BCE|AH|O\.?S\.?|N\.?S\.?|Julian)(?!\w)", re.IGNORECASE)


@check(
    "infobox-order",
    Options,
    earlier="the parameter that comes first",
    later="the parameter that comes after it",
    first="the date of the first as printed",
    last="the date of the other as printed",
)
def backwards(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """An infobox in which a thing ends wholly before it begins."""
    dates = _dates(view)
    for template in view.document.templates if dates else ():
        if template.parameters and template.parameters[0].passage.context == "infobox":
            yield from _compared(template, dates)


def _compared(template: Template, dates: Mapping[int, Claim]) -> Iterator[Hit]:
    by_name = {p.name: dates[id(p.passage)] for p in template.parameters if id(p.passage) in dates}
    for name, first in by_name.items():
        stem = name.rstrip("0123456789")
        number = name[len(stem) :]
        for later in _pairs().get(stem, ()):
            last = by_name.get(later + number)
            if last is not None and first.when and last.when and last.when.before(first.when):
                words = {"earlier": name, "later": later + number, "first": first.text, "last": last.text}
                related = (Mark(first.start, first.end, name),)
                yield Hit(Mark(last.start, last.end), (last, first), words, related)


def _dates(view: View) -> dict[int, Claim]:
    """The date of each infobox parameter that holds one and no more, by the identity of its passage."""
    found: dict[int, Claim | None] = {}
    for claim in view.of_context("infobox"):
        if claim.kind == "date":
            key = id(claim.passage)
            sure = claim.form == "single" and claim.status == "ok" and key not in found
            found[key] = claim if sure and not _OTHER_CALENDAR.search(claim.passage.text) else None
    return {key: claim for key, claim in found.items() if claim is not None}


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    text = overlay.ours("checks/infobox_order.tsv")
    pairs: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            earlier, later = line.split("\t")
            pairs[earlier] = (*pairs.get(earlier, ()), later)
    return pairs

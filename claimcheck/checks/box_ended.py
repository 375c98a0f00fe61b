"""An end of all activity that a sentence tells of somebody whose infobox has the activity going on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.matching.boxes import box_facts
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy
from claimcheck.values.calendar import civil

_ENDED = lazy(
    r"\b(?:disbanded|broke up|split up|became inactive|retired from (?:music|acting|performing|show business)|"
    r"no longer active)\b(?! (?:the|their|its|his|her|a|into|between|for)\b)",
    re.IGNORECASE,
)
_AGAIN = lazy(
    r"\b(?:re-?(?:form|unit|union|group|turn|join|sum|viv|start|established)\w*|come-?back|hiatus|again|brief\w*|since|"
    r"tempora\w+|second time|first time|announced|intend\w*|would)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r"[^.;]{0,40}?\b(?:in|on|during|by)\b[^.;]{0,30}?\b(\d{4})\b")


@check("box-ended", Options, text="what the sentence says", box="the years active of the infobox")
def against_present(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """ "Disbanded in 1990", where the infobox has one span of activity that goes on to the present."""
    facts = {fact.fact.name: fact.claims for fact in box_facts(view)}
    spans = facts.get("activity", ())
    when = spans[0].when if len(spans) == 1 else None
    if when is None or when.latest is not None or when.earliest is None:
        return
    for found in told(view, _ENDED):
        prose = (p.text for p in view.document.passages if p.context in ("lead", "prose"))
        if any(_AGAIN.search(text) for text in prose):
            return
        year = _YEAR.match(found.after)
        if year is None or int(year[1]) > civil(when.earliest)[0]:
            words = {"text": found.match[0], "box": spans[0].text}
            related = (Mark(spans[0].start, spans[0].end, "the infobox"),)
            yield Hit(found.mark(), (spans[0],), words, related)

"""Which country saw a work first, against the dates of the infobox."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.matching.box_sentences import told
from claimcheck.checks.matching.boxes import BoxFact, box_facts
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_PLACE = r"(?:the )?(?P<{0}>[A-Z](?:[\w.]*\w)?(?: (?:of )?[A-Z](?:[\w.]*\w)?){{0,3}})"
_BEFORE = lazy(
    rf"\b(?:released|shown|premiered|opened) in {_PLACE.format('early')} before"
    r"(?: (?:it|it['’]s|its|was|being|later|it was))*(?: (?:released|release|shown|premiered|premiere|opened|opening))?"
    rf" ?(?:in )?{_PLACE.format('late')}"
)
_WHERE = lazy(r"[\s|]*\((?P<where>[^()]{2,40})\)")
_NAMES = {
    "usa": "united states", "u.s": "united states", "us": "united states", "u.s.a": "united states",
    "uk": "united kingdom", "u.k": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
}  # fmt: skip


@check(
    "box-releases",
    Options,
    text="what the sentence says",
    early="the country that is told first",
    late="the country that is told later",
    first="when the infobox has the first",
    last="when the infobox has the later one",
)
def against_order(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """ "Released in A before B", where the infobox has it in B first."""
    for fact in box_facts(view):
        if fact.fact.name == "release":
            dates = _by_place(fact)
            for found in told(view, _BEFORE) if len(dates) > 1 else ():
                early, late = _name(found.match["early"]), _name(found.match["late"])
                first, last = dates.get(early), dates.get(late)
                if first and last and first.when and last.when and last.when.before(first.when):
                    words = {
                        "text": found.match[0],
                        "early": early.title(),
                        "late": late.title(),
                        "first": first.text,
                        "last": last.text,
                    }
                    marks = tuple(Mark(date.start, date.end, "the infobox") for date in (first, last))
                    yield Hit(found.mark(), (first, last), words, marks)


def _by_place(fact: BoxFact) -> dict[str, Claim]:
    """The earliest date of each country that stands in brackets behind one; a date told twice has one bracket."""
    out: dict[str, Claim] = {}
    for claim in fact.claims:
        text = claim.passage.text
        where = _WHERE.match(text, claim.visible.end) or _WHERE.match(re.sub(r"\)", " ", text), claim.visible.end)
        if where is not None and claim.when is not None and claim.status == "ok":
            out.setdefault(_name(where["where"]), claim)
    return out


def _name(place: str) -> str:
    plain = place.strip(" .").lower().removeprefix("the ")
    return _NAMES.get(plain, plain)

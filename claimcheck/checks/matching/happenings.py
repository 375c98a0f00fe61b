"""What happens to somebody or something once, as a sentence tells it: who, what and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcheck.checks.lexicon import pattern, table
from claimcheck.checks.matching.subject import titles
from claimcheck.checks.matching.words import PLACES
from claimcheck.checks.view import Sentence, View, once
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

REACH = 60
"""Characters between what happened and its date."""
_BROKEN = lazy(
    r"[;:()]|\b(?:and|or|but|who|whom|whose|which|that|to|until|with|for|as|when|while|where|after|before|from|then|since|"
    r"between|not|never)\b"
)
"""What ends the clause in which something happened."""
_NARROWED = lazy(r"(?:,? (?:as|to|for|when it|with)\b|–|-)")
"""What behind a date says that it is of one form or stage of the thing."""
_STAGE = lazy(r"\b(?:first|originally|initially|finally|again|partly|partially|previously|formerly|almost|nearly)\b")
"""Adverbs by which something happened more than once, or in part."""
_CEREMONY = lazy(r"\b(?:officially|formally|ceremonially|legally)\b")
_AUXILIARY = lazy(r"was|were|is|been")
_WAS = lazy(r"\b(?:was|were)\b")
OPENING = 6
"""Characters in which a sentence opens with a date: "On the"."""
_NAMED = lazy(r"[A-ZÀ-Þ0-9]")
_DIRECT = lazy(r"\s+(?:(?:in|on|at|around|about|during|early|late|there|here)\b|\d)")
_ENDS = lazy(r"\s*(?:[.,;]|$|(?:in|on|at|there|here|with|near)\b)")
_BEHIND = lazy(r"[^.,;:()]{0,40}")
_NAME = lazy(r"[A-ZÀ-Þ][\w'’-]+")
_OTHER_NAME = lazy(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w'’-]+")
"""A name inside a sentence."""
_WIDER = {"execution": "death", "murder": "death", "sinking": "closure", "completion": "construction"}
"""What a date of such an event may be read as."""
_APPOSED = lazy(r"(?:[a-z]+ )+(?=[A-ZÀ-Þ][\w'’.-]+ [A-ZÀ-Þ])")
"""What is put before a name: "friend Ada Kern"."""


class Happening(msgspec.Struct, frozen=True, eq=False):
    """An event of one that a name tells apart; `verb` is how the sentence tells it, `names` what it names beside."""

    who: str
    event: str
    verb: str
    claim: Claim
    names: frozenset[str]
    official: bool
    """Whether it is told of the ceremony, which may come later than the event."""


@once
def happenings(view: View) -> list[Happening]:
    """Every such event that a sentence dates, in the order of the text."""
    told = (s for s in view.with_dates(1) if s.passage.context in PLACES and _verbs().search(s.text))
    return [happening for sentence in told for happening in _told(sentence, view)]


def happens_once(view: View, first: Claim, second: Claim) -> bool:
    """True for two dates of the same event of the same one."""
    told = {id(happening.claim): (happening.who.lower(), happening.event) for happening in happenings(view)}
    return id(first) in told and told[id(first)] == told.get(id(second))


def _told(sentence: Sentence, view: View) -> Iterator[Happening]:
    """The events of a sentence whose dates stand right behind their verbs."""
    text = sentence.passage.text
    for claim in filter(_certain, sentence.dates):
        found = _verb_of(claim, sentence)
        if found is None:
            continue
        event = _events(0).get(found["done"] or "") or _events(1)[found["does"] or ""]
        who = _who(claim, view) if _plain(sentence, found, claim, event) else ""
        if who:
            beside = _BEHIND.match(text, max(found.end(), claim.visible.end))
            names = _NAME.findall(text[found.end() : claim.lead] + (beside.group() if beside else ""))
            official = _CEREMONY.search(found.group()) is not None
            yield Happening(who, event, found.group(), claim, frozenset(names), official)


def _certain(claim: Claim) -> bool:
    """True for one printed date with a year of its own."""
    when = claim.when
    return claim.form == "single" and claim.status == "ok" and claim.anchor is None and not (when and when.approximate)


def _verb_of(claim: Claim, sentence: Sentence) -> re.Match[str] | None:
    """The verb of such an event that the date belongs to: the last before it, or the first behind one that opens."""
    text, at = claim.passage.text, sentence.span
    if claim.lead - at.start <= OPENING:
        found = _verbs().search(text, claim.visible.end, min(at.end, claim.visible.end + 2 * REACH))
        if found is None or len(sentence.dates) > 1 or _BROKEN.search(text, claim.visible.end, found.start()):
            return None
        return None if found["does"] and not _ENDS.match(text, found.end()) else found  # "opened a shop"
    before = list(_verbs().finditer(text, max(at.start, claim.lead - 2 * REACH), claim.lead))
    if not before or claim.lead - before[-1].end() > REACH or _BROKEN.search(text, before[-1].end(), claim.lead):
        return None
    found = before[-1]
    if found["does"] and not _DIRECT.match(text, found.end()):
        return None  # "formed a band in 1998"
    return found


def _plain(sentence: Sentence, found: re.Match[str], claim: Claim, event: str) -> bool:
    """True where nothing in the sentence or behind the date makes it another event, a stage of it or a claim."""
    text = sentence.passage.text
    if _NARROWED.match(text, max(claim.visible.end, found.end())) or claim.quoted:
        return False
    if claim.event not in (None, event, _WIDER.get(event)) or _STAGE.search(found.group()):
        return False
    told = found["does"] or _AUXILIARY.match(found.group()) or _WAS.search(text, sentence.span.start, found.start())
    if not told:
        return False  # "and founded in"
    return pattern("other_events").search(sentence.text) is None


def _who(claim: Claim, view: View) -> str:
    """The one to whom it happens by a name; "" where none is told. The article's subject goes by its title."""
    subject, title = claim.subject, view.document.title
    if subject is None:
        return ""
    if title and (subject.text == title or any(re.fullmatch(name, subject.text) for name in titles(title))):
        return title
    name = _APPOSED.sub("", subject.text, count=1)
    before = claim.passage.text[claim.sentence.start : claim.lead]
    if name not in before and _OTHER_NAME.search(before):
        return ""  # a pronoun, which may stand for the other name
    return subject.target or name if _NAMED.match(name) else ""


@cache
def _verbs() -> re.Pattern[str]:
    """Matches what is done to somebody ("was founded") or what somebody does ("died"), with auxiliary and adverb."""
    done, does = (_any(column) for column in (0, 1))
    return re.compile(rf"\b(?:(?:was|were|is|been|and) (?:\w+ly |first )?(?P<done>{done})|(?P<does>{does}))\b")


def _any(column: int) -> str:
    return "|".join(map(re.escape, sorted(_events(column), key=len, reverse=True)))


@cache
def _events(column: int) -> dict[str, str]:
    """The event by the verb, of the verbs of one column of data/checks/once_only.tsv."""
    rows = table("once_only").items()
    return {verb.strip(): event for event, verbs in rows for verb in verbs[column].split(",") if verb.strip()}

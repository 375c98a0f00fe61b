"""What the article's subject did before being born: "In 1954, he joined the club"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.lives import is_subject, vitals
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When

_YEAR = lazy(r"\d{4}")
_OPENS = lazy(rf"[\s{OBJECT}]*(?:In|On|By|During|Since)(?: early| late| mid-?)?(?: \w+)? ?$")
_APPOINTED = "was (?:appointed|elected|promoted|hired|signed|named|awarded|called|sent|made)"
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
_ACTS = lazy(
    rf"(?:,[^,.;:]{{3,60}},)?,? (?P<who>he|she|{_NAME}) (?:{_APPOINTED}|had|became|[a-z]+ed|won|left|began|took|made|"
    r"went|got|ran|led|wrote|met|broke|found|sang|taught|fought|gave|came|held|set|sold|bought|spent)\b"
)
_STARTS = lazy(
    rf"[\s{OBJECT}]*(?P<who>He|She|{_NAME}) (?:{_APPOINTED}|joined|moved|became|graduated|enrolled|married|retired|"
    r"returned|won|left|began|started|signed)\b(?P<rest>[^,;:()]{0,120}) (?:in|on|since) $"
)
_OTHER = lazy(
    r"\b(?:\w+ed|built|fought|begun|held|made|laid|written|born|set|run|led|taken|of|by|from|dating|"
    r"which|that|who|whose|where|when|since|named|called|for|after|before|as|ancest\w+|grand\w+|famil\w+|father|mother)\b"
    r"(?=[^,;:]{0,20}$)",
    re.IGNORECASE,
)


@check("actor", Options, text="the date as printed", who="who acts", birth="the date of birth as printed")
def before_birth(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Something that the article's subject did before being born."""
    births = [vital for vital in vitals(view) if vital.event == "birth"]
    if not births or any(not births[0].when.meets(other.when) for other in births[1:]):
        return
    birth = births[0]
    for sentence in view.with_dates(1):
        claim = sentence.dates[0]
        who = acting(sentence, claim)
        if who and _precedes(claim.when, birth.when) and is_subject(who, view.document.title):
            words = {"text": claim.text, "who": who, "birth": birth.text}
            related = (Mark(birth.claim.start, birth.claim.end, "born"),)
            yield Hit(Mark(claim.start, claim.end), (claim, birth.claim), words, related)


def acting(sentence: Sentence, claim: Claim) -> str | None:
    """Who does something on the first date of a sentence, where its order of words leaves no doubt; else None."""
    if sentence.passage.context not in ("lead", "prose") or claim.form != "single" or claim.event in ("birth", "life"):
        return None
    if not _YEAR.search(claim.text):
        return None  # a day without its year leans on a year that may have been read wrong
    before = sentence.before(claim)
    if _OPENS.fullmatch(before):
        found = _ACTS.match(sentence.after(claim))
        return found["who"] if found else None
    found = _STARTS.fullmatch(before)
    return found["who"] if found and not _OTHER.search(found["rest"]) else None


def _precedes(when: When | None, birth: When) -> bool:
    """True where the date lies wholly before the birth, both told with a year and neither loosely."""
    return when is not None and not when.approximate and not birth.approximate and when.before(birth)

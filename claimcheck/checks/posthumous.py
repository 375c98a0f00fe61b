"""What the article's subject did after dying: "In 1954, he joined the club"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.actor import acting
from claimcheck.checks.lives import is_subject, vitals
from claimcheck.checks.patterns import lazy
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark

_NEEDS_LIFE = lazy(
    r"\b(?:joined|signed|moved|became|graduated|enrolled|married|retired|returned|wrote|began|started|founded|met|left|"
    r"travelled|traveled|taught|studied|worked|served|resigned|performed|played|appeared|directed|painted|recorded|"
    r"opened|bought|visited|settled)\b"
)
_AFTERLIFE = lazy(
    r"\b(?:posthumous\w*|after (?:his|her) death|estate|legacy|grave|tomb|remains|reburied|memor\w*|honou?r\w*|statue|"
    r"was (?:inducted|named|awarded|published|released|canoni[sz]ed|beatified|elected|exhumed|buried)|widow|"
    r"son|daughter|family|biograph\w*|film|book|museum|named after)\b"
)


@check("posthumous", Options, text="the date as printed", who="who acts", death="the date of death as printed")
def after_death(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Something that only the living do, which the article's subject is said to have done after dying."""
    deaths = [vital for vital in vitals(view) if vital.event == "death"]
    if not deaths or any(not deaths[0].when.meets(other.when) for other in deaths[1:]):
        return
    death = deaths[0]
    for sentence in view.with_dates(1):
        claim = sentence.dates[0]
        if claim.when is None or claim.when.approximate or death.when.approximate or not death.when.before(claim.when):
            continue
        who = acting(sentence, claim)
        alive = _NEEDS_LIFE.search(sentence.text) and not _AFTERLIFE.search(sentence.text)
        if who and alive and is_subject(who, view.document.title):
            words = {"text": claim.text, "who": who, "death": death.text}
            related = (Mark(death.claim.start, death.claim.end, "died"),)
            yield Hit(Mark(claim.start, claim.end), (claim, death.claim), words, related)

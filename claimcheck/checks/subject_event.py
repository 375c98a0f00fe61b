"""What happens to the article's subject once, told with two dates: "was founded in 1923", "was founded in 1932"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.subject import is_named
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark

REACH = 45
"""Characters that may stand between the verb and the date."""


class SubjectEventOptions(Options, frozen=True):
    """Options of `subject-event`."""

    event: str
    """The event as dates name it."""
    verbs: tuple[str, ...]
    """What happens to the subject: "founded", "opened"."""


@check(
    "subject-event",
    SubjectEventOptions,
    text="the date told later",
    other="the date told first",
    subject="the title of the article",
    verb="what happened",
)
def two_dates(view: View, options: SubjectEventOptions) -> Iterator[Hit]:
    """Two sentences about the article's subject that date the same event of it differently."""
    title = view.document.title
    told = [
        claim
        for sentence in view.with_dates(1)
        if sentence.passage.context in ("lead", "prose", "caption") and is_named(sentence, title)
        for claim in _dated(sentence, options)
    ]
    if len(told) < 2 or len({claim.when.edtf for claim in told if claim.when}) > 2:
        return  # three dates and more are stages of something
    first = told[0]
    for other in told[1:]:
        if first.when and other.when and not first.when.meets(other.when):
            words = {"text": other.text, "other": first.text, "subject": title or "", "verb": options.verbs[0]}
            related = (Mark(first.start, first.end, "told first"),)
            yield Hit(Mark(other.start, other.end), (other, first), words, related)
            return


def _dated(sentence: Sentence, options: SubjectEventOptions) -> Iterator[Claim]:
    """The date right behind the verb, in a sentence that opens with the subject and loosens nothing."""
    text = sentence.text
    verbs = "|".join(map(re.escape, options.verbs))
    found = re.match(rf"\W*(?:[\w.’'&-]+ ){{1,8}}?(?:was|were|is|has been) (?:\w+ly )?(?:{verbs})\b", text)
    if found is None or re.search(rf"\b(?:{any_of('loose_events')})\b", text, re.IGNORECASE):
        return
    at = sentence.span.start + found.end()
    claim = next((c for c in sentence.dates if c.visible.start >= at), None)
    if claim is None or claim.event not in (options.event, None) or claim.form != "single" or claim.status != "ok":
        return
    between = sentence.passage.text[at : claim.lead]
    if len(between) > REACH or re.search(r"[;:()]|\b(?:and|who|which|that|to|until|with|for|as)\b", between):
        return
    if claim.when is not None and not claim.when.approximate and re.search(r"\d{4}", claim.text):
        yield claim

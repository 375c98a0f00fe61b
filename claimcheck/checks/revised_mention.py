"""One thing told twice, of which an edit renewed one mention and left the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from claimcheck.changes.model import Edit
from claimcheck.changes.statements import meaning
from claimcheck.checks.protocol import Options, revision_check
from claimcheck.checks.revised import sentence_of, steady, words_of
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark


class RevisedMentionOptions(Options, frozen=True):
    """Options of `revised-mention`."""

    digits: int = 3
    """Significant digits that a figure must have, so that two equal ones are no accident."""


@revision_check(
    "revised-mention",
    RevisedMentionOptions,
    text="the mention that was changed, as it is now",
    was="what both said before",
    factor="how many times as much it is, in words",
    left="the mention that still says it",
)
def left_behind(view: View, options: RevisedMentionOptions) -> Iterator[Hit]:
    """A figure or date that stood in two places for the same thing and was changed in one of them."""
    edit = view.edit
    if edit is None:
        return
    left = _left(edit, options)
    renewed = {_said(change.after, options) for change in edit.changes}
    for change in edit.changes:
        told = _said(change.before, options)
        if told is None or not steady(change) or not {"value", "date"} & set(change.ways):
            continue
        for old, new in left.get(told, [])[:1]:
            if sentence_of(old) == sentence_of(change.before) or _apart(old, change.before):
                continue
            if told in renewed:
                continue  # the two figures traded places
            words = words_of(change) | {"left": new.text}
            related = (Mark(new.start, new.end, "still says what both said before"),)
            yield Hit(Mark(change.after.start, change.after.end), (change.after, new), words, related)


def _left(edit: Edit, options: RevisedMentionOptions) -> dict[Hashable, list[tuple[Claim, Claim]]]:
    """The claims that stayed, by what they say."""
    out: defaultdict[Hashable, list[tuple[Claim, Claim]]] = defaultdict(list)
    for old, new in edit.kept:
        told = _said(old, options)
        if told is not None:
            out[told].append((old, new))
    return out


def _said(claim: Claim, options: RevisedMentionOptions) -> Hashable | None:
    """What a claim says of what; None where another may say the same of something else."""
    if claim.passage.context in ("citation", "table", "quote"):
        return None
    if claim.kind == "date":
        fit = claim.when is not None and claim.when.granularity == "day" and claim.event and claim.status == "ok"
        return (meaning(claim), claim.event) if fit else None
    if claim.amount is None or claim.amount.value is None or not (claim.unit or claim.counted or claim.measure):
        return None
    digits = str(abs(claim.amount.value.numerator)).strip("0")
    if len(digits) < options.digits:
        return None
    return meaning(claim), claim.unit, claim.measure or claim.counted


def _apart(one: Claim, other: Claim) -> bool:
    """True where the two are said of different times."""
    return one.time is not None and other.time is not None and not one.time.meets(other.time)

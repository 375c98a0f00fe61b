"""A figure renewed under an "as of" that was not, or the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal

from claimcheck.changes.model import Change, Edit
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, revision_check
from claimcheck.checks.revised import refined, sentence_of, steady, words_of
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.source import Span

_NEAR = 14
"""Characters before a date in which "as of" stands."""

Place = tuple[int, Span]


class RevisedDateOptions(Options, frozen=True):
    """Options of `revised-date`."""

    stale: Literal["date", "figure"] = "date"
    """Which of the two stayed behind."""


@revision_check(
    "revised-date",
    RevisedDateOptions,
    text="what was renewed, as it is now",
    was="the same as it was",
    factor="how many times as much it is, in words",
    stale="what stayed behind",
)
def half_renewed(view: View, options: RevisedDateOptions) -> Iterator[Hit]:
    """A figure with its "as of" date, only one of which was renewed."""
    edit = view.edit
    if edit is None:
        return
    stayed = _kept_by_sentence(edit)
    touched = Counter(map(sentence_of, (*(change.after for change in edit.changes), *edit.added)))
    told: set[Place] = set()
    for change in edit.changes:
        if (
            sentence_of(change.after) in told
            or not steady(change)
            or refined(change)
            or change.after.passage.context in ("citation", "table")
        ):
            continue
        for stale in _stale(change, options, stayed, edit):
            if options.stale == "figure" and touched[sentence_of(change.after)] > 1:
                continue  # something else that the sentence says was renewed
            told.add(sentence_of(change.after))
            words = words_of(change) | {"stale": stale.text}
            yield Hit(
                Mark(change.after.start, change.after.end),
                (change.after, stale),
                words,
                (Mark(stale.start, stale.end, "as it was"),),
            )


def _kept_by_sentence(edit: Edit) -> dict[Place, list[Claim]]:
    out: defaultdict[Place, list[Claim]] = defaultdict(list)
    for _, claim in edit.kept:
        out[sentence_of(claim)].append(claim)
    return out


def _stale(change: Change, options: RevisedDateOptions, stayed: dict[Place, list[Claim]], edit: Edit) -> list[Claim]:
    """The claims beside a renewed one that should have been renewed with it, at most one."""
    beside = stayed.get(sentence_of(change.after), [])
    if options.stale == "date":
        if change.after.kind == "date" or "value" not in change.ways or any(map(_added, edit.added)):
            return []
        return [claim for claim in beside if claim.kind == "date" and _as_of(claim)][:1]
    if not _later(change):
        return []
    return [claim for claim in beside if claim.amount is not None and claim.start > change.after.start][:1]


def _added(claim: Claim) -> bool:
    return claim.kind == "date" and _as_of(claim)


def _later(change: Change) -> bool:
    old, new = change.before.when, change.after.when
    return old is not None and new is not None and _as_of(change.after) and old.before(new)


def _as_of(date: Claim) -> bool:
    """True for the date on which what a sentence says was so."""
    text = date.passage.text
    start = max(date.sentence.start, date.visible.start - _NEAR)
    cues = pattern("as_of").finditer(text, start, date.visible.start)
    return any(not text[cue.end() : date.visible.start].strip() for cue in cues)

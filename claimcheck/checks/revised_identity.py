"""An identity that held before an edit and does not hold after it: a total, a share, an age, a conversion."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.protocol import Options, revision_check
from claimcheck.checks.revised import words_of
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark


class RevisedIdentityOptions(Options, frozen=True):
    """Options of `revised-identity`."""

    families: tuple[str, ...] = ()
    """Families of rules whose findings are such identities."""


@revision_check(
    "revised-identity",
    RevisedIdentityOptions,
    text="the figure as it is now",
    was="the figure as it was",
    factor="how many times as much it is, in words",
    rule="the rule that finds it broken",
    said="what that rule says",
)
def broken(view: View, options: RevisedIdentityOptions) -> Iterator[Hit]:
    """A new finding of another rule, all of whose figures were there before and one of which the edit changed."""
    edit = view.edit
    if edit is None or not view.fresh:
        return
    changes = {id(change.after): change for change in edit.changes}
    known = {id(new) for _, new in edit.kept} | changes.keys()
    for finding in view.fresh:
        if finding.rule.partition("/")[0] not in options.families:
            continue
        if not all(id(claim) in known for claim in finding.claims):
            continue
        change = next((changes[id(claim)] for claim in finding.claims if id(claim) in changes), None)
        if change is None:
            continue
        words = words_of(change) | {"rule": finding.rule, "said": finding.message}
        others = tuple(
            Mark(claim.start, claim.end, "held together with this before")
            for claim in finding.claims
            if claim is not change.after
        )
        yield Hit(Mark(change.after.start, change.after.end), (change.after,), words, others)

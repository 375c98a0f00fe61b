"""Access and archive dates of references that are written out instead of put into a template: "retrieved 4 May"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_SAID = lazy(
    r"\b(?:(?P<accessed>retrieved|accessed|viewed|consulted|last (?:checked|visited|seen)|access[- ]?date:?)|"
    r"(?P<archived>archived|archive[- ]?date:?)(?: from the original)?)(?: on)?[\s:,(]{0,3}$",
    re.IGNORECASE,
)
_REACH = 40


def written_dates(claims: Iterable[Claim]) -> Iterator[dict[str, Claim]]:
    """Dates by role for each written reference that has an access or archive date; `date` only where it is the one
    other day in it, and comes first."""
    groups: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        passage = claim.passage
        if claim.kind == "date" and (passage.path == ("ref",) or passage.context == "list"):
            groups[id(passage)].append(claim)
    for group in groups.values():
        roles = [(_role(claim), claim) for claim in group]
        fields = {role: claim for role, claim in reversed(roles) if role}
        if fields and len({role for role, _ in roles}) == len(roles):
            yield fields | _published(roles)


def _role(claim: Claim) -> str:
    before = claim.passage.text[max(0, claim.visible.start - _REACH) : claim.visible.start]
    match = _SAID.search(before)
    return match.lastgroup or "" if match else ""


def _published(roles: list[tuple[str, Claim]]) -> dict[str, Claim]:
    first, claim = roles[0]
    single = claim.form == "single" and claim.when is not None and claim.when.granularity == "day"
    return {"date": claim} if not first and single else {}

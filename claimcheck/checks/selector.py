"""Which claims a rule speaks of: the `when` and `unless` of rule files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from claimcheck.claims.model import Claim, Role
from claimcheck.document.model import Context
from claimcheck.values.amount import Hedge


class Selector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Conditions on a claim; each that is given is one condition, a list means any of its members."""

    measure: str | tuple[str, ...] = ()
    """Names of data/measures.yaml."""
    unit: str | tuple[str, ...] = ()
    """Canonical unit names or currency codes; "none" is a bare count."""
    counted: str | tuple[str, ...] = ()
    """Whole words in the counted noun phrase."""
    event: str | tuple[str, ...] = ()
    """What a date is the date of."""
    context: Context | tuple[Context, ...] = ()
    """Where in the article the claim stands."""
    role: Role | tuple[Role, ...] = ()
    """The part that the figure plays in its sentence."""
    hedge: Hedge | tuple[Hedge, ...] = ()
    """How the author qualified the figure."""
    quoted: bool | None = None
    """Whether the claim stands in a quotation."""
    time: str | tuple[str, ...] = ()
    """"known", "unknown", or an EDTF date that the claim's time must begin with ("199", "2007-05")."""
    near: str | tuple[str, ...] = ()
    """Whole words or phrases in the same sentence."""
    topic: str | tuple[str, ...] = ()
    """Whole words or phrases in the title, the first words of the article or the headings above the claim."""

    def matches(self, claim: Claim) -> Iterator[bool]:
        """One truth for every condition that is given."""
        for name, test in _TESTS.items():
            wanted = getattr(self, name)
            if wanted != () and wanted is not None:
                yield test(claim, wanted if isinstance(wanted, tuple) else (wanted,))

    def all_of(self, claim: Claim) -> bool:
        """True when every given condition holds."""
        return all(self.matches(claim))

    def any_of(self, claim: Claim) -> bool:
        """True when at least one given condition holds."""
        return any(self.matches(claim))


@cache
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _near(claim: Claim, words: tuple[str, ...]) -> bool:
    return bool(_phrases(words).search(claim.passage.text, claim.sentence.start, claim.sentence.end))


def _time(claim: Claim, wanted: tuple[str, ...]) -> bool:
    edtf = claim.time.edtf if claim.time else ""
    return any(
        edtf.startswith(want) if want[:1] in "-0123456789" else (want == "known") == bool(edtf) for want in wanted
    )


_TESTS: dict[str, Callable[[Claim, tuple[str, ...]], bool]] = {
    "measure": lambda claim, names: claim.measure in names,
    "unit": lambda claim, names: (claim.unit or "none") in names,
    "counted": lambda claim, words: bool(claim.counted and _phrases(words).search(claim.counted)),
    "event": lambda claim, names: claim.event in names,
    "context": lambda claim, names: claim.passage.context in names,
    "role": lambda claim, names: claim.role in names,
    "hedge": lambda claim, names: claim.hedge in names,
    "quoted": lambda claim, wanted: bool(claim.quoted) == bool(wanted[0]),
    "time": _time,
    "near": _near,
    "topic": lambda claim, words: bool(_phrases(words).search(claim.topic)),
}

"""What the checks of an edit share: which changes are steady, what else of their sentence changed."""

from __future__ import annotations

import re

from claimcheck.changes.model import Change, Edit
from claimcheck.changes.printed import RECOGNISER
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.source import Span

_WORD = re.compile(r"[^\W\d_]+")
_QUOTATION = lazy(r"""(?<![\w"”])(?:"[^"“”]{8,600}"|“[^"“”]{8,600}”)(?![\w"“])""")
_NEAR = 24
"""Characters on each side of a figure in which its neighbour words are looked for."""


def steady(change: Change) -> bool:
    """True where only the figure changed and not what it is said of: same parameter or cell, same words beside it."""
    old, new = change.before, change.after
    if RECOGNISER in (old.recogniser, new.recogniser) or old.form != new.form:
        return False
    if old.passage.path or new.passage.path:
        return old.passage.context == new.passage.context and old.passage.path == new.passage.path
    if (old.counted or "") != (new.counted or ""):
        return False
    return _last(_before(old)) == _last(_before(new)) and _first(_after(old)) == _first(_after(new))


def refined(change: Change) -> bool:
    """True where both can be so: "1978" made "6 April 1978", "433 million" made "433.5 million"."""
    old, new = change.before, change.after
    if old.when is not None and new.when is not None:
        return old.when.meets(new.when)
    if old.amount is None or new.amount is None or old.unit != new.unit or {"unit", "denominator"} & set(change.ways):
        return False
    one, other = old.amount.interval, new.amount.interval
    if None in (one.low, one.high, other.low, other.high):
        return False  # "more than 130,000" leaves room for 130 million, and nobody meant it
    return one.meets(other)


def quoted(claim: Claim) -> bool:
    """True inside quotation marks that open and close around it, or in a quotation set apart."""
    if claim.passage.context == "quote":
        return True
    at = claim.visible
    return any(m.start() < at.start and at.end < m.end() for m in _QUOTATION.finditer(claim.passage.text))


def alone(edit: Edit, change: Change) -> bool:
    """True where the edit did nothing but this change."""
    if len(edit.changes) > 1 or edit.added or edit.removed or edit.moved:
        return False
    old, new = change.before, change.after
    before, after = old.source.text, new.source.text
    return before[: old.start] == after[: new.start] and before[old.end :] == after[new.end :]


def sentence_of(claim: Claim) -> tuple[int, Span]:
    """Where a claim stands: its passage and sentence."""
    return id(claim.passage), claim.sentence


def renewed(edit: Edit) -> set[tuple[int, Span]]:
    """The sentences of the later revision in which a date or a day without a year changed."""
    return {
        sentence_of(change.after)
        for change in edit.changes
        if change.after.kind == "date" or change.after.recogniser == RECOGNISER
    }


def words_of(change: Change) -> dict[str, str]:
    """The words that every message about a changed figure may use."""
    return {"text": change.after.text, "was": change.before.text, "factor": _times(change)}


def _times(change: Change) -> str:
    if not change.factor:
        return ""
    times = abs(change.factor if abs(change.factor) >= 1 else 1 / change.factor)
    shown = f"{float(times):,.1f}".removesuffix(".0") if times < 10**12 else f"{float(times):.0e}"
    return f"{shown} times as much" if abs(change.factor) >= 1 else f"1/{shown} of it"


def _before(claim: Claim) -> str:
    return claim.passage.text[max(claim.sentence.start, claim.lead - _NEAR) : claim.lead]


def _after(claim: Claim) -> str:
    return claim.passage.text[claim.visible.end : min(claim.sentence.end, claim.visible.end + _NEAR)]


def _last(text: str) -> str:
    found = _WORD.findall(text)
    return found[-1].lower() if found else ""


def _first(text: str) -> str:
    found = _WORD.search(text)
    return found[0].lower() if found else ""

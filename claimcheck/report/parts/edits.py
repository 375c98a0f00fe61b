"""What an edit changed, for people: each changed figure with its line, old and new value, factor and citation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.changes.model import Change
from claimcheck.claims.model import Claim
from claimcheck.compare import Comparison
from claimcheck.finding import Finding
from claimcheck.report.parts.excerpt import excerpt, visible
from claimcheck.report.parts.run import Run
from claimcheck.report.parts.words import count

BOLD, DIM, RED, GREEN, BLUE = "1", "2", "31", "32", "36"
_WAYS = {
    "value": "",
    "date": "",
    "sign": "other sign",
    "magnitude": "shifted by powers of ten",
    "transposed": "two digits swapped",
    "doubled": "a digit doubled",
    "dropped": "a digit dropped",
    "inserted": "a digit put in",
    "unit": "other unit",
    "denominator": "other denominator",
    "hedge": "hedged otherwise",
}


def edits(comparison: Comparison, run: Run) -> Iterator[str]:
    """The changed, added and removed figures in the order of the text, then what the edit cured, then the counts."""
    for change in comparison.changes:
        yield from _change(change, run)
    for sign, colour, claims in (("+", GREEN, comparison.added), ("-", RED, comparison.removed)):
        for claim in claims:
            yield f"{_place(claim, run)} {_paint(sign, colour, run)} {visible(_said(claim))}\n"
    for finding in comparison.fixed:
        yield f"{_spot(finding, run)} {_paint('fixed', GREEN, run)} {visible(finding.message)} [{finding.rule}]\n"
    yield _counts(comparison)


def told(change: Change) -> str:
    """How a pair differs, in words: "1.11 times as much; two digits swapped; its citation changed"."""
    parts = [_factor(change.factor), *(_WAYS[way] for way in change.ways)]
    if change.after.citations or change.before.citations:
        parts.append("its citation changed" if change.recited else "its citation did not change")
    return "; ".join(filter(None, parts))


def _change(change: Change, run: Run) -> Iterator[str]:
    old, new = visible(_said(change.before)), visible(_said(change.after))
    note = told(change)
    yield f"{_place(change.after, run)} {_paint(old, RED, run)} → {_paint(new, GREEN, run)}{note and f'  ({note})'}\n"
    number = str(change.after.source.position(change.after.start).line)
    margin = f"{number:>5} | "
    claim = change.after
    shown = excerpt(claim.source, claim.start, claim.end, max(run.width - len(margin), 20))
    yield f"{_paint(margin, DIM, run)}{shown.line}\n"
    yield f"{_paint('      | ', DIM, run)}{' ' * shown.indent}{_paint('^' * shown.width, BLUE, run)}\n"


def _said(claim: Claim) -> str:
    """The claim as a reader sees it, hedge included."""
    return " ".join(claim.passage.text[claim.lead : claim.visible.end].split())


def _factor(factor: Fraction | None) -> str:
    if not factor or factor == 1:
        return ""
    return f"× {float(factor):.3g}" if Fraction(1, 10**6) < abs(factor) < 10**6 else f"× {float(factor):.0e}"


def _place(claim: Claim, run: Run) -> str:
    line, column = claim.source.position(claim.start)
    return _paint(f"{visible(claim.source.name)}:{line}:{column}:", BOLD, run)


def _spot(finding: Finding, run: Run) -> str:
    line, column = finding.source.position(finding.primary.start)
    return _paint(f"{visible(finding.source.name)}:{line}:{column}:", BOLD, run)


def _counts(comparison: Comparison) -> str:
    edit = comparison.edit
    parts = [
        f"{count(len(edit.changes), 'figure')} changed",
        f"{len(edit.added):,} added",
        f"{len(edit.removed):,} removed",
        f"{len(edit.moved):,} moved",
    ]
    found = [
        f"{count(len(comparison.new), 'finding')} new",
        f"{len(comparison.fixed):,} fixed",
        f"{len(comparison.kept):,} kept",
    ]
    return f"{', '.join(parts)}; {', '.join(found)}.\n"


def _paint(text: str, colour: str, run: Run) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if run.colour else text

"""A figure or date that an edit changed in a way which edits in good order seldom do."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.changes.model import Change, Way
from claimcheck.checks.protocol import Options, revision_check
from claimcheck.checks.revised import alone, quoted, refined, renewed, sentence_of, steady, words_of
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark


class RevisedFigureOptions(Options, frozen=True):
    """Options of `revised-figure`; each that is given is one condition."""

    ways: tuple[Way, ...] = ()
    """The pair differs in one of these ways."""
    without: tuple[Way, ...] = ()
    """It differs in none of these."""
    cited: bool = False
    """Something is cited for it, and that did not change."""
    alone: bool = False
    """The edit did nothing else."""
    percent: int = 0
    """Least change, in percent of the smaller figure."""
    digits: int = 0
    """Fewest digits of the figure that has fewer."""
    quoted: bool = False
    """It stands between quotation marks, before and after."""
    parameters: tuple[str, ...] = ()
    """Parameters of citations, which are left alone where none is named."""


@revision_check(
    "revised-figure",
    RevisedFigureOptions,
    text="the figure as it is now",
    was="the figure as it was",
    factor="how many times as much it is, in words",
)
def revised(view: View, options: RevisedFigureOptions) -> Iterator[Hit]:
    """A figure that an edit changed while the words around it stayed, in one of the given ways."""
    edit = view.edit
    if edit is None:
        return
    dated = renewed(edit)
    for change in edit.changes:
        if not (_wanted(change, options) and steady(change)):
            continue
        if change.after.kind != "date" and sentence_of(change.after) in dated:
            continue  # a renewed date brings renewed figures
        if not options.alone or alone(edit, change):
            yield Hit(Mark(change.after.start, change.after.end), (change.after,), words_of(change))


def _wanted(change: Change, options: RevisedFigureOptions) -> bool:
    if options.ways and not set(options.ways) & set(change.ways):
        return False
    if set(options.without) & set(change.ways):
        return False
    if options.cited and (change.recited or not change.after.citations):
        return False
    if options.percent and not _far(change, options.percent):
        return False
    if options.digits and _digits(change) < options.digits:
        return False
    if options.quoted and not (quoted(change.before) and quoted(change.after)):
        return False
    return not refined(change) and _in_parameter(change, options)


def _far(change: Change, percent: int) -> bool:
    """True where a figure grew or shrank by so much; dates that differ do so by any measure."""
    factor = change.factor
    if factor is None:
        return change.after.kind == "date"
    return factor > 0 and max(factor, 1 / factor) >= 1 + Fraction(percent, 100)


def _digits(change: Change) -> int:
    return min(sum(map(str.isdigit, claim.text)) for claim in (change.before, change.after))


def _in_parameter(change: Change, options: RevisedFigureOptions) -> bool:
    passage = change.after.passage
    if passage.context != "citation":
        return not options.parameters
    return bool(passage.path) and passage.path[-1] in options.parameters

"""One sentence read against one table: its clauses, what its figures are figures of, what it says besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

import msgspec

from claimcheck.checks.lexicon import pattern, phrases
from claimcheck.checks.matching.kinship import agree
from claimcheck.checks.matching.subject import stands_for_subject
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.tables.labels import stems, years
from claimcheck.checks.tables.ledger import Column, Ledger, Name
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy
from claimcheck.source import Span

_BOUNDARY = lazy(r"[,;:()—]|\s–\s|\b(?:and|while|but|whereas|which|who|with)\b")
_HE = lazy(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_SUBJECT_OF = {"his": "he", "her": "she"}
_LONGEST = 600
"""Characters beyond which a sentence says more than one thing."""
_NEAR = 4
"""Empty words that may stand between a figure and the noun of its column."""
ORDERING = frozenset({"rank", "number", "year", "percent"})
"""Roles of columns whose figures order or date their rows, or are shares of others."""


class Clause(msgspec.Struct, frozen=True, eq=False):
    """A part of a sentence between commas and words such as "and"; `names` of rows are no figures or dates of it."""

    words: list[re.Match[str]]
    names: list[Name]
    figures: list[Claim]
    dates: list[Claim]


class Reading:
    """A sentence and a table."""

    def __init__(
        self, view: View, ledger: Ledger, sentence: Sentence, words: Sequence[re.Match[str]], names: Sequence[Name]
    ) -> None:
        self.view, self.ledger, self.sentence, self.words, self.names = view, ledger, sentence, words, names
        self.title = view.document.title or ""
        self.stems = frozenset(canonical(word.group()) for word in words) - {""}
        self.years = years(sentence.text)

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of the article's title, and of the caption and headings of the table."""
        return frozenset(stems(self.title)) | self.ledger.context

    def clauses(self) -> Iterator[Clause]:
        """Its clauses in order; nothing that names a row or is a figure is cut."""
        text, at = self.sentence.passage.text, self.sentence.span
        closed = [name.at for name in self.names] + [Span(c.lead, c.tail) for c in self.sentence.claims]
        start = at.start
        for found in [*_BOUNDARY.finditer(text, at.start, at.end), None]:
            end = found.start() if found else at.end
            if found is None or not any(span.start <= end < span.end for span in closed):
                yield self._clause(start, end)
                start = end

    def _clause(self, start: int, end: int) -> Clause:
        names = [name for name in self.names if start <= name.at.start < end]
        claims = [
            claim
            for claim in self.sentence.claims
            if start <= claim.visible.start < end and not any(claim.visible.overlaps(name.at) for name in names)
        ]
        return Clause(
            [word for word in self.words if start <= word.start() < end],
            names,
            [claim for claim in claims if claim.when is None],
            [claim for claim in claims if claim.when is not None],
        )

    def fits(self, clause: Clause, claim: Claim, cell: Claim, column: Column) -> bool:
        """True where figure and header name one thing: as what is counted, as a measure, or right beside the figure;
        and where all else that the headers say stands in the sentence, or around the table."""
        if self.ledger.grid.roles(column.index) & ORDERING or agree(claim, cell) is None:
            return False
        if not column.heads <= self.stems | self.around or not column.years <= self.years:
            return False
        if claim.measure is not None and claim.measure == cell.measure:
            return True
        if claim.counted:
            return column.noun <= frozenset(stems(claim.counted))
        return column.noun <= _beside(clause, claim, column.noun)

    def explained(self, clause: Clause, known: frozenset[str], columns: Sequence[Column] = ()) -> bool:
        """True where a clause has no word that is not known, of the table's headings, or empty, and no other date."""
        known = known | self.around | self.ledger.row_heads
        head_years = frozenset[str]().union(*(column.years for column in columns))
        if any(not years(claim.text) or not years(claim.text) <= head_years for claim in clause.dates):
            return False
        taken = [name.at for name in clause.names]
        taken += [Span(claim.lead, claim.visible.end) for claim in (*clause.figures, *clause.dates)]
        for word in clause.words:
            if word.group().lower() in plain_words() or any(at.start <= word.start() < at.end for at in taken):
                continue
            if word.group().isdigit() or canonical(word.group()) not in known:
                return False
        return True

    def narrowed(self, start: int, end: int, *, names: bool = True) -> bool:
        """True for words between these places of the passage that narrow what is told; in names only where asked."""
        found = pattern("table_narrowing").finditer(self.sentence.passage.text, start, end)
        return any(names or word.group()[0].islower() or word.start() == start for word in found)

    def in_scope(self, first: Claim, row: int | None, *, dated: bool) -> bool:
        """True where neither the table's caption, nor what stands before or above the sentence, sets the two apart."""
        if self.title and not self.ledger.years <= self.years | years(self.title):
            return False
        if not self._under_its_headings(row) or (not dated and self._told_of_a_time()):
            return False
        text, at = self.sentence.passage.text, self.sentence.span
        pronouns = {found.group().lower() for found in _HE.finditer(text, at.start, first.lead)}
        return all(stands_for_subject(_SUBJECT_OF.get(word, word), first, self.view) for word in pronouns)

    def _under_its_headings(self, row: int | None) -> bool:
        """True where the headings above the sentence say no more than those of the table: not "Loan to Hill Town"."""
        known = self.around | self.ledger.row_heads | _plain_headings()
        known = known.union(*(column.heads for column in self.ledger.columns))
        known |= self.ledger.row_words(row) if row is not None else frozenset()
        for heading in self.sentence.passage.section:
            if years(heading) - self.ledger.heading_years or not known.issuperset(stems(heading)):
                return False
        return True

    def _told_of_a_time(self) -> bool:
        """True where the paragraph gives a date before the sentence: what it tells may be of that time only."""
        here = self.view.claims_in(self.sentence.passage)
        before = (claim for claim in here if claim.when is not None and claim.visible.end <= self.sentence.span.start)
        return any(claim.text not in self.title for claim in before)

    def as_printed(self, claim: Claim, row: int, column: Column) -> bool:
        """True for "7,476 subscribers" where 7,476 stands under "Subscribers (thousands)": the scale may be misread."""
        printed = self.ledger.grid.interval(row, column.index)
        return printed is not None and claim.amount is not None and claim.amount.interval.meets(printed)


def sentences_with_figures(view: View) -> Iterator[Sentence]:
    """The sentences of lead and body that tell a single figure and are of ordinary length."""
    for sentence in view.sentences:
        told = sentence.passage.context in ("lead", "prose") and sentence.span.end - sentence.span.start <= _LONGEST
        if told and any(map(is_figure, sentence.claims)):
            yield sentence


def is_figure(claim: Claim) -> bool:
    """True for a single figure that can be compared."""
    return claim.amount is not None and claim.form == "single" and claim.status == "ok"


def _beside(clause: Clause, claim: Claim, noun: frozenset[str]) -> frozenset[str]:
    """The stems on either side of a figure that neither another figure nor a word that says something parts from it."""
    start = max((figure.tail for figure in clause.figures if figure.tail <= claim.lead), default=0)
    before = [word for word in clause.words if start <= word.start() and word.end() <= claim.lead]
    behind = [word for word in clause.words if word.start() >= claim.visible.end]
    return frozenset([*_nearest(reversed(before), noun), *_nearest(behind, noun)])


def _nearest(words: Iterable[re.Match[str]], noun: frozenset[str]) -> Iterator[str]:
    """The stems of the first words that are not empty, as far as they follow each other."""
    empty, said = 0, False
    for word in words:
        stem = canonical(word.group())
        if stem in noun or (stem and word.group().lower() not in plain_words()):
            said = True
            yield stem
        elif said or empty == _NEAR or word.group().isdigit():
            return
        else:
            empty += 1


@cache
def plain_words() -> frozenset[str]:
    """Words that change nothing of which figure is meant."""
    return frozenset(phrases("table_words"))


@cache
def _plain_headings() -> frozenset[str]:
    return frozenset(stem for heading in phrases("plain_headings") for stem in stems(heading))

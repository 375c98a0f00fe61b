"""The rows of a table by what names them (a label, "week 8", a year, a date), its columns by what their headers say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from claimcheck.checks.lexicon import table
from claimcheck.checks.matching.tellings import canonical
from claimcheck.checks.matching.words import stem
from claimcheck.checks.tables.grid import Grid, Place
from claimcheck.checks.tables.headers import plain
from claimcheck.checks.tables.labels import BRACKETS, WORD, Label, Labels, label_of, stems, years
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.source import Span
from claimcheck.values.when import When

MOST = 40
"""Rows that one label may name: what stands in more rows names none of them."""
_NUMBERED = 3
"""Figures in a row, each one more than the last, that may be chance."""
_UNIT = re.compile(r"\s+in (?:mil|mln|bn|million|billion|thousand|us\$|[$€£%]|k?m\b|ha\b).*", re.DOTALL)
"""The unit at the end of a header: "Revenue in mil. US$"."""
_SAYS_NOTHING = frozenset(map(canonical, ("total", "overall", "number", "no", "all")))
"""Stems of headers that sentences leave out."""


class Name(msgspec.Struct, frozen=True):
    """A stretch of a sentence that names rows; `surely` where the column that it stands in tells rows apart."""

    at: Span
    rows: frozenset[int]
    surely: bool


class Column(msgspec.Struct, frozen=True, eq=False):
    """A column of figures: the stems of one meaning of its lowest header, of all its headers, the years in them."""

    index: int
    noun: frozenset[str]
    heads: frozenset[str]
    years: frozenset[str]


class Ledger:
    """The rows and columns of one grid, asked by the words of sentences."""

    def __init__(self, view: View, grid: Grid) -> None:
        self.view = view
        self.grid = grid
        self._days: defaultdict[tuple[int, int], set[int]] = defaultdict(set)

    def names(self, words: Sequence[re.Match[str]], dates: Sequence[Claim]) -> list[Name]:
        """What names rows in a sentence, in order: dates, and the longest label at each place."""
        labels = self._labels
        found = [
            Name(claim.visible, frozenset(rows), surely=True)
            for claim in dates
            if (days := _days(claim.when)) and (rows := self._days.get(days)) and len(rows) <= MOST
        ]
        taken = [name.at for name in found]
        for at, rows, surely in labels.found(words):
            if len(rows) <= MOST and not any(at.overlaps(other) for other in taken):
                found.append(Name(at, frozenset(rows), surely))
        return sorted(found, key=lambda name: name.at.start)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that hold figures under a header with words, once for each noun that the header may mean."""
        return [column for index in range(self.grid.width) for column in self._columns(index)]

    @cached_property
    def row_heads(self) -> frozenset[str]:
        """The stems of the headers over columns of words and dates: "nation", "opponent"."""
        told = {column.index for column in self.columns}
        heads = (head for column in range(self.grid.width) if column not in told for head in self.grid.heads[column])
        return frozenset(found for head in heads for found in stems(head))

    @cached_property
    def context(self) -> frozenset[str]:
        """The stems of its caption and of the headings above it."""
        return frozenset(found for text in (self._caption, *self.grid.table.section) for found in stems(text))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years in its caption."""
        return years(self._caption)

    @cached_property
    def heading_years(self) -> frozenset[str]:
        """The years in the headings above the table."""
        return frozenset[str]().union(*map(years, self.grid.table.section))

    @property
    def _caption(self) -> str:
        caption = self.grid.table.caption
        return caption.text if caption else ""

    def row_words(self, row: int) -> frozenset[str]:
        """The stems of all that a row says in words."""
        places = (self.grid.at(row, column) for column in range(self.grid.width))
        return frozenset(f for place in places if place and place.holds != "figure" for f in stems(place.text))

    def told(self, row: int, column: int) -> Claim | None:
        """The one figure of a cell of its own, as a claim."""
        place = self.grid.at(row, column)
        if place is None or place.holds != "figure":
            return None
        claims = self.view.claims_of(place)
        return claims[0] if len(claims) == 1 and claims[0].amount is not None and claims[0].status == "ok" else None

    def _columns(self, index: int) -> Iterator[Column]:
        heads = [head for head in self.grid.heads[index] if any(stems(head))]
        if not heads or self._counts_rows(index):
            return
        *groups, lowest = heads
        above = frozenset[str]().union(*(_nouns(head)[0] for head in groups))
        for noun in filter(None, _nouns(lowest)):
            yield Column(index, noun, noun | above, years(" ".join(heads)))

    def _counts_rows(self, index: int) -> bool:
        """True for a column without figures, or one that numbers the rows one by one."""
        values = [figure.value for row in self.grid.body if (figure := self.grid.figure(row, index))]
        steps = {later - earlier for earlier, later in pairwise(values)}
        return not values or (len(values) > _NUMBERED and steps == {1})

    @cached_property
    def _labels(self) -> Labels:
        """What the cells name their rows by; dates are put down in `_days`."""
        labels = Labels()
        for column in range(self.grid.width):
            labels.add(self._read(column))
        return labels

    def _read(self, column: int) -> list[tuple[Label, int]]:
        """The labels of a column with their rows."""
        labels: list[tuple[Label, int]] = []
        for row in self.grid.body:
            place = self.grid.at(row, column)
            if place is None or place.holds == "nothing" or (place.cell.colspan > 1 and self.grid.width > 1):
                continue  # a cell over several columns is a heading between rows
            if days := self._date(place):
                self._days[days].add(row)
            elif place.holds == "figure":
                labels += [(label, row) for label in self._numbered(place, column)]
            elif label := label_of(place.text):
                labels.append((label, row))
        return labels

    def _date(self, place: Place) -> tuple[int, int] | None:
        claims = self.view.claims_of(place)
        return _days(claims[0].when) if len(claims) == 1 and claims[0].status == "ok" else None

    def _numbered(self, place: Place, column: int) -> Iterator[Label]:
        """ "week 8" for a row whose week is 8."""
        figure, heads = place.figure, self.grid.heads[column]
        if figure is None or not heads or figure.step != 1 or figure.value < 0:
            return
        name = plain(heads[-1])
        if name in table("row_numbers"):
            for word in (name, *table("row_numbers")[name]):
                yield stem(word), str(figure.value)
                yield f"^{stem(word)}", str(figure.value)


@once
def ledgers(view: View) -> list[Ledger]:
    """The tables of an article that hold figures, asked by words."""
    found = (Ledger(view, grid) for grid in view.grids)
    return [ledger for ledger in found if ledger.columns]


def words_of(text: str, at: Span) -> list[re.Match[str]]:
    """The words and numbers of a stretch of text."""
    return list(WORD.finditer(text, at.start, at.end))


def _nouns(head: str) -> list[frozenset[str]]:
    """The stems of what a header may mean, without its unit: "Apps" is appearances, or games."""
    bare = _UNIT.sub("", plain(BRACKETS.sub("", head)))
    meanings = table("column_words").get(bare) or (bare,)
    return [frozenset(found for found in stems(meaning) if found not in _SAYS_NOTHING) for meaning in meanings]


def _days(when: When | None) -> tuple[int, int] | None:
    if when is None or when.approximate or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest

"""An article as checks see it: claims grouped by sentence and indexed once, so that idle rules cost nothing."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

import msgspec

from claimcheck.changes.model import Edit
from claimcheck.checks.citation_fields import Cited, read_citations
from claimcheck.checks.tables.grid import Grid, Place, grids
from claimcheck.claims.model import Claim
from claimcheck.claims.title import Title
from claimcheck.document.model import Context, Document, Passage
from claimcheck.finding import Finding
from claimcheck.source import Span

K = TypeVar("K")
T = TypeVar("T")

MOST = 200
"""Claims of a sentence. Checks compare each with each: 2,000 figures in a row took twenty seconds."""


class Sentence(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A sentence that holds claims; `span` is its place in the text of its passage."""

    passage: Passage
    span: Span
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return self.passage.text[self.span.start : self.span.end]

    @cached_property
    def quantities(self) -> list[Claim]:
        """Its quantities, in order."""
        return [claim for claim in self.claims if claim.kind == "quantity"]

    @cached_property
    def dates(self) -> list[Claim]:
        """Its dates and periods, in order."""
        return [claim for claim in self.claims if claim.kind == "date"]

    def between(self, first: Claim, second: Claim) -> str:
        """The words from the end of one claim, its counted noun left in, to where the next begins with its hedge."""
        return self.passage.text[first.visible.end : second.lead]

    def before(self, claim: Claim) -> str:
        """The words of the sentence before the claim and its hedge."""
        return self.passage.text[self.span.start : claim.lead]

    def after(self, claim: Claim) -> str:
        """The words of the sentence after the claim, its counted noun first."""
        return self.passage.text[claim.visible.end : self.span.end]


class View:
    """The claims of one article and the indexes over them, each built when a check first asks for it."""

    def __init__(
        self,
        document: Document,
        claims: Sequence[Claim],
        today: datetime.date | None = None,
        edit: Edit | None = None,
        fresh: Sequence[Finding] = (),
    ) -> None:
        self.document = document
        self.claims = claims
        self._today = today
        self.edit = edit
        """What the last edit changed, where two revisions are compared."""
        self.fresh = fresh
        """Findings that the earlier revision had not."""

    @cached_property
    def today(self) -> datetime.date:
        """The day on which the text is read: as given, else this day."""
        return self._today or datetime.date.today()

    @cached_property
    def text(self) -> str:
        """All that a reader sees, passage by passage, in lower case: to pass over what an article does not speak of."""
        return "\n".join([passage.text for passage in self.document.passages]).lower()

    def says(self, *words: str) -> bool:
        """True where any of these, in lower case, stands anywhere in the article, were it inside a word."""
        return any(word in self.text for word in words)

    @cached_property
    def pronoun(self) -> str | None:
        """Either "he" or "she", where the article opens with somebody's life."""
        return Title(self.document).pronoun

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence that holds a claim, in the order of the text; heaps of figures are no sentence."""
        groups: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            groups[id(claim.passage), claim.sentence.start].append(claim)
        whole = (group for group in groups.values() if len(group) <= MOST)
        return [Sentence(group[0].passage, group[0].sentence, tuple(group)) for group in whole]

    @cached_property
    def citations(self) -> list[Cited]:
        """Every citation template with its dates, in the order of the references."""
        parts: tuple[Context, ...] = ("citation", "list", "template", "infobox")
        return read_citations(self.document, [claim for part in parts for claim in self.of_context(part)])

    @cached_property
    def quantities(self) -> list[Claim]:
        """Quantities and durations, in the order of the text."""
        return [claim for claim in self.claims if claim.amount is not None]

    @cached_property
    def dates(self) -> list[Claim]:
        """Dates and periods, in the order of the text."""
        return [claim for claim in self.claims if claim.kind == "date"]

    @cached_property
    def bare_counts(self) -> list[Claim]:
        """Single counts without unit or denominator, in the order of the text."""
        return [c for c in self.quantities if c.kind == "quantity" and not (c.unit or c.per) and c.form == "single"]

    @cached_property
    def _measures(self) -> dict[str, list[Claim]]:
        return _index((claim.measure, claim) for claim in self.claims)

    @cached_property
    def _units(self) -> dict[str, list[Claim]]:
        return _index((claim.unit, claim) for claim in self.quantities)

    @cached_property
    def _contexts(self) -> dict[str, list[Claim]]:
        return _index((claim.passage.context, claim) for claim in self.claims)

    def of_measure(self, measure: str) -> list[Claim]:
        """Claims of a measure of data/measures.yaml, in the order of the text."""
        return self._measures.get(measure, [])

    def of_unit(self, unit: str) -> list[Claim]:
        """Quantities in exactly this unit, in the order of the text."""
        return self._units.get(unit, [])

    def of_context(self, context: Context) -> list[Claim]:
        """Claims that stand in such a part of the article, in the order of the text."""
        return self._contexts.get(context, [])

    @cached_property
    def grids(self) -> list[Grid]:
        """The tables with figures, in source order."""
        return list(grids(self.document.tables))

    @cached_property
    def _by_passage(self) -> dict[int, list[Claim]]:
        return _index((id(claim.passage), claim) for claim in self.claims)

    def claims_in(self, passage: Passage) -> list[Claim]:
        """The claims of one passage: a table cell, a template parameter."""
        return self._by_passage.get(id(passage), [])

    def claims_of(self, place: Place | None) -> list[Claim]:
        """The claims of a place in a table."""
        return self.claims_in(place.cell.passage) if place else []

    def with_quantities(self, least: int) -> Iterator[Sentence]:
        """Sentences that hold at least so many quantities (durations not counted)."""
        return (sentence for sentence in self._busy if len(sentence.quantities) >= least)

    def with_dates(self, least: int) -> Iterator[Sentence]:
        """Sentences that hold at least so many dates or periods."""
        return (sentence for sentence in self._dated if len(sentence.dates) >= least)

    @cached_property
    def _dated(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.dates]

    @cached_property
    def _busy(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if len(sentence.claims) > 1]


def _index(pairs: Iterable[tuple[K | None, Claim]]) -> dict[K, list[Claim]]:
    index: defaultdict[K, list[Claim]] = defaultdict(list)
    for key, claim in pairs:
        if key is not None:
            index[key].append(claim)
    return dict(index)


def once(work: Callable[[View], T]) -> Callable[[View], T]:
    """Does the work once an article: several checks ask for the same, and none may change what it is given."""
    done: WeakKeyDictionary[View, T] = WeakKeyDictionary()

    @wraps(work)
    def asked(view: View) -> T:
        if view not in done:
            done[view] = work(view)
        return done[view]

    return asked

"""What the citation templates of an article say of their source: dates, addresses, identifiers, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from claimcheck import overlay
from claimcheck.checks.citation_text import written_dates
from claimcheck.checks.citation_urls import snapshot_day
from claimcheck.checks.lexicon import pattern
from claimcheck.claims.model import Claim
from claimcheck.document.model import Citation, Document, Passage, Template
from claimcheck.source import Span
from claimcheck.values.when import When


class Names(msgspec.Struct, frozen=True):
    """`data/citations.yaml` as read."""

    parameters: dict[str, list[str]]
    accepted_isbn: frozenset[str]
    earlier: frozenset[str]
    checked: frozenset[str]
    issues: frozenset[str]
    archives: frozenset[str]


@cache
def names() -> Names:
    """Names of parameters and templates; read when the first citation is met."""
    return msgspec.convert(overlay.our_tree("citations.yaml"), Names)


@cache
def _roles() -> Mapping[str, tuple[str, int]]:
    """Role and rank of each parameter name."""
    groups = names().parameters.items()
    return {name: (role, rank) for role, group in groups for rank, name in enumerate(group)}


@cache
def _archive_roles() -> Mapping[str, tuple[str, int]]:
    """The same for templates that name nothing but an archived copy."""
    return {"url": ("archive", 0), "date": ("archived", 0)}


class Field(msgspec.Struct, frozen=True, eq=False):
    """A parameter of a citation: its text without blanks around it, from `start` to `end` of its passage, and the
    date that it is."""

    passage: Passage
    text: str
    start: int
    end: int
    claim: Claim | None = None

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.passage.span(self.start, self.end)

    @property
    def when(self) -> When | None:
        """The date that fills the whole parameter; None where there is none or it is no day of the calendar."""
        return self.claim.when if self.claim and self.claim.status == "ok" else None


class Cited(msgspec.Struct, frozen=True, eq=False):
    """A citation template with its reference; fields by role ("accessed"), see data/citations.yaml."""

    citation: Citation
    template: Template
    fields: Mapping[str, Field]
    snapshot: int | None = None
    """Day number of the archived copy as its address has it."""

    @property
    def issue(self) -> bool:
        """True where the date is that of an issue or edition, which may be ahead of the calendar."""
        return self.template.name in names().issues

    @property
    def dated_ahead(self) -> bool:
        """True for charts and weeklies, whose date is that of a week or a cover still to come."""
        told = (self.template.get(*roles) for roles in (("title",), ("work", "website", "magazine", "newspaper")))
        return any(pattern("dated_ahead").search(passage.text) for passage in told if passage)

    @property
    def reprint(self) -> bool:
        """True where the work appeared before, as the citation says itself."""
        return any(parameter.name in names().earlier for parameter in self.template.parameters)

    @property
    def published(self) -> Field | None:
        """The date of publication; the year where there is no more than that."""
        fields = self.fields
        return fields.get("date") or fields.get("publication") or fields.get("year")

    def get(self, role: str) -> Field | None:
        """The field of a role, "published" included."""
        return self.published if role == "published" else self.fields.get(role)


def read_citations(document: Document, claims: Iterable[Claim]) -> list[Cited]:
    """Every citation template of the document in source order of its references, then references written out, then
    what other templates say of when a source was read."""
    if not document.citations and not document.templates:
        return []
    dates, source = _dates(claims), document.source.text
    read = [
        _read(citation, template, dates, source) for citation in document.citations for template in citation.templates
    ]
    read += [_written(fields) for fields in written_dates(claims)]
    return read + [_read(Citation(t.span, None, (t,), ""), t, dates, source) for t in _others(document)]


def _others(document: Document) -> Iterator[Template]:
    """Templates that cite by the way (charts, registers), with nothing but their access and archive dates."""
    wanted = {name for role in ("accessed", "archived", "archive") for name in names().parameters[role]}
    for template in document.templates:
        kept = tuple(parameter for parameter in template.parameters if parameter.name in wanted)
        if kept:
            yield Template(template.name, template.span, kept, template.section)


def _written(dates: Mapping[str, Claim]) -> Cited:
    """A reference that is no template, as if it were one without a name."""
    fields = {
        role: Field(claim.passage, claim.text, claim.visible.start, claim.visible.end, claim)
        for role, claim in dates.items()
    }
    passage = next(iter(dates.values())).passage
    span = passage.span(0, len(passage.text))
    return Cited(Citation(span, None, (), passage.text), Template("", span, ()), fields)


def _dates(claims: Iterable[Claim]) -> dict[int, Claim]:
    """The dates that fill a parameter, by the identity of its passage."""
    found = {}
    for claim in claims:
        passage = claim.passage
        if claim.kind == "date" and passage.context != "list" and _fills(claim, passage.text):
            found[id(passage)] = claim
    return found


def _fills(claim: Claim, text: str) -> bool:
    return not text[: claim.lead].strip() and not text[claim.visible.end :].strip()


def _read(citation: Citation, template: Template, dates: Mapping[int, Claim], source: str) -> Cited:
    ranked: dict[str, tuple[int, Field]] = {}
    roles = _archive_roles() if template.name in names().archives else _roles()
    for parameter in template.parameters:
        role, rank = roles.get(parameter.name, ("", 0))
        if role and (role not in ranked or rank < ranked[role][0]):
            field = _field(parameter.passage, dates)
            if field is not None:
                ranked[role] = (rank, field)
    fields = {role: field for role, (_, field) in ranked.items()}
    archive = fields.get("archive")
    day = snapshot_day(source[archive.span.start : archive.span.end]) if archive else None
    return Cited(citation, template, fields, day)


def _field(passage: Passage, dates: Mapping[int, Claim]) -> Field | None:
    text = passage.text
    stripped = text.strip()
    if not stripped:
        return None
    start = text.index(stripped[0])
    return Field(passage, stripped, start, start + len(stripped), dates.get(id(passage)))


def with_fields(cited: Iterable[Cited], first: str, second: str) -> Iterator[tuple[Cited, Field, Field]]:
    """Citations that have fields of both roles."""
    for one in cited:
        a, b = one.get(first), one.get(second)
        if a is not None and b is not None:
            yield one, a, b

"""The notes in the margin: what a finding says, both its places, and why its figures are held to be of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.finding import Finding, Mark
from claimcheck.report.page.axis import Axis, axis
from claimcheck.report.page.readings import means, unit
from claimcheck.report.parts.excerpt import quoted, visible
from claimcheck.report.parts.words import told
from claimcheck.rules import Rule

AROUND = 70
"""Characters of wikitext shown on both sides of a mark."""


class Jump(msgspec.Struct, frozen=True):
    """Another place that the finding speaks of: a link where `name` is not empty."""

    name: str
    note: str
    text: str
    where: str
    """Its line, and its article where that is another one."""


class Compared(msgspec.Struct, frozen=True):
    """A field of the claims compared: one value for each, and whether all say the same."""

    field: str
    values: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True where every claim has this value."""
        return len(self.values) > 1 and len(set(self.values)) == 1 and bool(self.values[0])


class Note(msgspec.Struct, frozen=True):
    """One finding for the page."""

    number: int
    new: bool
    """Whether an earlier report does not have it."""
    explained: bool
    severity: str
    confidence: str
    rule: str
    help_uri: str
    message: str
    name: str
    line: int
    column: int
    before: str
    marked: str
    after: str
    jumps: tuple[Jump, ...]
    compared: tuple[Compared, ...]
    axis: Axis | None
    suggestion: str
    suppress: str
    why: str
    """Why its rule holds that this cannot be right; empty where the rule is not known."""
    fix: str


def note(
    number: int, finding: Finding, names: Sequence[str], *, new: bool, rule: Rule | None, explained: bool = True
) -> Note:
    """The finding as the page shows it; `names` are the anchors of its marks, empty where there is none.

    It is `explained` by its source, its rule and the claims compared, unless there are too many for a page.
    """
    primary, *others = names
    where = finding.source.position(finding.primary.start)
    parts = quoted(finding.source, finding.primary.start, finding.primary.end, AROUND)
    return Note(
        number=number,
        new=new,
        explained=explained,
        severity=finding.severity,
        confidence=finding.confidence,
        rule=finding.rule,
        help_uri=web_address(finding.help_uri),
        message=visible(finding.message),
        name=primary,
        line=where.line,
        column=where.column,
        before=visible(parts.before),
        marked=visible(parts.marked),
        after=visible(parts.after),
        jumps=tuple(_jump(finding, mark, name) for mark, name in zip(finding.related, others, strict=True)),
        compared=tuple(_compared(finding.claims)) if explained else (),
        axis=axis(finding.claims) if explained else None,
        suggestion=_suggestion(finding),
        suppress=f"<!-- claimcheck: ignore={finding.rule} reason -->",
        why=visible(rule.file.why) if rule else "",
        fix=visible(rule.file.fix) if rule else "",
    )


def web_address(uri: str) -> str:
    """The address where it leads to the web; any other scheme, or none, gives no link."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    return uri if parts.scheme in ("http", "https") and parts.netloc else ""


def _jump(finding: Finding, mark: Mark, name: str) -> Jump:
    source = finding.where(mark)
    text, line = source.text[mark.start : mark.end], f"line {source.position(mark.start).line:,}"
    return Jump(
        name=name,
        note=visible(told(mark)),
        text=visible(text if len(text) <= AROUND else f"{text[: AROUND - 1]}…"),
        where=f"{visible(mark.elsewhere.article)}, {line}" if mark.elsewhere else line,
    )


def _compared(claims: tuple[Claim, ...]) -> Iterable[Compared]:
    """The fields in which the claims say anything; nothing for a single claim, which was compared with a bound."""
    if len(claims) < 2 or len(claims) > 8:
        return
    files = tuple(visible(claim.source.name) for claim in claims)
    if len(set(files)) > 1:
        yield Compared("article", files)
    for field, read in _FIELDS.items():
        values = tuple(visible(read(claim)) for claim in claims)
        if any(values):
            yield Compared(field, values)


_FIELDS: dict[str, Callable[[Claim], str]] = {
    "printed": lambda claim: claim.text,
    "means": lambda claim: means(claim.amount.interval) if claim.amount else claim.when.edtf if claim.when else "",
    "unit": unit,
    "measure": lambda claim: claim.measure or "",
    "event": lambda claim: claim.event or "",
    "counted": lambda claim: claim.counted or "",
    "of": lambda claim: claim.subject.text if claim.subject else "",
    "place": lambda claim: claim.place or "",
    "time": lambda claim: claim.time.edtf if claim.time else "",
    "scope": lambda claim: ", ".join(claim.qualifiers),
    "section": lambda claim: claim.passage.section[-1] if claim.passage.section else "",
    "stands in": lambda claim: claim.passage.context,
}


def _suggestion(finding: Finding) -> str:
    if finding.suggestion is None:
        return ""
    return visible(finding.suggestion.note or f"Write “{finding.suggestion.replacement}”")

"""What an article says to rules that look at it later, beside others: ignore comments, and figures marked as sic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.finding import Finding, Mark
from claimcheck.source import Position, Source, Span
from claimcheck.suppress import Ignore, any_sic, divided, idle, ignores, sic

Record = dict[str, Any]


def ignored(document: Document | None, claims: Iterable[Claim]) -> list[Record]:
    """Comments with the rules that they name; a figure that the article marks as sic names none."""
    if document is None:
        return []
    found = [_record(ignore.span, ignore.place, sorted(ignore.rules)) for ignore in ignores(document)[0]]
    if any_sic(document):
        found += [_record(claim.span, document.source.position(claim.start), []) for claim in claims if sic(claim)]
    return found


class Ignored:
    """What the articles of a finding said, as a scan kept it."""

    def __init__(self, records: Iterable[Record] | None) -> None:
        self._sic: list[Span] = []
        self._comments: list[Ignore] = []
        for record in records or ():
            span = Span(record["start"], record["end"])
            if record["rules"]:
                place = Position(record["line"], record["column"])
                self._comments.append(Ignore(frozenset(record["rules"]), span, place))
            else:
                self._sic.append(span)

    def sic(self, mark: Mark) -> bool:
        """True where the article marks the figure there as sic."""
        return any(span.start < max(mark.end, mark.start + 1) and mark.start < span.end for span in self._sic)

    def divided(
        self, findings: Iterable[Finding], source: Source, ran: frozenset[str], marked: Callable[[Finding], bool]
    ) -> tuple[list[Finding], list[Finding], list[str]]:
        """Findings that stand, those that are suppressed, and a remark on each comment that nothing needs.

        `ran` are the rules that ran: what a comment says of another rule is not judged. `marked` tells findings on
        figures that are marked as sic.
        """
        kept, hidden, used = divided(findings, self._comments, marked)
        unused = (each for each in self._comments if each not in used and each.rules <= ran)
        remarks = [f"{source.name}:{each.place.line}:{each.place.column}: {idle(each)}" for each in unused]
        return kept, hidden, remarks


def _record(span: Span, place: Position, rules: list[str]) -> Record:
    return {"rules": rules, "start": span.start, "end": span.end, "line": place.line, "column": place.column}

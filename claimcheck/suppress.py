"""Suppression inside an article: ignore comments with a reason, and what the article itself marks as sic."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.finding import Finding
from claimcheck.patterns import lazy
from claimcheck.rules.faults import nearest
from claimcheck.rules.load import is_shipped
from claimcheck.source import Source, Span

_MARKER = "claimcheck:"
_COMMENT = lazy(r"<!--\s*claimcheck:\s*(ignore(?:-start|-end)?)\b\s*(?:=\s*([\w/,*-]+))?([^<>]{0,500}?)-->")
_SIC = re.compile(r"[)\]]?\s?[\[(]sic[\])]", re.IGNORECASE)
_TEMPLATE = re.compile(r"[)\]]?\s?\{\{\s*sic\s*[|}]", re.IGNORECASE)


class Ignore(msgspec.Struct, frozen=True, eq=False):
    """One ignore comment: the rules that it names, the stretch of source that it holds for, where it stands."""

    rules: frozenset[str]
    span: Span
    at: int

    def covers(self, finding: Finding) -> bool:
        """True when the finding is of a named rule and stands in the stretch."""
        return finding.rule in self.rules and self.span.start <= finding.primary.start < self.span.end


def suppress(
    document: Document, findings: Iterable[Finding], ran: Collection[str] | None = None
) -> tuple[list[Finding], list[Finding], list[str]]:
    """Findings that stand, findings that the article suppresses, and remarks on comments that are wrong or not needed.

    `ran` are the ids of the rules that ran, all if None: what a comment says of another rule is not judged.
    """
    ignores, notes = _ignores(document)
    kept: list[Finding] = []
    hidden: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        covering = [ignore for ignore in ignores if ignore.covers(finding)]
        used.update(covering)
        (hidden if covering or any(map(sic, finding.claims)) else kept).append(finding)
    for ignore in ignores:
        notes += [f"{_place(document.source, ignore.at)}: {fault}" for fault in _faults(ignore, ran, ignore in used)]
    return kept, hidden, notes


def _faults(ignore: Ignore, ran: Collection[str] | None, used: bool) -> Iterator[str]:
    """What is wrong with a comment: rules that there are not, and nothing that it suppresses though its rules ran."""
    unknown = [] if ran is None else sorted(name for name in ignore.rules - set(ran) if not is_shipped(name))
    for name in unknown:
        yield f"no rule `{name}` runs here{nearest(name, ran or ())}"
    if not used and not unknown and (ran is None or ignore.rules <= set(ran)):
        yield f"no finding of {', '.join(sorted(ignore.rules))} is suppressed here"


def sic(claim: Claim) -> bool:
    """True when the article itself says that the figure stands so in its source."""
    near = claim.visible
    marked = any(span.start <= near.end + 1 and near.start <= span.end + 1 for span in claim.passage.sic)
    printed = _SIC.match(claim.passage.text, near.end) or _TEMPLATE.match(claim.source.text, claim.end)
    return marked or printed is not None


def _ignores(document: Document) -> tuple[list[Ignore], list[str]]:
    source = document.source
    if _MARKER not in source.text:
        return [], []
    spans = sorted(passage.span(0, len(passage.text)) for passage in document.passages if passage.text)
    ignores: list[Ignore] = []
    notes: list[str] = []
    opened: dict[frozenset[str], int] = {}
    for match in _COMMENT.finditer(source.text):
        rules = frozenset(filter(None, (match[2] or "").split(",")))
        place = _place(source, match.start())
        if match[1] == "ignore-end":
            ended = [names for names in opened if rules in (names, frozenset())]
            ignores += [Ignore(names, Span(opened[names], match.start()), opened.pop(names)) for names in ended]
        elif not rules:
            notes.append(f"{place}: an ignore comment must name its rules: ignore=family/name")
        elif not match[3].strip():
            notes.append(f"{place}: an ignore comment must give a reason; this one is not followed")
        elif match[1] == "ignore-start":
            opened[rules] = match.start()
        else:
            ignores.append(Ignore(rules, _stretch(spans, source, match), match.start()))
    for names, at in opened.items():
        notes.append(f"{_place(source, at)}: ignore-start is never ended; it is taken to hold up to the end")
        ignores.append(Ignore(names, Span(at, len(source.text)), at))
    return ignores, notes


def _stretch(spans: list[Span], source: Source, comment: re.Match[str]) -> Span:
    """The passage in which a comment stands (at its beginning, too), or else the one that it follows."""
    at, end = comment.span()
    begun = spans[: bisect_right(spans, at, key=lambda span: span.start)]
    around = [span for span in begun if at < span.end]
    if around:
        return min(around, key=lambda span: span.end - span.start)
    opens = at == 0 or source.text[at - 1] == "\n"
    if opens and source.text[end : end + 1] not in ("", "\n", "\r") and len(begun) < len(spans):
        return spans[len(begun)]
    return max(begun, key=_end, default=Span(at, at))


def _end(span: Span) -> int:
    return span.end


def _place(source: Source, at: int) -> str:
    line, column = source.position(at)
    return f"{source.name}:{line}:{column}"

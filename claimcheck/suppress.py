"""Suppression inside an article: ignore comments with a reason, and what the article itself marks as sic."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document
from claimcheck.finding import Finding
from claimcheck.patterns import lazy
from claimcheck.rules.faults import nearest
from claimcheck.rules.load import is_shipped
from claimcheck.source import Position, Source, Span

_MARKER = "claimcheck:"
_COMMENT = lazy(r"<!--\s*claimcheck:\s*(ignore(?:-start|-end)?)\b\s*(?:=\s*([\w/,*-]+))?([^<>]{0,500}?)-->")
_SIC = re.compile(r"[)\]]?\s?[\[(]sic[\])]", re.IGNORECASE)
_TEMPLATE = re.compile(r"[)\]]?\s?\{\{\s*sic\s*[|}]", re.IGNORECASE)
_SIC_CALL = lazy(r"\{\{\s*sic\b")


class Ignore(msgspec.Struct, frozen=True, eq=False):
    """One ignore comment: the rules that it names, the stretch of source that it holds for, where it stands."""

    rules: frozenset[str]
    span: Span
    place: Position

    def covers(self, finding: Finding) -> bool:
        """True when the finding is of a named rule and stands in the stretch."""
        return finding.rule in self.rules and self.span.start <= finding.primary.start < self.span.end


def suppress(
    document: Document,
    findings: Iterable[Finding],
    ran: Collection[str] | None = None,
    others: Collection[str] = (),
) -> tuple[list[Finding], list[Finding], list[str]]:
    """Findings that stand, findings that the article suppresses, and remarks on comments that are wrong or not needed.

    `ran` are the ids of the rules that ran, all if None: what a comment says of another rule is not judged. `others`
    are those of rules that had nothing to look at here, but have elsewhere.
    """
    found, notes = ignores(document)
    kept, hidden, used = divided(findings, found, lambda finding: any(map(sic, finding.claims)))
    for ignore in found:
        place = _place(document.source, ignore.place)
        notes += [f"{place}: {fault}" for fault in _faults(ignore, ran, others, ignore in used)]
    return kept, hidden, notes


def divided(
    findings: Iterable[Finding], comments: Collection[Ignore], marked: Callable[[Finding], bool]
) -> tuple[list[Finding], list[Finding], set[Ignore]]:
    """Findings that stand, findings that are suppressed, and the comments that did so; `marked` are those on a sic."""
    kept: list[Finding] = []
    hidden: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        covering = [comment for comment in comments if comment.covers(finding)]
        used.update(covering)
        (hidden if covering or marked(finding) else kept).append(finding)
    return kept, hidden, used


def _faults(ignore: Ignore, ran: Collection[str] | None, others: Collection[str], used: bool) -> Iterator[str]:
    """What is wrong with a comment: rules that there are not, and nothing that it suppresses though its rules ran."""
    if ran is not None:
        there = {*ran, *others}
        unknown = sorted(name for name in ignore.rules - there if not is_shipped(name))
        yield from (f"no rule `{name}` runs here{nearest(name, there)}" for name in unknown)
        if unknown or not ignore.rules <= set(ran):
            return
    if not used:
        yield idle(ignore)


def idle(ignore: Ignore) -> str:
    """What is said of a comment that nothing needs."""
    return f"no finding of {', '.join(sorted(ignore.rules))} is suppressed here"


def sic(claim: Claim) -> bool:
    """True when the article itself says that the figure stands so in its source."""
    near = claim.visible
    marked = any(span.start <= near.end + 1 and near.start <= span.end + 1 for span in claim.passage.sic)
    printed = _SIC.match(claim.passage.text, near.end) or _TEMPLATE.match(claim.source.text, claim.end)
    return marked or printed is not None


def any_sic(document: Document) -> bool:
    """False where no claim of the article can be marked so, as in nearly all of them."""
    if any(passage.sic for passage in document.passages):
        return True
    text = document.source.text.lower()
    return "(sic" in text or "[sic" in text or _SIC_CALL.search(text) is not None


def ignores(document: Document) -> tuple[list[Ignore], list[str]]:
    """The comments of an article that are followed, and remarks on others."""
    source = document.source
    if _MARKER not in source.text:
        return [], []
    spans = sorted(passage.span(0, len(passage.text)) for passage in document.passages if passage.text)
    found: list[Ignore] = []
    notes: list[str] = []
    opened: dict[frozenset[str], int] = {}
    for match in _COMMENT.finditer(source.text):
        rules = frozenset(filter(None, (match[2] or "").split(",")))
        position = source.position(match.start())
        place = _place(source, position)
        if match[1] == "ignore-end":
            ended = [names for names in opened if rules in (names, frozenset())]
            found += [_ended(source, names, opened.pop(names), match.start()) for names in ended]
        elif not rules:
            notes.append(f"{place}: an ignore comment must name its rules: ignore=family/name")
        elif not match[3].strip():
            notes.append(f"{place}: an ignore comment must give a reason; this one is not followed")
        elif match[1] == "ignore-start":
            opened[rules] = match.start()
        else:
            found.append(Ignore(rules, _stretch(spans, source, match), position))
    for names, at in opened.items():
        open_end = _ended(source, names, at, len(source.text))
        notes.append(
            f"{_place(source, open_end.place)}: ignore-start is never ended; it is taken to hold up to the end"
        )
        found.append(open_end)
    return found, notes


def _ended(source: Source, rules: frozenset[str], start: int, end: int) -> Ignore:
    return Ignore(rules, Span(start, end), source.position(start))


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


def _place(source: Source, place: Position) -> str:
    return f"{source.name}:{place.line}:{place.column}"

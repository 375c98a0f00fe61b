"""One article as the page shows it: blocks with marks, notes, the table of claims, pictures, coverage."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.document.model import Document, Passage
from claimcheck.finding import Finding, Mark, Report
from claimcheck.report.page.blocks import Block, blocks
from claimcheck.report.page.notes import Note, note, web_address
from claimcheck.report.page.overview import Overview
from claimcheck.report.page.pictures import Picture, pictures
from claimcheck.report.page.places import Places
from claimcheck.report.page.readings import Row, in_words, row
from claimcheck.report.page.segments import Pin, Segment, segments
from claimcheck.report.parts.excerpt import visible

MOST_ROWS = 5_000
"""Claims in the tables of a page: an article of 500 KB has fewer."""

MOST_EXPLAINED = 1_000
"""Findings of a page with an explanation to open: it is what makes up most of a page."""
MOST_LISTED = 200
"""Findings in the list that opens an article."""


class ArticleView(msgspec.Struct, frozen=True):
    """What the page shows of one article; `key` opens the names of its anchors."""

    key: str
    title: str
    file: str
    address: str
    severities: dict[str, int]
    known: int
    notes: dict[int, Note]
    blocks: list[Block]
    elsewhere: list[int]
    """Findings on what no reader sees: identifiers, names of templates."""
    claims: int
    rows: list[Row]
    """The claims for the table, while there is room on the page."""
    pictures: list[Picture]
    unread: list[tuple[str, int]]
    """Reasons why numbers were left unread, with how many, the most frequent first."""
    remarks: list[str]


def article_view(key: str, report: Report, document: Document, overview: Overview, *, whole: bool) -> ArticleView:
    """The view of an article; not `whole`: only the blocks in which something was found, and no claims or pictures."""
    names = [_names(key, number, finding) for number, finding in enumerate(report.findings, 1)]
    drawer = _Drawer(report, document, names)
    notes = {
        n: _note(n, finding, drawer.placed(names[n - 1]), overview) for n, finding in enumerate(report.findings, 1)
    }
    room = max(MOST_ROWS - overview.tally.claims, 0) if whole else 0
    made = list(blocks(document, drawer.cut))
    told = {number for block in made for number in block.notes}
    return ArticleView(
        key=key,
        title=visible(report.article),
        file=visible(report.source.name),
        address=web_address(report.source.url or report.source.name),
        severities=dict(Counter(finding.severity for finding in report.findings)),
        known=len(report.known),
        notes=notes,
        blocks=[block for block in made if whole or block.notes],
        elsewhere=[number for number in notes if number not in told],
        claims=len(report.claims),
        rows=[row(index, claim) for index, claim in enumerate(report.claims[:room])],
        pictures=pictures(report.claims, report.findings) if whole else [],
        unread=Counter(number.reason for number in report.unread).most_common(),
        remarks=[visible(remark) for remark in (*report.notes, *report.remarks, *report.errors)],
    )


def _note(number: int, finding: Finding, names: list[str], overview: Overview) -> Note:
    before = overview.tally.findings.total() + number
    new, rule = overview.is_new(finding), overview.rule(finding.rule)
    return note(number, finding, names, new=new, rule=rule, explained=before <= MOST_EXPLAINED)


def _names(key: str, number: int, finding: Finding) -> list[str]:
    """The anchors of a finding's marks, the primary first."""
    return [f"{key}f{number}", *(f"{key}f{number}-{at}" for at in range(1, len(finding.related) + 1))]


class _Drawer:
    """Cuts passages at the claims and marks that stand in them."""

    def __init__(self, report: Report, document: Document, names: list[list[str]]) -> None:
        self._places = Places(document, report.claims)
        self._placed: set[str] = set()
        self._pins: defaultdict[int, list[Pin]] = defaultdict(list)
        self._claims: defaultdict[int, list[tuple[int, Claim, str]]] = defaultdict(list)
        for index, claim in enumerate(report.claims):
            self._claims[id(claim.passage)].append((index, claim, in_words(claim)))
        for number, finding in enumerate(report.findings, 1):
            for at, mark in enumerate((finding.primary, *finding.related)):
                if mark.elsewhere is None:
                    self._pin(names[number - 1][at], number, finding.severity, mark, primary=at == 0)

    def _pin(self, name: str, number: int, severity: str, mark: Mark, *, primary: bool) -> None:
        if place := self._places.find(mark.start, mark.end):
            passage, start, end = place
            self._placed.add(name)
            self._pins[id(passage)].append(Pin(name, number, severity, primary, start, end))

    def placed(self, names: list[str]) -> list[str]:
        """The names of a finding's marks; empty for a related one that stands where no reader sees it."""
        return names[:1] + [name if name in self._placed else "" for name in names[1:]]

    def cut(self, passage: Passage) -> tuple[list[Segment], list[int]]:
        """The passage's segments, and the findings whose primary mark stands in it."""
        pins = self._pins.get(id(passage), [])
        claims = sorted(self._claims.get(id(passage), []), key=lambda item: item[1].visible.start)
        return segments(passage, claims, pins), sorted(pin.number for pin in pins if pin.primary)

"""Reading revision after revision of one article: blocks that did not change are neither read nor checked again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from claimcheck.checks.scopes import BLOCK, CITATION
from claimcheck.checks.view import View
from claimcheck.claims.blocks import BlockClaims, first_standing, left, origins, place_claims, read_claims
from claimcheck.claims.dates import declared_order
from claimcheck.claims.model import Claim
from claimcheck.claims.scene import Scene
from claimcheck.document.blocks import Block, read_blocks
from claimcheck.document.model import Document
from claimcheck.document.parse import Markup, is_wikitext
from claimcheck.document.placing import Placed, joined, place
from claimcheck.document.tokens import MisreadError
from claimcheck.finding import Hit, Mark, Report, Suggestion
from claimcheck.lint import collector_at_rest, examine, report
from claimcheck.rules import Rule, apply, default_rules
from claimcheck.source import Source


class Found(msgspec.Struct, frozen=True, eq=False):
    """What the rules that look no further found in a block read in some year; offsets and claims are its own."""

    year: int
    hits: dict[str, list[Hit]]
    crashes: dict[str, Exception]


class Known(msgspec.Struct, eq=False):
    """What is known of one block: where it stands now, its claims there and by itself, what was found in it."""

    placed: Placed
    read: BlockClaims
    claims: list[Claim]
    found: Found | None = None
    """What was found in the block, None where it was not checked yet."""


class Memo:
    """Lints the revisions of one article in any order; what two of them in a row have in common is read once.

    What it reports is what `examine` reports. Costs follow the change from one revision to the next.
    """

    def __init__(self, rules: Iterable[Rule] | None = None, markup: Markup = "auto", title: str | None = None) -> None:
        self.rules = tuple(default_rules() if rules is None else rules)
        self.markup = markup
        self.title = title
        self._blocks: list[Block] = []
        self._known: dict[int, Known] = {}

    def examine(self, text: str, date: datetime.date | str | None = None, name: str | None = None) -> Report:
        """The report on a revision, as `claimcheck.examine` gives it."""
        if self.markup == "plain" or (self.markup == "auto" and not is_wikitext(text)):
            return examine(text, self.rules, "plain", self.title, name, date)
        with collector_at_rest():
            try:
                blocks = read_blocks(text, self.title, self._blocks)
            except MisreadError:
                return examine(text, self.rules, "wikitext", self.title, name, date)
            day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
            return self._examine(Source(text, name or self.title or "<text>"), blocks, day)

    def _examine(self, source: Source, blocks: list[Block], day: datetime.date | None) -> Report:
        placed = place(blocks, {key: known.placed for key, known in self._known.items()})
        document = joined(source, self.title, placed)
        known = self._read(document, placed)
        self._blocks, self._known = blocks, {id(one.placed.block): one for one in known}
        view = View(document, tuple(claim for one in known for claim in one.claims), day)
        local = BLOCK if _twice(blocks) else BLOCK | CITATION
        looking = _Looking(self.rules, view, known, local)
        return report(view, *apply(self.rules, view, looking.hits), self.rules)

    def _read(self, document: Document, placed: Sequence[Placed]) -> list[Known]:
        """The claims of each block, read anew only where it or what its dates lean on changed."""
        standing, order, scene = first_standing(document), declared_order(document.source.text), Scene(document)
        out: list[Known] = []
        for one in placed:
            old = self._known.get(id(one.block))
            entered = origins(standing)
            if old is None or not old.read.holds(standing, order):
                read, found = read_claims(one.block, standing, order), None
            else:
                read, found = old.read, old.found
            out.append(Known(one, read, place_claims(read, one, document, scene, entered), found))
            standing = left(read, one.start, entered)
        return out


def _twice(blocks: Iterable[Block]) -> bool:
    """True where two blocks define a reference of the same name: only the first counts."""
    names = [
        name for block in blocks for name, defined in zip(block.names, block.defined, strict=True) if defined and name
    ]
    return len(names) > len(set(names))


class _Looking:
    """What the rules find in a revision: block by block, and known already, where their checks look no further."""

    def __init__(self, rules: Iterable[Rule], view: View, known: Sequence[Known], local: frozenset[str]) -> None:
        self._view = view
        near = [rule for rule in rules if rule.kind.name in local]
        self._near = {rule.id for rule in near}
        self._hits: defaultdict[str, list[Hit]] = defaultdict(list)
        self._crashes: dict[str, Exception] = {}
        for one in known:
            if one.found is None or one.found.year != view.today.year:
                one.found = _look(near, one, view)
            self._crashes |= one.found.crashes
            for name, hits in one.found.hits.items():
                self._hits[name] += (_moved(hit, one) for hit in hits)

    def hits(self, rule: Rule) -> Iterable[Hit]:
        """The hits of a rule; what its check raised is raised again."""
        if rule.id not in self._near:
            return rule.hits(self._view)
        if rule.id in self._crashes:
            raise self._crashes[rule.id]
        return self._hits.get(rule.id, ())


def _look(rules: Iterable[Rule], one: Known, view: View) -> Found:
    """What rules find in a block as if it were an article."""
    alone = View(one.placed.block.document, one.read.claims, view.today)
    hits: dict[str, list[Hit]] = {}
    crashes: dict[str, Exception] = {}
    for rule in rules:
        try:
            found = list(rule.hits(alone))
        except Exception as error:  # told by name where the rules are asked
            crashes[rule.id] = error
        else:
            if found:
                hits[rule.id] = found
    return Found(view.today.year, hits, crashes)


def _moved(hit: Hit, one: Known) -> Hit:
    """A hit of a block at the place where the block stands."""
    by = one.placed.start
    claims = {id(own): claim for own, claim in zip(one.read.claims, one.claims, strict=True)}
    return Hit(
        _mark(hit.primary, by),
        tuple(claims[id(claim)] for claim in hit.claims),
        hit.words,
        tuple(_mark(mark, by) for mark in hit.related),
        None if hit.suggestion is None else _suggestion(hit.suggestion, by),
    )


def _mark(mark: Mark, by: int) -> Mark:
    return Mark(mark.start + by, mark.end + by, mark.note)


def _suggestion(found: Suggestion, by: int) -> Suggestion:
    return Suggestion(found.start + by, found.end + by, found.replacement, found.note)

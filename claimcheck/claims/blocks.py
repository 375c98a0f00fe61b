"""The claims of blocks: read once, and moved to where their block stands in a revision."""

from __future__ import annotations

from copy import copy

import msgspec
from msgspec.structs import force_setattr, replace

from claimcheck.claims import dates
from claimcheck.claims.dates import Standing
from claimcheck.claims.extract import follow
from claimcheck.claims.model import Claim, Part
from claimcheck.claims.scene import Scene
from claimcheck.document.blocks import Block
from claimcheck.document.model import Document
from claimcheck.document.placing import Placed
from claimcheck.source import Span

_MAIN, _YEAR = Span(-2, -2), Span(-3, -3)
"""Stand in a block for the places, somewhere before it, of the dates that its story goes on from."""

Origins = tuple[Span | None, Span | None]


class BlockClaims(msgspec.Struct, frozen=True, eq=False):
    """The claims of a block, offsets from its beginning, read after `before` in an article that orders days so."""

    claims: tuple[Claim, ...]
    before: Standing
    order: str
    after: Standing

    def holds(self, standing: Standing, order: str) -> bool:
        """True where the same would be read there."""
        return self.before == _nameless(standing) and self.order == order


def read_claims(block: Block, standing: Standing, order: str) -> BlockClaims:
    """The claims of a block that follows on what the standing tells."""
    before = _nameless(standing)
    narrative = dates.Narrative(block.document)
    narrative.order = order
    narrative.resume(before)
    claims = follow(block.document, narrative, Scene(block.document))
    return BlockClaims(tuple(claims), before, order, narrative.leave())


def first_standing(document: Document) -> Standing:
    """Where an article of this title begins."""
    return dates.Narrative(document).standing


def origins(standing: Standing) -> Origins:
    """Where in the source the dates stand that a standing leans on."""
    return (
        None if standing.main is None else standing.main.origin,
        None if standing.year is None else standing.year.origin,
    )


def left(read: BlockClaims, start: int, entered: Origins) -> Standing:
    """The standing behind a block at its place."""
    main, year, section = read.after
    return Standing(
        None if main is None else replace(main, origin=_origin(main.origin, start, entered)),
        None if year is None else replace(year, origin=_origin(year.origin, start, entered)),
        section,
    )


def place_claims(read: BlockClaims, placed: Placed, document: Document, scene: Scene, entered: Origins) -> list[Claim]:
    """The claims of a block at its place in the document."""
    passages = {id(old): new for old, new in zip(placed.block.document.passages, placed.passages, strict=True)}
    start, numbers, source = placed.start, placed.numbers, document.source
    out: list[Claim] = []
    for claim in read.claims:
        moved = copy(claim)
        force_setattr(moved, "source", source)
        force_setattr(moved, "scene", scene)
        force_setattr(moved, "passage", passages[id(claim.passage)])
        if start:
            force_setattr(moved, "start", claim.start + start)
            force_setattr(moved, "end", claim.end + start)
            if claim.parts:
                force_setattr(moved, "parts", tuple(_part(part, start) for part in claim.parts))
        if claim.citations:
            force_setattr(moved, "citations", tuple(numbers[own] for own in claim.citations))
        if claim.anchor is not None:
            force_setattr(moved, "anchor", _origin(claim.anchor, start, entered))
        out.append(moved)
    return out


def _part(part: Part, by: int) -> Part:
    return Part(part.start + by, part.end + by, part.text, part.value, part.when)


def _origin(origin: Span | None, start: int, entered: Origins) -> Span | None:
    """Where a date stands that something in a block leans on: before the block, in the title, or in the block."""
    if origin == _MAIN:
        return entered[0]
    if origin == _YEAR:
        return entered[1]
    if origin is None or origin.start == origin.end:
        return origin
    return Span(origin.start + start, origin.end + start)


def _nameless(standing: Standing) -> Standing:
    """A standing without the places in the source."""
    main, year, section = standing
    return Standing(
        None if main is None else replace(main, origin=_MAIN),
        None if year is None else replace(year, origin=_YEAR),
        section,
    )

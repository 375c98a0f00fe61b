"""The XML of pages as records, by lxml and without a tree that grows: a page with any number of revisions fits.

What is parsed is only what stands between `<page>` and `</page>`, under a root of our own: no declaration of a document
type ever reaches the parser, so that there are no entities to expand and nothing to fetch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

import msgspec

from claimcheck.corpus.dump.cut import END, Piece
from claimcheck.corpus.extra import need
from claimcheck.source import SourceError

MOST = 64 << 20
"""Bytes of XML in which a revision has to end; MediaWiki keeps pages below 2 MiB as it is set up."""
MOST_TAGS = 10_000
"""Tags in which one has to end; it has some thirty, and each costs far more memory than its own bytes."""
_LINE = re.compile(r",? line \d+(, column \d+)?")
RENEWED = 1000
"""Pages after which a new parser is taken, since one never forgets a name it has seen."""


class Head(msgspec.Struct, frozen=True):
    """What stands before the revisions of a page."""

    title: str
    namespace: int | None
    """None in dumps of MediaWiki 1.18 and older, which do not tell."""
    page: int
    redirect: str
    """The title to which its newest revision redirects, empty where it does not."""


class Revision(msgspec.Struct, frozen=True):
    """One revision; without its text where that is not there or not asked for."""

    head: Head
    id: int
    parent: int
    time: str
    """As it is written, `2024-05-06T07:08:09Z`."""
    model: str
    text: str
    lacks: Literal["", "suppressed", "stub"] = ""
    """Why there is no text."""


class End(msgspec.Struct, frozen=True):
    """A page is over."""

    head: Head
    revisions: int


Record = Revision | End


def records(
    pieces: Iterable[Piece | SourceError], place: Callable[[int], str], wants: Callable[[Head], bool]
) -> Iterator[Record | SourceError]:
    """Revisions, each page's with an End behind them; a page that is broken is a fault and the next one is read on.

    `place` names an offset of the XML in words. Revisions of pages that `wants` refuses are not read.
    """
    parser, last = _Parser(wants), ""
    for piece in pieces:
        if isinstance(piece, SourceError):
            yield SourceError(f"{piece}{_after(last)}")
            parser = _Parser(wants)
            continue
        if piece.begins:
            if parser.open:
                yield parser.fault(place, "does not end before the next one begins", last)
            if parser.open or parser.over or parser.pages >= RENEWED:
                parser = _Parser(wants)
            parser.begin(piece.offset)
        elif parser.over or not parser.pages:
            continue
        error = parser.feed(piece.data)
        for record in parser.found():
            last = record.head.title
            yield record
        if error:
            yield parser.fault(place, error, last)
            parser.over, parser.open = True, False
    if parser.open:
        yield parser.fault(place, "is cut off", last)


class _Parser:
    """Reads pages one behind the other."""

    def __init__(self, wants: Callable[[Head], bool]) -> None:
        self.etree = need("lxml.etree")
        self.parser = self.etree.XMLPullParser(
            events=("end",),
            tag=("revision", "upload", "page"),
            huge_tree=True,  # else no text of more than 10 MB; what bounds memory stands above
            resolve_entities=False,
            collect_ids=False,
            remove_comments=True,
            remove_pis=True,
        )
        self.parser.feed(b"<mediawiki>")
        self.wants = wants
        self.wanted = True
        self.open = False
        """Whether a page has begun and not ended."""
        self.over = False
        """Whether nothing can be read any more."""
        self.start = self.pages = self.bytes = self.tags = self.revisions = 0
        self.head: Head | None = None

    def begin(self, offset: int) -> None:
        """A page begins at an offset of the XML."""
        self.open, self.start, self.pages, self.head = True, offset, self.pages + 1, None
        self.bytes = self.tags = self.revisions = 0

    def feed(self, data: bytes) -> str:
        """Take some bytes in; returns what is wrong with them."""
        end = data.find(END)
        if end >= 0:
            data, self.over = data[:end], True
        self.bytes += len(data)
        self.tags += data.count(b"<")
        if self.bytes > MOST:
            return f"has a revision of more than {MOST} bytes"
        if self.tags > MOST_TAGS:
            return f"has a revision of more than {MOST_TAGS} tags"
        try:
            self.parser.feed(data)
        except self.etree.XMLSyntaxError as error:
            # Lines are those of what this parser has read, of no use to anybody.
            return f"is broken XML: {' '.join(_LINE.sub('', error.msg).split())}"
        return ""

    def found(self) -> Iterator[Record]:
        """What has come to its end."""
        for _, element in self.parser.read_events():
            above = element.getparent()
            self.bytes = self.tags = 0
            if element.tag == "page" and above.getparent() is None:
                self.open = False
                yield End(self._head(element), self.revisions)
            elif element.tag == "revision" and above.tag == "page":
                self.revisions += 1
                head = self._head(above)
                if self.wanted:
                    yield _revision(head, element)
            above.remove(element)

    def _head(self, page: Any) -> Head:
        if self.head is None:
            fields = _fields(page)
            namespace, redirect = fields.get("ns"), fields.get("redirect")
            self.head = Head(
                title=_text(fields.get("title")),
                namespace=None if namespace is None else _number(namespace),
                page=_number(fields.get("id")),
                redirect="" if redirect is None else redirect.get("title", ""),
            )
            self.wanted = self.wants(self.head)
        return self.head

    def fault(self, place: Callable[[int], str], what: str, last: str) -> SourceError:
        """What is wrong with the page that has begun."""
        named = f" “{self.head.title}”" if self.head and self.open else ""
        return SourceError(f"{place(self.start)}: the page{named} that begins there {what}{_after(last)}")


def _revision(head: Head, element: Any) -> Revision:
    fields = _fields(element)
    text: Any = fields.get("text")
    lacks: Literal["", "suppressed", "stub"] = ""
    if text is not None and text.get("deleted") is not None:
        lacks = "suppressed"
    elif text is None or (text.text is None and text.get("bytes", "0") != "0"):
        lacks = "stub"
    return Revision(
        head=head,
        id=_number(fields.get("id")),
        parent=_number(fields.get("parentid")),
        time=_text(fields.get("timestamp")),
        model=_text(fields.get("model")) or "wikitext",
        text="" if lacks else "".join(text.itertext()) if len(text) else text.text or "",
        lacks=lacks,
    )


def _fields(element: Any) -> dict[str, Any]:
    """The children by name: one walk is quicker than a search for each of them."""
    return {child.tag: child for child in element}


def _text(element: Any) -> str:
    return "" if element is None else element.text or ""


def _number(element: Any) -> int:
    text = _text(element)
    return int(text) if text and len(text) < 19 and text.isdecimal() else 0


def _after(last: str) -> str:
    return f"; the last page read is “{last}”" if last else ""

"""Laws of dumps: whatever is written is read back equal, by every way of reading; mwxml reads the same."""

from __future__ import annotations

import bz2
import io
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from dump_writer import Page as Written
from dump_writer import Revision, write, write_multistream
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.corpus.dump.cut import END, PAGE, Piece, between, pieces
from claimcheck.corpus.page import Page
from claimcheck.corpus.pages import Keep, open_source
from claimcheck.source import SourceError

# Legal in XML 1.0: https://www.w3.org/TR/xml/#charsets
LEGAL = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
) | st.sampled_from("\t\n\r\x7f\x85\u2028<>&\"']")
TEXTS = st.text(LEGAL, max_size=60) | st.sampled_from(
    ("<page>", "</text>", "&amp;", "]]>", "</mediawiki>", "<!-- 5 -->")
)
TITLES = st.text(LEGAL.filter(lambda character: character not in "\r\n\t"), min_size=1, max_size=20)
TIMES = st.datetimes(datetime(2001, 1, 15), datetime(2030, 1, 1)).map(lambda time: time.replace(microsecond=0))
REVISIONS = st.lists(st.tuples(TEXTS, TIMES), min_size=1, max_size=5)


@st.composite
def dumps(draw: st.DrawFn) -> list[Written]:
    """Pages, each with revisions in the order of time."""
    pages, number = [], 0
    for page, (title, revisions) in enumerate(draw(st.lists(st.tuples(TITLES, REVISIONS), max_size=6)), 1):
        made = []
        for text, time in sorted(revisions, key=lambda each: each[1]):
            number += 1
            made.append(Revision(number, text, f"{time.isoformat()}Z", number - 1 if made else 0))
        pages.append(Written(title, page, tuple(made)))
    return pages


def found(path: Path, *, history: bool = False) -> list[Page]:
    source = open_source([str(path)], history=history, keep=Keep(namespaces=None))
    items = [item for unit in source.units() for item in source.read(unit)]
    assert all(isinstance(item, Page) for item in items), items
    return [item for item in items if isinstance(item, Page)]


@given(
    dumps(),
    st.sampled_from(["a.xml", "a.xml.gz", "a.xml.bz2", "a-multistream.xml.bz2"]),
    st.sampled_from(["0.10", "0.11"]),
)
@settings(deadline=None, max_examples=60)
def test_what_is_written_is_read_back(pages: list[Written], name: str, version: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        (write_multistream if "multistream" in name else write)(path, pages, version)
        newest, all_of_them = found(path), found(path, history=True)
    assert [(page.title, page.page, page.revision, page.text) for page in newest] == [
        (page.title, page.id, page.revisions[-1].id, page.revisions[-1].text) for page in pages
    ]
    texts = [each for page in pages for each in ("", *(revision.text for revision in page.revisions))]
    assert [page.text for page in all_of_them] == [each.text for page in pages for each in page.revisions]
    assert [page.time for page in all_of_them] == [
        datetime.fromisoformat(each.time).astimezone(UTC) for page in pages for each in page.revisions
    ]
    assert {page.before for page in all_of_them} <= set(texts)
    for page in all_of_them:
        assert (page.before_revision == 0) == (
            page.revision == min(e.revision for e in all_of_them if e.page == page.page)
        )


MARKUP = st.lists(
    st.sampled_from([b"<page>", b"</page>", b"</mediawiki>", b"<pag", b"<", b"</medi", b"text ", b"\n"]), max_size=40
)


@given(MARKUP, st.integers(1, 30))
def test_pieces_are_the_same_bytes_however_they_come(parts: list[bytes], size: int) -> None:
    xml = b"".join(parts)
    cut = [
        piece for piece in pieces(xml[at : at + size] for at in range(0, len(xml), size)) if isinstance(piece, Piece)
    ]
    assert b"".join(piece.data for piece in cut) == xml
    assert sum(piece.begins for piece in cut) == xml.count(PAGE)
    assert sum(piece.data.count(END) for piece in cut) == xml.count(END)
    for piece in cut:
        assert piece.data.startswith(PAGE) == piece.begins
        assert PAGE not in piece.data[1:]
        assert xml[piece.offset :].startswith(piece.data)


@given(MARKUP, st.integers(1, 30), st.integers(1, 60))
def test_parts_of_a_plain_dump_together_are_all_pages(parts: list[bytes], size: int, step: int) -> None:
    xml = b"".join(parts)
    read = b""
    for start in range(0, len(xml), step):
        chunks = (xml[at : at + size] for at in range(start, len(xml), size))
        cut = between(pieces(chunks, start), start + step if start + step < len(xml) else None)
        read += b"".join(piece.data for piece in cut if isinstance(piece, Piece))
    begin = xml.find(PAGE)
    assert read == (xml[begin:] if begin >= 0 else b"")


@given(dumps(), st.data())
@settings(deadline=None, max_examples=60)
def test_any_damage_is_told_or_does_no_harm(pages: list[Written], data: st.DataObject) -> None:
    """Some bytes replaced: no crash, no page twice, each page that is read has a text of its own or of the damage."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, data.draw(st.sampled_from(["a.xml", "a.xml.gz", "a-multistream.xml.bz2"])))
        (write_multistream if "multistream" in path.name else write)(path, pages)
        whole = path.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        path.write_bytes(whole[:at] + data.draw(st.binary(max_size=9)) + whole[at + data.draw(st.integers(0, 9)) :])
        try:
            source = open_source([str(path)], keep=Keep(namespaces=None))
            units = source.units()
        except SourceError:
            return
        read = [item for unit in units for item in source.read(unit)]
    assert len([item for item in read if not isinstance(item, SourceError)]) <= len(pages) + 1
    if not path.name.endswith(".xml"):  # both have checksums
        kept = {(page.title, page.revisions[-1].text) for page in pages}
        assert {(item.title, item.text) for item in read if isinstance(item, Page)} <= kept


@given(dumps())
@settings(deadline=None, max_examples=40)
def test_mwxml_reads_the_same(pages: list[Written]) -> None:
    mwxml = pytest.importorskip("mwxml")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xml.bz2")
        write(path, pages)
        ours = found(path, history=True)
        xml = bz2.decompress(path.read_bytes()).decode()
    theirs = [
        (page.id, revision.id, revision.text or "", str(revision.timestamp))
        for page in mwxml.Dump.from_file(io.StringIO(xml))
        for revision in page
    ]
    assert [(page.page, page.revision, page.text, f"{page.time:%Y-%m-%dT%H:%M:%SZ}") for page in ours] == theirs


def test_times_are_those_of_the_wiki() -> None:
    from claimcheck.corpus.dump.items import moment

    assert moment("2024-05-06T07:08:09Z") == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert moment("2024-05-06T07:08:09") == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    zoned = moment("2024-05-06T07:08:09+02:00")
    assert zoned is not None
    assert zoned.utcoffset() == timedelta(hours=2)
    assert moment("") is None

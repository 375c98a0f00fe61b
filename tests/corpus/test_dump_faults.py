"""Bad dumps: what is wrong, where, and that all that is whole is read; nothing hangs, nothing fills the memory."""

from __future__ import annotations

import bz2
import gzip
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from dump_writer import END, Page, Revision, head, page, write, write_multistream

from claimcheck.corpus import page as corpus
from claimcheck.corpus.pages import open_source
from claimcheck.source import SourceError

PAGES = [Page(f"Page {number}", number, (Revision(number, f"{number} trains & more. " * 50),)) for number in range(450)]
TITLES = [each.title for each in PAGES]


def read(path: Path, index: Path | None = None) -> tuple[list[str], list[str]]:
    """Titles of the pages of a dump, and its faults without the directory."""
    source = open_source([str(path)], index=index)
    items = [item for unit in source.units() for item in source.read(unit)]
    faults = [str(item).replace(f"{path.parent}/", "") for item in items if isinstance(item, SourceError)]
    return [item.title for item in items if isinstance(item, corpus.Page)], faults


def refusal(path: Path, index: Path | None = None) -> str:
    """What is said of a dump that is not read at all."""
    with pytest.raises(SourceError) as caught:
        open_source([str(path)], index=index).units()
    return str(caught.value).replace(f"{path.parent}/", "")


@pytest.fixture(scope="module")
def xml(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole dump."""
    path = tmp_path_factory.mktemp("whole") / "a.xml"
    write(path, PAGES)
    return path.read_bytes()


@pytest.fixture(scope="module")
def multistream(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A whole multistream dump and its index."""
    path = tmp_path_factory.mktemp("whole") / "a-multistream.xml.bz2"
    index = write_multistream(path, PAGES)
    return path.read_bytes(), index.read_bytes()


NO_DUMPS = {
    "empty": (b"", "empty (expected MediaWiki's XML export"),
    "blank": (b"\n \n", "empty (expected MediaWiki's XML export"),
    "text": (b"Five trains.", "begins with 'Five trains.' (expected MediaWiki's XML export"),
    "json": (b'{"batchcomplete": true}', "begins with '{\"batchcomplete\": true}' (expected"),
    "web page": (b"<html><body></body></html>", "no head of a dump: "),
    "feed": (b"<feed><entry/></feed><page>", "no head of a dump: "),
    "other XML": (b"<rss><mediawiki>", "no head of a dump: "),
    "binary": (bytes(range(256)), "begins with "),
    "zip": (b"PK\x03\x04....", "packed with zip (expected XML, gz or bz2; try: unzip -p FILE | claimcheck scan -)"),
    "7z": (b"7z\xbc\xaf\x27\x1c....", "packed with 7z (expected XML, gz or bz2; try: 7z x -so FILE"),
    "log": (b"<mediawiki><logitem><id>1</id></logitem></mediawiki>", "a dump of log entries, without pages"),
    "doctype": (b"<!DOCTYPE mediawiki [<!ENTITY a 'b'>]><mediawiki></mediawiki>", "declares a document type, which no"),
    "gz of nothing": (gzip.compress(b""), "empty (expected"),
    "bz2 of nothing": (bz2.compress(b""), "empty (expected"),
    "gz of text": (gzip.compress(b"Five trains."), "begins with 'Five trains.'"),
    "begin of gz": (gzip.compress(b"Five trains.")[:5], "cut off at byte 5 (expected the rest of a gz file)"),
    "begin of bz2": (bz2.compress(b"Five trains.")[:12], "the bz2 stream at byte 0 is cut off at byte 12"),
    "broken bz2": (bz2.compress(b"Five trains.")[:20] + bytes(40), "the bz2 stream at byte 0 is damaged (Invalid data"),
    "begin of a head": (head().encode()[:200], "no head of a dump: "),
}


@pytest.mark.parametrize("kind", NO_DUMPS)
def test_what_is_no_dump_is_refused(kind: str, tmp_path: Path) -> None:
    data, told = NO_DUMPS[kind]
    (tmp_path / "a.xml").write_bytes(data)
    assert refusal(tmp_path / "a.xml").startswith(f"a.xml: {told}")


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.xml.bz2") == "a.xml.bz2: cannot be read: No such file or directory"
    assert "no article in this directory (expected *.wikitext" in refusal(tmp_path)


def test_broken_xml_costs_one_page(xml: bytes, tmp_path: Path) -> None:
    broken = xml.replace(b"<title>Page 7</title>", b"<title>Page 7</titel>").replace(b"<id>44</id>", b"<id>44&</id>")
    (tmp_path / "a.xml").write_bytes(broken)
    titles, faults = read(tmp_path / "a.xml")
    assert titles == [title for title in TITLES if title not in ("Page 7", "Page 44")]
    at = [broken.index(b"<page>", broken.index(f"Page {number}</".encode()) - 30) for number in (7, 44)]
    assert len(faults) == 2
    for fault, begin, before in zip(faults, at, ("Page 6", "Page 43"), strict=True):  # libxml2's words between
        assert fault.startswith(f"a.xml: byte {begin}: the page that begins there is broken XML: ")
        assert fault.endswith(f"; the last page read is “{before}”")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no end of a page": lambda xml: xml.replace(
        b"</revision>\n  </page>\n  <page>\n    <title>Page 8<", b"</revision>\n  <page>\n    <title>Page 8<"
    ),
    "another begin": lambda xml: xml.replace(b"<title>Page 7<", b"<page><title>Page 7<"),
    "bytes that are no UTF-8": lambda xml: xml.replace(b"7 trains", b"\xff trains", 1),
    "a control character": lambda xml: xml.replace(b"7 trains", b"\x01 trains", 1),
    "a NUL": lambda xml: xml.replace(b"7 trains", b"\x00 trains", 1),
    "an entity that nobody declares": lambda xml: xml.replace(b"7 trains", b"&nbsp; trains", 1),
    "a declaration": lambda xml: xml.replace(b"7 trains", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", 1),
    "half of a tag": lambda xml: xml.replace(b"<id>7</id>\n    <revision>", b"<id>7</id>\n    <revisi"),
    "a page within a revision": lambda xml: xml.replace(b"<model>wikitext</model>", b"<model></revision>", 8),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_in_the_middle(kind: str, xml: bytes, tmp_path: Path) -> None:
    damaged = DAMAGE[kind](xml)
    assert damaged != xml
    for name, data in (("a.xml", damaged), ("a.xml.gz", gzip.compress(damaged))):
        (tmp_path / name).write_bytes(data)
        titles, faults = read(tmp_path / name)
        assert faults
        assert "the page" in faults[0]
        assert f"{name}: byte " in faults[0]
        assert titles[-440:] == TITLES[-440:]
        assert set(titles) <= set(TITLES)


@pytest.mark.parametrize("left", [0.999, 0.7, 0.31, 0.1])
@pytest.mark.parametrize("name", ["a.xml", "a.xml.gz", "a.xml.bz2"])
def test_a_dump_that_is_cut_off(name: str, left: float, xml: bytes, tmp_path: Path) -> None:
    whole = {"a.xml": bytes, "a.xml.gz": gzip.compress, "a.xml.bz2": lambda data: bz2.compress(data, 1)}[name](xml)
    (tmp_path / name).write_bytes(whole[: int(len(whole) * left)])
    if name == "a.xml.bz2" and left < 0.2:  # its first block is not whole
        assert refusal(tmp_path / name).startswith(f"{name}: the bz2 stream at byte 0 is cut off at byte ")
        return
    titles, faults = read(tmp_path / name)
    assert titles == TITLES[: len(titles)]
    assert len(titles) >= int(len(TITLES) * left) - 60
    assert faults
    assert faults[0].startswith(f"{name}: ")
    assert "cut off" in faults[0]
    assert not titles or len(titles) == len(TITLES) or titles[-1] in faults[-1] + faults[0]


def test_a_dump_cut_off_between_two_pages(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(head() + page(PAGES[0]))
    size = (tmp_path / "a.xml").stat().st_size
    told = f"a.xml: byte {size}: the dump ends without </mediawiki> (it may be cut off); the last page read is “Page 0”"
    assert read(tmp_path / "a.xml") == (["Page 0"], [told])


def starts(index: bytes) -> list[int]:
    return sorted({int(line.split(b":")[0]) for line in bz2.decompress(index).splitlines()})


@pytest.fixture
def laid(multistream: tuple[bytes, bytes], tmp_path: Path) -> Callable[..., Path]:
    """Writes a multistream dump, and its index where there is one."""

    def put(data: bytes, index: bytes | None = multistream[1]) -> Path:
        path = tmp_path / "a-multistream.xml.bz2"
        path.write_bytes(data)
        if index is not None:
            (tmp_path / "a-multistream-index.txt.bz2").write_bytes(index)
        return path

    return put


@pytest.mark.parametrize("indexed", [True, False])
def test_a_multistream_dump_that_is_cut_off(
    indexed: bool, laid: Callable[..., Path], multistream: tuple[bytes, bytes]
) -> None:
    data, index = multistream
    at = starts(index)
    path = laid(data[: at[3] + 20], index if indexed else None)
    titles, faults = read(path)
    assert titles == TITLES[:300]
    told = f"the bz2 stream at byte {at[3]} is cut off at byte {at[3] + 20}, the end of the file"
    assert [fault.partition(";")[0] for fault in faults] == [f"a-multistream.xml.bz2: {told} (expected the rest of it)"]


def test_a_multistream_dump_that_ends_behind_a_stream(
    laid: Callable[..., Path], multistream: tuple[bytes, bytes]
) -> None:
    data, index = multistream
    at = starts(index)
    titles, faults = read(laid(data[: at[2]]))
    assert titles == TITLES[:200]
    told = f"nothing at byte {at[2]}, behind the end of the file (it is cut off, or the index is another's)"
    assert faults == [f"a-multistream.xml.bz2: {told}"]


@pytest.mark.parametrize("left", [50, -50, 0, 200_000])
def test_a_large_page_that_is_cut_off_in_another_part_of_the_file(left: int, tmp_path: Path) -> None:
    """Parts of a plain dump begin at each megabyte: whoever reads the page tells it, and nobody else."""
    large = [Page(each.title, each.id, (Revision(each.id, "It has 5 rooms. " * 20_000),)) for each in PAGES[:8]]
    path = tmp_path / "a.xml"
    write(path, large)
    whole = path.read_bytes()
    path.write_bytes(whole[: (1 << 20) + left])
    titles, faults = read(path)
    assert titles == TITLES[: whole[: (1 << 20) + left].count(b"</page>")]
    assert len(faults) == 1
    assert "cut off" in faults[0]


def test_a_large_page_that_is_whole_at_the_end_of_a_file_that_is_not(tmp_path: Path) -> None:
    large = [Page(each.title, each.id, (Revision(each.id, "It has 5 rooms. " * 20_000),)) for each in PAGES[:8]]
    path = tmp_path / "a.xml"
    write(path, large)
    whole = path.read_bytes()
    at = whole.index(b"</page>", 1 << 20) + len(b"</page>")
    for cut in (at, at + 1):
        path.write_bytes(whole[:cut])
        assert read(path)[1] == [f"a.xml: byte {cut}: the dump ends without </mediawiki> (it may be cut off)"]


@pytest.mark.parametrize("indexed", [True, False])
def test_a_damaged_stream_costs_its_pages(
    indexed: bool, laid: Callable[..., Path], multistream: tuple[bytes, bytes]
) -> None:
    data, index = multistream
    at = starts(index)
    middle = (at[1] + at[2]) // 2
    path = laid(data[:middle] + b"damage!" + data[middle + 7 :], index if indexed else None)
    titles, faults = read(path)
    assert titles == [*TITLES[:100], *TITLES[200:]]
    assert faults == [f"a-multistream.xml.bz2: the bz2 stream at byte {at[1]} is damaged (Invalid data stream)"]


def test_a_damaged_stream_of_a_dump_that_is_read_from_its_beginning(
    multistream: tuple[bytes, bytes], tmp_path: Path
) -> None:
    data, index = multistream
    middle = starts(index)[1] + 30
    script = "import sys; from claimcheck.corpus.pages import open_source; s = open_source(['-'])\n"
    script += "for i in s.read(s.units()[0]): print(getattr(i, 'title', i))"
    damaged = data[:middle] + b"damage!" + data[middle + 7 :]
    done = subprocess.run([sys.executable, "-c", script], input=damaged, capture_output=True, check=True, cwd=tmp_path)
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if line.startswith("Page ")] == [*TITLES[:100], *TITLES[200:]]
    assert sum("standard input: the bz2 stream at byte" in line for line in lines) == 1


INDEXES: dict[str, tuple[Callable[[list[int]], str], str]] = {
    "no index": (lambda _: "Five trains.\n", "i.txt:1: 'Five trains.' (expected byte:page:title, the index of a"),
    "not in order": (lambda at: f"{at[1]}:1:A\n{at[0]}:2:B\n", "i.txt:2: a stream at byte "),
    "of another dump": (
        lambda at: "".join(f"{x + 9}:1:A\n" for x in at),
        "i.txt: not the index of a-multistream.xml.bz2",
    ),
    "of a longer dump": (lambda _: "99999999:1:A\n", "i.txt: not the index of a-multistream.xml.bz2: its first stream"),
}


@pytest.mark.parametrize("kind", INDEXES)
def test_a_wrong_index_is_refused(kind: str, laid: Callable[..., Path], multistream: tuple[bytes, bytes]) -> None:
    make, told = INDEXES[kind]
    path = laid(multistream[0])
    index = path.with_name("i.txt")
    index.write_text(make(starts(multistream[1])))
    assert refusal(path, index).startswith(told)


def test_an_index_with_a_wrong_and_a_missing_line(laid: Callable[..., Path], multistream: tuple[bytes, bytes]) -> None:
    """Nothing is read twice, and what is lost is told."""
    data, index = multistream
    at = starts(index)
    path = laid(data)
    (path.with_name("i.txt")).write_text("".join(f"{each}:1:A\n" for each in (at[0], at[1] + 200, at[3], at[4])))
    titles, faults = read(path, path.with_name("i.txt"))
    assert titles == [*TITLES[:100], *TITLES[200:]]
    assert len(faults) == 2
    assert (
        f"the bz2 stream at byte {at[1]} does not end at byte {at[1] + 200}, where the next one should begin"
        in faults[0]
    )
    assert f"no bz2 stream begins at byte {at[1] + 200}" in faults[1]


def test_an_index_of_a_dump_in_one_piece(xml: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "i.txt").write_text("0:1:A\n")
    told = "i.txt: an index of a dump that is not bz2 (expected multistream bz2)"
    assert refusal(tmp_path / "a.xml", tmp_path / "i.txt") == told


def test_streams_that_tear_pages_apart_are_read_one_behind_the_other(xml: bytes, tmp_path: Path) -> None:
    """As parallel packers write them."""
    parts = [xml[start : start + 100_000] for start in range(0, len(xml), 100_000)]
    (tmp_path / "a.xml.bz2").write_bytes(b"".join(map(bz2.compress, parts)))
    assert open_source([str(tmp_path / "a.xml.bz2")]).sequential
    assert read(tmp_path / "a.xml.bz2") == (TITLES, [])
    (tmp_path / "i.txt").write_text(f"{len(bz2.compress(parts[0]))}:1:A\n")
    titles, faults = read(tmp_path / "a.xml.bz2", tmp_path / "i.txt")
    assert any("a stream begins within a page (expected streams of whole pages)" in fault for fault in faults)
    assert len(titles) >= len(TITLES) - 2


def test_a_file_with_other_things_behind_it(multistream: tuple[bytes, bytes], laid: Callable[..., Path]) -> None:
    titles, faults = read(laid(multistream[0] + b"Five trains."))
    assert titles == TITLES
    assert "no bz2 stream begins at byte" in faults[0]
    assert read(laid(multistream[0] + bytes(5000))) == (TITLES, [])


BOMBS: dict[str, Callable[[], bytes]] = {
    "a text without end": lambda: b"x" * (1 << 20),
    "tags without end": lambda: b"<a/>" * (1 << 18),
    "tags in tags": lambda: b"<a>" * (1 << 18),
    "attributes without end": lambda: b" b='c'" * (1 << 17),
    "references to characters": lambda: b"&#65;" * (1 << 18),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_not_read(kind: str, tmp_path: Path) -> None:
    """Some 100 MB in some kilobytes of bz2, read in a gigabyte of addresses."""
    begin = head() + page(PAGES[0]) + "<page><title>Bomb</title><ns>0</ns><id>9</id><revision><text>"
    packed = bz2.compress(begin.encode()), bz2.compress(BOMBS[kind]()), bz2.compress(f"{page(PAGES[1])}{END}".encode())
    path = tmp_path / "a.xml.bz2"
    path.write_bytes(packed[0] + packed[1] * 80 + packed[2])
    script = "import sys; from claimcheck.corpus.pages import open_source; s = open_source([sys.argv[1]])\n"
    script += "for i in s.read(s.units()[0]): print(getattr(i, 'title', i))"

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, preexec_fn=bound, timeout=120
    )
    first, fault, last = done.stdout.splitlines()
    assert (first, last, done.stderr) == ("Page 0", "Page 1", "")
    assert "the page “Bomb” that begins there" in fault or "the page that begins there" in fault


def test_a_page_of_20_megabytes_is_read(tmp_path: Path) -> None:
    text = "Five trains & more. " * 1_000_000
    write(tmp_path / "a.xml", [Page("Long", 1000, (Revision(1, text),)), PAGES[1]])
    assert read(tmp_path / "a.xml") == (["Long", "Page 1"], [])


@pytest.mark.parametrize("history", [False, True])
def test_a_page_with_thousands_of_revisions_takes_no_more_memory_than_two(history: bool, tmp_path: Path) -> None:
    """240 MB of XML, read in 400 MB of addresses, libraries included."""
    long = Page("Long", 1, (Revision(1, "Five trains & more. " * 10_000),))
    begin, revision, end = (
        f"{head()}<page><title>Long</title><ns>0</ns><id>1</id>",
        page(long).partition("<id>1</id>\n")[2].rpartition("</page>")[0],
        f"</page>{END}",
    )
    packed = [gzip.compress(part.encode()) for part in (begin, revision, end)]
    path = tmp_path / "a.xml.gz"
    path.write_bytes(packed[0] + packed[1] * 1000 + packed[2])
    script = "import sys; from claimcheck.corpus.pages import open_source\n"
    script += f"s = open_source([sys.argv[1]], history={history})\n"
    script += "print(sum(len(i.text) for u in s.units() for i in s.read(u)))"

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))

    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, preexec_fn=bound, timeout=120
    )
    assert (done.stdout, done.stderr) == (f"{200_000 * (1000 if history else 1)}\n", "")

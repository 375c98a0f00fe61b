"""What stands in a dump and what is read of it: packings, schemas, kinds of pages, histories, filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from dump_writer import Page as Written
from dump_writer import Revision, write, write_multistream

from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages import Keep, open_source
from claimcheck.source import SourceError

PACKINGS = ("wiki.xml", "wiki.xml.gz", "wiki.xml.bz2", "wiki-multistream.xml.bz2")


def read(path: Path, **options: object) -> list[Item | SourceError]:
    """All items of a dump, unit by unit, last unit first where they can be sought."""
    source = open_source([str(path)], **options)  # type: ignore[arg-type]
    units = list(source.units())
    if source.sequential:
        return [item for unit in units for item in source.read(unit)]
    parts = [list(source.read(unit)) for unit in reversed(units)]
    return [item for part in reversed(parts) for item in part]


def one(written: Written, folder: Path, **options: object) -> list[Item | SourceError]:
    """What a dump of one page gives."""
    write(folder / "one.xml", [written])
    return read(folder / "one.xml", **options)


def plain(title: str, number: int, text: str = "Five trains.") -> Written:
    return Written(title, number, (Revision(number + 1000, text),))


@pytest.fixture(params=PACKINGS)
def packed(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Path]:
    """`packed(pages, …)` writes a dump of each packing."""

    def put(pages: Sequence[Written], version: str = "0.11") -> Path:
        path = tmp_path / request.param
        (write_multistream if "multistream" in path.name else write)(path, pages, version)
        return path

    return put


@pytest.mark.parametrize("version", ["0.10", "0.11"])
def test_pages_of_every_packing(packed: Callable[..., Path], version: str) -> None:
    pages = [
        plain(f"Page {number}", number, f'{number} trains < 5 & "six"\n' * (number % 40)) for number in range(1, 351)
    ]
    found = read(packed(pages, version))
    assert [(page.title, page.page, page.revision, page.text) for page in found if isinstance(page, Page)] == [
        (page.title, page.id, page.revisions[0].id, page.revisions[0].text) for page in pages
    ]
    assert len(found) == 350
    first = found[0]
    assert isinstance(first, Page)
    assert (first.wiki, first.namespace, first.time) == ("testwiki", 0, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC))
    assert (first.before, first.before_revision, first.name) == (None, 0, "")


@pytest.mark.parametrize("name", PACKINGS)
def test_what_can_be_sought_is_read_in_parts(name: str, tmp_path: Path) -> None:
    pages = [plain(f"Page {number}", number, "Five trains. " * 500) for number in range(1, 351)]
    path = tmp_path / name
    (write_multistream if "multistream" in name else write)(path, pages)
    source = open_source([str(path)])
    units = source.units()
    assert source.sequential == (name in ("wiki.xml.gz", "wiki.xml.bz2"))
    assert len(units) == {"wiki.xml": 3, "wiki-multistream.xml.bz2": 5}.get(name, 1)
    assert len({unit.name for unit in units}) == len(units)
    assert [unit.name for unit in source.units()] == [unit.name for unit in units]


SMALL = "Five trains."
KINDS: dict[str, tuple[Written, Item]] = {
    "a page": (plain("A", 1), Page("A", SMALL, "", "testwiki", 1, 1001, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC))),
    "an empty page": (
        plain("A", 1, ""),
        Page("A", "", "", "testwiki", 1, 1001, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
    ),
    "a talk page": (
        Written("Talk:A", 1, (Revision(5, SMALL),), namespace=1),
        Skip("Talk:A", "namespace", "testwiki", 1),
    ),
    "a redirect": (
        Written("Old", 1, (Revision(5, "#REDIRECT [[New one#Early years]]"),), redirect="New one"),
        Redirect("Old", "New one", "Early years", "testwiki", 1, 5),
    ),
    "a redirect that the dump does not mark": (
        plain("Old", 1, "#WEITERLEITUNG [[New_one]]"),
        Redirect("Old", "New one", "", "testwiki", 1, 1001),
    ),
    "a redirect in words that we do not know": (
        Written("Old", 1, (Revision(5, "#ELSEWHERE [[New]]"),), redirect="New"),
        Redirect("Old", "New", "", "testwiki", 1, 5),
    ),
    "a numbered list": (
        plain("A", 1, "# [[One]]"),
        Page("A", "# [[One]]", "", "testwiki", 1, 1001, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
    ),
    "a style sheet": (
        Written("A", 1, (Revision(5, "a {}", model="css"),)),
        Skip("A", "model:css", "testwiki", 1, 5),
    ),
    "a suppressed text": (
        Written("A", 1, (Revision(5, "", deleted=True),)),
        Skip("A", "suppressed", "testwiki", 1, 5),
    ),
    "a page without a revision": (Written("A", 1), Skip("A", "no revision", "testwiki", 1)),
    "a page with another slot": (
        Written("A", 1, (Revision(5, SMALL, slots=(("mediainfo", '{"text": 7}'),)),)),
        Page("A", SMALL, "", "testwiki", 1, 5, datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_pages(kind: str, tmp_path: Path) -> None:
    written, item = KINDS[kind]
    assert one(written, tmp_path) == [item]


STUB = "<mediawiki><page><title>A</title><ns>0</ns><id>1</id><revision><id>5</id>{}</revision></page></mediawiki>"
TEXTS = {
    '<text id="77" bytes="120" />': Skip("A", "stub", "", 1, 5),
    "": Skip("A", "stub", "", 1, 5),
    '<text bytes="0" />': Page("A", "", page=1, revision=5),
    "<text>5 &lt; 6<!-- no --> &amp;#38;</text>": Page("A", "5 < 6 &#38;", page=1, revision=5),
    "<text><![CDATA[5 < 6]]></text>": Page("A", "5 < 6", page=1, revision=5),
    "<text>5\r\n6</text>": Page("A", "5\n6", page=1, revision=5),
    "<timestamp>yesterday</timestamp><text>5</text>": Page("A", "5", page=1, revision=5),
}


@pytest.mark.parametrize("xml", TEXTS)
def test_texts(xml: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(STUB.format(xml).encode())
    assert read(path) == [TEXTS[xml]]


def test_a_dump_too_old_to_tell_namespaces(tmp_path: Path) -> None:
    path = tmp_path / "old.xml"
    write(path, [plain("Talk:A", 1), plain("A: 5", 2)])
    path.write_text(path.read_text().replace("<ns>0</ns>", ""))
    assert [type(item) for item in read(path)] == [Skip, Page]


def test_a_page_that_comes_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    write(path, [plain("A", 7), plain("B", 8), plain("A", 7)])
    assert [(item.title, getattr(item, "reason", "")) for item in read(path) if not isinstance(item, SourceError)] == [
        ("A", ""),
        ("B", ""),
        ("A", "duplicate"),
    ]


def test_dumps_one_behind_the_other_in_a_file(tmp_path: Path) -> None:
    for name, page in (("a.xml", plain("A", 1)), ("b.xml", plain("B", 2))):
        write(tmp_path / name, [page])
    both = tmp_path / "both.xml"
    both.write_bytes((tmp_path / "a.xml").read_bytes() + (tmp_path / "b.xml").read_bytes())
    assert [item.title for item in read(both) if isinstance(item, Page)] == ["A", "B"]


def test_no_pages(packed: Callable[..., Path]) -> None:
    assert read(packed([])) == []


HISTORY = Written(
    "A",
    1,
    (
        Revision(10, "1 train", "2020-01-01T00:00:00Z"),
        Revision(11, "2 trains", "2021-01-01T00:00:00Z", 10),
        Revision(12, "", "2021-02-01T00:00:00Z", 11, deleted=True),
        Revision(13, "3 trains", "2022-01-01T00:00:00Z", 12),
        Revision(14, "#REDIRECT [[B]]", "2022-02-01T00:00:00Z", 13),
        Revision(15, "4 trains", "2023-01-01T00:00:00Z", 14),
    ),
)


def test_a_history_gives_each_revision_with_the_text_before(tmp_path: Path) -> None:
    found = one(HISTORY, tmp_path, history=True)
    assert [(page.revision, page.before, page.before_revision) for page in found if isinstance(page, Page)] == [
        (10, "", 0),
        (11, "1 train", 10),
        (13, "2 trains", 11),
        (15, "#REDIRECT [[B]]", 14),
    ]
    assert [(skip.revision, skip.reason) for skip in found if isinstance(skip, Skip)] == [
        (12, "suppressed"),
        (14, "redirect"),
    ]


def test_a_history_that_begins_later_does_not_take_all_for_new(tmp_path: Path) -> None:
    later = Written("A", 1, HISTORY.revisions[1:2])
    (page,) = one(later, tmp_path, history=True)
    assert isinstance(page, Page)
    assert page.before is None


def test_of_a_history_the_newest_is_read(tmp_path: Path) -> None:
    (page,) = one(HISTORY, tmp_path)
    assert isinstance(page, Page)
    assert (page.revision, page.before) == (15, None)
    backwards = Written("A", 1, HISTORY.revisions[::-1])
    assert one(backwards, tmp_path) == [page]


def test_a_history_since_a_day(tmp_path: Path) -> None:
    found = one(HISTORY, tmp_path, history=True, keep=Keep(since=date(2022, 1, 1)))
    assert [(page.revision, page.before) for page in found if isinstance(page, Page)] == [
        (13, "2 trains"),
        (15, "#REDIRECT [[B]]"),
    ]


ALL = [
    plain("Line 1", 1, "A [[Category:Railways of Elland]]"),
    plain("Line 2", 2, "B [[ category : railways of_Elland|2]]"),
    plain("Station", 3, "C [[Category:Railways of Elland in 1950]]"),
    Written("Talk:Line 1", 4, (Revision(1004, "D"),), namespace=1),
    Written("Station 2", 5, (Revision(1005, "E", "2019-01-01T00:00:00Z"),)),
]
KEEPS = {
    "articles": (Keep(), ["Line 1", "Line 2", "Station", "Station 2"]),
    "all namespaces": (Keep(namespaces=None), [page.title for page in ALL]),
    "talk": (Keep(namespaces=frozenset({1})), ["Talk:Line 1"]),
    "title": (Keep(titles=("Line *",)), ["Line 1", "Line 2"]),
    "titles": (Keep(titles=("Line 1", "*n")), ["Line 1", "Station"]),
    "list": (Keep(listed=frozenset({"Line 2", "Talk:Line 1"})), ["Line 2"]),
    "category": (Keep(categories=("Railways of Elland",)), ["Line 1", "Line 2"]),
    "since": (Keep(since=date(2024, 5, 6)), ["Line 1", "Line 2", "Station"]),
    "since the day after": (Keep(since=date(2024, 5, 7)), []),
}


@pytest.mark.parametrize("name", KEEPS)
def test_filters(name: str, packed: Callable[..., Path]) -> None:
    keep, titles = KEEPS[name]
    found = read(packed(ALL), keep=keep)
    assert [page.title for page in found if isinstance(page, Page)] == titles
    assert all(isinstance(item, Page | Skip) for item in found)


def test_only_streams_with_a_wanted_title_are_read(tmp_path: Path) -> None:
    pages = [plain(f"Page {number}", number) for number in range(1, 501)]
    index = write_multistream(tmp_path / "x-multistream.xml.bz2", pages)
    source = open_source([str(tmp_path / "x-multistream.xml.bz2")], keep=Keep(listed=frozenset({"Page 250"})))
    assert len(source.units()) == 1
    found = [item for unit in source.units() for item in source.read(unit)]
    assert [item.title for item in found if isinstance(item, Page)] == ["Page 250"]
    index.unlink()
    assert [item.title for item in read(tmp_path / "x-multistream.xml.bz2") if isinstance(item, Page)] == [
        page.title for page in pages
    ]


def test_a_directory_of_dumps_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 1):
        write(tmp_path / f"xwiki-20260101-pages-articles{number}.xml.gz", [plain(f"Page {number}", number)])
    assert [item.title for item in read(tmp_path) if isinstance(item, Page)] == ["Page 1", "Page 9", "Page 10"]


def test_several_dumps_and_a_directory(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "C.wikitext").write_text("Five trains.")
    write(tmp_path / "a.xml", [plain("A", 1)])
    write(tmp_path / "b.xml.bz2", [plain("B", 2)])
    source = open_source([str(tmp_path / name) for name in ("a.xml", "articles", "b.xml.bz2")])
    found = [item for unit in source.units() for item in source.read(unit)]
    assert sorted(item.title for item in found if isinstance(item, Page)) == ["A", "B", "C"]

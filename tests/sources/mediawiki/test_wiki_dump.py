"""Dumps that a real MediaWiki writes (dumpBackup.php), and lists of its titles: read as pages of a corpus."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from server import MediaWiki

pytest.importorskip("lxml")

from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages import Keep, open_source, open_titles
from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import Revision, Wiki

Write = Callable[..., int]
TEXTS = ["1 train & <b>more</b>", "2 trains\n\n“three”", "4 trains\t🚂", "5 trains"]
SCHEMA = Path("/usr/share/doc/mediawiki/docs/export-0.11.xsd.gz")


def read(path: Path, **options: object) -> list[Item | SourceError]:
    source = open_source([str(path)], **options)  # type: ignore[arg-type]
    return [item for unit in source.units() for item in source.read(unit)]


@pytest.fixture(scope="session")
def written(write: Write, bot: Wiki) -> list[int]:
    """Pages of many kinds; the numbers of the revisions of one of them, the second of which is suppressed."""
    numbers = [write("Dumped line", text) for text in TEXTS]
    answer = bot.act("revisiondelete", type="revision", ids=numbers[1], hide="content")
    assert answer["revisiondelete"]["status"] == "Success"
    write("Dumped redirect", "#REDIRECT [[Dumped line#Early years]]")
    write("Talk:Dumped line", "6 trains")
    write("Project:Dumped", '{"a": 5}', contentmodel="json", contentformat="application/json")
    return numbers


@pytest.fixture(scope="session")
def dump(mediawiki: MediaWiki, written: list[int], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`dump("--full", "gzip")` writes one."""
    folder = tmp_path_factory.mktemp("dumps")

    def put(what: str, packing: str = "file") -> Path:
        path = folder / f"wiki{what}.xml{ {'file': '', 'gzip': '.gz', 'bzip2': '.bz2'}[packing] }"
        if not path.exists():
            mediawiki.maintenance("dumpBackup", what, f"--output={packing}:{path}", "--quiet")
        return path

    assert written
    return put


@pytest.mark.parametrize("packing", ["file", "gzip", "bzip2"])
def test_current(packing: str, dump: Callable[..., Path], written: list[int], wiki: Wiki) -> None:
    items = read(dump("--current", packing))
    assert not [item for item in items if isinstance(item, SourceError)]
    pages = {item.title: item for item in items if isinstance(item, Page)}
    page = pages["Dumped line"]
    assert (page.text, page.revision, page.wiki, page.before) == (TEXTS[-1], written[-1], "wiki", None)
    redirects = {item.title: (item.target, item.section) for item in items if isinstance(item, Redirect)}
    assert redirects["Dumped redirect"] == ("Dumped line", "Early years")
    reasons = {item.title: item.reason for item in items if isinstance(item, Skip)}
    assert reasons["Talk:Dumped line"] == "namespace"
    answers = {found.title: found for found in wiki.pages(list(pages)) if isinstance(found, Revision)}
    assert {title: (found.text, found.id, found.time) for title, found in answers.items()} == {
        title: (page.text, page.revision, page.time) for title, page in pages.items()
    }


def test_full(dump: Callable[..., Path], written: list[int]) -> None:
    items = [item for item in read(dump("--full"), history=True) if getattr(item, "title", "") == "Dumped line"]
    assert [(item.revision, item.text, item.before) for item in items if isinstance(item, Page)] == [
        (written[0], TEXTS[0], ""),
        (written[2], TEXTS[2], TEXTS[0]),
        (written[3], TEXTS[3], TEXTS[2]),
    ]
    assert [(item.revision, item.reason) for item in items if isinstance(item, Skip)] == [(written[1], "suppressed")]


def test_other_models_and_namespaces(dump: Callable[..., Path]) -> None:
    items = read(dump("--full"), keep=Keep(namespaces=None))
    reasons = {item.title: item.reason for item in items if isinstance(item, Skip)}
    assert [reason for title, reason in reasons.items() if title.endswith(":Dumped")] == ["model:json"]
    assert [item.namespace for item in items if isinstance(item, Page) and item.title == "Talk:Dumped line"] == [1]


def test_a_stub(mediawiki: MediaWiki, written: list[int], tmp_path: Path) -> None:
    path = tmp_path / "stub.xml"
    mediawiki.maintenance("dumpBackup", "--full", "--stub", f"--output=file:{path}", "--quiet")
    found = [item for item in read(path) if getattr(item, "title", "") == "Dumped line"]
    assert [(item.reason, item.revision) for item in found if isinstance(item, Skip)] == [("stub", written[-1])]


def test_the_writer_of_the_tests_writes_what_mediawiki_documents(tmp_path: Path) -> None:
    if not SCHEMA.is_file():
        pytest.skip("MediaWiki's schema of dumps is not installed (Debian's package mediawiki)")
    from dump_writer import Page as Written
    from dump_writer import Revision as Version
    from dump_writer import write as put
    from lxml import etree

    revisions = (
        Version(5, "5 trains", slots=(("more", "{}"),)),
        Version(6, "", parent=5),
        Version(7, "x", deleted=True),
    )
    put(tmp_path / "a.xml", [Written("A", 1, revisions), Written("B", 2, (Version(8, "#R"),), redirect="A")])
    schema = gzip.decompress(SCHEMA.read_bytes())
    # It imports the names of XML itself from the web; the two that are used stand here.
    names = tmp_path / "xml.xsd"
    names.write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">'
        '<attribute name="lang" type="language"/><attribute name="space" type="NCName"/></schema>'
    )
    local = schema.replace(b"http://www.w3.org/2001/xml.xsd", names.as_uri().encode())
    assert local != schema
    etree.XMLSchema(etree.fromstring(local)).assertValid(etree.parse(tmp_path / "a.xml"))


def test_titles(mediawiki: MediaWiki, written: list[int], tmp_path: Path) -> None:
    """Redirects are followed, each page comes once, what is missing is told in its place."""
    listed = tmp_path / "titles.tsv"
    listed.write_text("number\ttitle\n1\tdumped_redirect\n2\tNo such page\n3\tDumped line\n4\tProject:Dumped\n")
    source = open_titles(mediawiki.url, listed, "tests@example.org")
    items = [item for unit in source.units() for item in source.read(unit)]
    pages = [(item.title, item.revision, item.text) for item in items if isinstance(item, Page)]
    assert pages == [("Dumped line", written[-1], TEXTS[-1])]
    assert [(item.title, item.target) for item in items if isinstance(item, Redirect)] == [
        ("Dumped redirect", "Dumped line")
    ]
    assert [item.reason for item in items if isinstance(item, Skip)] == ["model"]
    assert [str(item) for item in items if isinstance(item, SourceError)] == ["127.0.0.1: No such page: no such page"]


def test_a_wiki_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "t").write_text("A\n")
    with pytest.raises(SourceError, match="no address of a wiki"):
        open_titles("gopher://x", tmp_path / "t")
    (tmp_path / "t").write_text("# nothing\n\n")
    with pytest.raises(SourceError, match="t: no title in it"):
        open_titles("https://wiki.example", tmp_path / "t")

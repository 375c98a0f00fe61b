"""Directories of articles, lists of titles, redirects in texts, filters by category."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from claimcheck.corpus.page import Item, Page, Redirect, Skip
from claimcheck.corpus.pages import Keep, open_source
from claimcheck.corpus.pages.lists import normal, read_list, read_titles
from claimcheck.corpus.pages.redirect import redirect
from claimcheck.source import SourceError


def read(path: Path, **options: object) -> list[Item | SourceError]:
    source = open_source([str(path)], **options)  # type: ignore[arg-type]
    assert not source.sequential
    return [item for unit in source.units() for item in source.read(unit)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of several kinds."""
    texts = {"B_line.wikitext": "Five trains.", "a/A.txt": "Six.", "a/Old.wiki": "#redirect [[A]]"}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "a" / "Broken.txt").write_bytes(b"Six \xff")
    (tmp_path / "a" / "notes.md").write_text("no article")
    return tmp_path


def test_a_directory(folder: Path) -> None:
    pages, redirects, faults = [], [], []
    for item in read(folder):
        if isinstance(item, Page):
            pages.append((item.title, item.text, item.name))
        elif isinstance(item, Redirect):
            redirects.append((item.title, item.target))
        else:
            faults.append(str(item))
    assert pages == [
        ("B line", "Five trains.", str(folder / "B_line.wikitext")),
        ("A", "Six.", str(folder / "a" / "A.txt")),
    ]
    assert redirects == [("Old", "A")]
    assert faults == [f"{folder / 'a' / 'Broken.txt'}:1:5: not UTF-8: byte 0xff at offset 4 (expected UTF-8 text)"]


def test_filters_of_a_directory(folder: Path) -> None:
    os.utime(folder / "B_line.wikitext", (0, 0))
    for keep, title, reason in (
        (Keep(since=date(2000, 1, 1)), "B line", "filter:since"),
        (Keep(listed=frozenset({"B line"})), "A", "filter:list"),
        (Keep(titles=("B*",)), "A", "filter:title"),
        (Keep(categories=("Lines",)), "A", "filter:category"),
    ):
        skipped = {item.title: item.reason for item in read(folder, keep=keep) if isinstance(item, Skip)}
        assert skipped[title] == reason, keep


def test_a_file_that_goes_away(folder: Path) -> None:
    source = open_source([str(folder / "a")])
    units = source.units()
    (folder / "a" / "A.txt").unlink()
    assert [str(item) for item in source.read(units[0])] == [f"{folder / 'a' / 'A.txt'}: no such file or directory"]


def test_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no article in this directory"):
        open_source([str(tmp_path)]).units()
    with pytest.raises(SourceError, match="nothing to read"):
        open_source([])


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("old_line", "Old line"),
        (" [[old  line]] ", "Old line"),
        (":Category:Lines", "Category:Lines"),
        ("“Line”", "“Line”"),
        ('"Heroes" (line)', '"Heroes" (line)'),
        ("e\u0301tude", "Étude"),
        ("ß-line", "ß-line"),
        ("iPhone", "IPhone"),
    ],
)
def test_titles_as_a_wiki_writes_them(written: str, title: str) -> None:
    assert normal(written) == title


LISTS = {
    "lines": ("A\n\nb_c\r\nA\n# a comment\n", ["A", "B c"]),
    "one title": ("A", ["A"]),
    "byte order mark": ("\ufeffA\nB", ["A", "B"]),
    "PetScan": ("number\ttitle\tpageid\n1\tA_b\t77\n2\tC\t78\n", ["A b", "C"]),
    "Quarry": ("page_id\tpage_title\n1\tA_b\n", ["A b"]),
    "columns without names": ("A\t5\nB\t6\n", ["A", "B"]),
    "a title that is a name of a column": ("Title\nB\n", ["Title", "B"]),
}


@pytest.mark.parametrize("kind", LISTS)
def test_lists(kind: str, tmp_path: Path) -> None:
    text, titles = LISTS[kind]
    (tmp_path / "list").write_text(text, newline="")
    assert read_titles(tmp_path / "list") == titles
    assert read_list(tmp_path / "list") == frozenset(titles)


def test_lists_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("\n")
    with pytest.raises(SourceError, match="no title in it"):
        read_list(tmp_path / "list")
    with pytest.raises(SourceError, match="no such file"):
        read_list(tmp_path / "other")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("#REDIRECT [[A]]", ("A", "")),
        ("\n #redirect: [[a_b#C_d|e]] more", ("a b", "C d")),
        ("#REDIRECT[[:Category:A]]", ("Category:A", "")),
        ("#WEITERLEITUNG [[A]]", ("A", "")),
        ("#перенаправление [[A]]", ("A", "")),
        ("#REDIRECT", ("", "")),
        ("#REDIRECT [[A", ("", "")),
        ("#REDIRECTION of [[A]]", ("", "")),
        ("# [[A]] is first", ("", "")),
        ("#1 [[A]]", ("", "")),
        ("See #REDIRECT [[A]]", ("", "")),
        ("#REDIRECT " + "[" * 100_000, ("", "")),
        ("", ("", "")),
    ],
)
def test_redirects(text: str, target: tuple[str, str]) -> None:
    assert redirect(text) == target


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[[Category:Old lines]]", True),
        ("[[category: old_lines |x]]", True),
        ("[[Kategorie:Old lines]]", True),
        ("[[:Category:Old lines]]", False),
        ("[[Category:Old lines of Elland]]", False),
        ("[[Category:Very old lines]]", False),
        ("[[Category:OLD LINES]]", False),
        ("Category:Old lines", False),
        ("", False),
    ],
)
def test_categories(text: str, kept: bool) -> None:
    assert Keep(categories=("Old lines", "X")).text(text, ("Kategorie",)) == ("" if kept else "filter:category")

"""Files and directories: exactly the text that stands there, or an error that names the file and what was expected."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.source import SourceError
from claimcheck.sources import files


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"5 km", "5 km"),
        (b"a\r\nb\rc\nd", "a\r\nb\rc\nd"),
        ("\ufeff5 km".encode(), "\ufeff5 km"),
        ("Zürich 🚂".encode(), "Zürich 🚂"),
        ("cafe\u0301".encode(), "cafe\u0301"),
        ("\x1b\x7f\u2028".encode(), "\x1b\x7f\u2028"),
    ],
)
def test_text_is_as_written(data: bytes, text: str) -> None:
    assert files.decode(data, "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Z\xfcrich", "a.txt:1:2: not UTF-8: byte 0xfc at offset 1 (expected UTF-8 text)"),
        ("é\nZ".encode() + b"\xff", "a.txt:2:2: not UTF-8: byte 0xff at offset 4 (expected UTF-8 text)"),
        (b"cut \xe2\x82", "a.txt:1:5: not UTF-8: byte 0xe2 at offset 4 (expected UTF-8 text)"),
        (b"overlong \xc0\xaf", "a.txt:1:10: not UTF-8: byte 0xc0 at offset 9 (expected UTF-8 text)"),
        (b"lone \xed\xa0\x80", "a.txt:1:6: a lone surrogate, which is no character (expected UTF-8 text)"),
        ("5 km".encode("utf-16"), "a.txt:1:1: not UTF-8 but UTF-16 (expected UTF-8 text)"),
        (b"5\0km", "a.txt:1:2: a NUL character (expected text, this looks like binary data)"),
        (b"\n\n a\0", "a.txt:3:3: a NUL character (expected text, this looks like binary data)"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as error:
        files.decode(data, "a.txt")
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Zürich.wikitext", "Zürich"),
        ("a/b/New York.wiki", "New York"),
        ("Mr. Smith.txt", "Mr. Smith"),
        ("Mr. Smith", "Mr. Smith"),
        ("U.S. Route 1.mediawiki", "U.S. Route 1"),
        ("archive.WIKITEXT", "archive"),
        (".txt", ".txt"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_title_is_the_name_without_its_ending(name: str, title: str) -> None:
    assert files.title(name) == title


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with articles and other things, as the working directory."""
    for name in (
        "b.wikitext",
        "a.txt",
        "sub/c.wiki",
        "sub/deep/d.MediaWiki",
        "x.md",
        ".git/e.txt",
        ".f.txt",
        "sub.txt/g",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("5 km")
    (tmp_path / "none").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["."], ["a.txt", "b.wikitext", "sub/c.wiki", "sub/deep/d.MediaWiki"]),
        (["sub"], ["sub/c.wiki", "sub/deep/d.MediaWiki"]),
        (["x.md"], ["x.md"]),
        (["gone.txt"], ["gone.txt"]),
        (["b.wikitext", "."], ["b.wikitext", "a.txt", "sub/c.wiki", "sub/deep/d.MediaWiki"]),
        (["sub", "sub", "sub/c.wiki"], ["sub/c.wiki", "sub/deep/d.MediaWiki"]),
        ([".f.txt"], [".f.txt"]),
    ],
)
def test_articles_of_files_and_directories(tree: Path, paths: list[str], found: list[str]) -> None:
    assert tree.is_dir()
    assert [str(path) for path in files.find(paths)] == found


@pytest.mark.parametrize("name", ["none", "sub.txt"])
def test_a_directory_without_articles(tree: Path, name: str) -> None:
    (error,) = files.find([tree / name])
    assert str(error).startswith(f"{tree / name}: ")
    assert "no article in this directory (expected *.wikitext, *.wiki, *.mediawiki, *.txt)" in str(error)


def test_one_bad_directory_leaves_the_others(tree: Path) -> None:
    assert tree.is_dir()
    bad, good = files.find(["none", "x.md"])
    assert isinstance(bad, SourceError)
    assert good == Path("x.md")


def test_a_loop_of_links_ends(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree, target_is_directory=True)
    assert len(list(files.find(["sub"]))) == 2


def test_a_missing_file(tree: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt: no such file or directory"):
        files.read(tree / "gone.txt")


def test_a_dangling_link(tree: Path) -> None:
    (tree / "link.txt").symlink_to("gone")
    with pytest.raises(SourceError, match=r"link\.txt: no such file or directory"):
        files.read(tree / "link.txt")


def test_a_file_that_may_not_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match=r"a\.txt: cannot be read: Permission denied"):
        files.read(tree / "a.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="everything can be read by root")
def test_a_directory_that_may_not_be_listed(tree: Path) -> None:
    (tree / "none").chmod(0)
    (error,) = files.find([tree / "none"])
    assert "cannot be read: Permission denied" in str(error)


@pytest.mark.parametrize("name", ["sub", "/dev/zero"])
def test_what_is_no_file(tree: Path, name: str) -> None:
    if name.startswith("/dev") and not Path(name).exists():
        pytest.skip(f"there is no {name} here")
    with pytest.raises(SourceError, match="not a file"):
        files.read(tree / name)


def test_a_pipe_is_read(tree: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"5 km")
    os.close(writing)
    path = Path(f"/dev/fd/{reading}")
    if not path.exists():
        pytest.skip("no /dev/fd here")
    assert files.read(path).text == "5 km"
    os.close(reading)
    assert tree.is_dir()


@pytest.mark.parametrize(
    ("name", "shown"), [("Zürich 🚂.txt", "Zürich 🚂.txt"), (os.fsdecode(b"Z\xfcrich.txt"), r"Z\xfcrich.txt")]
)
def test_names_can_be_printed(name: str, shown: str) -> None:
    assert files.printable(name) == shown
    assert files.printable(name).encode("utf-8")


def test_a_name_too_long_for_the_system(tree: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read: File name too long"):
        files.read(tree / ("x" * 5000))


def test_a_name_with_a_nul(tree: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        files.read(tree / "a\0b")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("towns/New_Bern.wikitext", "New Bern"),
        ("New Bern.wiki", "New Bern"),
        ("New_Bern", "New Bern"),
        ("St._Mary's_(river).txt", "St. Mary's (river)"),
        ("_.txt", "_"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_titles_have_blanks_where_names_of_files_have_underscores(name: str, title: str) -> None:
    assert files.title(name) == title

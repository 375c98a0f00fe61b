"""What is kept of files: never read twice while they stay the same, never trusted when anything is amiss."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck import kept as module
from claimcheck.kept import kept

TREE = {"a": [1, 1.5, True, None, "ü"], "b": {"c": "d" * 300, "e": []}}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module, "YOUNG", 0)
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.yaml"
    path.write_text("one")
    return path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def never() -> Any:
    pytest.fail("read although it is kept")


@pytest.mark.parametrize("tree", [TREE, [], {}, None, "text", [TREE, None]])
def test_what_is_kept_is_not_read_again(source: Path, tree: Any) -> None:
    assert kept("t", [source], lambda: tree) == tree
    assert kept("t", [source], never) == tree


def test_one_name_does_not_answer_for_another(source: Path) -> None:
    kept("t", [source], lambda: 1)
    assert kept("u", [source], lambda: 2) == 2


def test_other_sources_are_read(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("one")
    kept("t", [source], lambda: 1)
    assert kept("t", [other], lambda: 2) == 2
    assert kept("t", [source, other], lambda: 3) == 3


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the time of change is that of creation")
def test_an_edit_of_the_same_size_and_time_is_read(source: Path) -> None:
    before = source.stat()
    kept("t", [source], lambda: 1)
    source.write_text("two")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert kept("t", [source], lambda: 2) == 2


def test_a_file_changed_just_now_is_not_kept(source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "YOUNG", 3600 * 10**9)
    assert kept("t", [source], lambda: 1) == 1
    assert files(folder) == []


def broken(whole: bytes) -> Iterator[bytes]:
    yield from (whole[:length] for length in range(0, len(whole), 7))
    yield whole + b"x"
    for place in range(len(whole)):
        yield whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def test_what_is_damaged_is_ignored_and_written_anew(source: Path, folder: Path) -> None:
    kept("t", [source], lambda: TREE)
    (file,) = files(folder)
    whole = file.read_bytes()
    for damaged in broken(whole):
        file.write_bytes(damaged)
        assert kept("t", [source], lambda: TREE) == TREE
        assert file.read_bytes() == whole


@pytest.mark.parametrize("tree", [datetime.date(2000, 1, 1), (1, 2), {1, 2}, b"x" and {"a": (1,)}, object(), 2**70])
def test_what_would_not_come_back_equal_is_not_kept(source: Path, folder: Path, tree: Any) -> None:
    assert kept("t", [source], lambda: tree) is tree
    assert files(folder) == []


def test_nothing_is_written_where_python_may_not_either(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("t", [source], lambda: 1) == 1
    assert files(folder) == []


def test_a_folder_that_cannot_be_made_is_passed_over(source: Path, folder: Path) -> None:
    folder.write_text("a file where the folder would be")
    assert kept("t", [source], lambda: 1) == 1
    assert kept("t", [source], lambda: 2) == 2


def test_a_source_that_is_gone_is_left_to_the_reader(tmp_path: Path) -> None:
    assert kept("t", [tmp_path / "missing"], lambda: 1) == 1


def test_many_that_write_at_once_do_no_harm(source: Path, folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from claimcheck import kept\n"
        "kept.YOUNG, sys.dont_write_bytecode = 0, False\n"
        "tree = ['word'] * 20_000\n"
        "for turn in range(60):\n"
        "    if turn % 3 == 0: kept._file('t').unlink(missing_ok=True)\n"
        "    assert kept.kept('t', [Path(sys.argv[1])], lambda: tree) == tree\n"
    )
    command = [sys.executable, "-X", f"pycache_prefix={folder}", "-c", program, str(source)]
    running = [subprocess.Popen(command, cwd=Path(module.__file__).parents[1]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len([path for path in files(folder) if path.name.startswith("kept_t.")]) <= 1
    assert kept("t", [source], lambda: ["word"] * 20_000) == ["word"] * 20_000

"""`claimcheck scan` on the command line: tables, exit codes, going on, being interrupted, faults told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("lxml")

import pyarrow.parquet as pq

GOOD = "'''Dunmore''' is a town. It was founded in 1850. As of 2011, its population was 12,345.\n"
FLAWED = GOOD + "The war lasted from 1920 to 1918.\n"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from claimcheck.cli import main; main()", "scan", "--no-config", *arguments]


def scan(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=folder, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for number in range(5):
        (tmp_path / "articles" / f"Dunmore {number}.wikitext").write_text(GOOD, encoding="utf-8")
    return tmp_path


def titles(output: Path) -> list[str]:
    return sorted(pq.read_table(output / "articles")["title"].to_pylist())


def test_an_earlier_scan_is_told_of(folder: Path) -> None:
    made = [sys.executable, str(Path(__file__).parents[2] / "tools/make_dump.py"), "0.05", "made.xml.bz2"]
    subprocess.run(made, cwd=folder, check=True, capture_output=True, timeout=60)
    first = scan(folder, "made.xml.bz2", "--output", "old", "--exit-zero")
    again = scan(folder, "made.xml.bz2", "--output", "new", "--exit-zero", "--previous", "old")
    articles = first.stdout.partition(": ")[2].partition(" articles")[0]
    assert f"unchanged, taken from the earlier scan: {articles} articles\n" in again.stdout
    assert titles(folder / "new") == titles(folder / "old")
    refused = scan(folder, "made.xml.bz2", "--output", "third", "--ignore", "order", "--previous", "old")
    assert refused.returncode == 2
    assert "nothing can be taken over, it is a scan with another setting `rules`" in refused.stderr
    assert not (folder / "third").exists()


def test_a_directory_becomes_tables(folder: Path) -> None:
    (folder / "towns.txt").write_text("Dunmore_1\nDunmore 3\n", encoding="utf-8")
    done = scan(folder, "articles", "--output", "out", "--list", "Towns=towns.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("out: 5 articles, 15 claims, 0 errors, 0 warnings, 0 notes\n")
    assert titles(folder / "out") == [f"Dunmore {number}" for number in range(5)]
    lists = pq.read_table(folder / "out" / "articles")["lists"].to_pylist()
    assert lists == [[], ["Towns"], [], ["Towns"], []]


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--exit-zero",), 0), (("--ignore", "order"), 0), (("--fail-on", "note"), 1)],
)
def test_exit_codes_are_those_of_lint(folder: Path, options: tuple[str, ...], code: int) -> None:
    (folder / "articles" / "Dunmore 2.wikitext").write_text(FLAWED, encoding="utf-8")
    assert scan(folder, "articles", "--output", "out", *options).returncode == code


def test_what_cannot_be_read_is_told_and_the_rest_is_read(folder: Path) -> None:
    (folder / "articles" / "Dunmore 2.wikitext").write_bytes(b"\xff\xfe\x00 not text \x80")
    done = scan(folder, "articles", "--output", "out")
    assert done.returncode == 2
    assert "Dunmore 2.wikitext" in done.stderr
    assert titles(folder / "out") == [f"Dunmore {number}" for number in (0, 1, 3, 4)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--output", "out"), "Missing argument 'SOURCE…'"),
        (("nowhere", "--output", "out"), "nowhere"),
        (("articles",), "Missing option '--output'"),
        (("articles", "--output", "articles/Dunmore 1.wikitext"), "not a directory"),
        (("articles", "--output", "out", "--namespace", "talk"), "'talk' is not the number of a namespace"),
        (("articles", "--output", "out", "--list", "towns"), "'towns' is not NAME=FILE"),
        (("articles", "--output", "out", "--list", "A=nowhere.txt"), "nowhere.txt"),
        (("articles", "--output", "out", "--only-listed"), "--only-listed needs --list"),
        (("articles", "--output", "out", "--titles", "t.txt"), "--titles needs --wiki"),
        (("articles", "--output", "out", "--wiki", "https://example.org/"), "--wiki needs --titles FILE"),
        (("articles", "--output", "out", "--select", "nothing"), "no rule, family or tag `nothing`"),
        (("articles", "--output", "out", "--master", "local[2]"), "need --engine spark"),
        (("articles", "--output", "out", "--jobs", "0"), "--jobs"),
        (("articles", "--output", "out", "--time-limit", "0"), "--time-limit"),
    ],
)
def test_bad_usage(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    done = scan(folder, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_scan_needs_resume(folder: Path) -> None:
    assert scan(folder, "articles", "--output", "out").returncode == 0
    again = scan(folder, "articles", "--output", "out")
    assert again.returncode == 2
    assert "there is a scan already" in again.stderr
    on = scan(folder, "articles", "--output", "out", "--resume")
    assert (on.returncode, on.stdout) == (0, "out: 5 articles, 15 claims, 0 errors, 0 warnings, 0 notes\n")
    other = scan(folder, "articles", "--output", "out", "--resume", "--claims", "none")
    assert "with another setting `claims`" in other.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_ends_at_once_and_goes_on_later(folder: Path, number: signal.Signals) -> None:
    for article in range(150):
        text = GOOD + "".join(f"* Mill {n} has {n + article} floors and stands since {1500 + n}.\n" for n in range(60))
        (folder / "articles" / f"Mill {article}.wikitext").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        command("articles", "--output", "out", "--jobs", "2"),
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while time.monotonic() < until and not (folder / "out" / "manifest.jsonl").exists():
        time.sleep(0.05)
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    out, err = process.communicate(timeout=10)
    told = ["claimcheck: out: what was finished stays; --resume goes on with it", "claimcheck: interrupted"]
    assert (process.returncode, out, err.split("\n")) == (2, "", [told[0], "", told[1], ""])
    assert scan(folder, "articles", "--output", "out", "--resume").returncode == 0
    assert len(titles(folder / "out")) == len(set(titles(folder / "out"))) == 155


def test_without_the_extra_the_error_names_it(folder: Path) -> None:
    (folder / "pyarrow.py").write_text("raise ModuleNotFoundError(\"No module named 'pyarrow'\", name='pyarrow')\n")
    done = subprocess.run(
        command("articles", "--output", "out"),
        cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "claimcheck: this needs pyarrow: pip install 'claimcheck-lint[corpus]'\n"
